"""What the two sites of China's customs look like around their tables."""


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


MONTHS = "Jan. Feb. Mar. Apr. May. Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()


def english_index(rows):
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
