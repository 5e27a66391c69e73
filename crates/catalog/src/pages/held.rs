//! A release that waits for a person: why, as its review bundle says.

use super::{Made, quirks};
use crate::facts::Held;
use crate::html::{Page, Part, Text};
use crate::place::held_page;

/// What it is called: `us-census-ft900, release 2025-12, exhibit-12`.
pub(crate) fn name(held: &Held) -> String {
    let parts: Vec<&str> = held.id.split('/').collect();
    match parts.as_slice() {
        [source, release, dataset] => format!("{source}, release {release}, {dataset}"),
        _ => held.id.clone(),
    }
}

/// The page of one bundle.
pub(crate) fn page(held: &Held) -> Made {
    let mut page = Page::new(&format!("Held: {}", name(held)), 3, Some(Part::Runs));
    page.title("Held for review", &name(held));
    page.markup(format_args!(
        "<p class=\"lead\">Nothing of it is published. A person decides: <code>portbook review {}</code></p>\n",
        Text(&held.id)
    ));
    // The heading of the bundle says what the page's own does.
    let rest = held.markdown.split_once('\n').map_or("", |(_, rest)| rest);
    let text = if held.markdown.starts_with("# ") { rest } else { &held.markdown };
    quirks::render(&mut page, text, "h2");
    Made { path: held_page(&held.id), text: page.close("Made from its review bundle.") }
}
