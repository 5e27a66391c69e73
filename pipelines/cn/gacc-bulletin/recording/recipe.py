"""The monthly bulletin by country as workbooks, with index and article pages."""

import csv
import io
import re

import xlwt
from typeset import Recording, printed

SOURCES = {
    "bulletin": "china/gacc/extracted/by_country_{month}_full_cny10k.csv",
}

EU_ZH = (
    "比利时、丹麦、德国、法国、爱尔兰、意大利、卢森堡、荷兰、希腊、葡萄牙、西班牙、奥地利、芬兰、瑞典、塞浦路斯、匈牙利、"
    "马耳他、波兰、爱沙尼亚、拉脱维亚、立陶宛、斯洛文尼亚、捷克、斯洛伐克、保加利亚、罗马尼亚、克罗地亚"
)


def xls(path, year, month):
    """The monthly bulletin's country table as the BIFF8 workbook it is published as."""
    lines = path.read_text(encoding="utf-8").splitlines()
    members = re.search(r"东南亚国家联盟包括：([^。]+)。", lines[0])[1]
    rows = list(csv.DictReader(lines[1:]))
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("M102RMB")
    left, right, centre = (
        xlwt.easyxf(f"align: horiz {side}, vert centre") for side in ("left", "right", "centre")
    )
    # Row 0 and column 0 stay empty.
    title = f"（2）{year}年{month}月进出口商品国别（地区）总值表（人民币值）"
    sheet.write_merge(1, 1, 1, 10, title, centre)
    sheet.write_merge(2, 2, 1, 10, "单位：万元人民币", right)
    sheet.write_merge(3, 4, 1, 1, "国别（地区）", centre)
    for i, flow in enumerate(("进出口", "出口", "进口")):
        sheet.write_merge(3, 3, 2 + 2 * i, 3 + 2 * i, flow, centre)
        sheet.write(4, 2 + 2 * i, f"{month}月", centre)
        sheet.write(4, 3 + 2 * i, f"1至{month}月", centre)
        sheet.write(4, 8 + i, flow, centre)
    sheet.write_merge(3, 3, 8, 10, "累计比去年同期±％", centre)
    for r, row in enumerate(rows, 5):
        sheet.write(r, 1, row["name_zh"], left)
        for i, flow in enumerate(("trade", "export", "import")):
            sheet.write(r, 2 + 2 * i, printed(row[f"{flow}_month"], 4), right)
            sheet.write(r, 3 + 2 * i, printed(row[f"{flow}_ytd"], 4), right)
            sheet.write(r, 8 + i, printed(row[f"{flow}_ytd_yoy"], 1), right)
    last = 5 + len(rows)
    sheet.write_merge(last, last, 1, 10, f"注：1.东南亚国家联盟包括：{members}。", left)
    sheet.write_merge(last + 1, last + 1, 1, 10, f"2.欧洲联盟包括：{EU_ZH}。", left)
    sheet.col(1).width = 256 * 36
    for column in range(2, 11):
        sheet.col(column).width = 256 * 20
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def chinese_page(title, content):
    nav = "".join(
        f'<li><a href="/customs/302249/zfxxgk/2799825/302274/{path}/index.html">{name}</a></li>'
        for path, name in (
            ("302275", "统计快讯"), ("302276", "统计数据查询指引"), ("302277", "统计月报"),
            ("302278", "数据在线查询"), ("302279", "统计分析"), ("302280", "数据公布时间表"),
        )
    )
    notice = (
        "海关统计快讯为当月初步汇总数据，统计月报为更正后的月度正式数据，以月报为准。"
        "统计数据按《中华人民共和国海关统计条例》编制；数据公布时间见年度公布时间表。"
        "进口货物按到岸价格统计，出口货物按离岸价格统计；进口货物按原产国（地区）统计，出口货物按最终目的国（地区）统计。"
        "因四舍五入，分项之和可能与合计不等。如需查询更多数据，请使用数据在线查询。"
    )
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>\n'
        f'<div class="nav"><ul>{nav}</ul></div>\n<div class="notice"><p>{notice}</p></div>\n{content}\n'
        '<div class="foot"><p>版权所有：中华人民共和国海关总署</p><p>地址：北京市建国门内大街6号 邮编：100730</p></div>\n'
        "</body>\n</html>\n"
    )


def bulletin_index(year, links):
    """The year's page: a tab each for dollars and yuan, a row a table, twelve months."""
    tabs = ""
    for tab, currency, given in ((1, "USD", {}), (2, "RMB", links)):
        rows = ""
        for title, linked in (("（1）进出口商品总值表 B：月度表", {}), ("（2）进出口商品国别（地区）总值表", given)):
            months = "".join(
                f'<a href="{linked[m]}" target="_blank">{m}月</a>' if m in linked else f"<span>{m}月</span>"
                for m in range(1, 13)
            )
            rows += f"<tr><td>{title}</td><td>{months}</td></tr>\n"
        tabs += f'<div id="con_one{year}_{tab}"><table id="yb{year}{currency}"><tbody>\n{rows}</tbody></table></div>\n'
    return chinese_page(f"{year}年统计月报", tabs)


def recipe(folder):
    recording = Recording("cn/gacc-bulletin")
    site = "http://www.customs.gov.cn"
    base = "/customs/302249/zfxxgk/2799825/302274/302277"
    releases = [("2024", 11, "2024-12-18"), ("2024", 12, "2025-01-18"), ("2025", 10, "2025-11-18"),
                ("2025", 11, "2025-12-18"), ("2025", 12, "2026-01-18")]
    links = {"2024": {}, "2025": {}}
    for number, (year, month, day) in enumerate(releases, 1):
        captured_at = f"{day}T04:00:00Z"
        page_of_year = f"{base}/{'5668662' if year == '2024' else year}"
        article = f"{page_of_year}/900000{number}/index.html"
        file = f"/customs/attachDir/{day[:4]}/{day[5:7]}/900000000000000000{number}.xls"
        period = f"{year}-{month:02}"
        links[year][month] = article
        recording.body(f"index_{period}.html", bulletin_index(year, links[year]))
        title = f"（2）{year}年{month}月进出口商品国别（地区）总值表（人民币值）"
        text = (
            f'<div class="easysite-news-title"><h2>{title}</h2></div>\n<table class="attachment"><tbody>'
            f'<tr><td>附件</td><td><a href="{file}">{title}.xls</a></td></tr></tbody></table>'
        )
        recording.body(f"article_{period}.html", chinese_page(title, text))
        path = folder / SOURCES["bulletin"].format(month=period)
        recording.body(f"countries_{period}.xls", xls(path, year, month))
        recording.response(captured_at, f"{site}{page_of_year}/index.html", f"index_{period}.html")
        recording.response(captured_at, site + article, f"article_{period}.html")
        recording.response(captured_at, site + file, f"countries_{period}.xls")
    recording.close()
