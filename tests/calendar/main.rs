//! What is given out of things to do, read by programs that are not ours.
//!
//! | module | what it holds |
//! |---|---|
//! | `occurrences` | the occurrence engine against the `rrule` crate, and where that is wrong |
//! | `files` | calendar files of the shipped pack and of timetables at random, parsed by the `icalendar` crate and expanded by `rrule`, against the engine |
//! | `zones` | `VTIMEZONE` of zones with all kinds of rules |
//! | `expand` | how a file is expanded |
//! | `one_date` | one date out of such a file, as the app takes it |
//! | `referral` | Open Referral UK against its own JSON schema |
//! | `table` | the table, read back |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod expand;
#[cfg(test)]
mod files;
#[cfg(test)]
mod occurrences;
#[cfg(test)]
mod one_date;
#[cfg(test)]
mod referral;
#[cfg(test)]
mod table;
#[cfg(test)]
mod zones;
