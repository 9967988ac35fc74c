//! Tables of things to do, as councils write them: a line of headings, then a row each;
//! and Outpost's, where rows belong to others by number.

mod headings;
mod row;

use self::headings::{Column, column};
use super::dates;
use super::draft::{Cell, Draft, Price, Tongue};
use super::gather::gather;
use super::line::{Line, Log};
use super::plain::{plain, quoted};
use super::{Imported, Setting};
use crate::import::Act;

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Headings stand in one of so many rows: above them are titles.
const MOST_TITLES: usize = 12;

/// The name of a table's first row of things in lines.
const HEADINGS: &str = "the headings";

/// Reads a table. `name` is what its things are run by where no column says.
pub fn table(rows: &[Row], name: &str, setting: &Setting<'_>) -> Imported {
    let mut lines = Vec::new();
    let mut say = |act: Act, field: &str, text: String| {
        let (file, record, field) = (String::new(), HEADINGS.to_owned(), field.to_owned());
        lines.push(Line {
            file,
            act,
            record,
            field,
            text,
        });
    };
    let known = |row: &Row| {
        row.cells
            .iter()
            .filter_map(|cell| column(cell))
            .collect::<Vec<_>>()
    };
    let is_heading = |row: &&Row| {
        let known = known(row);
        known.contains(&Column::Name) && (known.len() > 1 || row.cells.len() == 1)
    };
    let Some(at) = rows
        .iter()
        .take(MOST_TITLES)
        .position(|row| is_heading(&row))
    else {
        say(Act::Refused, "", "There is no row of headings with a column for the name of each thing, such as \"Name\" or \"Activity\".".to_owned());
        return gather(Vec::new(), None, lines, setting);
    };
    let (heads, below) = rows.split_at(at + 1);
    let heads: &[String] = heads.last().map_or(&[], |row| row.cells.as_slice());
    let mut columns: Vec<Option<Column>> = Vec::new();
    for head in heads {
        let known = column(head);
        if known.is_none() && !head.trim().is_empty() {
            say(
                Act::LeftOut,
                head.trim(),
                format!("No column called {} is known here.", quoted(head.trim())),
            );
        }
        // "Time" and "Start time": two columns of one sort; names of things are one.
        let twice = known == Some(Column::Name) && columns.contains(&known);
        columns.push(if twice { Some(Column::Kind) } else { known });
    }
    let mut drafts: Vec<Draft> = Vec::new();
    for row in below {
        let mut cells = Cells {
            heads,
            columns: &columns,
            row,
            below: String::new(),
        };
        if !cells.is_empty() {
            cells.read(&mut drafts, setting);
        }
    }
    if drafts.is_empty() {
        say(
            Act::Refused,
            "",
            "There is nothing in the rows below them.".to_owned(),
        );
    }
    gather(drafts, Some(name), lines, setting)
}

struct Cells<'a> {
    heads: &'a [String],
    columns: &'a [Option<Column>],
    row: &'a Row,
    /// Said behind the fields of a row that belongs to one above it.
    below: String,
}

