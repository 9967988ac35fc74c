//! Other people's JSON, walked without trust, with the way to each value.

use serde_json::{Map, Value};

use super::draft::Cell;

/// A value and where it stands in its record.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// The value.
    pub(super) value: &'a Value,
    /// The way there: steps joined by `/`, counted from 0.
    pub(super) at: String,
}

impl<'a> Node<'a> {
    /// A record.
    pub(super) fn of(value: &'a Value) -> Self {
        Self {
            value,
            at: String::new(),
        }
    }

    /// The way to a field.
    pub(super) fn way(&self, name: &str) -> String {
        if self.at.is_empty() {
            name.to_owned()
        } else {
            format!("{}/{name}", self.at)
        }
    }

    /// A field that is there and not null; of several spellings, the first.
    pub(super) fn get(&self, names: &[&str]) -> Option<Self> {
        names.iter().find_map(|name| {
            let value = self.value.get(*name).filter(|value| !value.is_null())?;
            Some(Self {
                value,
                at: self.way(name),
            })
        })
    }

    /// Every item of a list; an object alone is a list of one.
    pub(super) fn list(&self, names: &[&str]) -> Vec<Self> {
        self.get(names).map(Self::items).unwrap_or_default()
    }

    /// The items of this list; what is no list is one item.
    pub(super) fn items(self) -> Vec<Self> {
        match self.value {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .filter(|(_, value)| !value.is_null())
                .map(|(index, value)| Self {
                    value,
                    at: self.way(&index.to_string()),
                })
                .collect(),
            _ => vec![self],
        }
    }

    /// A text, number or mark as a text.
    pub(super) fn cell(&self, names: &[&str]) -> Option<Cell> {
        names.iter().find_map(|name| {
            let value = self.value.get(*name)?;
            Cell::of(self.way(name), &text(value)?)
        })
    }

    /// This value as a text.
    pub(super) fn own(&self) -> Option<Cell> {
        Cell::of(self.at.clone(), &text(self.value)?)
    }

    /// The fields, if it is an object.
    pub(super) fn fields(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }
}

/// A text, number or mark as a text.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(mark) => Some(mark.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
