"""FT-900, exhibits 12 and 1: two releases, with the pages that list them."""

from typeset import Recording, xlsx

SOURCES = {
    "exh12-nov": "intl/us-census/ft900_exh12_ref2025-11_rel2026-01-29.xlsx",
    "exh12-dec": "intl/us-census/ft900_exh12_ref2025-12_rel2026-02-19.xlsx",
    "exh1-dec": "intl/us-census/ft900_exh1_ref2025-12_rel2026-02-19.xlsx",
}


def recipe(folder):
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
