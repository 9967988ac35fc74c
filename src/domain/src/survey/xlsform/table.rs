//! A sheet with its headings read: records of named cells.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::book::Sheet;
use super::field::{Field, Heading};
use super::language;
use super::line::{Act, Line};

/// One cell, with what its column says.
#[derive(Clone, Debug)]
struct Cell {
    /// Shared, as a long heading stands above many cells.
    heading: Arc<str>,
    field: Option<Field>,
    tag: Option<String>,
    text: String,
}

/// One row below the headings; only cells with something in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    /// The row's number in its sheet.
    pub(super) row: u32,
    cells: Vec<Cell>,
}

/// Words by language tag; no tag where the column names no language. Last, whether they
/// are Hark's own, which name answers as `{name}`.
pub(super) type Words<'a> = Vec<(Option<&'a str>, &'a str, bool)>;

impl Record {
    /// A row with nothing in it.
    pub(super) const EMPTY: Self = Self {
        row: 0,
        cells: Vec::new(),
    };

    /// A row of the sheet choices that nobody wrote.
    pub(super) fn choice(name: &str, label: &str) -> Self {
        let cell = |field: Field, text: &str| Cell {
            heading: field.name().into(),
            field: Some(field),
            tag: None,
            text: text.to_owned(),
        };
        Self {
            row: 0,
            cells: vec![cell(Field::Name, name), cell(Field::Label, label)],
        }
    }

    /// What stands in that column; where it has languages, in the first.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        let mut cells = self.cells.iter().filter(|cell| cell.field == Some(field));
        let plain = cells.clone().find(|cell| cell.tag.is_none());
        plain
            .or_else(|| cells.next())
            .map(|cell| cell.text.as_str())
    }

    /// The same in every language, with Hark's own words where a column has them and
    /// they still say the same.
    pub(super) fn words(&self, field: Field) -> Words<'_> {
        let cells = self.cells.iter().filter(|cell| cell.field == Some(field));
        cells
            .map(|cell| {
                let own = self
                    .own_words(field, cell)
                    .filter(|own| says_same(own, cell));
                let text = own.unwrap_or(cell).text.as_str();
                (cell.tag.as_deref(), text, own.is_some())
            })
            .collect()
    }

    /// The cell with Hark's own words beside a cell.
    fn own_words(&self, field: Field, beside: &Cell) -> Option<&Cell> {
        let (_, own) = OWN_WORDS.iter().find(|(other, _)| *other == field)?;
        let mut cells = self.cells.iter();
        cells.find(|cell| cell.field == Some(*own) && cell.tag == beside.tag)
    }

    /// What stands in the column with exactly that heading.
    pub(super) fn column(&self, heading: &str) -> Option<&str> {
        let cell = self.cells.iter().find(|cell| *cell.heading == *heading);
        cell.map(|cell| cell.text.as_str())
    }

    /// The heading above a field, as it was written; its name today where it isn't there.
    pub(super) fn heading(&self, field: Field) -> &str {
        let cell = self.cells.iter().find(|cell| cell.field == Some(field));
        cell.map_or(field.name(), |cell| &*cell.heading)
    }

    /// The row's name, empty where there is none.
    pub(super) fn name(&self) -> &str {
        self.get(Field::Name).unwrap_or_default()
    }

    /// Whether a cell says yes.
    pub(super) fn says_yes(&self, field: Field) -> bool {
        self.get(field).and_then(yes_or_no) == Some(true)
    }
}

/// Columns of words, each with that of Hark's own words.
const OWN_WORDS: [(Field, Field); 4] = [
    (Field::Label, Field::HarkLabel),
    (Field::Hint, Field::HarkHint),
    (Field::RequiredMessage, Field::HarkRequiredMessage),
    (Field::ConstraintMessage, Field::HarkConstraintMessage),
];

fn says_same(own: &Cell, cell: &Cell) -> bool {
    super::words::unpiped(&own.text) == cell.text
}

/// What an `XLSForm` takes for yes and no, in cells of every kind.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    match cell.to_ascii_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" => Some(true),
        "no" | "false" | "false()" | "0" => Some(false),
        _ => None,
    }
}

/// A sheet as records.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// What the sheet is called in messages.
    pub(super) sheet: &'static str,
    /// The headings, with their row.
    headings: Vec<Arc<str>>,
    known: Vec<bool>,
    row: Option<u32>,
    /// The rows below, empty ones left out.
    pub(super) records: Vec<Record>,
}

