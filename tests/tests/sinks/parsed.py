"""Parses scripts with sqlglot, one JSON line a statement: the kind it is taken for, and its first words.

    python parsed.py DIALECT FILE…

A statement that sqlglot does not know it keeps as text, which it calls a Command: those are told, and are
not checked.
"""

import json
import logging
import sys

import sqlglot

logging.disable(logging.CRITICAL)
dialect, *files = sys.argv[1:]
for file in files:
    with open(file, encoding="utf-8") as text:
        for statement in sqlglot.parse(text.read(), dialect=dialect):
            if statement is None:
                continue
            is_known = not isinstance(statement, sqlglot.exp.Command)
            words = statement.sql(dialect=dialect).split()[:2]
            print(json.dumps({"known": is_known, "kind": type(statement).__name__, "words": words}))
