//! What of the results may be seen without pointing at anybody.
//!
//! Everything counted of answers goes through here before anyone reads it, with the
//! thresholds of the pack ([`crate::site::Disclosure`]).
//!
//! So far this is [`suppress`]: small groups are withheld, other counts are rounded. That is
//! enough for the person who runs the survey to see how it goes, and **not** enough
//! to publish. There is no complementary suppression (a hidden number can be worked
//! out from a total and its other parts), and nothing guards against differencing
//! (taking one table, or one week's figures, from another).

mod suppress;

pub use suppress::{Shown, rounded, suppress};
