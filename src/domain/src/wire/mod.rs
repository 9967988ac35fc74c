//! What travels between a phone and the endpoint. These types have no place for
//! anything that could identify a person.

pub mod admit;
pub mod id;
pub mod problem;
pub mod response;

pub use admit::{Record, admit};
pub use id::{GroupCode, ResponseId};
pub use problem::{FieldProblem, ProblemDetails, ProblemType};
pub use response::{Refusal, Response, read};
