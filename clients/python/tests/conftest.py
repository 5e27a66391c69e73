"""The folder that the program wrote, and the program; `tests/tests/python/main.rs` names them."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

import portbook
import pytest


@dataclass(frozen=True)
class Place:
    """Where a replayed run left what it made."""

    output: str = os.environ["PORTBOOK_OUTPUT"]
    archive: str = os.environ["PORTBOOK_ARCHIVE"]
    program: str = os.environ["PORTBOOK_PROGRAM"]
    #: The repository.
    root: str = os.environ["PORTBOOK_ROOT"]

    def sql(self, question: str, *arguments: str) -> list[dict[str, Any]]:
        """What the program answers to a question."""
        asked = [
            self.program,
            "sql",
            "--output",
            self.output,
            "--format",
            "json",
            *arguments,
            question,
        ]
        answer: list[dict[str, Any]] = json.loads(
            subprocess.run(asked, capture_output=True, check=True).stdout
        )
        return answer


@pytest.fixture(scope="session")
def place() -> Place:
    return Place()


@pytest.fixture(scope="session")
def book(place: Place) -> portbook.Commit:
    return portbook.open(place.output)
