//! Rules that are equations over one column: a sum, parts and their total, a share.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::status::Level;
use toml::Spanned;

use super::equation::{Equation, Join};
use super::read::{Named, RawCodes, code, codes, concept, concepts};
use super::{Codes, Rule};
use crate::error::{File, Mistake};
use crate::says::check_code;
use crate::value::{Place, Value};

/// `{ trade_flow = "B = X - M", ignore = ["valuation"] }`: the column, its equation or a list of
/// them, and the other keys of the rule.
struct Over {
    column: Concept,
    equations: Vec<Equation>,
    /// Each of a list is an identity, named by what it says.
    is_list: bool,
    ignore: Vec<Concept>,
    codes: BTreeMap<&'static str, Codes>,
}

impl Over {
    /// `keys` have codes, of which any may be left out.
    fn read(
        file: &File<'_>,
        raw: Spanned<Place>,
        may_ignore: bool,
        keys: &[&'static str],
        example: &str,
    ) -> Result<Self, Mistake> {
        let place = raw.span();
        let mut raw = raw.into_inner();
        let ignore = may_ignore.then(|| raw.remove("ignore")).flatten();
        let ignore = ignore.map_or(Ok(Vec::new()), |raw| list(file, &raw))?;
        let mut told = BTreeMap::new();
        for key in keys {
            if let Some(raw) = raw.remove(*key) {
                told.insert(*key, codes(file, &table(file, key, &raw)?)?);
            }
        }
        let mut columns = raw.into_iter();
        let hint = || format!("write `{example}`");
        let (Some((name, written)), other) = (columns.next(), columns.next()) else {
            let message = "expected a column and an equation of its codes";
            return Err(file.mistake(&place, message).hint(hint()));
        };
        let column = concept(file, &name)?;
        if let Some((other, _)) = other {
            concept(file, &other)?;
            let (seen, first) = (other.get_ref(), name.get_ref());
            let message = format!("got `{seen}` beside `{first}`, expected one column");
            return Err(file.mistake(&other.span(), message).hint(hint()));
        }
        let (written, is_list) = match written.get_ref() {
            Value::List(several) if !several.is_empty() => (several.iter().collect(), true),
            _ => (vec![&written], false),
        };
        let equation = |one: &Spanned<Value>| {
            let text = one.get_ref().text().unwrap_or_default().to_owned();
            Equation::read(file, &Spanned::new(one.span(), text), example)
        };
        let equations = written.into_iter().map(equation).collect::<Result<_, _>>()?;
        Ok(Self { column, equations, is_list, ignore: concepts(file, &ignore)?, codes: told })
    }

    /// The rule of each equation.
    fn rules(
        &self,
        rule: impl Fn(&Equation) -> Result<Rule, Mistake>,
    ) -> Result<Vec<Named>, Mistake> {
        let named = |equation: &Equation| {
            let part = self.is_list.then(|| equation.text.clone());
            Ok(Named { part, rule: rule(equation)? })
        };
        self.equations.iter().map(named).collect()
    }

    fn only(&self) -> Codes {
        self.codes.get("only").cloned().unwrap_or_default()
    }
}

/// Nothing but signs of a sum stand between the terms.
fn check_sum(file: &File<'_>, equation: &Equation, example: &str) -> Result<(), Mistake> {
    let over = equation.terms.iter().find(|(join, _)| *join == Join::Over);
    over.map_or(Ok(()), |(_, term)| {
        let message = format!("got `/ {}`, expected a sum", term.get_ref());
        Err(file.mistake(&term.span(), message).hint(format!("write `{example}`")))
    })
}

pub(super) fn linear(file: &File<'_>, raw: Spanned<Place>) -> Result<Vec<Named>, Mistake> {
    const EXAMPLE: &str = "sum = { trade_flow = \"B = X - M\" }";
    let over = Over::read(file, raw, true, &["only"], EXAMPLE)?;
    let column = over.column;
    over.rules(|equation| {
        check_sum(file, equation, EXAMPLE)?;
        let term = |(join, term): &(Join, Spanned<String>)| {
            Ok((code(file, column, term)?, if *join == Join::Minus { -1 } else { 1 }))
        };
        Ok(Rule::Linear {
            column,
            total: code(file, column, &equation.total)?,
            terms: equation.terms.iter().map(term).collect::<Result<_, _>>()?,
            ignore: over.ignore.clone(),
            only: over.only(),
        })
    })
}

/// An equation of levels: `total = subtotal + leaf`, or `subtotal = members`.
pub(super) fn parts(file: &File<'_>, raw: Spanned<Place>) -> Result<Vec<Named>, Mistake> {
    const EXAMPLE: &str = "parts = { commodity = \"total = subtotal + leaf\" }";
    let written = Over::read(file, raw, false, &["only"], EXAMPLE)?;
    let (over, only) = (written.column, written.only());
    let level = |text: &Spanned<String>| -> Result<Level, Mistake> {
        let wrong = check_code("level", text.get_ref());
        wrong.map_err(|wrong| wrong.at(file, &text.span(), "level"))?;
        Ok(text.get_ref().parse().expect("a code of that list was just read"))
    };
    written.rules(|equation| {
        check_sum(file, equation, EXAMPLE)?;
        let (total, only) = (level(&equation.total)?, only.clone());
        if let [(_, members)] = equation.terms.as_slice()
            && members.get_ref() == "members"
        {
            if total == Level::Subtotal {
                return Ok(Rule::Members { over, only });
            }
            let message = format!("got `{} = members`, expected `subtotal`", total.code());
            let hint = "leaves say which subtotal they are part of: `subtotal = members`";
            return Err(file.mistake(&equation.total.span(), message).hint(hint));
        }
        if let Some((_, less)) = equation.terms.iter().find(|(join, _)| *join == Join::Minus) {
            let message = format!("got `- {}`, expected levels that are added", less.get_ref());
            return Err(file.mistake(&less.span(), message).hint(format!("write `{EXAMPLE}`")));
        }
        let of = equation.terms.iter().map(|(_, term)| level(term)).collect::<Result<_, _>>()?;
        Ok(Rule::Parts { over, total, of, only })
    })
}

/// `share = part / whole`; `level` has what part and whole are beside it, `whole` the whole alone.
pub(super) fn quotient(file: &File<'_>, raw: Spanned<Place>) -> Result<Vec<Named>, Mistake> {
    const EXAMPLE: &str =
        "share = { series_code = \"BCA_NGDPD = BCA / NGDPD\", level = { currency = \"USD\" } }";
    let over = Over::read(file, raw, true, &["level", "whole"], EXAMPLE)?;
    let column = over.column;
    let with = |text: &Spanned<String>, more: [Option<&Codes>; 2]| {
        let mut codes = Codes::from([(column, code(file, column, text)?)]);
        codes.extend(more.into_iter().flatten().flatten().map(|(c, code)| (*c, code.clone())));
        Ok::<_, Mistake>(codes)
    };
    let (level, beside) = (over.codes.get("level"), over.codes.get("whole"));
    over.rules(|equation| {
        let [(_, part), (Join::Over, whole)] = equation.terms.as_slice() else {
            let message = "expected a share, `=`, its part, `/` and its whole";
            let place = equation.total.span();
            return Err(file.mistake(&place, message).hint(format!("write `{EXAMPLE}`")));
        };
        Ok(Rule::Share {
            share: with(&equation.total, [None, None])?,
            part: with(part, [level, None])?,
            whole: with(whole, [level, beside])?,
            ignore: over.ignore.clone(),
        })
    })
}

fn list(file: &File<'_>, raw: &Spanned<Value>) -> Result<Vec<Spanned<String>>, Mistake> {
    let wrong = |at: &Spanned<Value>| {
        let message = format!("ignore: got `{}`, expected a list of columns", at.get_ref());
        file.mistake(&at.span(), message).hint("write `ignore = [\"valuation\"]`")
    };
    let Value::List(names) = raw.get_ref() else { return Err(wrong(raw)) };
    let text = |name: &Spanned<Value>| {
        let text = name.get_ref().text().ok_or_else(|| wrong(name))?;
        Ok(Spanned::new(name.span(), text.to_owned()))
    };
    names.iter().map(text).collect()
}

fn table(file: &File<'_>, key: &str, raw: &Spanned<Value>) -> Result<RawCodes, Mistake> {
    let wrong = |at: &Spanned<Value>| {
        let message = format!("{key}: got `{}`, expected {{ column = \"code\" }}", at.get_ref());
        file.mistake(&at.span(), message).hint(format!("write `{key} = {{ measure = \"VALUE\" }}`"))
    };
    let codes = raw.get_ref().table().ok_or_else(|| wrong(raw))?;
    let code = |(column, code): (&Spanned<String>, &Spanned<Value>)| {
        let text = code.get_ref().text().ok_or_else(|| wrong(code))?;
        Ok((column.clone(), Spanned::new(code.span(), text.to_owned())))
    };
    codes.iter().map(code).collect()
}
