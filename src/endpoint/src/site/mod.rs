//! The built site and the borough's content, with the headers that both need.

pub mod content;
pub mod headers;
pub mod pages;

pub use content::Content;
