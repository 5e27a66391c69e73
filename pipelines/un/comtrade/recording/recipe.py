"""A reply of the service, and a download of the old site."""

import csv
import io
import json

from typeset import Recording

FOLDER = "intl/un-comtrade/"
REPLY = "data_v1_get_C_A_HS_china_arg_deu_2010_TOTAL.json"
DOWNLOAD = "legacy_2010-2014_china_imports_from_world_hs2.csv"
CHAPTERS = ("01", "27", "84", "85", "87", "97", "99")  # of the download
WORDS = ("Commodity",)  # left out: the texts of the nomenclature


def download(path):
    """The lines of some chapters, the words of the nomenclature shortened to their code."""
    rows = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    out = io.StringIO()
    writer = csv.DictWriter(out, rows.fieldnames, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        if row["Commodity Code"] in CHAPTERS:
            writer.writerow({**row, **{name: f"Chapter {row['Commodity Code']}" for name in WORDS}})
    return out.getvalue()


def recipe(folder):
    recording = Recording("un/comtrade")
    reply = json.loads((folder / FOLDER / REPLY).read_text(encoding="utf-8"))
    note = "a reply kept among the tests of a client of the service; the day is that of another reply kept there"
    text = json.dumps(reply, indent=1) + "\n"
    recording.inbox(REPLY, text, "2025-12-07T12:00:00Z", note)
    note = "a download of the old site, kept by a third party beside pages of June and July 2020; the day is made up"
    recording.inbox(DOWNLOAD, download(folder / FOLDER / DOWNLOAD), "2020-07-14T12:00:00Z", note)
    recording.close()
