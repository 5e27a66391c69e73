"""A download of the English database, set again: some branches, all quarters, notes in words of ours."""

from typeset import Recording

SOURCES = {"indices": "china/nbs/english_csv/nbs_quarterly_gdp_indices.csv"}
BRANCHES = (
    "Gross Domestic Product", "the Primary Industry", "the Secondary Industry", "the Tertiary Industry",
    "Agriculture, Forestry, Animal Husbandry and Fishery industries", "Construction", "Real Estate", "Others",
)
FOOT = ("Note：1. At constant prices.", "2. Of three industries.", "Data Sources：National Bureau of Statistics")


def download(path):
    """A mark of UTF-8, two lines, the heading and the lines of the branches: a tab and a comma between fields."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    head, fields = lines[:2], [[field.strip(" ,") for field in line.split("\t")] for line in lines[2:]]
    kept = [fields[0]] + [row for row in fields[1:] if any(f" of {name} (" in row[0] for name in BRANCHES)]
    body = ["\t,".join(row[:-1]) + "\t," for row in kept]
    return "\n".join([*head, *body, *FOOT]).encode("utf-8-sig")


def recipe(folder):
    recording = Recording("cn/nbs-download")
    recording.inbox(
        "quarterly_gdp_indices_2026-Q1.csv", download(folder / SOURCES["indices"]), "2026-05-01T00:00:00Z",
        "downloaded by hand; kept in the public repository tsvetoslavtsachev/china-macro-dashboard",
        "https://data.stats.gov.cn/english/easyquery.htm?cn=B01",
    )
    recording.close()
