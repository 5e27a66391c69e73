"""The notebook runs from its first cell to its last, and its figures are those of the published files."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import Place
from nbclient import NotebookClient

#: Read by eye, in dollars: exports less imports. First printed: `customs-exports-usd_cut_from_2020-06.json` and
#: `customs-imports-…`, `m` in hundred millions, lines 21, 74, 75, 85, 86 and 92 of both. Now: `value` in billions
#: of the mirror's `exports.csv` and `imports.csv`, lines 151, 204, 205, 215, 216 and 222 of both.
SURPLUS = {
    "2020-06": ("46421000000", "44600000000"),  # 2135.74 − 1671.53; 212.8 − 168.2
    "2024-11": ("97443000000", "97300000000"),  # 3123.1 − 2148.67; 311.9 − 214.6
    "2024-12": ("104838000000", "105100000000"),  # 3356.27 − 2307.89; 335.6 − 230.5
    "2025-10": ("90074000000", "88000000000"),  # 3053.53 − 2152.79; 304.9 − 216.9
    "2025-11": ("111676000000", "109900000000"),  # 3303.51 − 2186.75; 330.0 − 220.1
    "2026-05": ("105434000000", "105100000000"),  # 3767.83 − 2713.49; 376.3 − 271.2
}

#: January to November 2025: 3,414,732.8 − 2,338,884.7 million in the table keyed from customs' page of December 2025;
#: `ytd_value` 3413.0 − 2344.8 billion in line 216 of the mirror's files.
HEADLINE = ["1075848100000", "1068200000000"]

#: Added after the last cell: what the notebook has come to, for this test.
TOLD = """
import json
figures = {month: [format(value, "f") for value in line] for month, line in zip(table.index, table.values.tolist())}
print(json.dumps({"figures": figures, "headline": [format(value, "f") for value in headline.iloc[0]]}))
"""


@pytest.fixture(scope="module")
def executed(place: Place) -> Any:
    path = Path(place.root, "clients", "python", "notebooks", "surplus.ipynb")
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    # Committed without what it printed, which would go stale unseen.
    assert not any(cell.get("outputs") for cell in notebook.cells)
    notebook.cells.append(nbformat.v4.new_code_cell(TOLD))  # type: ignore[no-untyped-call]
    return NotebookClient(notebook, timeout=300, kernel_name="python3").execute()


def test_its_figures_are_those_of_the_files(executed: Any) -> None:
    told = json.loads(executed.cells[-1].outputs[0].text)
    assert len(told["figures"]) == 72
    found = {month: tuple(map(Decimal, told["figures"][month])) for month in SURPLUS}
    assert found == {month: tuple(map(Decimal, values)) for month, values in SURPLUS.items()}
    assert list(map(Decimal, told["headline"])) == list(map(Decimal, HEADLINE))


def test_it_draws_and_explains(executed: Any) -> None:
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 1
    assert any("printed 3303.51 in 10^8" in output.get("text", "") for output in outputs)
