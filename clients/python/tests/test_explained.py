"""A row to its cell, by the table alone and with what the program finds; an article's figures."""

from __future__ import annotations

import doctest
import json
import subprocess
from decimal import Decimal
from pathlib import Path

import portbook
import pytest
from conftest import Place
from portbook import commit, explanation, identity
from portbook.selection import Selection


@pytest.fixture(scope="module")
def exports(book: portbook.Commit) -> Selection:
    return book.series(
        source="us/census-ft900",
        dataset="exhibit-12",
        trade_flow="X",
        measure="VALUE",
        period_kind="month",
        time_period="2025-11",
    )


def test_the_table_alone_tells_the_cell(book: portbook.Commit, exports: Selection) -> None:
    """FT-900 of November 2025, sheet 12, F49: 182,146; names as section 2 of the contract computes them."""
    told = book.explain(exports.as_of("2026-02-01").to_arrow().to_pylist()[0])
    assert told.key == "79a595de8d2ea8fa5d6e2dd424e6e26a/2025-11"
    assert told.observation_id == "f425eea06bd3782a08e233cdbc67a070"
    assert (told.printed, told.address) == ("182146", "sheet 12, cell F49")
    assert [row["cell"] for row in told.vintages] == ["F49", "F47"]
    assert told.capture is None and not told.around
    assert "printed 182146 in 10^6" in str(told) and "Public domain" in str(told)


def test_the_example_of_an_identity_runs() -> None:
    assert doctest.testmod(identity).attempted > 0
    assert doctest.testmod(identity).failed == 0


def test_rows_of_every_reader_will_do(book: portbook.Commit, exports: Selection) -> None:
    arrow = book.explain(exports.to_arrow().to_pylist()[0])
    assert book.explain(exports.to_pandas().iloc[0]) == arrow
    assert book.explain(exports.to_polars().row(0, named=True)) == arrow
    assert arrow.printed == "183135"


def test_the_program_adds_the_capture_and_the_cells_around(
    book: portbook.Commit, place: Place, exports: Selection
) -> None:
    row = exports.as_of("2026-02-01").to_arrow().to_pylist()[0]
    told = book.explain(
        row, archive=place.archive, pipelines=Path(place.root, "pipelines"), program=place.program
    )
    assert told.capture is not None and told.capture.url.endswith("exh12.xlsx")
    marked = {
        (cell.cell, cell.text) for line in told.around for cell in line if cell.mark == "value"
    }
    assert marked == {("F49", "182146")}
    assert "exh12.xlsx" in str(told)


#: Hundred millions with one decimal or two beside per cent; figures that were rounded to nine decimals.
CONDITIONS = [
    "source = 'cn-nbs-dg' and time_period = '2022-04'",
    "source = 'intl-cpb-world-trade-monitor' and dataset = 'trade'",
]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_was_printed_is_what_the_program_says(
    book: portbook.Commit, place: Place, condition: str
) -> None:
    """As many observations as it explains at once: all of a month, and twenty."""
    asked = [place.program, "explain", "--json", "--where", condition]
    asked += ["--output", place.output, "--archive", place.archive]
    said = subprocess.run(asked, capture_output=True, check=True, cwd=place.root).stdout
    found = json.loads(said)
    for one in found:
        told = book.explain(one["row"] | {"released_at": None})
        assert (told.series_id, told.observation_id) == (one["series_id"], one["observation_id"])
        assert told.printed == one["printed"], told.key
        assert len(told.vintages) == len(one["vintages"])
    assert len(found) >= 8


def test_printed_has_no_exponent_and_no_digit_more() -> None:
    def row(value: str, unit_mult: int, decimals: int) -> dict[str, object]:
        return {
            "obs_value": Decimal(value),
            "unit_mult": unit_mult,
            "decimals": decimals,
            "raw_text": None,
        }

    assert explanation.printed(row("4104640000000.000000000", 8, 1)) == "41046.4"
    assert explanation.printed(row("0E-9", 6, 0)) == "0"
    assert explanation.printed(row("-0.300000000", 0, 1)) == "-0.3"
    assert (
        explanation.printed(row("30000000000000000000000000000.000000000", 0, 0)) == "3" + "0" * 28
    )


def test_a_row_that_names_nothing_is_refused(book: portbook.Commit, exports: Selection) -> None:
    with pytest.raises(portbook.IncompleteRow, match="lacks source, dataset"):
        book.explain(exports.select("obs_value").to_arrow().to_pylist()[0])
    row = exports.to_arrow().to_pylist()[0]
    with pytest.raises(portbook.IncompleteRow, match="no such observation"):
        book.explain(row | {"ref_area": "CHN"})


def test_a_program_that_is_not_there_is_said(book: portbook.Commit, exports: Selection) -> None:
    with pytest.raises(portbook.ProgramMissing, match="needed for verdicts on claims.*make build"):
        book.claims("claims.toml", program="no-such-program")
    row = exports.to_arrow().to_pylist()[0]
    with pytest.raises(portbook.ProgramMissing, match="cells around a figure"):
        book.explain(row, archive="archive", program="no-such-program")


def test_what_the_program_says_is_passed_on(book: portbook.Commit, place: Place) -> None:
    with pytest.raises(portbook.ProgramFailed, match="no-such-file.toml"):
        book.claims("no-such-file.toml", program=place.program)


def test_an_article_is_tested(book: portbook.Commit, place: Place) -> None:
    """China's surplus of January to November 2025: printed 3,414,732.8 less 2,338,884.7 million dollars, the keyed
    table of the Express; 3,413.0 less 2,344.8 billion in line 216 of the mirror's two files."""
    claims = book.claims(
        Path(place.root, "claims", "2025-12-trillion-surplus.toml"), program=place.program
    )
    surplus = next(claim for claim in claims if claim.id == "surplus-2025-11m")
    assert surplus.verdict == "held as of then, revised since"
    assert (
        surplus.then is not None
        and surplus.then.value == Decimal(1_075_848_100_000)
        and surplus.then.as_printed
    )
    assert (
        surplus.now is not None
        and surplus.now.value == Decimal(1_068_200_000_000)
        and not surplus.now.as_printed
    )
    assert surplus.readings and surplus.cells
    assert next(claim for claim in claims if claim.id == "eu-ev-duties").then is None


def test_a_commit_that_came_meanwhile_is_noticed(
    book: portbook.Commit, place: Place, tmp_path: Path
) -> None:
    """The program reads what stands now; verdicts on another commit than the opened one are refused."""
    (tmp_path / "output").mkdir()
    for name in ("commits", "views"):
        (tmp_path / "output" / name).symlink_to(Path(place.output, name).resolve())
    current = tmp_path / "output" / "current"
    current.symlink_to(book.view)
    opened = commit.Commit(tmp_path / "output")
    assert opened.number == book.number
    current.unlink()
    current.symlink_to(Path(place.output).resolve())
    with pytest.raises(portbook.MovedOn, match="open the folder again"):
        opened._still_stands()
