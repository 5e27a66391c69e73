"""The lines of Python in the documents run in the order they stand in, and say what is printed there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Place

BLOCK = re.compile(r"```(python|pycon)\n(.*?)```", re.DOTALL)

#: How many blocks each has that do not read Parquet by other means.
DOCUMENTS = {"docs/python.md": 4, "README.md": 1, "clients/python/README.md": 1}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_lines_in_documents_run(
    place: Place, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As a reader has it: in the folder of the repository. What a run made lies elsewhere here.
    monkeypatch.chdir(place.root)
    made = {
        '"output"': repr(place.output),
        '"archive"': repr(place.archive),
        '"target/debug/portbook"': repr(place.program),
    }
    names: dict[str, Any] = {}
    blocks = [
        (language, text)
        for language, text in BLOCK.findall(Path(document).read_text(encoding="utf-8"))
        if "_parquet(" not in text
    ]
    for language, text in blocks:
        for written, meant in made.items():
            text = text.replace(written, meant)
        if language == "python":
            exec(compile(text, document, "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(text, names, document, document, 0)
        test.globs = names
        assert doctest.DocTestRunner(verbose=False).run(test, clear_globs=False).failed == 0
    assert len(blocks) == DOCUMENTS[document]
