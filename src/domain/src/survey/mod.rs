#![doc = include_str!("FORMAT.md")]

pub mod answers;
pub mod check;
pub mod condition;
pub mod definition;
pub mod journey;
mod judge;
pub mod personal;
mod reach;
mod simulate;

pub use answers::{Answer, Answers};
pub use check::read;
pub use condition::Condition;
pub use definition::{Choice, Kind, Listed, PREFER_NOT, Page, Question, Survey, toggled};
pub use journey::{AnswerError, Journey, VisiblePage, carried_over, journey};
pub use judge::{Advice, ErrorCode};
pub use simulate::simulate;
