//! Bodies to send.

use hark_domain::wire::ResponseId;
use serde_json::{Value, json};

/// The id made of that number.
pub fn id(number: u128) -> String {
    ResponseId::from_bytes(number.to_be_bytes()).to_string()
}

/// A right response to the survey `clubs` of the small pack.
pub fn clubs(number: u128) -> Value {
    json!({
        "id": id(number),
        "survey": "clubs",
        "version": 2,
        "answers": {"again": "yes", "been": ["music", "sport"], "nights": 2, "idea": "A film night"}
    })
}

/// A right report of the one thing to do of the small pack.
pub fn report(number: u128) -> Value {
    json!({"id": id(number), "service": "friday", "what": "when"})
}

/// The same body with the value at `pointer` replaced, or taken away by `null`.
pub fn with(body: &Value, pointer: &str, value: Value) -> Value {
    let mut body = body.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    if value.is_null() {
        parent.remove(name);
    } else {
        parent.insert(name.to_owned(), value);
    }
    body
}
