#![doc = include_str!("FORMAT.md")]

pub mod answers;
pub mod check;
pub mod condition;
pub mod definition;
pub mod journey;
mod judge;
pub mod kept;
mod offered;
pub mod paper;
pub mod personal;
pub mod piping;
mod reach;
mod room;
pub mod season;
mod simulate;
pub mod xlsform;

pub use answers::{Answer, Answers};
pub use check::read;
pub use condition::Condition;
pub use definition::{
    Choice, Constraint, DONT_KNOW, Easy, Kind, Listed, Look, Media, PREFER_NOT, Page, Picks,
    Question, Row, Survey, moved, ranked, toggled,
};
pub use journey::{AnswerError, Journey, VisiblePage, carried_over, journey, row_reference};
pub use judge::{Advice, ErrorCode};
pub use room::{Room, room};
pub use season::{Season, Span, Written};
pub use simulate::simulate;
