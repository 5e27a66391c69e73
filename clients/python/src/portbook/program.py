"""The program `portbook`, where the published table alone does not tell."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

from portbook.errors import ProgramFailed, ProgramMissing


def ask(program: str, arguments: Sequence[str], what: str) -> Any:
    """The JSON it prints.

    Raises `ProgramMissing`, which says what it was needed for, and `ProgramFailed` with what it said.
    """
    found = shutil.which(program)
    if found is None:
        raise ProgramMissing(
            f"no program `{program}`, which is needed for {what}; this package reads the published table only: "
            "build the program (`make build`), then put it on the PATH or say program='target/debug/portbook'"
        )
    ended = subprocess.run(
        [found, *arguments, "--json"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ended.returncode != 0:
        raise ProgramFailed(
            f"`{program} {arguments[0]}` ended with {ended.returncode}: {ended.stderr.strip()}"
        )
    return json.loads(ended.stdout)
