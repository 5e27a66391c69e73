"""What is refused, and the hint that comes with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import portbook
import pyarrow.compute as pc
import pytest
from portbook.columns import COLUMNS
from portbook.commit import NEUTRAL


@pytest.mark.parametrize(
    ("asked", "error", "hint"),
    [
        ({"ref_aria": "CHN"}, portbook.UnknownColumn, "near it: ref_area"),
        ({"obs_value": "1"}, portbook.UnknownColumn, "no column `obs_value`"),
        ({"ref_area": "China"}, portbook.UnknownCode, "`CHN` is China"),
        ({"counterpart_area": ["USA", "GER"]}, portbook.UnknownCode, "no code `GER`"),
        ({"source": "us/census-ft90"}, portbook.UnknownCode, "near it: us-census-ft900"),
        ({"dataset": "exhibit12"}, portbook.UnknownCode, "near it: exhibit-12"),
        (
            {"source": "cn/gacc-express", "dataset": "exhibit-12"},
            portbook.UnknownCode,
            "of cn-gacc-express",
        ),
    ],
)
def test_the_nearest_name_is_told(
    book: portbook.Commit, asked: dict[str, Any], error: type[Exception], hint: str
) -> None:
    with pytest.raises(error, match=hint):
        book.series(**asked)


def test_columns_that_are_not_there_cannot_be_selected(book: portbook.Commit) -> None:
    with pytest.raises(portbook.UnknownColumn, match="near it: obs_value"):
        book.series().select("time_period", "obs_vlue")


def test_lists_that_are_not_there(book: portbook.Commit) -> None:
    with pytest.raises(portbook.UnknownCode, match="near it: area"):
        book.codes("areas")


def test_every_published_code_may_be_asked(book: portbook.Commit) -> None:
    """A hint must never refuse what is published."""
    checked = 0
    for column in COLUMNS:
        if column.codes:
            listed = {*book.codes(column.codes)["code"].to_pylist(), *NEUTRAL, None}
            table = book.series().vintages().select(column.name).to_arrow()
            assert set(pc.unique(table[column.name]).to_pylist()) <= listed, column.name
            checked += 1
    assert checked == 17


def test_every_published_dataset_is_told(book: portbook.Commit) -> None:
    table = book.series().vintages().select("source", "dataset").to_arrow()
    rows = {(line["source"], line["dataset"]) for line in table.to_pylist()}
    assert rows <= {(line["source"], line["dataset"]) for line in book.datasets().to_pylist()}


def test_an_empty_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(portbook.NotPublished, match="`portbook run"):
        portbook.open(tmp_path)


def test_another_form_of_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "views" / "000001").mkdir(parents=True)
    (tmp_path / "commits").mkdir()
    (tmp_path / "current").symlink_to("views/000001")
    record = (
        '{"commit": 1, "digest": "", "program": "portbook 9 schema 2", "schema": 2, "files": []}'
    )
    (tmp_path / "commits" / "000001.json").write_text(record)
    with pytest.raises(portbook.NotPublished, match="form 2, expected 1"):
        portbook.open(tmp_path)
