//! Errors on the wire: problem details (RFC 9457), a documented, closed set.

use serde::{Deserialize, Serialize};

/// What went wrong; the `type` of the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProblemType {
    /// 400: the body is not JSON.
    #[serde(rename = "/problems/malformed")]
    Malformed,
    /// 404: there is nothing at this address.
    #[serde(rename = "/problems/not-found")]
    NotFound,
    /// 405: this address does not take that method.
    #[serde(rename = "/problems/method")]
    Method,
    /// 408: the body took too long to arrive.
    #[serde(rename = "/problems/too-slow")]
    TooSlow,
    /// 409: the same id came before with something else.
    #[serde(rename = "/problems/conflict")]
    Conflict,
    /// 413: the body is longer than any can be.
    #[serde(rename = "/problems/too-large")]
    TooLarge,
    /// 415: the body does not say that it is JSON.
    #[serde(rename = "/problems/not-json")]
    NotJson,
    /// 422: the body is JSON, but not what can be sent there.
    #[serde(rename = "/problems/invalid")]
    Invalid,
    /// 503: nothing can be stored just now; trying again later is safe.
    #[serde(rename = "/problems/unavailable")]
    Unavailable,
}

/// A problem, as `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemDetails {
    /// Which problem of the closed set.
    #[serde(rename = "type")]
    pub kind: ProblemType,
    /// The same in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong this time and what to do, as a sentence.
    pub detail: String,
    /// Each wrong field; only with [`ProblemType::Invalid`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// One wrong field of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What, from a closed set: those of [`crate::survey::ErrorCode`], and
    /// `missing`, `unknown-field`, `wrong-kind`, `unknown-survey`, `unknown-service`,
    /// `other-version`, `not-open-yet` (it opens later: keep the answers), `closed` (it is over).
    pub code: String,
    /// What would be right, as a sentence.
    pub detail: String,
}

impl FieldProblem {
    /// A problem of the field at `pointer`.
    pub fn new(pointer: impl Into<String>, code: &str, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.to_owned(),
            detail: detail.into(),
        }
    }
}

impl ProblemType {
    /// The HTTP status that goes with it.
    pub fn status(self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::TooSlow => 408,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::NotJson => 415,
            Self::Invalid => 422,
            Self::Unavailable => 503,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Malformed => "The body is not JSON",
            Self::NotFound => "Nothing here",
            Self::Method => "Method not allowed here",
            Self::TooSlow => "The body took too long",
            Self::Conflict => "Received before, and it was something else",
            Self::TooLarge => "The body is too long",
            Self::NotJson => "The body has to be application/json",
            Self::Invalid => "The body has something wrong in it",
            Self::Unavailable => "Can't store anything just now",
        }
    }

    /// The problem, with a sentence about this time.
    pub fn because(self, detail: impl Into<String>) -> ProblemDetails {
        ProblemDetails {
            kind: self,
            title: self.title().to_owned(),
            status: self.status(),
            detail: detail.into(),
            errors: Vec::new(),
        }
    }
}

impl ProblemDetails {
    /// A body with wrong fields.
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        let detail = match errors.as_slice() {
            [one] => one.detail.clone(),
            several => format!("{} fields are wrong.", several.len()),
        };
        Self {
            errors,
            ..ProblemType::Invalid.because(detail)
        }
    }
}
