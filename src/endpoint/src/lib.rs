//! Hark's endpoint: it serves the site, takes responses, and stores of them what
//! [`hark_domain::wire::Record`] has, and nothing else.
//!
//! | module | what it is for |
//! |---|---|
//! | [`mod@router`] | everything the server answers, used by `main` and by tests alike |
//! | [`api`] | the JSON API, its errors and its OpenAPI document |
//! | [`site`] | the built site and the borough's content, with their headers |
//! | [`store`] | where responses are kept: one trait, one story for every store |
//! | [`folder`] | a content pack's files, read from disk |
//! | [`sheets`] | workbooks, read and written |
//! | [`commands`] | what an organiser types |
//!
//! # What is logged
//! One line when the server starts, and a line when storing begins to fail or works
//! again. Nothing is written of a request: no address, no path, no body, no id. The
//! reverse proxy in front has to be told the same.

pub mod api;
pub mod commands;
pub mod folder;
mod log;
pub mod router;
pub mod sheets;
pub mod site;
pub mod state;
pub mod store;
mod zone;

pub use router::router;
pub use state::{AppState, Limits};
pub use zone::BoroughZone;
