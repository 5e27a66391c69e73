#!/usr/bin/env python3
"""Re-typesets the recordings under pipelines/*/*/recording/ from the figures of the published files.

    pip install openpyxl==3.1.5 xlwt==1.3.0
    python3 pipelines/make_recordings.py FOLDER

FOLDER holds the published files, laid out as in `SOURCES` below; they are no part of this
repository. The recipe reads their figures and words and sets new workbooks, pages and CSV files of
the same shape: same rows, columns, cell addresses, traps (empty strings, no-break spaces, unquoted
href, CRLF around LF). It copies no bytes. Running it again gives the same bytes with the library
versions named above: clocks and property stamps are fixed.

What the published files do not tell is made up and looks it: page addresses of `00000000-…` or
`900000…`, entity tags, times of modification, the furniture around a table. `recording/README.md`
of each source says what was made up there. Building Portbook never needs this script.
"""

import csv
import hashlib
import html
import html.parser
import io
import pathlib
import re
import sys
import zipfile
from datetime import datetime, timedelta
from decimal import Decimal

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = {
    "exh12-nov": "intl/us-census/ft900_exh12_ref2025-11_rel2026-01-29.xlsx",
    "exh12-dec": "intl/us-census/ft900_exh12_ref2025-12_rel2026-02-19.xlsx",
    "exh1-dec": "intl/us-census/ft900_exh1_ref2025-12_rel2026-02-19.xlsx",
    "mirror-exports": "china/eastmoney_mirror/exports.csv",
    "mirror-imports": "china/eastmoney_mirror/imports.csv",
    "express-2025-02": "china/gacc/html/release_section4_by_country_janfeb2025_cny.html",
    "express-2026-03": "china/gacc/html/release_section4_by_country_mar2026_cny.html",
    "express-2018-01": "china/gacc/html/release_section4_by_country_jan2018_cny.html",
    "express-usd": "china/gacc/extracted/partners_2025-01_11_usd_million.csv",
    "bulletin": "china/gacc/extracted/by_country_{month}_full_cny10k.csv",
}
TYPES = {
    "html": "text/html; charset=utf-8",
    "csv": "text/plain; charset=utf-8",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Recording:
    """One recording folder: bodies, then `index.toml` in order of capture."""

    def __init__(self, source):
        self.folder = HERE / source / "recording"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.entries = []

    def body(self, name, content):
        content = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / name).write_bytes(content)

    def response(self, captured_at, url, name):
        """The body `name` answered `url` from `captured_at` on; it was put there half an hour before."""
        digest = hashlib.sha256((self.folder / name).read_bytes()).hexdigest()
        modified = datetime.strptime(captured_at, "%Y-%m-%dT%H:%M:%SZ") - timedelta(minutes=30)
        self.entries.append(
            f'[[response]]\nurl = "{url}"\nstatus = 200\ncaptured_at = "{captured_at}"\n'
            f'content_type = "{TYPES[name.rsplit(".", 1)[1]]}"\netag = "\\"{digest[:16]}\\""\n'
            f'last_modified = "{modified:%a, %d %b %Y %H:%M:%S} GMT"\nfile = "{name}"\n'
        )

    def close(self):
        head = "# Written by pipelines/make_recordings.py; README.md beside it says from what.\n\n"
        (self.folder / "index.toml").write_text(head + "\n".join(self.entries), encoding="utf-8")


# ---------------------------------------------------------------- workbooks

EMPTY = "@empty@"  # stands for a cell with an empty string, which openpyxl would leave out


