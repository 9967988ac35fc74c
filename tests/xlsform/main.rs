//! Surveys as `XLSForm`, in and out.
//!
//! | module | what it holds |
//! |---|---|
//! | `corpus` | other people's workbooks, step by step against what another engine showed |
//! | `kinds`, `choices`, `groups`, `expressions`, `languages`, `settings` | one construct each, with exact sentences |
//! | `refused` | what isn't carried, and what refuses the whole file |
//! | `files` | workbooks as files: broken, huge, misnamed |
//! | `round_trip` | what is shipped, and generated surveys, out and in again |
//! | `command` | what an organiser types |
//! | `template` | the workbook in `docs/` |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod choices;
#[cfg(test)]
mod command;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod expressions;
#[cfg(test)]
mod files;
#[cfg(test)]
mod form;
#[cfg(test)]
mod generate;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod template;
