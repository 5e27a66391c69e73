"""The by-country pages of the preliminary release, their indexes, and a table keyed by hand."""

from typeset import Recording, Table, escaped, rewritten

SOURCES = {
    "express-2025-02": "china/gacc/html/release_section4_by_country_janfeb2025_cny.html",
    "express-2026-03": "china/gacc/html/release_section4_by_country_mar2026_cny.html",
    "express-2018-01": "china/gacc/html/release_section4_by_country_jan2018_cny.html",
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
