//! Things to do: who runs what, for whom, where and when.

pub mod service;

pub use service::{Ages, Checked, Cost, Day, Level, Organisation, Place, Service, Session};
