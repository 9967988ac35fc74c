//! The danger words of the sample pack, on sentences of people in danger and of people
//! who are in none.
//!
//! A borough reviews its own words; these sentences show where the sample's stand.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has to end")]

#[cfg(test)]
mod sentences;
