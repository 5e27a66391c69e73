"""Two CSV files of a public repository, set again."""

from typeset import Recording, rewritten

SOURCES = {
    "mirror-exports": "china/eastmoney_mirror/exports.csv",
    "mirror-imports": "china/eastmoney_mirror/imports.csv",
}


def recipe(folder):
    recording = Recording("cn/eastmoney-mirror")
    base = "https://raw.githubusercontent.com/huizhaohuang/china-econ-data-penetrate/main/data/"
    for flow in ("exports", "imports"):
        recording.body(f"{flow}.csv", rewritten(folder / SOURCES[f"mirror-{flow}"]))
        recording.response("2026-08-21T10:46:28Z", f"{base}{flow}.csv", f"{flow}.csv")
    recording.close()
