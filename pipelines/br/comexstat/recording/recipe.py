"""Two releases of a year's exports, from twenty records of soya.

The published files quote codes and no measures; the copy that is held lost the quotes, so they are set again.
"""

import csv

from typeset import Recording

SOYA = "national/brazil/EXP_2024_soja_jan_sample.csv"
BASE = "https://balanca.economia.gov.br/balanca/bd/comexstat-bd/ncm/"
FIRST, SECOND = "2024-02-06T18:30:00Z", "2025-02-06T18:30:00Z"
CODES = 8  # columns of codes, which come first
EXPORTS = "CO_ANO CO_MES CO_NCM CO_UNID CO_PAIS SG_UF_NCM CO_VIA CO_URF QT_ESTAT KG_LIQUIDO VL_FOB".split()

# Made up: what the first release of exports may have held. By line of the sample, the measures then.
BEFORE = {2: ["8085", "8084233", "3900000"], 12: ["6900", "6900049", "3230000"]}
NOT_YET = 21  # the line that the first release had not
GONE = "2024 01 12019000 21 249 MT 01 0917800 1 1000 500".split()  # and the record that the second has not


def dump(header, records):
    """Codes in quotes, measures bare, a line feed at the end of every line."""
    def line(record):
        return ";".join([f'"{code}"' for code in record[:CODES]] + record[CODES:]) + "\n"

    return ";".join(f'"{name}"' for name in header) + "\n" + "".join(map(line, records))


def changed(records, other, first):
    """The records, of which some lines, counted from `first`, have other measures."""
    return [record[:CODES] + other.get(at, record[CODES:]) for at, record in enumerate(records, first)]


def recipe(folder):
    recording = Recording("br/comexstat")
    with (folder / SOYA).open(encoding="utf-8", newline="") as file:
        header, *soya = csv.reader(file, delimiter=";")
    assert header == EXPORTS
    before = changed(soya, BEFORE, 2)
    del before[NOT_YET - 2]
    for captured_at, records in [(FIRST, [*before, GONE]), (SECOND, soya)]:
        file = f"EXP_2024_of_{captured_at[:7]}.csv"
        recording.body(file, dump(header, records))
        recording.response(captured_at, f"{BASE}EXP_2024.csv", file)
    recording.close()
