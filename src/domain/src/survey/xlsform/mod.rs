//! Surveys as `XLSForm`: a workbook with the sheets `survey`, `choices` and `settings`,
//! as ODK, Kobo, Enketo and others read it (<https://xlsform.org>).
//!
//! Cells in, a survey out, and back; no file formats here. What means the same is
//! carried, what doesn't is named: [`import`] gives a line for each thing repaired, left
//! out or refused, with sheet, row and column. What only Hark has stands in columns that
//! begin with `hark_`, which other tools ignore, so that [`export`] and [`import`] give
//! the same survey again.
//!
//! | module | what it is for |
//! |---|---|
//! | `book`, `line` | what goes in, what is said about it |
//! | `field`, `language`, `table` | headings in all their spellings, sheets as records |
//! | `kind`, `outline`, `lists` | types, groups and lists of choices |
//! | `xpath`, `meaning`, `bounds` | expressions read, and what they say in Hark |
//! | `names`, `words`, `written`, `spoken` | `${name}`, words with answers in them, conditions in both languages |
//! | `writer`, `asks`, `rules`, `beside` | questions |
//! | `build`, `page`, `grid`, `settings`, `import` | pages and the whole |
//! | `export` | the way back |

mod asks;
mod beside;
mod book;
mod bounds;
mod build;
mod export;
mod field;
mod form;
mod grid;
mod import;
mod kind;
mod language;
mod line;
mod lists;
mod meaning;
mod names;
mod outline;
mod page;
mod rules;
mod settings;
mod spoken;
mod table;
mod words;
mod writer;
mod written;
mod xpath;

pub use book::{Book, Row, Sheet};
pub use export::export;
pub use import::{Imported, import};
pub use line::{Act, Line};

use lists::choice_id;
