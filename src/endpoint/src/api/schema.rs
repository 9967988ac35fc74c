//! The API's bodies as its OpenAPI document shows them.
//!
//! The domain owns the wire types and knows nothing of OpenAPI; these mirror them,
//! and a test holds every name and example here against the domain's own reader.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What one person answered of one survey. There is no other field.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(
    example = json!({
        "id": "00112233445566778899aabbccddeeff",
        "survey": "nights",
        "version": 1,
        "answers": {"year": "10", "been": ["sport", "music"], "hours": 1.5,
            "feel": {"happy": "often", "safe": "always"}, "idea": "A film night"}
    })
)]
pub struct Response {
    /// 128 random bits, made for this response and for nothing else.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub id: String,
    /// The survey.
    #[schema(pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    pub survey: String,
    /// Its version.
    #[schema(minimum = 1)]
    pub version: u32,
    /// The group that answered together, such as a year at a school.
    #[schema(pattern = "^[A-Z0-9]{4,12}$", nullable = false)]
    pub group: Option<String>,
    /// A try-out, or made up: never counted.
    #[schema(nullable = false)]
    pub test: Option<bool>,
    /// The answers by question; what was not answered is absent.
    pub answers: BTreeMap<String, Answer>,
}

/// One answer.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Answer {
    /// The id of the choice, or the text written.
    Word(String),
    /// The ids of the choices; in a ranking, the first is the most important.
    Many(Vec<String>),
    /// A number, exact to six places; one with more is refused, not rounded.
    Number(f64),
    /// The choice made in each row of a matrix, by the ids of both.
    Rows(BTreeMap<String, String>),
}

/// What somebody found wrong with a thing to do. There is no other field.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(
    example = json!({
        "id": "00112233445566778899aabbccddeeff", "service": "meadows-club", "what": "when"
    })
)]
pub struct Report {
    /// 128 random bits, made for this report and for nothing else.
    #[schema(pattern = "^[0-9a-f]{32}$")]
    pub id: String,
    /// The thing to do.
    #[schema(pattern = "^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$")]
    pub service: String,
    /// What is wrong.
    pub what: Wrong,
}

/// What can be wrong with a thing to do.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Wrong {
    /// It is at another time or on another day.
    When,
    /// There is no such thing any more.
    Stopped,
    /// It is somewhere else.
    Where,
    /// It costs something else.
    Cost,
    /// Somebody did not feel welcome there.
    Unwelcome,
    /// Anything else.
    Other,
}

/// What was sent is stored.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"id": "00112233445566778899aabbccddeeff", "stored": true}))]
pub struct Stored {
    /// Its id, as it was sent.
    pub id: String,
    /// Always true.
    pub stored: bool,
}

/// All is well.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"ok": true}))]
pub struct Health {
    /// Always true.
    pub ok: bool,
}

/// What went wrong (RFC 9457).
#[derive(ToSchema)]
#[schema(example = json!({
    "type": "/problems/invalid",
    "title": "The body has something wrong in it",
    "status": 422,
    "detail": "This survey closed on 2026-11-30.",
    "errors": [{"pointer": "/survey", "code": "closed",
        "detail": "This survey closed on 2026-11-30."}]
}))]
pub struct Problem {
    /// Which problem, of a closed set.
    pub r#type: ProblemType,
    /// The same in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong this time, and what to do.
    pub detail: String,
    /// Each wrong field; only with 422.
    #[schema(nullable = false)]
    pub errors: Option<Vec<FieldProblem>>,
}

/// The closed set of problems.
#[derive(ToSchema)]
pub enum ProblemType {
    /// 400
    #[schema(rename = "/problems/malformed")]
    Malformed,
    /// 404
    #[schema(rename = "/problems/not-found")]
    NotFound,
    /// 405
    #[schema(rename = "/problems/method")]
    Method,
    /// 408
    #[schema(rename = "/problems/too-slow")]
    TooSlow,
    /// 409
    #[schema(rename = "/problems/conflict")]
    Conflict,
    /// 413
    #[schema(rename = "/problems/too-large")]
    TooLarge,
    /// 415
    #[schema(rename = "/problems/not-json")]
    NotJson,
    /// 422
    #[schema(rename = "/problems/invalid")]
    Invalid,
    /// 503
    #[schema(rename = "/problems/unavailable")]
    Unavailable,
}

/// One wrong field.
#[derive(ToSchema)]
#[schema(example = json!({
    "pointer": "/answers/year", "code": "required", "detail": "Choose an answer."
}))]
pub struct FieldProblem {
    /// Where, as a JSON Pointer (RFC 6901); the row of a matrix is `/answers/feel/happy`.
    pub pointer: String,
    /// What, from a closed set.
    pub code: String,
    /// What would be right.
    pub detail: String,
}
