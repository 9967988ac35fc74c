//! A survey on paper: the same questions, numbered, with the routing written out.
//!
//! On paper nothing hides. What the app does by showing and hiding, a form does in three
//! ways, and each is derived here from the survey's conditions:
//! - "Go to 13" beside an answer after which the next questions are certainly not meant,
//!   whatever else was answered ([`Item::goes`], [`Item::left_out`]);
//! - "Answer this only if …" above questions whose condition is not yet settled by the
//!   ways that lead there ([`Section::only`], [`Group::only`]), and where to go otherwise,
//!   where the next questions are certainly not meant either ([`Only::otherwise`]);
//! - "Go to the end if …" after a page that can be the last ([`Section::end`]).
//!
//! Somebody who follows these words to the letter answers just the questions that
//! [`super::journey`] shows; a question left out reads as hidden ones do, as empty.
//!
//! Of the bank, a form has what everybody is asked.

mod address;
mod facts;
mod form;
mod routing;
mod say;

pub use address::Address;
pub use form::{Form, Group, Item, Only, Section, Target};
pub use say::Sayer;

#[cfg(test)]
mod tests;
