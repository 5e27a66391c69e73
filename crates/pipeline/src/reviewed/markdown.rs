//! A bundle as Markdown, for people.

use std::fmt::Write as _;

use portbook_model::address;
use portbook_query::explain::{Mark, Neighbourhood};

use super::{Cell, Held};

pub(super) fn of(held: &Held) -> String {
    let mut text = String::new();
    let Held { source, dataset, release, .. } = held;
    let dataset = dataset.as_deref().unwrap_or("files of no dataset");
    match release {
        Some(release) => {
            let _ = writeln!(text, "# {source} {dataset}, release {release}: held\n");
        }
        None => {
            let _ = writeln!(text, "# {source} {dataset}: files that belong to no release\n");
        }
    }
    let _ = writeln!(text, "{}\n", held.title);
    if let Some(at) = &held.released_at {
        let _ = writeln!(text, "- Published {at}.");
        let _ = match &held.last_good {
            Some(good) => writeln!(
                text,
                "- The last good release is {} ({}); its data stands.",
                good.release, good.released_at
            ),
            None => writeln!(text, "- No release before it has passed."),
        };
    }
    if !held.accepted.is_empty() {
        let _ = writeln!(text, "- Accepted already: {}.", held.accepted.join("; "));
    }
    for (number, reason) in held.reasons.iter().enumerate() {
        let _ = writeln!(text, "\n## {}. {}\n\n{}", number + 1, reason.rule, reason.said);
        for one in &reason.cells {
            cell(&mut text, one);
        }
    }
    if !held.stored.is_empty() {
        text.push_str("\n## Stored bytes\n\n");
    }
    for stored in &held.stored {
        let _ = write!(
            text,
            "- {}, captured {}: `{}` in the archive",
            stored.url, stored.captured_at, stored.object
        );
        let _ = match &stored.note {
            Some(note) => writeln!(text, " ({note})"),
            None => writeln!(text),
        };
    }
    text.push_str("\n## To decide\n\n");
    text.push_str(match held.release {
        None => {
            "There is nothing to accept: mend the layout, the lookups or the source, and the next \
             build reads the files again. A file that is none of the source's:\n\n```sh\n"
        }
        Some(_) => {
            "If the layout, the lookups or the source is wrong, mend it: the next build reads the \
             release again. If the publisher is wrong in one value, `corrections.toml` mends it. \
             Else:\n\n```sh\n"
        }
    });
    for command in &held.commands {
        let _ = writeln!(text, "{command}");
    }
    text.push_str("```\n");
    text
}

fn cell(text: &mut String, cell: &Cell) {
    let at = if cell.at.is_empty() { "the file" } else { &cell.at };
    // A file fetched by hand has no address to open.
    let place = if cell.file.starts_with("http") {
        format!("[{at}]({})", cell.file)
    } else {
        format!("{at} of {}", cell.file)
    };
    let _ = writeln!(text, "\n- {place}: `{}`", cell.value.replace('`', "'"));
    if let Some(neighbourhood) = &cell.neighbourhood {
        table(text, neighbourhood);
    }
}

/// The cells around one, the rows and columns of a sheet under their names.
fn table(text: &mut String, neighbourhood: &Neighbourhood) {
    let name = |cell: &str| address::Cell::parse(cell);
    let first = neighbourhood.rows.first().map(Vec::as_slice).unwrap_or_default();
    let is_grid = first.iter().all(|near| name(&near.cell).is_some());
    let letters = |cell: &str| cell.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let heads: Vec<String> = first
        .iter()
        .map(|near| if is_grid { letters(&near.cell) } else { String::new() })
        .collect();
    let _ = writeln!(text, "\n|  | {} |", heads.join(" | "));
    let _ = writeln!(text, "| --- |{}", " --- |".repeat(heads.len()));
    for row in &neighbourhood.rows {
        let number = row.first().and_then(|near| name(&near.cell)).filter(|_| is_grid);
        let number = number.map_or(String::new(), |cell| (cell.row_index + 1).to_string());
        let cells = row.iter().map(|near| {
            let plain = near.text.replace('|', "\\|").replace('\n', " ");
            match near.mark {
                _ if plain.is_empty() => plain,
                Mark::Value => format!("**{plain}**"),
                Mark::Heading => format!("*{plain}*"),
                Mark::Near => plain,
            }
        });
        let _ = writeln!(text, "| {number} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}
