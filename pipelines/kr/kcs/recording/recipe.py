"""A download of the portal's table, and what a third party kept of its API's answers."""

import json

from typeset import Recording

FOLDER = "national/korea/"
DOWNLOAD = "kosis_DT_1R11006_FRM101_china_2001-2019.csv"
ANSWERS = "kosis_country_month_2025-07_2026-06.trimmed.json"
YEARS = ("2001", "2019")  # of the download


def recipe(folder):
    recording = Recording("kr/kcs")
    header, *lines = (folder / FOLDER / DOWNLOAD).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.split('"')[3][:4] in YEARS]
    note = "the portal's table for China, downloaded in English by a third party; the day is made up"
    recording.inbox(DOWNLOAD, "".join(f"{line}\n" for line in [header, *kept]), "2020-03-01T00:00:00Z", note)
    answers = json.loads((folder / FOLDER / ANSWERS).read_text(encoding="utf-8"))
    answers["source"] = {"org": "Korea Customs Service", "unit": answers["source"]["unit"]}
    kept = {name: answers[name] for name in ("source", "window", "as_of", "national", "countries")}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    note = "answers of the portal's API, kept by a third party and cut to six of its partners; the hour is made up"
    recording.inbox(ANSWERS, text + "\n", "2026-08-20T12:00:00Z", note)
    recording.close()
