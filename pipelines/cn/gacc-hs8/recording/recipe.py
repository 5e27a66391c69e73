"""Answers of the customs' online query, fetched by hand: CSV in GB18030.

Set again: every field quoted, a comma after the last one, thousands commas in the value alone. Lines end in
CRLF, which the copies held have lost.
"""

import csv
import io

from typeset import Recording

FOLDER = "china/gacc/stats_query_hs8/"
SOURCES = {  # published file -> how many records each part of it has; the split is made up
    "soya_hs1201_2024in.csv": [],
    "soya_hs1201_2025in.csv": [14, 14],
}


def answer(header, records):
    lines = ["".join(f'"{field}",' for field in fields) for fields in [header, *records]]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def recipe(folder):
    recording = Recording("cn/gacc-hs8")
    for name, parts in SOURCES.items():
        text = (folder / FOLDER / name).read_text(encoding="gb18030")
        header, *records = [fields[:-1] for fields in csv.reader(io.StringIO(text))]
        if not parts:
            files = {name: records}
        else:
            if sum(parts) != len(records):
                raise ValueError(f"{name}: {len(records)} records, the parts have {sum(parts)}")
            starts = [sum(parts[:part]) for part in range(len(parts))]
            files = {
                name.replace(".csv", f"_{number}.csv"): records[start : start + size]
                for number, (start, size) in enumerate(zip(starts, parts), 1)
            }
        for file, its in files.items():
            note = "answer of the online query at stats.customs.gov.cn, saved by hand; day and hour are made up"
            recording.inbox(file, answer(header, its), "2025-11-25T04:00:00Z", note)
    recording.close()
