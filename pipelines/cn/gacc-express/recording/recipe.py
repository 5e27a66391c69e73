"""The by-country pages of the preliminary release, their indexes, and a table keyed by hand."""

import csv
import io
from decimal import Decimal

import xlwt
from customs_pages import chinese_page, english_index, english_page
from typeset import Recording, Table, escaped, printed, rewritten

SOURCES = {
    "express-2025-02": "china/gacc/html/release_section4_by_country_janfeb2025_cny.html",
    "express-2026-03": "china/gacc/html/release_section4_by_country_mar2026_cny.html",
    "express-2018-01": "china/gacc/html/release_section4_by_country_jan2018_cny.html",
    "express-2026-06": "china/gacc/extracted/express_by_country_2026-06_cny.csv",
    "goods-2025-12": "china/gacc/extracted/express_major_exports_2025-12_cny.csv",
    "express-usd": "china/gacc/extracted/partners_2025-01_11_usd_million.csv",
}


def express_table(table):
    """The by-country table, set with line feeds alone as the publisher's editor does."""
    lines = ['<table style="border-collapse:collapse;" border="0" cellspacing="0" class="ke-zeroborder">', "\t<tbody>"]
    for r, (cells, spans) in enumerate(zip(table.rows, table.spans)):
        grey = ' bgcolor="#C0C0C0"' if r % 2 else ""
        lines.append("\t\t<tr>")
        for c, (text, span) in enumerate(zip(cells, spans)):
            attributes = f' colspan="{span}"' if span > 1 else ""
            attributes += ' align="right"' if c and r > 3 else ""
            inner = escaped(text).replace("\n", "<br />\n")
            if r < 4:
                inner = f"<b>{inner.replace('±', '<span>±</span>')}</b>"
            elif c:
                inner = f"<b>{inner}</b>"
            lines += [f"\t\t\t<td{attributes}{grey}>", f"\t\t\t\t<span>{inner}</span>", "\t\t\t</td>"]
        lines.append("\t\t</tr>")
    return "\n".join([*lines, "\t</tbody>", "</table>"])


def express_page(title, date, content):
    article = (
        f'    <div class="atcl">\r\n        <div class="atcl-ttl">{title}</div>\r\n'
        f'        <div class="atcl-date">{date}</div>\r\n        <div class="atcl-cnt">{content}</div>\r\n    </div>'
    )
    return english_page(title, article)


def workbook(path):
    """The table of June 2026 as the Chinese site's BIFF8 workbook: sheet name, empty first row and column."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("M139RMBADD")
    left, right, centre = (
        xlwt.easyxf(f"align: horiz {side}, vert centre") for side in ("left", "right", "centre")
    )
    title = "（4）2026年6月进出口商品主要国别（地区）总值表（人民币值）"
    sheet.write_merge(1, 1, 1, 10, title, centre)
    sheet.write_merge(2, 2, 1, 10, "单位：亿元人民币", right)
    sheet.write_merge(3, 4, 1, 1, "国别（地区）", centre)
    for i, flow in enumerate(("进出口", "出口", "进口")):
        sheet.write_merge(3, 3, 2 + 2 * i, 3 + 2 * i, flow, centre)
        sheet.write(4, 2 + 2 * i, "6月", centre)
        sheet.write(4, 3 + 2 * i, "1至6月", centre)
        sheet.write(4, 8 + i, flow, centre)
    sheet.write_merge(3, 3, 8, 10, "累计比去年同期±％", centre)
    for r, row in enumerate(rows, 5):
        sheet.write(r, 1, row["label_zh"], left)
        for i, flow in enumerate(("total", "export", "import")):
            sheet.write(r, 2 + 2 * i, float(Decimal(row[f"{flow}_jun"])), right)
            sheet.write(r, 3 + 2 * i, float(Decimal(row[f"{flow}_jan_jun"])), right)
            sheet.write(r, 8 + i, float(Decimal(row[f"yoy_cum_{flow}_pct"])), right)
    sheet.col(1).width = 256 * 36
    for column in range(2, 11):
        sheet.col(column).width = 256 * 20
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def goods_table(path):
    """The major exports of December 2025 as the article's own table: a dash where nothing is printed."""
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()[1:]))[1:]
    heads = ("12月", "1至12月累计", "上年1至12月累计", "累计比去年同期±%")
    lines = [
        '<table border="1" cellspacing="0"><tbody>',
        '<tr><td colspan="10"><b>2025年12月全国出口重点商品量值表</b></td></tr>',
        '<tr><td colspan="10" align="right">单位∶亿元人民币</td></tr>',
        '<tr><td rowspan="2">商品名称</td><td rowspan="2">计量单位</td>'
        + "".join(f'<td colspan="2">{head}</td>' for head in heads) + "</tr>",
        "<tr>" + "<td>数量</td><td>金额</td>" * 4 + "</tr>",
    ]
    for name, unit, *figures in rows:
        cells = "".join(f'<td align="right">{printed(figure, 1)}</td>' for figure in figures)
        lines.append(f"<tr><td>{name}</td><td>{unit or '-'}</td>{cells}</tr>")
    return "\n".join([*lines, "</tbody></table>"])