impl Table {
    /// Reads a sheet. Of the columns, those in `fields` are taken; what is the matter
    /// with a language goes to `lines`.
    pub(super) fn read(
        sheet: &'static str,
        cells: Option<&Sheet>,
        fields: &[Field],
        lines: &mut Vec<Line>,
    ) -> Self {
        let mut table = Self {
            sheet,
            ..Self::default()
        };
        let rows = cells.map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
        let mut rows = rows.iter().filter(|row| !row.is_empty());
        let Some(first) = rows.next() else {
            return table;
        };
        table.row = Some(first.number);
        let mut columns = Vec::new();
        for heading in &first.cells {
            let heading = heading.trim();
            let mut read = Heading::read(heading);
            read.field = read.field.filter(|field| fields.contains(field));
            let tag = read.language.as_deref().map(language::tag);
            if read.field.is_some() && tag == Some(None) {
                let written = read.language.take().unwrap_or_default();
                lines.push(table.about(
                    heading,
                    format!("Nobody can tell which language \"{written}\" is, so the column isn't read. Write its tag, such as label::English (en)."),
                ));
                columns.push((Arc::from(heading), None, None, true));
                continue;
            }
            let known = read.field.is_some();
            columns.push((Arc::from(heading), read.field, tag.flatten(), known));
        }
        table.records = rows
            .map(|row| {
                let cells = row.cells.iter().zip(&columns).filter_map(|(text, column)| {
                    let text = text.trim();
                    let (heading, field, tag, _) = column;
                    (!text.is_empty()).then(|| Cell {
                        heading: Arc::clone(heading),
                        field: *field,
                        tag: tag.clone(),
                        text: text.to_owned(),
                    })
                });
                Record {
                    row: row.number,
                    cells: cells.collect(),
                }
            })
            .collect();
        (table.headings, table.known) = columns
            .into_iter()
            .map(|(heading, .., known)| (heading, known))
            .unzip();
        table
    }

    /// A line about a column.
    pub(super) fn about(&self, heading: &str, text: impl Into<String>) -> Line {
        Line {
            act: Act::Repaired,
            sheet: self.sheet.to_owned(),
            row: self.row,
            name: String::new(),
            field: heading.to_owned(),
            text: text.into(),
        }
    }

    /// A line about a record.
    pub(super) fn line(
        &self,
        act: Act,
        record: &Record,
        field: &str,
        text: impl Into<String>,
    ) -> Line {
        Line {
            act,
            sheet: self.sheet.to_owned(),
            row: (record.row > 0).then_some(record.row),
            name: record.name().to_owned(),
            field: field.to_owned(),
            text: text.into(),
        }
    }

    /// Lines for the columns that have something in them and that nobody reads; `used`
    /// are those that a filter of choices reads.
    pub(super) fn unread(&self, used: &BTreeSet<String>) -> Vec<Line> {
        let columns = self.headings.iter().zip(&self.known);
        let unread = columns.filter(|(heading, known)| {
            let filled = self.records.iter().any(|record| {
                record
                    .cells
                    .iter()
                    .any(|cell| cell.heading == **heading && cell.field.is_none())
            });
            !**known && filled && !used.contains(&***heading)
        });
        let mut seen = BTreeSet::new();
        unread
            .filter(|(heading, _)| seen.insert(*heading))
            .map(|(heading, _)| {
                let shown = if heading.is_empty() {
                    "(no heading)"
                } else {
                    heading
                };
                self.about(shown, "Hark has no use for this column, so it isn't read.")
            })
            .collect()
    }

    /// A line for each of Hark's own words that no longer say what stands beside them.
    pub(super) fn outdated(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for record in &self.records {
            for (field, own) in OWN_WORDS {
                let own = record.cells.iter().filter(|cell| cell.field == Some(own));
                for own in own {
                    let mut cells = record.cells.iter();
                    let beside =
                        cells.find(|cell| cell.field == Some(field) && cell.tag == own.tag);
                    if !beside.is_some_and(|cell| says_same(own, cell)) {
                        let text = format!(
                            "It says something else than the column {}, so it isn't read.",
                            field.name()
                        );
                        lines.push(self.line(Act::Repaired, record, &own.heading, text));
                    }
                }
            }
        }
        lines
    }

    /// A line for each of these columns that has something in it.
    pub(super) fn dropped(&self, columns: &[(Field, &str)]) -> Vec<Line> {
        let dropped = columns.iter().filter_map(|(field, why)| {
            let record = self
                .records
                .iter()
                .find(|record| record.get(*field).is_some())?;
            Some(self.about(record.heading(*field), *why))
        });
        dropped.collect()
    }
}
