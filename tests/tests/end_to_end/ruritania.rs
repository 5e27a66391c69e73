//! The small source of `tests/fixtures/added_source`, for tests that change what it prints or says:
//! a page of six figures, captured on 20 March 2024, and what a test adds to it.

use std::path::PathBuf;

use portbook_tests::folder::{Folder, copy};
use portbook_tests::program::Place;
use portbook_tests::published::{Row, rows};
use portbook_tests::repository::root;

/// As it lies in the fixture.
pub(crate) const PAGE: &str = "Exports by country\nThousand US dollars\nCountry,Jan 2024,Feb 2024\n\
                               World,30.5,20\nGermany,10.25,20\nFrance,20.25,-\n\
                               Source: Bureau of Ruritania\n";

/// A place of its own whose only source is that one.
pub(crate) fn place(name: &str) -> Place {
    let folder = Folder::new(name);
    let pipelines = folder.path().join("pipelines");
    copy(&root().join("tests/fixtures/added_source"), &pipelines.join("xx/exports"));
    Place { folder, pipelines }
}

/// A file of its folder.
pub(crate) fn file(place: &Place, name: &str) -> PathBuf {
    place.pipelines.join("xx/exports").join(name)
}

/// Adds a later answer of the page to the recording.
pub(crate) fn answers(place: &Place, captured_at: &str, page: &str) {
    let name = format!("exports-{}.csv", captured_at.replace([':', '-'], ""));
    fs_err::write(file(place, "recording").join(&name), page).unwrap();
    let index = file(place, "recording/index.toml");
    let before = fs_err::read_to_string(&index).unwrap();
    let response = format!(
        "\n[[response]]\nurl = \"https://bureau.example/exports.csv\"\nstatus = 200\n\
         captured_at = \"{captured_at}\"\ncontent_type = \"text/csv; charset=utf-8\"\n\
         file = \"{name}\"\n"
    );
    fs_err::write(&index, before + &response).unwrap();
}

/// The published row of an area in a month, in the release of that name.
pub(crate) fn row(place: &Place, release: &str, area: &str, month: &str) -> Option<Row> {
    rows(&place.output()).into_iter().find(|row| {
        let is = |column: &str, value: &str| row.get(column) == value;
        is("release", &format!("xx-exports:{release}"))
            && is("counterpart_area", area)
            && is("time_period", month)
    })
}