impl Cells<'_> {
    fn is_empty(&self) -> bool {
        self.row.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// Every cell of a sort of column.
    fn all(&self, wanted: Column) -> Vec<Cell> {
        let cells = self.columns.iter().zip(self.heads).zip(&self.row.cells);
        cells
            .filter(|((column, _), _)| **column == Some(wanted))
            .filter_map(|((_, head), text)| {
                Cell::of(format!("{}{}", head.trim(), self.below), text)
            })
            .collect()
    }

    fn one(&self, wanted: Column) -> Option<Cell> {
        self.all(wanted).into_iter().next()
    }

    /// The parts of cells that hold lists.
    fn parts(&self, wanted: Column) -> Vec<Cell> {
        let cells = self.all(wanted);
        let parts = cells.iter().flat_map(|cell| {
            cell.text
                .split([';', ','])
                .filter_map(|part| Cell::of(cell.field.as_str(), part))
        });
        parts.collect()
    }

    fn read(&mut self, drafts: &mut Vec<Draft>, setting: &Setting<'_>) {
        let name = self.one(Column::Name);
        let parent = self.one(Column::Parent);
        let of_parent = |draft: &&mut Draft| {
            let id = draft.id.as_ref().map(|cell| cell.text.as_str());
            parent
                .as_ref()
                .is_some_and(|parent| id == Some(parent.text.as_str()))
        };
        let above = match (&name, &parent) {
            (_, Some(_)) => drafts.iter_mut().find(of_parent),
            // An empty cell under a name stands for the same name: merged cells.
            (None, None) => drafts.last_mut(),
            (Some(_), None) => None,
        };
        if let Some(above) = above {
            self.below = format!(" in row {}", self.row.number);
            self.add(above);
            return;
        }
        let shown = name
            .as_ref()
            .map(|cell| plain(&cell.text).0)
            .unwrap_or_default();
        let shown: String = shown.chars().take(60).collect();
        let record = if shown.is_empty() {
            String::new()
        } else {
            format!(" ({shown})")
        };
        let mut log = Log::about("", format!("row {}{record}", self.row.number));
        if let Some(parent) = &parent {
            log.refused(
                &parent.field,
                format!(
                    "It belongs to {}, which isn't above it.",
                    quoted(&parent.text)
                ),
            );
        }
        let mut draft = Draft {
            log,
            id: self.one(Column::Id),
            organisation: self.one(Column::Organisation),
            name,
            about: self.all(Column::About),
            youngest: self.one(Column::Youngest),
            oldest: self.one(Column::Oldest),
            ages: self.all(Column::Age),
            free: self.one(Column::Free),
            kinds: self.parts(Column::Kind),
            levels: self.all(Column::Level),
            status: self.status(setting),
            assured: self.one(Column::Checked),
            ..Draft::default()
        };
        self.add(&mut draft);
        drafts.push(draft);
    }

    fn status(&self, setting: &Setting<'_>) -> Option<Cell> {
        let says = |column: Column, yes: bool, words: &str| {
            let cell = self.one(column)?;
            let said = if yes { cell.is_yes() } else { cell.is_no() };
            said.then(|| Cell {
                field: cell.field,
                text: words.to_owned(),
            })
        };
        let hidden = self.one(Column::VisibleUntil);
        let hidden = hidden
            .filter(|cell| dates::date(&cell.text).is_some_and(|(day, _)| day < setting.today));
        says(Column::Approved, false, "not approved")
            .or_else(|| says(Column::Visible, false, "not visible"))
            .or_else(|| {
                hidden.map(|cell| Cell {
                    field: cell.field,
                    text: "not visible".to_owned(),
                })
            })
            .or_else(|| says(Column::Paused, true, "temporarily closed"))
            .or_else(|| self.one(Column::Status))
    }

    /// What a thing can have several of, each in a row.
    fn add(&self, draft: &mut Draft) {
        let shown = self
            .one(Column::PersonShown)
            .is_none_or(|cell| !cell.is_no());
        if shown {
            draft.phones.extend(self.all(Column::Phone));
            draft.emails.extend(self.all(Column::Email));
        } else if let Some(cell) = self.one(Column::Phone).or(self.one(Column::Email)) {
            draft
                .log
                .left_out(&cell.field, "It's marked as not for everybody.");
        }
        draft.webs.extend(self.all(Column::Web));
        draft.person = draft.person.take().or(self.one(Column::Person));
        draft.joining.extend(self.all(Column::Joining));
        let referral = self.one(Column::Referral).filter(|cell| !cell.is_no());
        draft.joining.extend(referral.map(|cell| Cell {
            field: cell.field,
            text: "referral".to_owned(),
        }));
        draft.supports.extend(self.parts(Column::Supports));
        draft.languages.extend(
            self.parts(Column::Languages)
                .into_iter()
                .map(|cell| Tongue {
                    field: cell.field.clone(),
                    code: Some(cell.clone()),
                    name: Some(cell),
                }),
        );
        let (amount, words) = (self.one(Column::Cost), self.all(Column::CostWords));
        if amount.is_some() || !words.is_empty() {
            draft.prices.push(Price {
                amount,
                words,
                ..Price::default()
            });
        }
        let place = self.place(draft);
        draft.times.extend(self.times(place));
    }
}
