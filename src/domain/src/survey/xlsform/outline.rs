//! The rows of the sheet `survey` in their groups, before anything is translated.

use std::collections::BTreeSet;

use super::field::Field;
use super::kind::{Block, Kind};
use super::line::{Act, Line};
use super::table::{Record, Table};
use crate::id::QuestionId;

/// A row that asks something.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The record, as its place among those of the sheet.
    pub(super) record: usize,
    /// The question's name.
    pub(super) name: String,
    /// What is asked.
    pub(super) ask: Ask,
    /// The innermost group it stands in.
    pub(super) group: Option<usize>,
}

/// What a row asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    One(String),
    Many(String),
    Rank(String),
    Whole,
    Decimal,
    Range,
    Text,
    Note,
    /// What else, where the choice for everything else is made: of the question named.
    Specify(String),
}

impl Ask {
    /// The list whose choices are offered.
    pub(super) fn list(&self) -> Option<&str> {
        match self {
            Self::One(list) | Self::Many(list) | Self::Rank(list) => Some(list),
            _ => None,
        }
    }
}

/// A group.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) record: usize,
    pub(super) name: String,
    pub(super) parent: Option<usize>,
    /// Whether its questions become the rows of one grid.
    pub(super) grid: bool,
}

/// A survey's rows in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    pub(super) asked: Vec<Asked>,
    pub(super) groups: Vec<Group>,
    /// Names of rows that were left out, with their row numbers.
    pub(super) left_out: Vec<(String, u32)>,
    /// Lists that a question with `or_other` uses.
    pub(super) with_other: Vec<String>,
}

struct Open {
    block: Block,
    group: Option<usize>,
    /// What everything in it is left out with.
    left_out: Option<String>,
}

/// Reads the rows. What is left out or repaired goes to `lines`.
pub(super) fn outline(table: &Table, lines: &mut Vec<Line>) -> Outline {
    let mut reader = Reader {
        table,
        lines,
        outline: Outline::default(),
        open: Vec::new(),
    };
    for (index, record) in table.records.iter().enumerate() {
        reader.row(index, record);
    }
    let unclosed = reader.open.iter().filter_map(|open| open.group).next_back();
    if let Some(record) = unclosed
        .and_then(|group| reader.outline.groups.get(group))
        .and_then(|group| table.records.get(group.record))
    {
        reader.say(
            Act::Repaired,
            record,
            "type",
            "This group never ends, so it ends with the sheet.",
        );
    }
    reader.outline
}

struct Reader<'a> {
    table: &'a Table,
    lines: &'a mut Vec<Line>,
    outline: Outline,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn say(&mut self, act: Act, record: &Record, field: &str, text: impl Into<String>) {
        self.lines.push(self.table.line(act, record, field, text));
    }

    fn leave_out(&mut self, record: &Record, field: &str, text: impl Into<String>) {
        self.say(Act::LeftOut, record, field, text);
        let left_out = (record.name().to_owned(), record.row);
        self.outline.left_out.push(left_out);
    }

    fn row(&mut self, index: usize, record: &Record) {
        let Some(cell) = record.get(Field::Type) else {
            let asks = [Field::Name, Field::Label];
            if asks.iter().any(|field| record.get(*field).is_some()) {
                self.leave_out(
                    record,
                    "type",
                    "It has no type, so nobody can tell what it asks.",
                );
            }
            return;
        };
        let kind = Kind::read(cell);
        let inside = self.open.last().and_then(|open| open.left_out.clone());
        match kind {
            Kind::End(block) => return self.end(record, block),
            Kind::Begin(block) => return self.begin(index, record, block, inside),
            _ => {}
        }
        if let Some(why) = inside {
            return self.leave_out(record, "", why);
        }
        if record.says_yes(Field::Disabled) {
            return self.leave_out(record, "disabled", "It is switched off there.");
        }
        if let Kind::Refused(why) = kind {
            return self.leave_out(record, "type", format!("\"{cell}\": {why}"));
        }
        let name = match (record.name(), kind) {
            ("", Kind::Note) => {
                let name = format!("note-{}", record.row);
                let text = format!("A note without a name is called \"{name}\".");
                self.say(Act::Repaired, record, "name", text);
                name
            }
            ("", _) => {
                return self.leave_out(record, "name", "A question needs a name.");
            }
            (name, _) => name.to_owned(),
        };
        if let Err(why) = QuestionId::new(&name) {
            return self.leave_out(record, "name", why);
        }
        let (ask, other) = match kind {
            Kind::One { list, other } => (Ask::One(list.to_owned()), other),
            Kind::Many { list, other } => (Ask::Many(list.to_owned()), other),
            Kind::Rank { list } => (Ask::Rank(list.to_owned()), false),
            Kind::Whole => (Ask::Whole, false),
            Kind::Decimal => (Ask::Decimal, false),
            Kind::Range => (Ask::Range, false),
            Kind::Text => (Ask::Text, false),
            Kind::Note => (Ask::Note, false),
            Kind::Begin(_) | Kind::End(_) | Kind::Refused(_) => return,
        };
        if other && record.get(Field::ChoiceFilter).is_some() {
            return self.leave_out(
                record,
                record.heading(Field::ChoiceFilter),
                "\"or_other\" and a filter of choices don't go together.",
            );
        }
        let group = self.open.last().and_then(|open| open.group);
        let list = ask.list().map(str::to_owned);
        self.outline.asked.push(Asked {
            record: index,
            name: name.clone(),
            ask,
            group,
        });
        if let Some(list) = list.filter(|_| other) {
            self.outline.with_other.push(list);
            self.outline.asked.push(Asked {
                record: index,
                name: format!("{name}_other"),
                ask: Ask::Specify(name),
                group,
            });
        }
    }

    fn begin(&mut self, index: usize, record: &Record, block: Block, inside: Option<String>) {
        let name = record.name().to_owned();
        let parent = self.open.last().and_then(|open| open.group);
        let mut open = Open {
            block,
            group: None,
            left_out: inside,
        };
        if open.left_out.is_none() && record.says_yes(Field::Disabled) {
            self.leave_out(record, "disabled", "It is switched off there.");
            open.left_out = Some(format!(
                "It stands in the group \"{name}\", which is switched off."
            ));
        } else if open.left_out.is_none() && block == Block::Repeat {
            self.leave_out(
                record,
                "type",
                "It is a repeat: it asks the same again for each person or thing, and Hark asks once.",
            );
            open.left_out = Some(format!("It stands in the repeat \"{name}\"."));
        } else if open.left_out.is_none() {
            open.group = Some(self.outline.groups.len());
            let appearance = record.get(Field::Appearance).unwrap_or_default();
            let grid = appearance
                .split_whitespace()
                .any(|word| word == "table-list");
            self.outline.groups.push(Group {
                record: index,
                name,
                parent,
                grid,
            });
        } else if !name.is_empty() {
            self.outline.left_out.push((name, record.row));
        }
        self.open.push(open);
    }

    fn end(&mut self, record: &Record, block: Block) {
        match self.open.last() {
            Some(open) if open.block == block => {
                self.open.pop();
            }
            _ => self.say(
                Act::Repaired,
                record,
                "type",
                "Nothing that is open ends here, so this isn't read.",
            ),
        }
    }
}

