//! `source.toml` and `README.md` of a draft.

use portbook_model::concept::Concept;

use super::{Group, Origin, quoted};
use crate::findings::{Findings, Found};

pub(super) fn source(findings: &Findings, groups: &[Group<'_>], origin: Origin<'_>) -> String {
    let title = findings.tables.iter().find_map(|table| table.title.clone()).unwrap_or_default();
    let mut text = format!(
        "title     = {}\npublisher = \"?\" # ? who publishes it\nhomepage  = \"?\" # ? where\n\
         language  = \"{}\"\n\n",
        quoted(&title),
        language(findings)
    );
    text.push_str(
        "[licence]\nname   = \"?\" # ? as the publisher states it\nstated = \"\"\nallows = \"?\"\n\n\
         [access]\n",
    );
    match origin.url {
        Some(url) => {
            let host = url.split("://").nth(1).unwrap_or(url);
            let host = host.split(['/', ':', '?']).next().unwrap_or(host);
            text.push_str(&format!(
                "hosts    = [\"{host}\"]\ndelay_ms = 5000\n\n[[access.file]]\nurl = {}\n",
                quoted(url)
            ));
        }
        None => text.push_str(
            "hosts    = []\ndelay_ms = 5000\n\n[access.inbox]\nnote = \"drafted from a local file\"\n",
        ),
    }
    text.push_str(
        "\n[release]\nperiod    = \"date\"\ntime_zone = \"UTC\" # ? the publisher's\ntime      = \"00:00\" # ? of publication\n",
    );
    for group in groups {
        if let Some(first) = group.tables.first() {
            text.push_str(&dataset(group, first));
        }
    }
    text
}

fn dataset(group: &Group<'_>, first: &Found) -> String {
    let rows: usize = group.tables.iter().map(|table| table.values).sum();
    let title = first.title.clone().unwrap_or_else(|| first.area.clone());
    let mut text = format!(
        "\n[dataset.{id}]\ntitle = {title}\nfreq  = \"{freq}\"\nrows  = {{ min = {min}, max = {max} }}\n\n[dataset.{id}.series]\n",
        id = group.id,
        title = quoted(&title),
        freq = freq(first),
        min = rows / 2,
        max = rows * 2 + 100,
    );
    for concept in Concept::ALL {
        let value = match concept {
            Concept::Source | Concept::Dataset | Concept::Freq | Concept::PeriodKind => continue,
            Concept::RefArea => "\"?\" # ? whose figures",
            Concept::Currency | Concept::UnitMeasure | Concept::Breakdown => {
                "{ from = \"layout\" }"
            }
            Concept::CounterpartArea if group.line.iter().any(|line| line.table == "area") => {
                "{ from = \"layout\" }"
            }
            Concept::SeriesCode if group.line.iter().any(|l| is_series_code(&l.title)) => {
                "{ from = \"layout\" }"
            }
            Concept::Commodity | Concept::CustomsProc | Concept::TransportMode => "\"_T\"",
            Concept::Measure => "\"VALUE\" # ? VALUE, INDEX, PRICE, SHARE …",
            Concept::Adjustment => "\"N\" # ? seasonally adjusted: S",
            Concept::Transformation => "\"N\"",
            _ => "\"_Z\"",
        };
        text.push_str(&format!("{} = {value}\n", concept.name()));
    }
    text
}

fn is_series_code(title: &str) -> bool {
    crate::records::known(title) == Some("series_code")
}

/// Spacing of the periods: of a month, a quarter, a year.
fn freq(found: &Found) -> &'static str {
    let spans = found.seen.values.iter().filter_map(|value| value.span.as_deref());
    let mut freq = "A";
    for (from, to) in spans.filter_map(|span| span.split_once('/')) {
        if from == to {
            return "M";
        }
        let month = |text: &str| text.get(5..7).and_then(|m| m.parse::<i8>().ok()).unwrap_or(0);
        if (month(to) - month(from)).rem_euclid(12) == 2 {
            freq = "Q";
        }
    }
    freq
}

/// The language that names months: by letters and by months no other language has.
pub(super) fn language(findings: &Findings) -> &'static str {
    let cells = || {
        findings.tables.iter().flat_map(|table| {
            let look = &table.seen;
            let rows = look.table.heads.iter().chain(look.table.body.iter().take(24));
            rows.flat_map(|row| &look.sheet.rows[*row]).filter(|cell| cell.is_words())
        })
    };
    let any = |accept: &dyn Fn(&str) -> bool| cells().any(|cell| accept(&cell.text()));
    if any(&|text| text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c))) {
        "ru"
    } else if any(&|text| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))) {
        "zh"
    } else if any(&|text| ["Fev", "Fevereiro", "Dez", "Dezembro"].contains(&text)) {
        "pt"
    } else if any(&|text| ["Ocak", "Şubat", "Aralık"].contains(&text)) {
        "tr"
    } else {
        "en"
    }
}

pub(super) fn readme(findings: &Findings, origin: Origin<'_>) -> String {
    let mut text = format!(
        "# {}\n\nA draft by `portbook probe` of `{}`. Nothing here is checked by a person yet.\n\n## Open\n\n",
        origin.id, findings.file
    );
    for question in &findings.questions {
        let place = if question.place.is_empty() { "file" } else { &question.place };
        text.push_str(&format!("- `{place}` ({}): {}\n", question.about, question.text));
    }
    text.push_str(
        "\nEach `?` in the files is one of these: `portbook parse FILE --source` names the first that is left. \
         A `# ?` beside a value that loads is a choice to be confirmed.\n",
    );
    text
}
