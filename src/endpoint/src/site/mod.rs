//! The built site and the borough's content, with the headers that both need.

pub mod content;
mod forms;
pub mod headers;
mod helplines;
mod language;
mod locales;
mod media;
mod open_data;
mod page;
pub mod pages;
mod papers;
mod theme;

pub use content::Content;
pub use pages::Site;
