//! The lists of choices.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::{Map, Value};

use super::beside;
use super::field::Field;
use super::line::{Act, Line};
use super::meaning::{Meaning, Scope, any, meaning};
use super::names::Fault;
use super::table::{Record, Table};
use super::words;
use super::written::written;
use crate::id::ChoiceId;
use crate::survey::condition::Condition;

/// The choice that `or_other` adds, as in `XLSForm`.
const OTHER: &str = "other";

/// The sheet `choices`.
pub(super) struct Lists {
    /// The sheet.
    pub(super) table: Table,
    by_name: BTreeMap<String, Vec<usize>>,
    /// Lists that a question with `or_other` uses. As in `XLSForm`, their choice for
    /// everything else is offered by every question with that list.
    with_other: BTreeSet<String>,
}

/// What a choice of that name is called in Hark: the same, unless no id can be so.
pub(super) fn choice_id(name: &str) -> String {
    if ChoiceId::new(name).is_ok() {
        return name.to_owned();
    }
    let mut id = String::new();
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') => id.push(c),
            c if c.is_alphanumeric() => {
                let _ = write!(id, "u{:x}", u32::from(c));
            }
            _ => id.push('_'),
        }
    }
    if id.starts_with(['-', '.']) {
        id.insert(0, '_');
    }
    id.truncate(crate::id::LONGEST);
    id
}

impl Lists {
    pub(super) fn read(table: Table, allow_twice: bool, lines: &mut Vec<Line>) -> Self {
        let mut lists: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (index, record) in table.records.iter().enumerate() {
            let mut leave_out = |field: &str, text: String| {
                lines.push(table.line(Act::LeftOut, record, field, text));
            };
            let Some(list) = record.get(Field::ListName) else {
                if !record.name().is_empty() {
                    leave_out("list_name", "It belongs to no list.".to_owned());
                }
                continue;
            };
            let name = record.name();
            let id = choice_id(name);
            if name.is_empty() {
                leave_out("name", "A choice needs a name.".to_owned());
                continue;
            }
            if !seen.insert((list.to_owned(), id.clone())) && !allow_twice {
                leave_out(
                    "name",
                    format!("The list \"{list}\" has a choice \"{id}\" already."),
                );
                continue;
            }
            if id != name {
                lines.push(table.line(
                    Act::Repaired,
                    record,
                    "name",
                    format!("A choice can't be called so in Hark: it is \"{id}\" here."),
                ));
            }
            lists.entry(list.to_owned()).or_default().push(index);
        }
        Self {
            table,
            by_name: lists,
            with_other: BTreeSet::new(),
        }
    }

    /// Adds the choice for everything else to a list.
    pub(super) fn add_other(&mut self, list: &str) {
        self.with_other.insert(list.to_owned());
    }

    /// Whether there is such a list.
    pub(super) fn has(&self, list: &str) -> bool {
        self.by_name.contains_key(list)
    }

    /// The names of the choices of a list, each once.
    pub(super) fn names(&self, list: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let records = self.records(list).map(|record| record.name().to_owned());
        for name in records.chain(self.needs_other(list).then(|| OTHER.to_owned())) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn needs_other(&self, list: &str) -> bool {
        let has = |record: &Record| record.name() == OTHER;
        self.with_other.contains(list) && !self.records(list).any(has)
    }

    fn records(&self, list: &str) -> impl Iterator<Item = &Record> {
        let indices = self
            .by_name
            .get(list)
            .map(Vec::as_slice)
            .unwrap_or_default();
        indices
            .iter()
            .filter_map(|index| self.table.records.get(*index))
    }
}

/// The choices of one question, and the records they come from.
#[derive(Default)]
pub(super) struct Offered {
    pub(super) choices: Vec<Value>,
    pub(super) records: Vec<u32>,
    pub(super) lines: Vec<Line>,
    pub(super) columns: BTreeSet<String>,
}

impl Lists {
    /// The choices that a question offers, each where `filter` holds of it. `dropped`
    /// are fields of rows that turned out not to fit.
    pub(super) fn offered(
        &self,
        list: &str,
        filter: Option<&str>,
        scope: &Scope<'_>,
        language: &str,
        dropped: &BTreeSet<(u32, String)>,
    ) -> Result<Offered, Fault> {
        let mut offered = Offered::default();
        // By id, in order: the first record, and when each of that name is offered.
        let mut found: Vec<(String, &Record, Vec<Meaning>)> = Vec::new();
        let other = self
            .needs_other(list)
            .then(|| Record::choice(OTHER, "Other"));
        for record in self.records(list).chain(&other) {
            let scope = Scope {
                names: scope.names,
                own: scope.own,
                choice: Some(record),
                ..*scope
            };
            let when = match filter {
                Some(filter) => meaning(filter, &scope, &mut offered.columns)?,
                None => Meaning::Always,
            };
            let id = choice_id(record.name());
            match found.iter_mut().find(|(other, ..)| *other == id) {
                Some((.., all)) => all.push(when),
                None => found.push((id, record, vec![when])),
            }
        }
        for (id, record, when) in found {
            let say = |act, field: &str, text: String| self.table.line(act, record, field, text);
            let mut choice = Map::new();
            choice.insert("id".to_owned(), id.clone().into());
            let label = words::text(
                &record.words(Field::Label),
                language,
                scope.names,
                scope.before,
            )?;
            if label.is_none() {
                offered.lines.push(say(
                    Act::Repaired,
                    "label",
                    "There is no label, so the name stands in its place.".to_owned(),
                ));
            }
            choice.insert(
                "label".to_owned(),
                label.unwrap_or_else(|| record.name().into()),
            );
            match any(when) {
                Meaning::Always => {}
                Meaning::Never => {
                    offered.lines.push(say(
                        Act::LeftOut,
                        "choice_filter",
                        format!("The filter of \"{}\" never lets this choice through, so it isn't offered there.", scope.own),
                    ));
                    continue;
                }
                Meaning::When(expression) => {
                    choice.insert("visible_if".to_owned(), written(&expression).into());
                }
            }
            if let Some(own) = record.get(Field::HarkVisibleIf) {
                match Condition::parse(own) {
                    Ok(condition) if !choice.contains_key("visible_if") => {
                        choice.insert("visible_if".to_owned(), condition.source().into());
                    }
                    Ok(_) => offered.lines.push(say(
                        Act::Repaired,
                        record.heading(Field::HarkVisibleIf),
                        "A choice_filter says when it is offered, so this isn't read.".to_owned(),
                    )),
                    Err(why) => return Fault::because(format!("\"{own}\" can't be read: {why}")),
                }
            }
            if record.says_yes(Field::HarkExclusive) {
                choice.insert("exclusive".to_owned(), true.into());
            }
            beside::put(&mut choice, record, "label", language, dropped);
            offered.choices.push(choice.into());
            offered.records.push(record.row);
        }
        Ok(offered)
    }
}
