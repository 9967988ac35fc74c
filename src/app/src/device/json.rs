//! JSON, read by the browser itself: another reader costs 5 KB of wasm.
//!
//! The browser takes the last where a name stands twice in one object. `hark check` and
//! the endpoint refuse that; here it is only read what they let pass, or what this
//! device wrote.

use hark_domain::json::{self, FromJson};
use js_sys::{Array, JSON, Object};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a JSON text; nothing where it is not right.
pub(crate) fn read<T: FromJson>(text: &str) -> Option<T> {
    json::take(parse(text)?).ok()
}

/// Any JSON text.
pub(crate) fn parse(text: &str) -> Option<Value> {
    JSON::parse(text).ok().map(|parsed| value(&parsed))
}

fn value(parsed: &JsValue) -> Value {
    if let Some(text) = parsed.as_string() {
        Value::String(text)
    } else if let Some(number) = parsed.as_f64() {
        number_of(number).map_or(Value::Null, Value::Number)
    } else if let Some(mark) = parsed.as_bool() {
        Value::Bool(mark)
    } else if let Some(list) = parsed.dyn_ref::<Array>() {
        Value::Array(list.iter().map(|item| value(&item)).collect())
    } else if let Some(object) = parsed.dyn_ref::<Object>() {
        let mut fields = Map::new();
        // One by one: collecting would sort them first, with 1 KB of code.
        for entry in Object::entries(object) {
            let entry: Array = entry.unchecked_into();
            if let Some(name) = entry.get(0).as_string() {
                fields.insert(name, value(&entry.get(1)));
            }
        }
        Value::Object(fields)
    } else {
        Value::Null
    }
}

/// JavaScript has one kind of number; a whole one is read as such.
fn number_of(number: f64) -> Option<Number> {
    #[expect(clippy::cast_possible_truncation, reason = "it is compared afterwards")]
    let whole = number as i64;
    #[expect(
        clippy::cast_precision_loss,
        clippy::float_cmp,
        reason = "equal means that nothing was lost"
    )]
    let is_whole = whole as f64 == number;
    if is_whole {
        Some(Number::from(whole))
    } else {
        Number::from_f64(number)
    }
}
