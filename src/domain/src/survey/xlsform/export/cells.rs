//! Rows of named cells, and the sheet they make.

use super::super::book::{Row, Sheet};
use super::super::language;
use super::super::words::{comes_back, unpiped};
use crate::survey::definition::{Easy, Media};
use crate::text::Text;

/// One row: what stands in which column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cells(Vec<(String, String)>);

impl Cells {
    /// Puts a cell; nothing where it is empty.
    pub(super) fn put(&mut self, column: &str, text: &str) {
        if !text.is_empty() {
            self.0.push((column.to_owned(), text.to_owned()));
        }
    }

    /// Puts a cell in the place of what stands there.
    pub(super) fn set(&mut self, column: &str, text: &str) {
        self.0.retain(|(own, _)| own != column);
        self.put(column, text);
    }

    /// Puts the cells of another row behind these.
    pub(super) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// Puts yes where it is so.
    pub(super) fn mark(&mut self, column: &str, mark: bool) {
        self.put(column, if mark { "yes" } else { "" });
    }

    /// Puts words that may name answers. What wouldn't come back as it is stands in a
    /// column of Hark's own beside them.
    pub(super) fn words(&mut self, column: &str, text: &Text) {
        self.by_language(column, text, unpiped);
        let own = format!("hark_{column}");
        self.by_language(&own, text, |words| {
            if comes_back(words) {
                String::new()
            } else {
                words.to_owned()
            }
        });
    }

    /// Puts words as they are.
    pub(super) fn plain(&mut self, column: &str, text: &Text) {
        self.by_language(column, text, str::to_owned);
    }

    fn by_language(&mut self, column: &str, text: &Text, write: impl Fn(&str) -> String) {
        match text {
            Text::Same(words) => self.put(column, &write(words)),
            Text::ByLanguage(all) => {
                for (tag, words) in all {
                    let column = format!("{column}::{}", language::heading(tag));
                    self.put(&column, &write(words));
                }
            }
        }
    }

    /// Puts pictures, recordings and the easy-read wording.
    pub(super) fn beside(&mut self, media: &Media, easy: &Easy, words: &str) {
        for (column, path) in [
            ("media::image", &media.image),
            ("media::audio", &media.audio),
            ("media::video", &media.video),
            ("hark_easy_picture", &easy.picture),
        ] {
            if let Some(path) = path {
                self.plain(column, path);
            }
        }
        for (column, text) in [(words, &easy.words), ("hark_easy_help", &easy.help)] {
            if let Some(text) = text {
                self.plain(column, text);
            }
        }
    }

    fn get(&self, column: &str) -> &str {
        let cell = self.0.iter().find(|(own, _)| own == column);
        cell.map_or("", |(_, text)| text)
    }
}

/// Columns in the order in which people look for them; others follow.
const ORDER: [&str; 22] = [
    "list_name",
    "type",
    "form_title",
    "form_id",
    "name",
    "label",
    "hint",
    "version",
    "default_language",
    "appearance",
    "relevant",
    "required",
    "required_message",
    "constraint",
    "constraint_message",
    "choice_filter",
    "parameters",
    "media::image",
    "media::audio",
    "media::video",
    "hark_title",
    "hark_about",
];

/// The rows of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns(Vec<Cells>);

impl Columns {
    pub(super) fn push(&mut self, row: Cells) {
        self.0.push(row);
    }

    /// The sheet: headings in order, then the rows.
    pub(super) fn sheet(self, name: &str) -> Sheet {
        let mut headings: Vec<&str> = Vec::new();
        for (heading, _) in self.0.iter().flat_map(|row| &row.0) {
            if !headings.contains(&heading.as_str()) {
                headings.push(heading);
            }
        }
        headings.sort_by_key(|heading| {
            let of = |own: &&str| {
                let rest = heading.strip_prefix(*own);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            };
            ORDER.iter().position(of).unwrap_or(ORDER.len())
        });
        let row = |number: usize, cells: Vec<String>| Row {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            cells,
        };
        let mut rows = vec![row(
            1,
            headings
                .iter()
                .map(|heading| (*heading).to_owned())
                .collect(),
        )];
        for (index, cells) in self.0.iter().enumerate() {
            let cells = headings.iter().map(|heading| cells.get(heading).to_owned());
            rows.push(row(index + 2, cells.collect()));
        }
        Sheet {
            name: name.to_owned(),
            rows,
        }
    }
}
