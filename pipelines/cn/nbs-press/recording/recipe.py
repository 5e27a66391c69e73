"""A press release on real estate: its prose is what is held, its table is set here from the figures of the prose."""

import re
from decimal import Decimal

from typeset import Recording

SOURCES = {"2025-10": "china/nbs/pages/real_estate_2025-01_10.page.txt"}
TITLE = "Investment in Real Estate Development for January-October 2025"
# Label of a row, how the prose begins the figure of the whole and of housing, and what makes the table's unit of the prose's.
# Of housing sold the prose has the growth only: no row of it is set.
ROWS = (
    ("Investment in real estate development (100 million yuan)", "investment in real estate development",
     "investment in residential buildings", 10),
    ("Floor space of buildings under construction (10,000 sq.m)",
     "buildings under construction of real estate development enterprises", "residential buildings under construction", 100),
    ("Floor space of buildings newly started (10,000 sq.m)", "buildings newly started", "residential buildings newly started", 100),
    ("Floor space of buildings completed (10,000 sq.m)", "buildings completed", "residential buildings completed", 100),
    ("Floor space of newly built commercial buildings sold (10,000 sq.m)", "newly built commercial buildings sold",
     None, 100),
    ("Sales of newly built commercial buildings (100 million yuan)", "sales of newly built commercial buildings", None, 10),
)


def figures(prose, words, times):
    """The value, in the table's unit, and the fall that the prose gives behind these words."""
    told = re.search(rf"{words} (?:was|were) ([\d,.]+) (?:billion|million).*?(?:down|decrease of) ([\d.]+)%", prose)
    value = Decimal(told[1].replace(",", "")) * times
    assert value == value.to_integral_value(), told[0]
    return f"{value:.0f}", f"-{told[2]}"


def page(prose):
    """The page as far as it matters: title, and the table of indicators."""
    lines = [("Indicators", "Absolute Value", "Y/Y (%)")]
    for label, whole, housing, times in ROWS:
        lines.append((label, *figures(prose, whole, times)))
        if housing:
            lines.append(("Of which: Residential Buildings", *figures(prose, housing, times)))
    rows = "\n".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in line) + "</tr>" for line in lines)
    return (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{TITLE}</title></head>\n<body>\n<h1>{TITLE}</h1>\n'
        f"<table>\n{rows}\n</table>\n</body>\n</html>\n"
    )


def recipe(folder):
    recording = Recording("cn/nbs-press")
    prose = (folder / SOURCES["2025-10"]).read_text(encoding="utf-8")
    recording.inbox(
        "t20251117_1961878.html", page(prose), "2025-11-17T06:00:00Z",
        "figures of the prose; the table is set as such a release prints it, its bytes were not held",
        "https://www.stats.gov.cn/english/PressRelease/202511/t20251117_1961878.html",
        date="2025-11-17",
    )
    recording.close()
