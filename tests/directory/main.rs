//! Directories of other tools, imported.
//!
//! | module | what it holds |
//! |---|---|
//! | `corpus` | every shared case of a kind that is imported, as kept in `snapshots/` |
//! | `borough` | a small borough, and what is read of imports |
//! | `oruk`, `openactive`, `table`, `calendar` | one format each: what is right, repaired, left out, refused |
//! | `places` | where things are, and whether in the borough |
//! | `round_trip` | the shipped pack, given out and taken in again |
//! | `feed` | the pages of a feed: what is newest, what was deleted |
//! | `written` | times, days and prices that were once read wrong |
//! | `command` | what an organiser types |
//! | `mutated` | broken inputs of all four |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "what `json!` makes is handed over"
)]

#[cfg(test)]
mod borough;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod command;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod feed;
#[cfg(test)]
mod mutated;
#[cfg(test)]
mod openactive;
#[cfg(test)]
mod oruk;
#[cfg(test)]
mod places;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod table;
#[cfg(test)]
mod written;