def xlsx(path):
    """A workbook with the figures, words and merged cells of the exhibit's columns A to J."""
    read = openpyxl.load_workbook(path).worksheets[0]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = read.title
    for row in read.iter_rows(max_col=10):
        for cell in row:
            if cell.value is None:
                continue
            new = sheet.cell(cell.row, cell.column, EMPTY if cell.value == "" else cell.value)
            if isinstance(cell.value, (int, float)) or cell.value == "":
                new.number_format = "#,##0"
    for merged in read.merged_cells.ranges:
        sheet.merge_cells(merged.coord)
    sheet.column_dimensions["A"].width = 38
    for column in "BCDEFGHIJ":
        sheet.column_dimensions[column].width = 15
    book.properties.creator = "Portbook recording"
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def settled(content):
    """The same package with fixed stamps, and empty strings where `EMPTY` stood."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", data)
            if name.endswith("/sheet1.xml"):
                data = data.replace(f"<t>{EMPTY}</t>".encode(), b"<t></t>")
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)
    return out.getvalue()


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


def printed(text, decimals):
    """A figure as the workbook prints it, a comma for thousands; nil is a dash."""
    return f"{Decimal(text):,.{decimals}f}" if text else "-"


# ---------------------------------------------------------------- pages and CSV


class Table(html.parser.HTMLParser):
    """The rows of a page's only table as texts, `<br />` as a line feed; its title and date."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.spans, self.words, self.cell, self.div = [], [], {}, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "tr":
            self.rows.append([])
            self.spans.append([])
        elif tag == "td":
            self.cell = ""
            self.spans[-1].append(int(given.get("colspan", 1)))
        elif tag == "br" and self.cell is not None:
            self.cell += "\n"
        elif tag == "div":
            self.div = given.get("class")
        elif tag == "img" and self.div == "atcl-cnt":
            self.words["img"] = given["src"]

    def handle_endtag(self, tag):
        if tag == "td":
            lines = [line.strip(" \t\r") for line in self.cell.split("\n")]
            self.rows[-1].append("\n".join(line for line in lines if line))
            self.cell = None
        elif tag == "div":
            self.div = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data
        elif self.div in ("atcl-ttl", "atcl-date"):
            self.words[self.div] = self.words.get(self.div, "") + data.strip()


def escaped(text):
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


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


ENGLISH_MENU = [
    ("/about/mission", "About GACC"),
    ("/Legislation/Laws", "Laws & Regulations"),
    ("/newsroom/news", "News"),
    ("/service/guide", "Service Guide"),
    ("/statics/report/preliminary.html", "Preliminary Release"),
    ("/statics/report/trade.html", "Trade Indices"),
    ("/statics/report/monthly.html", "Monthly Bulletin"),
    ("/Statistics/Statistics?ColumnId=4", "Release Calendar"),
    ("/Statistics/Statistics?ColumnId=5", "Explainatory Notes"),
    ("http://stats.customs.gov.cn/indexEn", "Interactive Tables"),
]


def english_page(title, content):
    """A page of the English site: little furniture, CRLF, a stray U+0003 in the footer."""
    top = (
        f'<!DOCTYPE html>\n<html>\n<head>\n    <meta charset="UTF-8">\n    <title>{title}</title>\n</head>\n<body>\n'
        '    <div class="g-top"><a href="/">Home</a><span>|</span><a href="#">中文站</a></div>\n'
        '    <div class="g-nav"><ul>\n'
        + "".join(
            f'        <li class="g-nav-itm"><a href="{path}" target="_blank">• {name}</a></li>\n'
            for path, name in ENGLISH_MENU
        )
        + "    </ul></div>\n"
    )
    foot = (
        "\n    <div class=\"g-btm\">\n        <p>General Administration of Customs of the People's Republic of China\u0003\n"
        "    </div>\n</body>\n</html>\n"
    )
    return top.replace("\n", "\r\n") + content + foot.replace("\n", "\r\n")


def express_page(title, date, content):
    article = (
        f'    <div class="atcl">\r\n        <div class="atcl-ttl">{title}</div>\r\n'
        f'        <div class="atcl-date">{date}</div>\r\n        <div class="atcl-cnt">{content}</div>\r\n    </div>'
    )
    return english_page(title, article)


MONTHS = "Jan. Feb. Mar. Apr. May. Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()


def express_index(rows):
    """One row a table: its title, then twelve months; `rows` are (title, month, address or None)."""
    body = ""
    for title, month, url in rows:
        cells = [
            f"<a href={url}> {name}</a>" if url and m == month else f"<span>{name}</span>"
            for m, name in enumerate(MONTHS, 1)
        ]
        body += f"<tr><td>{title}</td><td>{''.join(cells[:6])}</br>{''.join(cells[6:])}</td></tr>"
    years = "".join(f'<option value="{year}">{year}</option>' for year in range(2026, 2017, -1))
    content = (
        '    <div class="g-pth"><a href="/">Home</a> &gt; <a class="g-pth-cur">Monthly Bulletin</a></div>\r\n'
        "    <div>Due to data verification after the preliminary release, the monthly bulletin is of more accuracy.</div>\r\n"
        f'    <span>Year</span><select id="preliminarysel">{years}</select>\r\n'
        f"    <table><thead><tr><th>Title</th><th>Month</th></tr></thead><tbody>{body}</tbody></table>"
    )
    return english_page("News - Newsroom - GACC", content)


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


