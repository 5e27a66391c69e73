"""Runs blocks of pages in the folder it is started in: a list of {place, page, language, text} on stdin."""

import doctest
import json
import sys

import duckdb

names = {}
for block in json.load(sys.stdin):
    page = block["page"]
    names.setdefault(page, {"__name__": page})
    try:
        if block["language"] == "sql":
            duckdb.execute(block["text"])
        elif block["language"] == "python":
            exec(compile(block["text"], block["place"], "exec"), names[page])
        else:
            example = doctest.DocTestParser().get_doctest(block["text"], names[page], block["place"], None, 0)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
            if runner.run(example, clear_globs=False).failed:
                sys.exit(f"{block['place']}: not as it stands there")
            names[page].update(example.globs)
    except Exception as error:
        error.add_note(f"in {block['place']}: {block['text']}")
        raise