def goods(recording, folder):
    """The Chinese index of 14 January 2026 and one article, which is a page with the table in it."""
    captured_at = "2026-01-14T06:00:00Z"
    articles = [
        (f"（{number}）2025年12月全国{flow}重点商品量值表（人民币值）", f"/tjs/2026-01/14/article_900010{number}.html")
        for number, flow in ((6, "进口"), (5, "出口"))
    ]
    listed = "".join(
        f'<li><a href="{path}" target="_blank" title="{name}" istitle="true">{name}</a><span>2026-01-14</span></li>\n'
        for name, path in articles
    )
    content = f'<div class="news_con"><p class="tipsCon">提示</p>\n<ul class="news_list">\n{listed}</ul></div>'
    recording.body("index_tjs_2025-12.html", chinese_page("统计快讯", content))
    recording.response(captured_at, "http://tjs.customs.gov.cn/tjs/sjgb/tjkx/index.html", "index_tjs_2025-12.html")
    title, path = articles[1]
    text = f"<h2>{title}</h2>\n{goods_table(folder / SOURCES['goods-2025-12'])}"
    recording.body("major_exports_2025-12.html", chinese_page(title, text))
    recording.response(captured_at, f"http://tjs.customs.gov.cn{path}", "major_exports_2025-12.html")


def chinese(recording, folder):
    """The Chinese index of the day, the article of one table, its workbook."""
    captured_at = "2026-07-14T06:00:00Z"
    article = "/tjs/2026-07/14/article_9000001.html"
    attachment = "http://www.customs.gov.cn/customs/attachDir/2026/07/2026071409284388537.xls"
    listed = ""
    for number, (name, path) in enumerate((
        ("（4）2026年6月进出口商品主要国别（地区）总值表（人民币值）", article),
        ("（6）2026年6月全国进口重点商品量值表（人民币值）", "/tjs/2026-07/14/article_9000002.html"),
        ("（3）2026年1至6月进出口商品贸易方式总值表（人民币值）", "/tjs/2026-07/14/article_9000003.html"),
    )):
        listed += (
            f'<li><a href="{path}" target="_blank" title="{name}" istitle="true">{name}</a><span>2026-07-14</span></li>\n'
        )
    content = f'<div class="news_con"><p class="tipsCon">提示</p>\n<ul class="news_list">\n{listed}</ul></div>'
    recording.body("index_tjs_2026-06.html", chinese_page("统计快讯", content))
    recording.response(captured_at, "http://tjs.customs.gov.cn/tjs/sjgb/tjkx/index.html", "index_tjs_2026-06.html")
    title = "（4）2026年6月进出口商品主要国别（地区）总值表（人民币值）"
    text = f'<h2>{title}</h2>\n<p>附件：<a href="{attachment}">{title}.xls</a></p>'
    recording.body("article_2026-06.html", chinese_page(title, text))
    recording.response(captured_at, f"http://tjs.customs.gov.cn{article}", "article_2026-06.html")
    recording.body("by_country_2026-06.xls", workbook(folder / SOURCES["express-2026-06"]))
    recording.response(captured_at, attachment, "by_country_2026-06.xls")


def recipe(folder):
    recording = Recording("cn/gacc-express")
    site = "http://english.customs.gov.cn"
    by_country = "(4) China's Total Export & Import Values by Country/Region"
    plan = [  # period, session, index page, its row, month linked, article
        ("2018-01", "2018-03-08T06:00:00Z", "preliminary2018", "China's Total Value of Imports and Exports by Major Country (Region)", 1,
         "00000000-0000-4000-8000-000000201801"),
        ("2025-02", "2025-03-11T06:00:00Z", "preliminary2025", by_country, 2, "00000000-0000-4000-8000-000000202502"),
        ("2026-03", "2026-04-08T06:00:00Z", "preliminary", by_country, 3, "2e61c8a1-17b2-4074-b909-c039ccf8c8fb"),
    ]
    for period, captured_at, index, title, month, guid in plan:
        if period == "2026-03":
            goods(recording, folder)
        table = Table((folder / SOURCES[f"express-{period}"]).read_text(encoding="utf-8"))
        url = f"{site}/Statics/{guid}.html"
        rows = [(f"{title} (in CNY)", month, url), (f"{title} (in USD)", month, None)]
        recording.body(f"index_{period[:4]}.html", english_index(rows))
        recording.response(captured_at, f"{site}/statics/report/{index}.html", f"index_{period[:4]}.html")
        image = table.words.get("img")
        content = f"<img src ='{image}'/>" if image else express_table(table)
        page = express_page(table.words["atcl-ttl"], table.words["atcl-date"], content)
        recording.body(f"by_country_{period}.html", page)
        recording.response(captured_at, url, f"by_country_{period}.html")
    chinese(recording, folder)
    recording.inbox(
        "partners_2025-01_11_usd_million.csv",
        rewritten(folder / SOURCES["express-usd"], preamble=1),
        "2026-08-21T00:00:00Z",
        "main partners January-November 2025 in US$, re-keyed by a third party from the release of 8 December 2025; "
        "the page itself was not held",
    )
    recording.close()
