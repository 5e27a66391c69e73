"""One commit of an output folder: its files, its names of codes, and the questions it answers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from portbook import claims, explanation
from portbook.claims import Claim
from portbook.columns import ASKED, COLUMNS, Asked, known
from portbook.errors import MovedOn, NotPublished, UnknownCode, near
from portbook.explanation import Explanation
from portbook.selection import Selection

if TYPE_CHECKING:
    import pandas as pd

#: The form of files that this package reads; another one has another number.
SCHEMA = 1

#: "Does not apply" and "all of them", which every series column may have.
NEUTRAL = ("_Z", "_T")

_LISTS = {column.name: column.codes for column in COLUMNS if column.codes}
_FOLDERS = pa.schema([("source", pa.string()), ("freq", pa.string()), ("year", pa.int32())])


class Commit:
    """What `portbook.open` found: one whole commit, whatever is published afterwards."""

    def __init__(self, output: str | os.PathLike[str]) -> None:
        #: The output folder.
        self.output = Path(output)
        #: The folder of this commit, which `current` pointed to.
        self.view = Path(os.path.realpath(self.output / "current"))
        if not (self.view.is_dir() and self.view.name.isdigit()):
            raise NotPublished(
                f"no commit in {self.output}: `portbook run --output {self.output}` publishes one"
            )
        record = self.output / "commits" / f"{self.view.name}.json"
        said: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
        #: Its number, from 1.
        self.number: int = said["commit"]
        #: Names it and everything in it: cite this.
        self.digest: str = said["digest"]
        #: The program that wrote it.
        self.program: str = said["program"]
        if said["schema"] != SCHEMA:
            raise NotPublished(
                f"{record}: form {said['schema']}, expected {SCHEMA}: install the package of {self.program}"
            )
        self._files: list[str] = sorted(file["view"] for file in said["files"])

    def series(self, **asked: Unpack[Asked]) -> Selection:
        """The series with these codes, each one code or several; the rows that stand, as of today.

        Name `source` and `dataset`: a preliminary and a final print of one thing are two sources. `year` is
        the year a period ends in. Whatever else may be asked is said to `Selection.where`.

        Raises `UnknownColumn` and `UnknownCode`, with the nearest names; a code that is in its list and in
        no row is no mistake, and gives no rows.
        """
        known(asked, ASKED)
        wanted = {name: _several(value) for name, value in asked.items()}
        if "source" in wanted:
            wanted["source"] = [code.replace("/", "-") for code in wanted["source"]]
        for name, codes in wanted.items():
            self._check(name, codes)
        if "dataset" in wanted:
            self._check_datasets(wanted.get("source"), wanted["dataset"])
        selection = Selection(self.observations)
        for name, codes in wanted.items():
            field = pc.field(name)
            selection = selection.where(field == codes[0] if len(codes) == 1 else field.isin(codes))
        return selection

    @cached_property
    def observations(self) -> ds.Dataset:
        """Every print, as a pyarrow dataset; `source`, `freq` and `year` are told by the folders."""
        return self._dataset("observation", _FOLDERS)

    def datasets(self) -> pa.Table:
        """What is published: `source`, `dataset`, how many `releases`, and the newest `released_at`."""
        releases = self._dataset("audit/release", pa.schema([("source", pa.string())])).to_table()
        grouped = releases.group_by(["source", "dataset"]).aggregate(
            [("release", "count"), ("released_at", "max")]
        )
        named = grouped.rename_columns(["source", "dataset", "releases", "released_at"])
        return named.sort_by([("source", "ascending"), ("dataset", "ascending")])

    def codes(self, name: str) -> pa.Table:
        """A code list, `code` and `name` first: area, measure, source (with publisher and licence), …

        Raises `UnknownCode` for a list there is not.
        """
        lists = {Path(file).stem: file for file in self._files if file.startswith("dimension/")}
        if name not in lists:
            raise UnknownCode(f"no list `{name}`{near(name, lists)}; there are {', '.join(lists)}")
        return pq.read_table(self.view / lists[name])

    def explain(
        self,
        row: Mapping[str, Any] | pd.Series[Any],
        *,
        archive: str | os.PathLike[str] | None = None,
        pipelines: str | os.PathLike[str] = "pipelines",
        program: str = "portbook",
    ) -> Explanation:
        """Where a row comes from: its release, the cell it was printed in, and every vintage of it.

        `row` holds at least the series columns and the period: ``frame.iloc[0]`` of pandas, ``frame.row(0,
        named=True)`` of Polars, ``table.to_pylist()[0]`` of Arrow. All this is read from the table itself.

        With `archive`, the folder of bytes as received, the program `portbook` is asked for the rest: the
        address it was fetched from, and the cells around the figure.

        Raises `IncompleteRow` if the row names no observation here, `ProgramMissing` if the program is needed
        and not there.
        """
        told = explanation.of(self, row)
        if archive is None:
            return told
        asked = [
            "explain",
            told.key,
            "--as-of",
            f"{told.row['released_at'].isoformat()}",
            *self._folder(),
        ]
        asked += ["--archive", os.fspath(archive), "--pipelines", os.fspath(pipelines)]
        whole = explanation.with_capture(told, program, asked)
        self._still_stands()
        return whole

    def claims(self, file: str | os.PathLike[str], *, program: str = "portbook") -> list[Claim]:
        """What became of an article's figures: ``claims("claims/2025-12-trillion-surplus.toml")``.

        A commit holds no verdicts: the program `portbook` computes them from the file and from this commit.

        Raises `ProgramMissing` if it is not there, `ProgramFailed` if the file is wrong, and `MovedOn` if
        another commit was published meanwhile.
        """
        verdicts = claims.ask(program, ["claims", os.fspath(file), *self._folder()])
        self._still_stands()
        return verdicts

    def __repr__(self) -> str:
        return f"<commit {self.number} of {self.output}, {self.digest[:8]}>"

    def _dataset(self, folder: str, keys: pa.Schema) -> ds.Dataset:
        base = self.view / folder
        files = [str(self.view / file) for file in self._files if file.startswith(f"{folder}/")]
        if not files:
            raise NotPublished(f"commit {self.number} of {self.output} has nothing in {folder}")
        partitioning = ds.partitioning(keys, flavor="hive")
        return ds.dataset(
            files, format="parquet", partitioning=partitioning, partition_base_dir=str(base)
        )

    def _check(self, column: str, wanted: Sequence[Any]) -> None:
        if column not in _LISTS:
            return
        codes = self._codes_of(column)
        for code in wanted:
            if code in codes or code in NEUTRAL:
                continue
            named = [one for one, name in codes.items() if name.casefold() == str(code).casefold()]
            hint = f"; `{named[0]}` is {codes[named[0]]}" if named else near(code, codes)
            raise UnknownCode(
                f"{column}: no code `{code}`{hint}; codes('{_LISTS[column]}') has them all"
            )

    def _codes_of(self, column: str) -> dict[str, str]:
        table = self.codes(_LISTS[column] or column)
        return dict(zip(table["code"].to_pylist(), table["name"].to_pylist(), strict=True))

    def _check_datasets(self, source: Sequence[str] | None, wanted: Sequence[str]) -> None:
        published = self.datasets().select(["source", "dataset"]).to_pylist()
        there = sorted(
            {line["dataset"] for line in published if source is None or line["source"] in source}
        )
        for name in wanted:
            if name not in there:
                of = f" of {', '.join(source)}" if source else ""
                raise UnknownCode(
                    f"no dataset `{name}`{of}{near(name, there)}; datasets() has them all"
                )

    def _still_stands(self) -> None:
        now = Path(os.path.realpath(self.output / "current"))
        if now != self.view:
            raise MovedOn(
                f"commit {self.number} was opened and {now.name} stands now: open the folder again"
            )

    def _folder(self) -> list[str]:
        return ["--output", os.fspath(self.output)]


def _several(value: Any) -> list[Any]:
    return [value] if isinstance(value, str | int) else list(value)
