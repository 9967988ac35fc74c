//! What several screens share.

pub(crate) mod art;
pub(crate) mod button;
pub(crate) mod confirm;
pub(crate) mod element;
pub(crate) mod empty;
pub(crate) mod exit;
pub(crate) mod face;
pub(crate) mod fetched;
pub(crate) mod frame;
pub(crate) mod helplines;
pub(crate) mod icon;
pub(crate) mod language;
pub(crate) mod live;
pub(crate) mod media;
pub(crate) mod occurrence;
pub(crate) mod outcome;
pub(crate) mod saved;
pub(crate) mod screen;
pub(crate) mod statement;
pub(crate) mod unsent;
