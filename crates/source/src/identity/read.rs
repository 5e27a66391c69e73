//! `[gate]` and `[finding]` as they are written, and what may be wrong with it.

use std::collections::BTreeMap;

use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use super::{Base, Codes, Identity, Kind, PeriodParts, Rate, Rule, over};
use crate::dataset::Dataset;
use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::says::check_code;
use crate::value::{Place, Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    /// The datasets it is about; all of the source where it is left out.
    #[serde(rename = "in")]
    datasets: Option<Spanned<Words>>,
    sum: Option<Spanned<Place>>,
    parts: Option<Spanned<Place>>,
    months: Option<bool>,
    quarters: Option<bool>,
    cumulatives: Option<Base>,
    share: Option<Spanned<Place>>,
    growth: Option<RawGrowth>,
    implied_rate: Option<RawRate>,
    same: Option<RawSame>,
    control_total: Option<RawTotal>,
}

pub(super) type RawCodes = BTreeMap<Spanned<String>, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGrowth {
    rate: Spanned<String>,
    base: Base,
    #[serde(default)]
    level: RawCodes,
    #[serde(default)]
    only: RawCodes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRate {
    of: Spanned<String>,
    per: Spanned<String>,
    between: [Spanned<String>; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSame {
    dataset: Spanned<String>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    only: RawCodes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTotal {
    dataset: Spanned<String>,
    over: Vec<Spanned<String>>,
    #[serde(default)]
    only: RawCodes,
}

/// Reads one identity: one for each dataset it is about.
pub(crate) fn read(
    file: &File<'_>,
    kind: Kind,
    name: &Spanned<String>,
    raw: Raw,
    known: &BTreeMap<String, Option<Dataset>>,
) -> Result<Vec<Identity>, Mistake> {
    let datasets = match &raw.datasets {
        None => known.keys().cloned().collect(),
        Some(words) if words.get_ref().0.is_empty() => {
            let message = "in: got no dataset, expected at least one";
            return Err(file.mistake(&words.span(), message).hint("left out, it is about all"));
        }
        Some(words) => {
            let names = words.get_ref().0.iter().map(|name| dataset(file, name, known));
            names.collect::<Result<Vec<_>, _>>()?
        }
    };
    let (name, place) = (name.get_ref().clone(), name.span());
    let rules = rules(file, raw, known)?;
    let Ok([rules]) = <[Vec<Named>; 1]>::try_from(rules) else {
        let expected = "expected exactly one of `sum`, `parts`, `months = true`, `quarters = true`, \
                        `cumulatives`, `share`, `growth`, `implied_rate`, `same`, `control_total`";
        let hint = "write `sum = { trade_flow = \"B = X - M\" }`";
        return Err(file.mistake(&place, format!("identity `{name}`: {expected}")).hint(hint));
    };
    let named = |Named { part, rule }: &Named, dataset: &String| Identity {
        name: part.as_ref().map_or_else(|| name.clone(), |part| format!("{name}: {part}")),
        dataset: dataset.clone(),
        kind,
        rule: rule.clone(),
    };
    let of = |dataset| rules.iter().map(move |rule| named(rule, dataset));
    let identities: Vec<Identity> = datasets.iter().flat_map(of).collect();
    if kind == Kind::Gate && identities.iter().any(Identity::is_across_releases) {
        let message = format!("identity `{name}`: got a gate, expected a finding");
        let hint = "what compares with an earlier release measures a revision; it holds nothing";
        return Err(file.mistake(&place, message).hint(hint));
    }
    Ok(identities)
}

fn dataset(
    file: &File<'_>,
    name: &Spanned<String>,
    known: &BTreeMap<String, Option<Dataset>>,
) -> Result<String, Mistake> {
    if known.contains_key(name.get_ref()) {
        return Ok(name.get_ref().clone());
    }
    let near = nearest(name.get_ref(), known.keys().map(String::as_str));
    let message = format!("got dataset `{}`, expected one of this file", name.get_ref());
    let hint = "name one of the tables [dataset.NAME]";
    Err(file.mistake(&name.span(), message).hint(hint).did_you_mean(&near))
}

/// A rule, and the equation that parts it from others of one name.
pub(super) struct Named {
    pub(super) part: Option<String>,
    pub(super) rule: Rule,
}

/// Every rule that is written: there must be one, or several equations of one.
fn rules(
    file: &File<'_>,
    raw: Raw,
    known: &BTreeMap<String, Option<Dataset>>,
) -> Result<Vec<Vec<Named>>, Mistake> {
    let mut equations = Vec::new();
    if let Some(sum) = raw.sum {
        equations.push(over::linear(file, sum)?);
    }
    if let Some(parts) = raw.parts {
        equations.push(over::parts(file, parts)?);
    }
    if let Some(share) = raw.share {
        equations.push(over::quotient(file, share)?);
    }
    let mut rules = Vec::new();
    if raw.months == Some(true) {
        rules.push(Rule::Periods { parts: PeriodParts::Months });
    }
    if raw.quarters == Some(true) {
        rules.push(Rule::Periods { parts: PeriodParts::Quarters });
    }
    if let Some(before) = raw.cumulatives {
        rules.push(Rule::Cumulatives { before });
    }
    if let Some(growth) = raw.growth {
        let rate = rate(file, &growth.rate)?;
        let (level, only) = (codes(file, &growth.level)?, codes(file, &growth.only)?);
        rules.push(Rule::Growth { rate, base: growth.base, level, only });
    }
    if let Some(rate) = raw.implied_rate {
        rules.push(implied_rate(file, &rate)?);
    }
    if let Some(same) = raw.same {
        rules.push(Rule::Same {
            dataset: dataset(file, &same.dataset, known)?,
            ignore: concepts(file, &same.ignore)?,
            only: codes(file, &same.only)?,
        });
    }
    if let Some(total) = raw.control_total {
        rules.push(Rule::ControlTotal {
            dataset: dataset(file, &total.dataset, known)?,
            over: concepts(file, &total.over)?,
            only: codes(file, &total.only)?,
        });
    }
    equations.extend(rules.into_iter().map(|rule| vec![Named { part: None, rule }]));
    Ok(equations)
}

fn rate(file: &File<'_>, text: &Spanned<String>) -> Result<Rate, Mistake> {
    Rate::ALL.into_iter().find(|rate| rate.code == text.get_ref()).ok_or_else(|| {
        let known = Rate::ALL.map(|rate| rate.code).join(" ");
        let message = format!("rate: got `{}`, expected one of {known}", text.get_ref());
        file.mistake(&text.span(), message).hint("write `rate = \"GY\"`, growth on the year")
    })
}

fn implied_rate(file: &File<'_>, rate: &RawRate) -> Result<Rule, Mistake> {
    let [low, high] = &rate.between;
    let bound = |text: &Spanned<String>| {
        let marks = Marks { decimal: '.', grouping: None };
        let exact = Amount::parse(text.get_ref(), marks).ok().and_then(|amount| amount.base(0));
        exact.filter(|(value, rounded)| !rounded && *value > 0).map(|(value, _)| value).ok_or_else(
            || {
                let message = format!(
                    "between: got `{}`, expected a number above 0 of at most nine decimals",
                    text.get_ref()
                );
                file.mistake(&text.span(), message).hint("write `between = [\"6.05\", \"8.73\"]`")
            },
        )
    };
    let between = [bound(low)?, bound(high)?];
    if between[0] > between[1] {
        let message = "between: expected the lower bound before the upper one";
        return Err(file.mistake(&low.span(), message).hint("write the lesser number first"));
    }
    let currency = |text| code(file, Concept::Currency, text);
    Ok(Rule::ImpliedRate { of: currency(&rate.of)?, per: currency(&rate.per)?, between })
}

pub(super) fn concept(file: &File<'_>, name: &Spanned<String>) -> Result<Concept, Mistake> {
    Concept::named(name.get_ref()).ok_or_else(|| {
        let near = nearest(name.get_ref(), Concept::ALL.iter().map(|c| c.name()));
        let message = format!("got `{}`, expected a series column", name.get_ref());
        let hint = "the columns are those of docs/contract.md";
        file.mistake(&name.span(), message).hint(hint).did_you_mean(&near)
    })
}

pub(super) fn concepts(
    file: &File<'_>,
    names: &[Spanned<String>],
) -> Result<Vec<Concept>, Mistake> {
    names.iter().map(|name| concept(file, name)).collect()
}

/// A code of a column, known where the column has a list.
pub(super) fn code(
    file: &File<'_>,
    column: Concept,
    code: &Spanned<String>,
) -> Result<String, Mistake> {
    let wrong = check_code(column.name(), code.get_ref());
    wrong.map_err(|wrong| wrong.at(file, &code.span(), column.name()))?;
    Ok(code.get_ref().clone())
}

pub(super) fn codes(file: &File<'_>, raw: &RawCodes) -> Result<Codes, Mistake> {
    raw.iter()
        .map(|(name, text)| {
            let column = concept(file, name)?;
            Ok((column, code(file, column, text)?))
        })
        .collect()
}
