"""Ember's monthly clean-tech exports: the rows held of one full release, set again."""

from typeset import Recording, rewritten

SOURCES = {"extract": "china/ember/clean_tech_exports_full_release_monthly.extract.csv"}


def recipe(folder):
    recording = Recording("intl/ember-clean-tech")
    recording.inbox(
        "clean_tech_exports_full_release_monthly.csv", rewritten(folder / SOURCES["extract"]), "2026-05-31T12:00:00Z",
        "rows of World, ASEAN and Africa of the full release, from a copy in a public repository that a spreadsheet had saved",
        "https://files.ember-energy.org/public-downloads/customs/outputs/clean_tech_exports_full_release_monthly.csv",
    )
    recording.close()
