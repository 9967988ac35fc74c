#![doc = include_str!("FORMAT.md")]

mod check;
mod definition;
mod figure;
mod read;
mod share;

pub use check::check;
pub use definition::{Answered, BaseYears, Better, Indicator, Missing, Status, Weighting};
pub use figure::{Figure, figure};
pub use share::{Share, Tenths};
