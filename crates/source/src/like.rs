//! `like = "ID"`: a table of a layout that says only what is otherwise in it than in one before it.

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::error::File;
use crate::nearest::nearest;

/// What says which table it is, and when; no table has them of another.
const OWN: [&str; 3] = ["id", "valid", "like"];

type Value<'a> = Spanned<DeValue<'a>>;

/// Fills in what tables of a list are `like`. Those with a mistake in it are left out.
pub(crate) fn filled_in<'a>(file: &File<'_>, list: DeArray<'a>, by_name: &[&str]) -> DeArray<'a> {
    let mut whole: Vec<Option<Value<'a>>> = Vec::new();
    for mut part in list {
        let is_whole = fill_in(file, &mut part, &whole, by_name);
        whole.push(is_whole.then_some(part));
    }
    whole.into_iter().flatten().collect()
}

/// False where what it is like is no table before it, or one with such a mistake.
fn fill_in<'a>(
    file: &File<'_>,
    part: &mut Value<'a>,
    before: &[Option<Value<'a>>],
    by_name: &[&str],
) -> bool {
    let DeValue::Table(own) = part.get_mut() else { return true };
    let Some(like) = own.remove("like") else { return true };
    let known = || before.iter().flatten().filter_map(|value| value.get_ref().as_table());
    let named = |table: &&DeTable<'_>| id(table).is_some() && id(table) == like.get_ref().as_str();
    if let Some(other) = known().rev().find(named) {
        inherit(own, other, by_name);
        return true;
    }
    // Where one before has a mistake, it may be the one that is meant.
    if before.iter().all(Option::is_some) {
        let seen = like.get_ref().as_str().unwrap_or("something else");
        let near = nearest(seen, known().filter_map(id));
        let message = format!("like: got `{seen}`, expected the id of one before this");
        let mistake = file.mistake(&like.span(), message);
        file.tell(mistake.hint("move this below the one it is like").did_you_mean(&near));
    }
    false
}

fn id<'t>(table: &'t DeTable<'_>) -> Option<&'t str> {
    table.get("id").and_then(|id| id.get_ref().as_str())
}

/// Adds what a table does not say; of the parts `by_name`, each name that it does not say.
fn inherit<'a>(own: &mut DeTable<'a>, other: &DeTable<'a>, by_name: &[&str]) {
    for (key, value) in other {
        let name: &str = key.get_ref();
        if OWN.contains(&name) {
            continue;
        }
        match (own.get_mut(name).map(Spanned::get_mut), value.get_ref()) {
            (None, _) => {
                own.insert(key.clone(), value.clone());
            }
            (Some(DeValue::Table(said)), DeValue::Table(more)) if by_name.contains(&name) => {
                inherit(said, more, &[]);
            }
            (Some(_), _) => {}
        }
    }
}
