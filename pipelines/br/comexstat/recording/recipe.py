"""Two releases of a year's exports, from twenty records of soya, and two of its imports, which are made up.

The published files quote codes and no measures; the copy that is held lost the quotes, so they are set again.
"""

import csv

from typeset import Recording

SOYA = "national/brazil/EXP_2024_soja_jan_sample.csv"
BASE = "https://balanca.economia.gov.br/balanca/bd/comexstat-bd/ncm/"
FIRST, SECOND = "2024-02-06T18:30:00Z", "2025-02-06T18:30:00Z"
CODES = 8  # columns of codes, which come first
EXPORTS = "CO_ANO CO_MES CO_NCM CO_UNID CO_PAIS SG_UF_NCM CO_VIA CO_URF QT_ESTAT KG_LIQUIDO VL_FOB".split()
IMPORTS = [*EXPORTS, "VL_FRETE", "VL_SEGURO"]

# Made up: what the first release of exports may have held. By line of the sample, the measures then.
BEFORE = {2: ["8085", "8084233", "3900000"], 12: ["6900", "6900049", "3230000"]}
NOT_YET = 21  # the line that the first release had not
GONE = "2024 01 12019000 21 249 MT 01 0917800 1 1000 500".split()  # and the record that the second has not

# Made up as a whole, but for the codes: each of the thirteen units; countries of one ISO code in the publisher's table
# side by side (249, 396, 873; 023, 025; 150, 321), else alike; what is no state, no mode, no country.
FIRST_IMPORTS = """
2024 01 27160000 18 586 PR 08 0910152 1500 0 111111 0 0
2024 01 84713012 11 249 SP 04 0817600 30 60 33333 444 55
2024 01 84713012 11 396 SP 04 0817600 20 40 22222 333 44
2024 01 84713012 11 873 SP 04 0817600 10 20 11111 222 33
2024 01 38089429 10 023 PR 01 0917800 7000 7000 77777 888 99
2024 01 38089429 10 025 PR 01 0917800 6000 6000 66666 777 88
2024 01 22083020 17 150 RJ 01 0717600 500 480 5555 66 7
2024 01 22083020 17 321 RJ 01 0717600 400 390 4444 55 6
2024 01 24022000 12 160 ND 99 0817800 3 2 1234 0 0
2024 01 64039190 13 858 RS 01 1017700 200 150 9999 88 7
2024 01 37023900 14 399 AM 04 0227700 300 9 8888 77 6
2024 01 57033900 15 827 ES 01 0727600 44 66 777 88 9
2024 01 44071100 16 158 SC 07 0927700 12 6000 5432 321 10
2024 01 71023100 19 756 MG 04 0817600 25 0 98765 43 2
2024 01 70133700 20 160 SP 01 0817800 90 270 360 45 5
2024 01 10019900 21 063 CE 01 0317900 25000 25000000 6250000 500000 1000
2024 01 30021229 22 275 SP 04 0817600 5 1 2222 33 4
2024 01 99999999 10 990 EX 10 0000000 0 0 0 0 0
"""
# In the second release, by line of the first: the measures of two; and a record more.
SECOND_IMPORTS = {2: ["30", "60", "34567", "444", "55"], 16: ["25000", "25000000", "6250000", "510000", "1000"]}
FEBRUARY = "2024 02 10019900 21 063 CE 01 0317900 30000 30000000 7500000 600000 1200"


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
    imports = [line.split() for line in FIRST_IMPORTS.split("\n") if line]
    after = [*changed(imports, SECOND_IMPORTS, 1), FEBRUARY.split()]
    for name, captured_at, columns, records in [
        ("EXP_2024", FIRST, EXPORTS, [*before, GONE]),
        ("IMP_2024", FIRST, IMPORTS, imports),
        ("EXP_2024", SECOND, EXPORTS, soya),
        ("IMP_2024", SECOND, IMPORTS, after),
    ]:
        file = f"{name}_of_{captured_at[:7]}.csv"
        recording.body(file, dump(columns, records))
        recording.response(captured_at, f"{BASE}{name}.csv", file)
    recording.close()
