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
    "6": "china/gacc/pages/t06_exports_enterprise_{month}.page.txt",
    "7": "china/gacc/pages/t07_imports_enterprise_{month}.page.txt",
    "18": "china/gacc/pages/t18_imports_by_regime_{month}.page.txt",
    "some": "china/gacc/extracted/by_country_partial_2025-03_to_09_cny10k.csv",
    "goods": "china/gacc/extracted/bulletin_major_exports_rows_2024-08_2025-07_08_cny10k.csv",
}

AID = "Aid or Donation Between Government or by International Organizations"
ENTERPRISES = "by Type Enterprise and by Customs Regime"
SITE = "http://www.customs.gov.cn"
BASE = "/customs/302249/zfxxgk/2799825/302274/302277"

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


def prints(rows):
    """Label, unit and six figures of each row; a good with two units stands twice, one row below the other."""
    for row in rows:
        for end, yoy in (("", "qty_yoy"), ("2", "qty2_yoy")):
            if not end or row["unit2"]:
                quantities = [row["month_qty" + end], row["ytd_qty" + end], row[yoy]]
                amounts = [row["month_amount"], row["ytd_amount"], row["amount_yoy"]]
                figures = [printed(figure, at // 4) for at, figure in
                           enumerate(figure for pair in zip(quantities, amounts) for figure in pair)]
                yield " " * 2 * int(row["level"]) + row["name_zh"], row["unit" + end] or "-", figures


def goods_xls(rows, title, unit, month, note=""):
    """A table of major commodities: label, unit, and quantity and value three times."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("M113RMB" if "出口" in title else "M114USD")
    left, right, centre = (
        xlwt.easyxf(f"align: horiz {side}, vert centre") for side in ("left", "right", "centre")
    )
    sheet.write_merge(1, 1, 1, 8, title, centre)
    sheet.write_merge(2, 2, 1, 8, unit, right)
    for column, head in ((1, "商品名称"), (2, "计量单位")):
        sheet.write_merge(3, 4, column, column, head, centre)
    for i, head in enumerate((f"{month}月", f"1至{month}月累计", f"{month}月比去年同期±%")):
        sheet.write_merge(3, 3, 3 + 2 * i, 4 + 2 * i, head, centre)
        sheet.write(4, 3 + 2 * i, "数量", centre)
        sheet.write(4, 4 + 2 * i, "金额", centre)
    for r, (name, unit, figures) in enumerate(rows, 5):
        sheet.write(r, 1, name, left)
        sheet.write(r, 2, unit, centre)
        for c, figure in enumerate(figures, 3):
            sheet.write(r, c, figure, right)
    if note:
        sheet.write_merge(5 + len(rows), 5 + len(rows), 1, 8, note, left)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def goods_rows(folder, period):
    lines = (folder / SOURCES["goods"]).read_text(encoding="utf-8").splitlines()[1:]
    return [row for row in csv.DictReader(lines) if row["period"] == period]


def goods(recording, folder, period, day, number):
    """One month of the table of major exports on the Chinese site: index, article, workbook."""
    year, month = period.split("-")[0], int(period.split("-")[1])
    title = f"（13）{year}年{month}月出口主要商品量值表（人民币值）"
    book = goods_xls(list(prints(goods_rows(folder, period))), title, "金额单位：万元人民币", month)
    attached(recording, year, period, day, number, title, "goods", book,
             bulletin_index(year, {}, {month: f"{page_of(year)}/{number}/index.html"}))


SYNTHETIC = "SYNTHETIC: in the form reported of this table, of which no file was held"

# Goods in English as a public program lists the labels of the page; units as the pages have them.
ENGLISH = {
    "手机": "Mobile phones", "印刷电路": "Printed circuits", "太阳能电池": "Solar cells",
    "集成电路": "Electronic integrated circuits", "锂离子蓄电池": "Lithium-ion batteries",
    "汽车（包括底盘）": "Motor vehicles（including chassis fitted with engines)", "乘用车": "Passenger cars",
    "煤及褐煤": "Coal and lignite", "原油": "Crude petroleum oils", "二甲苯": "Xylenes",
    "辆": "N", "万个": "10000N", "万台": "10000N", "万辆": "10000N", "亿个": "100MN", "亿块": "100MN", "万吨": "10000T",
}

# Table (14) of July 2026: rows that the tests of a public program quote from the page, in US$1,000.
IMPORTS = [
    ("煤及褐煤", "万吨", ["4,273", "4,354,503", "26,811", "22,473,996", "20.3", "83.9"]),
    ("原油", "万吨", ["3,573", "22,782,435", "28,333", "173,938,630", "-24.3", "-5.2"]),
    ("二甲苯", "万吨", ["52", "558,619", "504", "5,331,280", "-35.0", "-16.9"]),
]
# Table (13) of July 2026: the one row that is reported, a formula that lost what it referred to.
TRIO = "New trio (electric vehicles,lithium-ion batteries,and photovoltaic products) *"


def in_english(rows):
    for name, unit, figures in rows:
        label = name.lstrip(" ")
        if label in ENGLISH:
            yield "&nbsp;" * (len(name) - len(label)) + ENGLISH[label], ENGLISH.get(unit, unit), figures


def goods_page(number, flow, period, unit, rows):
    """A table of major commodities on the English site: growth in columns, of the month."""
    year, month = period.split("-")[0], int(period.split("-")[1])
    title = f"（{number}）Major {flow} Commodities in Quantity and Value,{month}.{year}"
    heads = ['<td rowspan="2">Commodity</td><td rowspan="2">Quantity<br />Unit</td>' + "".join(
        f'<td colspan="2">{head}</td>' for head in (month, f"1to{month}", "Percentage Change")
    ), "<td>Quantity</td><td>Value</td>" * 3]
    body = table([title, unit, SYNTHETIC], heads, [([label, unit], figures, []) for label, unit, figures in rows])
    return english_article(title, "", body)


def synthetic(recording, folder):
    """Tables (13) and (14) in the forms of which no file was held: pages in English, (14) as a workbook."""
    title = "（14）2026年7月进口主要商品量值表（美元值）"
    exports = in_english(prints(goods_rows(folder, "2025-08")))
    files = {
        "exports_2025-08.html": goods_page(13, "Export", "2025-08", "Unit:RMB￥10,000", exports),
        "exports_2026-07.html": goods_page(13, "Export", "2026-07", "Unit:US$1,000", [(TRIO, "-", ["*REF!"] * 6)]),
        "imports_2026-07.html": goods_page(14, "Import", "2026-07", "Unit:US$1,000", in_english(IMPORTS)),
        "imports_2026-07.xls": goods_xls(IMPORTS, title, "金额单位：千美元", 7, f"注：{SYNTHETIC}"),
    }
    for name, content in files.items():
        recording.inbox(f"synthetic_{name}", content, "2026-08-22T00:00:00Z", SYNTHETIC)


def page_of(year):
    return f"{BASE}/{'5668662' if year == '2024' else year}"


def attached(recording, year, period, day, number, title, name, book, index):
    """The year's page, the article of a table, and the workbook that hangs on it."""
    captured_at = f"{day}T04:00:00Z"
    article = f"{page_of(year)}/{number}/index.html"
    file = f"/customs/attachDir/{day[:4]}/{day[5:7]}/{9 * 10**18 + number - 9000000}.xls"
    text = (
        f'<div class="easysite-news-title"><h2>{title}</h2></div>\n<table class="attachment"><tbody>'
        f'<tr><td>附件</td><td><a href="{file}">{title}.xls</a></td></tr></tbody></table>'
    )
    end = "" if name == "countries" else f"_{name}"
    recording.body(f"index{end}_{period}.html", index)
    recording.body(f"article{end}_{period}.html", chinese_page(title, text))
    recording.body(f"{name}_{period}.xls", book)
    recording.response(captured_at, f"{SITE}{page_of(year)}/index.html", f"index{end}_{period}.html")
    recording.response(captured_at, SITE + article, f"article{end}_{period}.html")
    recording.response(captured_at, SITE + file, f"{name}_{period}.xls")


def bulletin_index(year, countries, goods):
    """The year's page: a tab each for dollars and yuan, a row a table, twelve months."""
    tabs = ""
    for tab, currency, by_country, of_goods in ((1, "USD", {}, {}), (2, "RMB", countries, goods)):
        rows = ""
        tables = [("（1）进出口商品总值表 B：月度表", {}), ("（2）进出口商品国别（地区）总值表", by_country)]
        for title, linked in [*tables, ("（13）出口主要商品量值表", of_goods)] if goods else tables:
            months = "".join(
                f'<a href="{linked[m]}" target="_blank">{m}月</a>' if m in linked else f"<span>{m}月</span>"
                for m in range(1, 13)
            )
            rows += f"<tr><td>{title}</td><td>{months}</td></tr>\n"
        tabs += f'<div id="con_one{year}_{tab}"><table id="yb{year}{currency}"><tbody>\n{rows}</tbody></table></div>\n'
    return chinese_page(f"{year}年统计月报", tabs)


def paired_rows(text, count):
    """Label, figures and growth rates of each row, from the text of a page; `count` of each.

    A row that has lost one-digit cells, or its growth, is given with what is left of it.
    """
    lines = [line.strip(" |").replace(" | ", " ") for line in text.splitlines()]
    begin = next(i for i, line in enumerate(lines) if line.startswith("TOTAL"))
    figure = r"(?:-|-?[\d,]+(?:\.\d+)?)"
    rows = []
    for label_line, growth_line in zip(lines[begin::2], [*lines[begin + 1 :: 2], ""]):
        value = re.fullmatch(rf"(\D.*?)((?:\s+{figure}){{1,{count}}})", label_line)
        if not value or value[1][0].isdigit():
            break
        growth = growth_line.split()
        whole = len(growth) == count and all(re.fullmatch(figure, rate) for rate in growth)
        rows.append((value[1], value[2].split(), growth if whole else []))
    return rows


def table(spanned, heads, rows):
    """Title and unit over all columns, headings, rows; each label spans its figures and the shaded growth under them."""
    cell = '<td align="right">{}&nbsp;</td>'
    width = len(rows[0][1]) + len(rows[0][0])
    lines = [
        f'<tr><td colspan="{width}"><b>{spanned[0]}</b></td></tr>',
        f'<tr><td colspan="{width}" align="right">{spanned[1]}</td></tr>',
        *(f"<tr>{head}</tr>" for head in heads),
    ]
    for labels, values, growth in rows:
        span = ' rowspan="2"' if growth else ""
        named = "".join(f"<td{span}>{label}</td>" for label in labels)
        lines.append(f'<tr>{named}{"".join(map(cell.format, values))}</tr>')
        if growth:
            lines.append(f'<tr bgcolor="#C0C0C0">{"".join(map(cell.format, growth))}</tr>')
    if len(spanned) > 2:
        lines.append(f'<tr><td colspan="{width}">{spanned[2]}</td></tr>')
    return '<table border="0" class="ke-zeroborder"><tbody>\n' + "\n".join(lines) + "\n</tbody></table>"


def english_article(title, date, body):
    dated = f'<div class="atcl-date">{date}</div>\r\n' if date else ""
    content = (f'    <div class="atcl"><div class="atcl-ttl">{title}</div>\r\n{dated}'
               f'<div class="atcl-cnt">{body}</div></div>')
    return english_page(title, content)


def english(recording, period, day, *tables):
    """Tables of the English site, (number, name, title, date, table) each, and the index that links them."""
    year, month = period.split("-")
    site = "http://english.customs.gov.cn"
    captured_at = f"{day}T04:00:00Z"
    url = {number: f"{site}/Statics/00000000-0000-4000-8000-{number:06}{year}{month}.html" for number, *_ in tables}
    listed = [(f"({tables[0][0] - 1}) {BEFORE[tables[0][0]]}", int(month), None)] + [
        (f"({number}) {title.split(')')[1].rsplit(',', 1)[0]}", int(month), url[number])
        for number, _, title, *_ in tables
    ]
    index = f"index_{tables[0][1]}_{period}.html"
    recording.body(index, english_index(listed))
    recording.response(captured_at, f"{site}/statics/report/monthly.html", index)
    for number, name, title, date, body in tables:
        recording.body(f"{name}_{period}.html", english_article(title, date, body))
        recording.response(captured_at, url[number], f"{name}_{period}.html")


BEFORE = {
    5: "Imports and Exports by HS Section and Division",
    6: "Imports and Exports by Customs Regime",
    7: f"Exports {ENTERPRISES}",
    18: "Exports of Selected Commodities by Major Customs Regimes",
}


def page_text(folder, key, period):
    return (folder / SOURCES[key].format(month=period)).read_text(encoding="utf-8")


def regimes(folder, period):
    year, month = period.split("-")
    title = f"(5)Imports and Exports by Customs Regime,{int(month)}.{year}"
    rows = [([label], values, growth) for label, values, growth in paired_rows(page_text(folder, "regimes", period), 4)
            if growth]
    heads = ['<td rowspan="2">Customs Regime</td><td colspan="2">Exports</td><td colspan="2">Imports</td>',
             f"<td>{int(month)}</td><td>1to{int(month)}</td>" * 2]
    note = "Notes: 1. Figures in shaded areas refer to percentage change over the same period in the previous year."
    return 5, "regimes", title, "", table([title, "Unit:US$1,000", note], heads, rows)


def enterprises(folder, number, period, lost=()):
    """Tables (6) and (7); `lost` are one-digit cells: label, column, and what the sums on the page leave for it."""
    year, month = period.split("-")
    flow = "Exports" if number == 6 else "Imports"
    title = f"({number}){flow} {ENTERPRISES},1-{int(month)}.{year}"
    rows = paired_rows(page_text(folder, str(number), period), 5)
    for label, column, figure in lost:
        next(values for name, values, _ in rows if name == label).insert(column, figure)
    heads = ['<td rowspan="2">Type of Enterprise<br />Customs regime</td>'
             + "".join(f"<td>{kind}</td>" for kind in ("Total", "SOE", "FIE", "POE", "Other")), "<td>Value/±%</td>" * 5]
    note = "1、The abbreviations shown in the table refer to: SOE=State-owned Enterprise"
    body = table([title, "Unit:US$1,000", note], heads, [([label], values, growth) for label, values, growth in rows])
    return number, f"{flow.lower()}_enterprise", title, "", body


def selected(folder, period):
    """Table (18): the goods of which all eight figures are in the text, with their growth rates."""
    text = page_text(folder, "18", period)
    units, figure = r"(10000T|T|-)", r"(-|-?[\d,]+(?:\.\d+)?)"
    lines = re.sub(r"\n(10000T |T )", r" \1", text).splitlines()  # a label may be broken over lines
    rows = []
    for line, growth_line in zip(lines, lines[1:]):
        found = re.fullmatch(rf"(\D.*?)\s+{units}" + rf"\s+{figure}" * 8, line.rstrip())
        growth = growth_line.split()
        if found and len(growth) == 8:
            label = found[1].lstrip()
            indent = "&nbsp;" * (len(found[1]) - len(label))
            rows.append(([indent + label, found[2]], found.groups()[2:], growth))
    year, month = period.split("-")
    title = f"(18)Import of Selected Commodities by Major Customs Regimes,{int(month)}.{year}"
    regimes = ("Ordinary Trade", "Processing Trade", "Bonded logistics", "Other")
    heads = ['<td rowspan="2">Customs Regimes<br />Commodities</td><td rowspan="2">Quantity<br />Unit</td>'
             + "".join(f'<td colspan="2">{regime}</td>' for regime in regimes), "<td>Quantity</td><td>Value</td>" * 4]
    body = table([title, "Unit:US$1,000"], heads, rows)
    return 18, "selected_imports", title, f"{year}/05/08", body


def some_countries(recording, folder):
    """The rows by country that somebody copied of seven months, a file a month."""
    comment, header, *lines = (folder / SOURCES["some"]).read_text(encoding="utf-8").splitlines()
    rest = "NOT complete tables: only some rows" + comment.split("only the rows named", 1)[1].split(";", 1)[0]
    for month in range(3, 10):
        period = f"2025-{month:02}"
        its = [header, *(line for line in lines if line.startswith(period))]
        text = f"# 进出口商品国别（地区）总值表, {period} | 单位：万元人民币 | {rest}\r\n" + "\r\n".join(its) + "\r\n"
        note = "some rows of the table by country, copied by a third party from a JSON of the workbook, which was not held"
        recording.inbox(f"some_countries_{period}.csv", text, "2026-08-21T00:00:00Z", note)


def recipe(folder):
    recording = Recording("cn/gacc-bulletin")
    english(recording, "2023-01", "2023-03-18", regimes(folder, "2023-01"), enterprises(folder, 6, "2023-01"))
    english(recording, "2023-04", "2023-05-18", regimes(folder, "2023-04"))
    english(recording, "2024-05", "2024-06-18", enterprises(folder, 6, "2024-05"))
    goods(recording, folder, "2024-08", "2024-09-18", 9000013)
    goods(recording, folder, "2025-07", "2025-08-18", 9000014)
    goods(recording, folder, "2025-08", "2025-09-18", 9000015)
    releases = [("2024", 11, "2024-12-18"), ("2024", 12, "2025-01-18"), ("2025", 10, "2025-11-18"),
                ("2025", 11, "2025-12-18"), ("2025", 12, "2026-01-18")]
    links = {"2024": {}, "2025": {}}
    for number, (year, month, day) in enumerate(releases, 9000001):
        period = f"{year}-{month:02}"
        links[year][month] = f"{page_of(year)}/{number}/index.html"
        title = f"（2）{year}年{month}月进出口商品国别（地区）总值表（人民币值）"
        book = xls(folder / SOURCES["bulletin"].format(month=period), year, month)
        attached(recording, year, period, day, number, title, "countries", book, bulletin_index(year, links[year], {}))
    english(recording, "2024-11", "2024-12-18", enterprises(folder, 7, "2024-11", [(AID, 1, "2")]))
    english(recording, "2026-02", "2026-03-18", regimes(folder, "2026-02"))
    english(recording, "2026-04", "2026-05-18", selected(folder, "2026-04"))
    some_countries(recording, folder)
    synthetic(recording, folder)
    recording.close()