impl Outline {
    /// The questions whose innermost group is that one, as places in the order.
    pub(super) fn directly_in(&self, group: usize) -> impl Iterator<Item = &Asked> {
        self.asked
            .iter()
            .filter(move |asked| asked.group == Some(group))
    }

    /// The groups around a question, the outermost first.
    pub(super) fn around(&self, group: Option<usize>) -> Vec<usize> {
        let mut around = Vec::new();
        let mut next = group;
        while let Some(index) = next {
            around.push(index);
            next = self.groups.get(index).and_then(|group| group.parent);
        }
        around.reverse();
        around
    }

    /// Makes pages of what was to be a grid and can't be one: a grid has rows with the
    /// same choices, and nothing else.
    pub(super) fn settle_grids(&mut self, table: &Table, lines: &mut Vec<Line>) {
        for index in 0..self.groups.len() {
            let Some(why) = self
                .groups
                .get(index)
                .filter(|group| group.grid)
                .and_then(|_| self.no_grid(index, table))
            else {
                continue;
            };
            let group = &mut self.groups[index];
            group.grid = false;
            if let Some(record) = table.records.get(group.record) {
                lines.push(table.line(
                    Act::Repaired,
                    record,
                    record.heading(Field::Appearance),
                    format!(
                        "A grid (table-list) {why}, so each of its questions is asked by itself."
                    ),
                ));
            }
        }
    }

    fn no_grid(&self, index: usize, table: &Table) -> Option<&'static str> {
        if self.groups.iter().any(|group| group.parent == Some(index)) {
            return Some("can't have groups in it");
        }
        let rows: Vec<&Asked> = self.directly_in(index).collect();
        let mut lists = BTreeSet::new();
        for row in &rows {
            let Ask::One(list) = &row.ask else {
                return Some("has only rows of select_one");
            };
            lists.insert(list);
            let record = table.records.get(row.record)?;
            let has = |field| record.get(field).is_some();
            if has(Field::ChoiceFilter) || has(Field::Constraint) {
                return Some("can't have a filter or a constraint in a row");
            }
            let required = record.get(Field::Required).unwrap_or("no");
            if super::table::yes_or_no(required).is_none() {
                return Some("can't have a row that is only sometimes required");
            }
            let relevant = record.get(Field::Relevant).unwrap_or_default();
            let names = |other: &&Asked| relevant.contains(&format!("${{{}}}", other.name));
            if rows.iter().any(names) {
                return Some("can't have a row that depends on another");
            }
        }
        (lists.len() > 1).then_some("has rows of one list")
    }
}
