"""Four mistakes that mypy must find, one a line."""

import portbook

selection = portbook.open("output").series(ref_aria="CHN")
selection.as_of(2025)
selection.to_pandas(dtype="float32")
number: int = portbook.open().digest
