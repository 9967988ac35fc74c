//! JSON where the first pages are made.

use hark_domain::json::{self, FromJson};
use serde_json::Value;

/// Reads a JSON text; nothing where it is not right.
pub(crate) fn read<T: FromJson>(text: &str) -> Option<T> {
    json::read(text).ok()
}

/// Any JSON text.
pub(crate) fn parse(text: &str) -> Option<Value> {
    json::parse(text.as_bytes()).ok()
}
