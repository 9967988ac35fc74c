//! What other engines do with the same questions, read from the folder of shared
//! cases: `HARK_CASES`, or `../shared/cases` seen from the project's root.
//!
//! Their files are theirs and not part of the project, so where the folder is
//! absent a test says so and does nothing.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

mod conditions;
mod hidden_chain;
mod surveyjs;
mod tellus;

/// Reads one file of the survey cases. Without their folder it prints
/// `SKIPPED: …` and gives nothing.
fn load(name: &str) -> Option<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = std::env::var_os("HARK_CASES").unwrap_or_else(|| "../shared/cases".into());
    let folder = root.join(folder).join("survey");
    if folder.is_dir() {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        return Some(serde_json::from_str(&text).unwrap());
    }
    // Not by `println!`, which the test harness keeps to itself when a test passes.
    // The line break first, in case the harness has begun a line.
    let line = format!("\nSKIPPED: there are no shared cases, so survey/{name} was not tried\n");
    std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
    None
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
