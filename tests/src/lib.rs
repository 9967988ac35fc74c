//! What the tests of the whole share: the small pack of `fixtures/`, a server in
//! process or as a real process, and a look at what lies on disk.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a helper of tests that can't go on has to end the test"
)]

pub mod cases;
pub mod disk;
pub mod packs;
pub mod process;
pub mod rank;
pub mod recount;
pub mod server;
pub mod timetables;
pub mod wire;
