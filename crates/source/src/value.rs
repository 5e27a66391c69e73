//! A value whose shape its reader decides, each part of it with its place in the file.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use crate::pattern::fold;

/// Keys and what stands after them, in the order of the alphabet.
pub(crate) type Place = BTreeMap<Spanned<String>, Spanned<Value>>;

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
    Truth(bool),
    List(Vec<Spanned<Value>>),
    Table(Place),
}

impl Value {
    /// A text, number or truth value as text.
    pub(crate) fn scalar(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Truth(truth) => Some(truth.to_string()),
            Self::List(_) | Self::Table(_) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn table(&self) -> Option<&Place> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// As a message shows it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::List(_) => f.write_str("[ … ]"),
            Self::Table(_) => f.write_str("{ … }"),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyShape;
        impl<'de> Visitor<'de> for AnyShape {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number, true, a list or a table")
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Number(number))
            }

            fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
                Ok(Value::Truth(truth))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(part) = parts.next_element()? {
                    list.push(part);
                }
                Ok(Value::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
                let mut table = Place::new();
                while let Some((key, value)) = parts.next_entry()? {
                    table.insert(key, value);
                }
                Ok(Value::Table(table))
            }
        }
        deserializer.deserialize_any(AnyShape)
    }
}

/// One text or several.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(pub(crate) Vec<Spanned<String>>);

impl Words {
    /// `None` where something else is written.
    pub(crate) fn of(written: &Spanned<Value>) -> Option<Self> {
        let text = |part: &Spanned<Value>| {
            Some(Spanned::new(part.span(), part.get_ref().text()?.to_owned()))
        };
        match written.get_ref() {
            Value::List(list) => list.iter().map(text).collect::<Option<_>>().map(Self),
            _ => Some(Self(vec![text(written)?])),
        }
    }

    pub(crate) fn folded(&self) -> Vec<String> {
        self.0.iter().map(|text| fold(text.get_ref())).collect()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Spanned::<Value>::deserialize(deserializer)?;
        Self::of(&written).ok_or_else(|| D::Error::custom("expected a text or a list of texts"))
    }
}
