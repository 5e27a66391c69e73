//! `[[identity]]` as it is written, and what may be wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use portbook_model::status::Level;
use serde::Deserialize;
use toml::Spanned;

use super::{Base, Codes, Identity, Kind, PeriodParts, Rate, Rule};
use crate::dataset::Dataset;
use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::says::check_code;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    pub(crate) name: Spanned<String>,
    pub(crate) dataset: Spanned<String>,
    kind: Kind,
    flow: Option<RawFlow>,
    parts: Option<RawParts>,
    months: Option<bool>,
    quarters: Option<bool>,
    cumulatives: Option<Base>,
    share: Option<RawShare>,
    growth: Option<RawGrowth>,
    implied_rate: Option<RawRate>,
    same: Option<RawSame>,
}

type RawCodes = BTreeMap<Spanned<String>, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFlow {
    column: Spanned<String>,
    total: Spanned<String>,
    terms: BTreeMap<Spanned<String>, i64>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    only: RawCodes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParts {
    over: Spanned<String>,
    total: Option<Spanned<String>>,
    #[serde(default)]
    of: Vec<Spanned<String>>,
    members: Option<bool>,
    #[serde(default)]
    only: RawCodes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShare {
    share: RawCodes,
    part: RawCodes,
    whole: RawCodes,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
}

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

/// Where an identity is named.
pub(crate) fn place(raw: &Raw) -> Range<usize> {
    raw.name.span()
}

pub(crate) fn read(
    file: &File<'_>,
    raw: Raw,
    datasets: &BTreeMap<String, Option<Dataset>>,
) -> Result<Identity, Mistake> {
    let dataset = |name: &Spanned<String>| {
        if datasets.contains_key(name.get_ref()) {
            return Ok(name.get_ref().clone());
        }
        let near = nearest(name.get_ref(), datasets.keys().map(String::as_str));
        let message = format!("got dataset `{}`, expected one of this file", name.get_ref());
        let hint = "name one of the tables [dataset.NAME]";
        Err(file.mistake(&name.span(), message).hint(hint).did_you_mean(&near))
    };
    let name = raw.name.get_ref().clone();
    let place = raw.name.span();
    let mut rules = Vec::new();
    if let Some(flow) = raw.flow {
        rules.push(linear(file, &flow)?);
    }
    if let Some(parts) = raw.parts {
        rules.push(sums(file, &parts)?);
    }
    if raw.months == Some(true) {
        rules.push(Rule::Periods { parts: PeriodParts::Months });
    }
    if raw.quarters == Some(true) {
        rules.push(Rule::Periods { parts: PeriodParts::Quarters });
    }
    if let Some(before) = raw.cumulatives {
        rules.push(Rule::Cumulatives { before });
    }
    if let Some(share) = raw.share {
        rules.push(Rule::Share {
            share: codes(file, &share.share)?,
            part: codes(file, &share.part)?,
            whole: codes(file, &share.whole)?,
            ignore: concepts(file, &share.ignore)?,
        });
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
            dataset: dataset(&same.dataset)?,
            ignore: concepts(file, &same.ignore)?,
            only: codes(file, &same.only)?,
        });
    }
    let Ok([rule]) = <[Rule; 1]>::try_from(rules) else {
        let expected = "expected exactly one of `flow`, `parts`, `months = true`, `quarters = true`, \
                        `cumulatives`, `share`, `growth`, `implied_rate`, `same`";
        let hint =
            "write `flow = { column = \"trade_flow\", total = \"B\", terms = { X = 1, M = -1 } }`";
        return Err(file.mistake(&place, format!("identity `{name}`: {expected}")).hint(hint));
    };
    let identity = Identity { name, dataset: dataset(&raw.dataset)?, kind: raw.kind, rule };
    if identity.kind == Kind::Gate && identity.is_across_releases() {
        let message = format!("identity `{}`: got a gate, expected a finding", identity.name);
        let hint = "what compares with an earlier release measures a revision; it holds nothing";
        return Err(file.mistake(&place, message).hint(hint));
    }
    Ok(identity)
}

fn linear(file: &File<'_>, flow: &RawFlow) -> Result<Rule, Mistake> {
    let column = concept(file, &flow.column)?;
    if flow.terms.is_empty() {
        let message = "terms: got none, expected at least one";
        let hint = "write `terms = { X = 1, M = -1 }`";
        return Err(file.mistake(&flow.total.span(), message).hint(hint));
    }
    let mut terms = BTreeMap::new();
    for (term, factor) in &flow.terms {
        if *factor == 0 {
            let message = format!("terms: got the factor 0 for `{}`", term.get_ref());
            let hint = "leave the term out, or write 1 or -1";
            return Err(file.mistake(&term.span(), message).hint(hint));
        }
        terms.insert(code(file, column, term)?, *factor);
    }
    Ok(Rule::Linear {
        column,
        total: code(file, column, &flow.total)?,
        terms,
        ignore: concepts(file, &flow.ignore)?,
        only: codes(file, &flow.only)?,
    })
}

fn sums(file: &File<'_>, parts: &RawParts) -> Result<Rule, Mistake> {
    let over = concept(file, &parts.over)?;
    let only = codes(file, &parts.only)?;
    let level = |text: &Spanned<String>| -> Result<Level, Mistake> {
        let wrong = check_code("level", text.get_ref());
        wrong.map_err(|wrong| wrong.at(file, &text.span(), "level"))?;
        Ok(text.get_ref().parse().expect("a code of that list was just read"))
    };
    match (&parts.total, parts.members) {
        (None, Some(true)) if parts.of.is_empty() => Ok(Rule::Members { over, only }),
        (Some(total), None) if !parts.of.is_empty() => {
            let of = parts.of.iter().map(level).collect::<Result<_, _>>()?;
            Ok(Rule::Parts { over, total: level(total)?, of, only })
        }
        _ => {
            let message = "parts: expected `total` and `of`, or `members = true`";
            let hint =
                "write `parts = { over = \"commodity\", total = \"total\", of = [\"leaf\"] }`";
            Err(file.mistake(&parts.over.span(), message).hint(hint))
        }
    }
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

fn concept(file: &File<'_>, name: &Spanned<String>) -> Result<Concept, Mistake> {
    Concept::named(name.get_ref()).ok_or_else(|| {
        let near = nearest(name.get_ref(), Concept::ALL.iter().map(|c| c.name()));
        let message = format!("got `{}`, expected a series column", name.get_ref());
        let hint = "the columns are those of docs/contract.md";
        file.mistake(&name.span(), message).hint(hint).did_you_mean(&near)
    })
}

fn concepts(file: &File<'_>, names: &[Spanned<String>]) -> Result<Vec<Concept>, Mistake> {
    names.iter().map(|name| concept(file, name)).collect()
}

/// A code of a column, known where the column has a list.
fn code(file: &File<'_>, column: Concept, code: &Spanned<String>) -> Result<String, Mistake> {
    let wrong = check_code(column.name(), code.get_ref());
    wrong.map_err(|wrong| wrong.at(file, &code.span(), column.name()))?;
    Ok(code.get_ref().clone())
}

fn codes(file: &File<'_>, raw: &RawCodes) -> Result<Codes, Mistake> {
    raw.iter()
        .map(|(name, text)| {
            let column = concept(file, name)?;
            Ok((column, code(file, column, text)?))
        })
        .collect()
}
