"""The monthly bulletin by country as workbooks, with index and article pages."""

import csv
import io
import re

import xlwt
from customs_pages import chinese_page, english_index, english_page
from typeset import Recording, printed

SOURCES = {
    "bulletin": "china/gacc/extracted/by_country_{month}_full_cny10k.csv",
    "regimes": "china/gacc/pages/t05_regime_{month}.page.txt",
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


def regime_rows(text):
    """Label, four figures and four growth rates of each regime, from the text of a page."""
    lines = [line.strip(" |") for line in text.splitlines()]
    begin = next(i for i, line in enumerate(lines) if line.startswith("TOTAL"))
    figure = r"(-|-?[\d,]+(?:\.\d+)?)"
    rows = []
    for label_line, growth_line in zip(lines[begin::2], lines[begin + 1 :: 2]):
        cells = label_line.replace(" | ", " ")
        value = re.fullmatch(rf"(\D.*?)\s+{figure}\s+{figure}\s+{figure}\s+{figure}", cells)
        growth = re.fullmatch(rf"{figure}\s+{figure}\s+{figure}\s+{figure}", growth_line.replace(" | ", " "))
        if not value or not growth:
            break
        rows.append((value.group(1), value.groups()[1:], growth.groups()))
    return rows


def regime_table(rows, month):
    """Each label spans the row of values and the shaded row of growth under it."""
    cell = '<td align="right">{}&nbsp;</td>'
    lines = [
        f'<tr><td colspan="5"><b>(5)Imports and Exports by Customs Regime,{month}</b></td></tr>',
        '<tr><td colspan="5" align="right">Unit:US$1,000</td></tr>',
        '<tr><td rowspan="2">Customs Regime</td><td colspan="2">Exports</td><td colspan="2">Imports</td></tr>',
        "<tr>" + f"<td>{month.split('.')[0]}</td><td>1to{month.split('.')[0]}</td>" * 2 + "</tr>",
    ]
    for label, values, growth in rows:
        lines.append(f'<tr><td rowspan="2">{label}</td>{"".join(map(cell.format, values))}</tr>')
        lines.append(f'<tr bgcolor="#C0C0C0">{"".join(map(cell.format, growth))}</tr>')
    lines.append(
        '<tr><td colspan="5">Notes: 1. Figures in shaded areas refer to percentage change over the same period in the previous year.</td></tr>'
    )
    return '<table border="0" class="ke-zeroborder"><tbody>\n' + "\n".join(lines) + "\n</tbody></table>"


def regimes(recording, folder, period, day):
    """One month of table (5) on the English site, and the index that links it."""
    year, month = period.split("-")
    printed_month = f"{int(month)}.{year}"
    title = f"(5)Imports and Exports by Customs Regime,{printed_month}"
    rows = regime_rows((folder / SOURCES["regimes"].format(month=period)).read_text(encoding="utf-8"))
    site = "http://english.customs.gov.cn"
    url = f"{site}/Statics/00000000-0000-4000-8000-000005{year}{month}.html"
    captured_at = f"{day}T04:00:00Z"
    listed = [("(4) Imports and Exports by HS Section and Division", int(month), None),
              ("(5) Imports and Exports by Customs Regime", int(month), url)]
    recording.body(f"index_regimes_{period}.html", english_index(listed))
    recording.response(captured_at, f"{site}/statics/report/monthly.html", f"index_regimes_{period}.html")
    content = f'    <div class="atcl"><div class="atcl-ttl">{title}</div>\r\n<div class="atcl-cnt">{regime_table(rows, printed_month)}</div></div>'
    recording.body(f"regimes_{period}.html", english_page(title, content))
    recording.response(captured_at, url, f"regimes_{period}.html")


def recipe(folder):
    recording = Recording("cn/gacc-bulletin")
    regimes(recording, folder, "2023-04", "2023-05-18")
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
    regimes(recording, folder, "2026-02", "2026-03-18")
    recording.close()
