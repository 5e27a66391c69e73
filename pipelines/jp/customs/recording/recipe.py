"""Two series and a press release, cut as they were held."""

import xml.etree.ElementTree as ElementTree

from typeset import Recording

SOURCES = {
    "world": "national/japan/mof_d41ma.trimmed.sjis.csv",
    "commodities": "national/japan/mof_ts_commodity_export.trimmed.sjis.csv",
    "press": "national/japan/mof_press_monthly_2026-07_e.trimmed.xml",
}


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


def recipe(folder):
    recording = Recording("jp/customs")
    site = "https://www.customs.go.jp/toukei/suii/html/data"
    recording.body("d41ma.csv", series(folder / SOURCES["world"]))
    recording.body("d51ma.csv", series(folder / SOURCES["commodities"]))
    recording.response("2026-07-02T00:00:00Z", f"{site}/d41ma.csv", "d41ma.csv")
    recording.response("2026-09-02T00:00:00Z", f"{site}/d51ma.csv", "d51ma.csv")
    press = element(ElementTree.parse(folder / SOURCES["press"]).getroot())
    text = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>' + ElementTree.tostring(press, encoding="unicode")
    recording.inbox(
        "press_2026-07_e.xml", text + "\n", "2026-09-02T01:00:00Z",
        "the press release of August 2026 on July, provisional, as quoted in a test of a public repository",
        date="2026-08-19",
    )
    recording.close()
