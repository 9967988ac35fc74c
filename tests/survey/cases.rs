//! What other engines do with the same questions, read from the shared cases.

use hark_tests::cases;
use serde_json::{Value, json};

mod conditions;
mod hidden_chain;
mod surveyjs;
mod tellus;

/// Reads one file of the survey cases, where they are.
fn load(name: &str) -> Option<Value> {
    let path = cases::find("survey", &format!("survey/{name}"))?.join(name);
    let text = std::fs::read_to_string(path).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

/// A whole survey around its pages.
fn survey(pages: &[Value]) -> Value {
    json!({
        "id": "case", "version": 1, "title": "A case", "about": "From another engine.",
        "minutes": 1, "thanks": "Thank you.", "pages": pages,
    })
}

/// Choices that are called what they are.
fn choices<'a>(ids: impl IntoIterator<Item = &'a str>) -> Value {
    ids.into_iter()
        .map(|id| json!({"id": id, "label": id}))
        .collect()
}

/// A scalar as the id of a choice: other engines let choices be numbers.
fn id(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), ToOwned::to_owned)
}
