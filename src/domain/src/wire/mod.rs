//! What travels between a phone and the endpoint. These types have no place for
//! anything that could identify a person.

pub mod admit;
mod body;
pub mod id;
pub mod problem;
pub mod report;
pub mod response;

pub use admit::{Record, admit};
pub use id::{GroupCode, ResponseId};
pub use problem::{FieldProblem, ProblemDetails, ProblemType};
pub use report::{Report, Reported, Wrong};
pub use response::{Refusal, Response, read};
