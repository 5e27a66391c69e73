//! `source.toml` and `README.md` of a draft.

use std::collections::BTreeMap;

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
        "[licence]\nname   = \"?\" # ? as the publisher states it\nstated = \"\"\nallows = \"?\"\n\
         redistribute = \"no\" # ? unless its terms allow it\n\n\
         [access]\n",
    );
    match origin.url {
        Some(url) => {
            let host = url.split("://").nth(1).unwrap_or(url);
            let host = host.split(['/', ':', '?']).next().unwrap_or(host);
            text.push_str(&format!(
                "hosts    = [\"{host}\"]\ndelay_ms = 5000\nfiles    = [{}]\n",
                quoted(url)
            ));
        }
        None => text
            .push_str("hosts    = []\ndelay_ms = 5000\ninbox    = \"drafted from a local file\"\n"),
    }
    text.push_str(
        "\n[release]\nperiod    = \"date\"\ntime_zone = \"UTC\" # ? the publisher's\ntime      = \"00:00\" # ? of publication\n",
    );
    let drafted = groups.iter().filter_map(|group| Some((group, *group.tables.first()?)));
    let drafted: Vec<(&Group<'_>, &Found)> = drafted.collect();
    let Some((first, found)) = drafted.first() else { return text };
    let all = columns(first, found);
    text.push_str(&series(&all));
    for (group, found) in drafted {
        text.push_str(&dataset(group, found, &all));
    }
    text
}

/// Column of a series -> its code, or the list it stands in.
type Columns = BTreeMap<Concept, &'static str>;

/// Words that list columns in a `source.toml`.
const LISTS: [&str; 3] = ["_Z", "_T", "layout"];

fn columns(group: &Group<'_>, first: &Found) -> Columns {
    let code = |concept| match concept {
        Concept::Source | Concept::Dataset | Concept::PeriodKind => None,
        Concept::Freq => Some(freq(first)),
        Concept::RefArea => Some("?"),
        Concept::Currency | Concept::UnitMeasure | Concept::Breakdown => Some("layout"),
        Concept::CounterpartArea if group.line.iter().any(|line| line.table == "area") => {
            Some("layout")
        }
        Concept::SeriesCode if group.line.iter().any(|line| is_series_code(&line.title)) => {
            Some("layout")
        }
        Concept::Commodity | Concept::CustomsProc | Concept::TransportMode => Some("_T"),
        Concept::Measure => Some("VALUE"),
        Concept::Adjustment | Concept::Transformation => Some("N"),
        _ => Some("_Z"),
    };
    Concept::ALL.into_iter().filter_map(|concept| Some((concept, code(concept)?))).collect()
}

const WIDTH: usize = 110;

/// `[series]`: what the first dataset says.
fn series(columns: &Columns) -> String {
    let mut text = String::from("\n[series]\n");
    for (concept, code) in columns.iter().filter(|(_, code)| !LISTS.contains(code)) {
        let asks = match concept {
            Concept::RefArea => " # ? whose figures",
            Concept::Measure => " # ? VALUE, INDEX, PRICE, SHARE …",
            Concept::Adjustment => " # ? seasonally adjusted: S",
            _ => "",
        };
        text.push_str(&format!("{} = \"{code}\"{asks}\n", concept.name()));
    }
    for list in LISTS {
        let Some(line) = listed(columns, list) else { continue };
        // No line of a pipeline file is wider than a page.
        let (head, tail) = line.split_at(line.len().min(WIDTH));
        match head.rfind(", ").filter(|_| !tail.is_empty()) {
            Some(at) => text.push_str(&format!("{},\n    {}\n", &line[..at], &line[at + 2..])),
            None => text.push_str(&(line + "\n")),
        }
    }
    text
}

/// `_Z = ["region"]`, if there is any.
fn listed(columns: &Columns, list: &str) -> Option<String> {
    let names = columns.iter().filter(|(_, code)| **code == list);
    let names: Vec<String> = names.map(|(concept, _)| format!("\"{}\"", concept.name())).collect();
    (!names.is_empty()).then(|| format!("{list} = [{}]", names.join(", ")))
}

fn dataset(group: &Group<'_>, first: &Found, all: &Columns) -> String {
    let rows: usize = group.tables.iter().map(|table| table.values).sum();
    let title = first.title.clone().unwrap_or_else(|| first.area.clone());
    let mut text = format!(
        "\n[dataset.{id}]\ntitle = {title}\nrows  = [{min}, {max}]\n",
        id = group.id,
        title = quoted(&title),
        min = rows / 2,
        max = rows * 2 + 100,
    );
    let own = columns(group, first).into_iter().filter(|(concept, code)| all[concept] != *code);
    let own: Columns = own.collect();
    let codes = own.iter().filter(|(_, code)| !LISTS.contains(code));
    let codes = codes.map(|(concept, code)| format!("{} = \"{code}\"", concept.name()));
    let said: Vec<String> =
        codes.chain(LISTS.into_iter().filter_map(|list| listed(&own, list))).collect();
    if !said.is_empty() {
        text.push_str(&format!("series = {{ {} }}\n", said.join(", ")));
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
