"""Two series and two press releases, cut as they were held; a partner's series as a third party keeps it."""

import xml.etree.ElementTree as ElementTree

from typeset import Recording

SOURCES = {
    "world": "national/japan/mof_d41ma.trimmed.sjis.csv",
    "commodities": "national/japan/mof_ts_commodity_export.trimmed.sjis.csv",
    "press": "national/japan/mof_press_monthly_2026-07_e.trimmed.xml",
    "days": "national/japan/mof_press_10days_2026-08_e.xml",
    "china": "national/japan/mof_china_semicolon_2001-2019.csv",
}
MIRROR = (
    "https://raw.githubusercontent.com/mizydorczyk/relationship-between-trade-and-the-exchange-rate"
    "/0826f6ea7ab353ab6d5d458d5fd23f7b7263daa8/assets/japan-china-trade-data.csv"
)
YEARS = ("2001", "2019")  # of the partner's series


def series(path):
    """The lines of a series, in the code page and with the line ends of the publisher."""
    lines = path.read_text(encoding="cp932").splitlines()
    return "".join(f"{line}\r\n" for line in lines).encode("cp932")


def element(read):
    """An element set again: name, attributes, text, children."""
    new = ElementTree.Element(read.tag, dict(read.attrib))
    new.text = read.text if read.text and (read.text.strip() or not len(read)) else None
    new.extend(element(child) for child in read)
    return new


def document(path):
    """A press release set again."""
    text = ElementTree.tostring(element(ElementTree.parse(path).getroot()), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>{text}\n'


def recipe(folder):
    recording = Recording("jp/customs")
    site = "https://www.customs.go.jp/toukei/suii/html/data"
    recording.body("d41ma.csv", series(folder / SOURCES["world"]))
    recording.body("d51ma.csv", series(folder / SOURCES["commodities"]))
    recording.response("2026-07-02T00:00:00Z", f"{site}/d41ma.csv", "d41ma.csv")
    recording.response("2026-09-02T00:00:00Z", f"{site}/d51ma.csv", "d51ma.csv")
    recording.inbox(
        "press_2026-07_e.xml", document(folder / SOURCES["press"]), "2026-09-02T01:00:00Z",
        "the press release of August 2026 on July, provisional, as quoted in a test of a public repository",
        date="2026-08-19",
    )
    recording.inbox(
        "press_10days_2026-08_e.xml", document(folder / SOURCES["days"]), "2026-09-02T01:00:00Z",
        "the press release of 28 August 2026 on the first ten days of the month, likewise",
    )
    header, *lines = (folder / SOURCES["china"]).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.startswith(YEARS)]
    recording.body("japan-china-trade-data.csv", "".join(f"{line}\n" for line in [header, *kept]))
    recording.response("2026-07-02T00:00:00Z", MIRROR, "japan-china-trade-data.csv")
    recording.close()
