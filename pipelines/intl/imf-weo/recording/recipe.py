"""The database of April 2025 as the text file it is published as; two later releases and ten vintages laid out by others."""

import csv
import io
from decimal import Decimal

from typeset import Recording

SOURCES = {
    "2025-04": "intl/imf/weo_2025-04_entire_database_cut_32_economies.csv",
    "2025-10": "intl/imf/weo_2025-10_gdp_percap_growth_long.csv",
    "2026-04": "intl/imf/weo_2026-04_long_panel.csv",
    "vintages": "intl/imf/weo_projections_10_vintages_2021-04_to_2025-10.csv",
}
ECONOMIES = ("BRA", "CHN", "IND", "USA", "VNM")
SUBJECTS = (
    "NGDP_R", "NGDP_RPCH", "NGDP", "NGDPD", "NGDP_D", "NGDPDPC", "PPPEX", "PCPIPCH", "LUR", "LE", "LP", "GGXWDG_NGDP",
    "BCA", "BCA_NGDPD",
)
NUMBERS = ("111", "223", "446", "534", "582", "924", "NA")  # Lebanon (446) and economies without a number: traps
PANEL = ("bca", "bca_ngdpd", "lp", "lur", "ngdp", "ngdpd", "ngdpdpc", "ngdp_r", "ngdp_rpch", "pcpipch")


def grouped(text):
    """A figure with a comma for thousands, as the text file prints it."""
    return text if text in ("n/a", "--", "") else f"{Decimal(text):,}"


def database(path):
    """Tab-separated UTF-16 with a mark, CRLF; notes on subjects and series are left blank."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    years = [name for name in rows[0] if name.isdigit()]
    first = ["WEO Country Code", "ISO", "WEO Subject Code", "Country", "Subject Descriptor", "Subject Notes", "Units", "Scale",
             "Country/Series-specific Notes"]
    lines = ["\t".join([*first, *years, "Estimates Start After"])]
    for row in rows:
        if row["ISO"] in ECONOMIES and row["WEO Subject Code"] in SUBJECTS:
            said = ["" if name.endswith("Notes") else row[name] for name in first]
            said = [f'"{text}"' if "," in text else text for text in said]
            figures = [f'"{text}"' if "," in text else text for text in (grouped(row[year]) for year in years)]
            lines.append("\t".join([*said, *figures, row["Estimates Start After"]]))
    lines += ["", rows[-1]["WEO Country Code"]]
    return ("\r\n".join(lines) + "\r\n").encode("utf-16")


def cut(path, code, columns):
    """The rows of the five economies, of the columns named (all if none), as a CSV file."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    names = [name for name in rows[0] if not columns or name in columns]
    out = io.StringIO()
    writer = csv.DictWriter(out, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in rows if row[code] in ECONOMIES)
    return out.getvalue()


def vintages(path):
    """Projections of some economies, words in quotes and figures without, as the file has them."""
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    lines = ['"year","variable","ctry","value","pubdate"']
    for row in rows:
        if row["ctry"] in NUMBERS:
            lines.append(f'"{row["year"]}","{row["variable"]}",{row["ctry"]},{row["value"]},{row["pubdate"]}')
    return "\n".join(lines) + "\n"


def recipe(folder):
    recording = Recording("intl/imf-weo")
    url = "https://www.imf.org/-/media/Files/Publications/WEO/WEO-Database/2025/april/WEOApr2025all.ashx"
    recording.inbox(
        "WEOApr2025all.xls",
        database(folder / SOURCES["2025-04"]),
        "2025-04-22T16:00:00Z",
        "the entire database by country",
        url,
        date="2025-04-22",
    )
    recording.inbox(
        "weo_2025-10_three_subjects.csv",
        cut(folder / SOURCES["2025-10"], "COUNTRY.ID", ()),
        "2026-03-25T00:00:00Z",
        "sheet Countries of WEOOct2025all.xlsx, three subjects laid out as rows by a third party",
        "https://github.com/Nielssouza/DJANGO-DASH",
        date="2025-10-14",
    )
    recording.inbox(
        "weo_2026-04_panel.csv",
        cut(folder / SOURCES["2026-04"], "iso", ("country", "iso", "year", "aggregate", *PANEL)),
        "2026-08-21T00:00:00Z",
        "the export of April 2026 laid out as a panel by a third party",
        "https://github.com/micomrkaic/tea",
        date="2026-04-14",
    )
    recording.inbox(
        "weo_projections_10_vintages.csv",
        vintages(folder / SOURCES["vintages"]),
        "2026-08-21T00:00:00Z",
        "projections of ten databases, April 2021 to October 2025, collected by a third party",
        "https://github.com/franzmohr/macroprojections",
    )
    recording.close()
