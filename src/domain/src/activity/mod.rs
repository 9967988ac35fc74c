#![doc = include_str!("FORMAT.md")]

pub mod calendar_date;
mod check;
pub mod detail;
pub mod event;
pub mod export;
pub mod find;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
pub mod listed;
pub mod lists;
pub mod place;
mod publish;
pub mod school;
pub mod service;
pub mod session;
pub mod timetable;
pub mod when;

pub use check::check;
pub use detail::Detail;
pub use find::{Finder, Found, Hit, Instead, Query, Wordbook};
pub use listed::Directory;
pub use lists::{Facility, Joining, Kind, Level, PlaceKind, Support};
pub use place::{Place, Point};
pub use publish::{details, directory, wordbook};
pub use school::SchoolYear;
pub use service::{Ages, Checked, Cost, Day, Organisation, Service, Welcome};
pub use session::Session;
pub use timetable::{Occurrence, Timetable};
pub use when::{When, Window};
