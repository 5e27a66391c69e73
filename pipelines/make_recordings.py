#!/usr/bin/env python3
"""Re-typesets the recordings under pipelines/*/*/recording/ from the figures of the published files.

    pip install openpyxl==3.1.5 xlrd==2.0.2 xlwt==1.3.0      (and pyarrow for us/census-api)
    python3 pipelines/make_recordings.py FOLDER [SOURCE …]

FOLDER holds the published files, laid out as the `SOURCES` of each `recording/recipe.py` have them;
they are no part of this repository. SOURCE is `us/census-ft900`; without one, every recipe runs. A
recipe reads the figures and words and sets new workbooks, pages and CSV files of the same shape:
same rows, columns, cell addresses, traps (empty strings, no-break spaces, unquoted href, CRLF around
LF). It copies no bytes. Running it again gives the same bytes with the library versions named above:
clocks and property stamps are fixed (`typeset.py`).

What the published files do not tell is made up and looks it: page addresses of `00000000-…` or
`900000…`, entity tags, times of modification, the furniture around a table. `recording/README.md`
of each source says what was made up there. Building Portbook never needs this script.
"""

import importlib.util
import pathlib
import sys

sys.dont_write_bytecode = True
import typeset  # noqa: E402, F401  before any recipe: it decides how openpyxl writes

HERE = pathlib.Path(__file__).resolve().parent


def recipe(source):
    """The recipe of a source, a module with a function `recipe(folder)`."""
    path = HERE / source / "recording" / "recipe.py"
    spec = importlib.util.spec_from_file_location(source.replace("/", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    every = sorted(str(path.parents[1].relative_to(HERE)) for path in HERE.glob("*/*/recording/recipe.py"))
    for source in sys.argv[2:] or every:
        recipe(source).recipe(folder)


if __name__ == "__main__":
    main()
