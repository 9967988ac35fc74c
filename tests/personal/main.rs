//! What Hark finds in a text that points at somebody, measured on texts as young people
//! may write them.
//!
//! `positives.txt` has a text a line, each piece in braces after its kind; nothing is to
//! be found in `negatives.txt`. A piece counts as found where kind and place are right
//! to the byte. `cargo test -p hark-tests --test personal -- --nocapture` prints the table.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has to end")]

#[cfg(test)]
mod labelled;
#[cfg(test)]
mod measured;
#[cfg(test)]
mod properties;