def rewritten(path, preamble=0):
    """A CSV with the same preamble, columns and figures; lines end in CRLF, as RFC 4180 has them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    out = io.StringIO()
    for line in lines[:preamble]:
        out.write(line.strip() + "\r\n")
    csv.writer(out).writerows(csv.reader(lines[preamble:]))
    return out.getvalue()


# ---------------------------------------------------------------- the sources


def census(folder):
    recording = Recording("us/census-ft900")
    base = "https://www.census.gov/foreign-trade/Press-Release/current_press_release/"
    sessions = [
        ("2026-01-29T14:00:00Z", "2025-11", "November 2025", "Thursday, January 29, 2026", ("exh12",)),
        ("2026-02-19T14:00:00Z", "2025-12", "December 2025", "Thursday, February 19, 2026", ("exh12", "exh1")),
    ]
    names = {"exh12": "Exhibit 12. U.S. Trade in Goods", "exh1": "Exhibit 1. U.S. International Trade in Goods and Services"}
    for captured_at, period, printed_period, printed_date, exhibits in sessions:
        items = "".join(f'      <li><a href="{e}.xlsx">{names[e]}</a> (Excel)</li>\n' for e in exhibits)
        page = (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n'
            "  <title>U.S. International Trade in Goods and Services</title>\n</head>\n<body>\n  <main>\n"
            f"    <h1>U.S. International Trade in Goods and Services, {printed_period}</h1>\n"
            f'    <p class="release-date">{printed_date}</p>\n    <ul>\n{items}    </ul>\n  </main>\n</body>\n</html>\n'
        )
        recording.body(f"index_{period}.html", page)
        recording.response(captured_at, base + "index.html", f"index_{period}.html")
        for exhibit in exhibits:
            name = f"{exhibit}_{period}.xlsx"
            key = f"{exhibit}-{'nov' if period == '2025-11' else 'dec'}"
            recording.body(name, xlsx(folder / SOURCES[key]))
            recording.response(captured_at, f"{base}{exhibit}.xlsx", name)
    recording.close()


def mirror(folder):
    recording = Recording("cn/eastmoney-mirror")
    base = "https://raw.githubusercontent.com/huizhaohuang/china-econ-data-penetrate/main/data/"
    for flow in ("exports", "imports"):
        recording.body(f"{flow}.csv", rewritten(folder / SOURCES[f"mirror-{flow}"]))
        recording.response("2026-08-21T10:46:28Z", f"{base}{flow}.csv", f"{flow}.csv")
    recording.close()


def express(folder):
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
        table = Table((folder / SOURCES[f"express-{period}"]).read_text(encoding="utf-8"))
        url = f"{site}/Statics/{guid}.html"
        rows = [(f"{title} (in CNY)", month, url), (f"{title} (in USD)", month, None)]
        recording.body(f"index_{period[:4]}.html", express_index(rows))
        recording.response(captured_at, f"{site}/statics/report/{index}.html", f"index_{period[:4]}.html")
        image = table.words.get("img")
        content = f"<img src ='{image}'/>" if image else express_table(table)
        page = express_page(table.words["atcl-ttl"], table.words["atcl-date"], content)
        recording.body(f"by_country_{period}.html", page)
        recording.response(captured_at, url, f"by_country_{period}.html")
    inbox = "inbox/partners_2025-01_11_usd_million.csv"
    (recording.folder / "inbox").mkdir(exist_ok=True)
    recording.body(inbox, rewritten(folder / SOURCES["express-usd"], preamble=1))
    recording.body(
        f"{inbox}.toml",
        'captured_at = "2026-08-21T00:00:00Z"\nurl = ""\n'
        'note = "main partners January-November 2025 in US$, re-keyed by a third party from the release of 8 December 2025; '
        'the page itself was not held"\n',
    )
    recording.close()


def bulletin(folder):
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


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    for source in (census, mirror, express, bulletin):
        source(folder)


if __name__ == "__main__":
    main()
