//! Identities a source promises: `[[identity]]` of `source.toml`. `check` computes them.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{File, Mistake};
use crate::nearest::nearest;

/// Whether a broken identity holds the release or is only told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Gate,
    Finding,
}

/// One identity, named for what it says; the name is the rule of its issues.
#[derive(Clone, Debug)]
pub struct Identity {
    pub name: String,
    pub dataset: String,
    pub kind: Kind,
    pub rule: Rule,
}

/// What must add up. Tolerance comes from the printed rounding of all that is added.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Over one column: the row with `total` equals the sum of `terms` with their factors; all
    /// other columns but `ignore` are equal.
    Linear {
        column: Concept,
        total: String,
        terms: BTreeMap<String, i64>,
        /// Columns that differ between the terms by design.
        ignore: Vec<Concept>,
        /// Only rows with these codes take part.
        only: BTreeMap<Concept, String>,
    },
    /// Over the counterpart area: a row of level `total` equals the sum of rows of these levels;
    /// leaves that are part of a subtotal are not added again.
    Parts { total: String, of: Vec<String> },
    /// Each subtotal equals the sum of the leaves that are part of it.
    Members,
    /// The months of a year sum to the year or year to date printed beside them, where all are
    /// printed.
    Months,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    name: String,
    pub(crate) dataset: Spanned<String>,
    kind: Kind,
    flow: Option<RawFlow>,
    parts: Option<RawParts>,
    months: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFlow {
    column: Spanned<String>,
    total: String,
    terms: BTreeMap<String, i64>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    only: BTreeMap<Spanned<String>, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParts {
    total: Option<String>,
    #[serde(default)]
    of: Vec<String>,
    members: Option<bool>,
}

pub(crate) fn read(file: &File<'_>, raw: Raw) -> Result<Identity, Mistake> {
    let concept = |name: &Spanned<String>| {
        Concept::named(name.get_ref()).ok_or_else(|| {
            let message = format!("got `{}`, expected a series column", name.get_ref());
            let near = nearest(name.get_ref(), Concept::ALL.iter().map(|concept| concept.name()));
            file.mistake(&name.span(), message).did_you_mean(&near)
        })
    };
    let wrong = || {
        let expected = "expected exactly one of `flow`, `parts`, `months = true`";
        let message = format!("identity `{}`: {expected}", raw.name);
        let hint =
            "write `flow = { column = \"trade_flow\", total = \"B\", terms = { X = 1, M = -1 } }`";
        file.mistake(&raw.dataset.span(), message).hint(hint)
    };
    let rule = match (raw.flow, raw.parts, raw.months) {
        (Some(flow), None, None) => Rule::Linear {
            column: concept(&flow.column)?,
            total: flow.total,
            terms: flow.terms,
            ignore: flow.ignore.iter().map(concept).collect::<Result<_, _>>()?,
            only: flow
                .only
                .iter()
                .map(|(name, code)| Ok((concept(name)?, code.clone())))
                .collect::<Result<_, Mistake>>()?,
        },
        (None, Some(RawParts { members: Some(true), total: None, of }), None) if of.is_empty() => {
            Rule::Members
        }
        (None, Some(RawParts { members: None, total: Some(total), of }), None) => {
            Rule::Parts { total, of }
        }
        (None, None, Some(true)) => Rule::Months,
        _ => return Err(wrong()),
    };
    Ok(Identity { name: raw.name, dataset: raw.dataset.into_inner(), kind: raw.kind, rule })
}
