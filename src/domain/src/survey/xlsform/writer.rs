//! Rows as questions of Hark.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::beside;
use super::field::Field;
use super::form::Form;
use super::line::{Act, Line};
use super::lists::Offered;
use super::meaning::Scope;
use super::names::{Fault, Names};
use super::outline::{Ask, Asked};
use super::table::Record;
use super::words;

/// What can't be carried, and in which column it stands.
pub(super) type At<T> = Result<T, (String, Fault)>;

/// Writes questions, and notes what it says on the way.
pub(super) struct Writer<'a> {
    pub(super) form: &'a Form,
    pub(super) names: &'a Names,
    /// Fields that turned out not to fit, by row of their sheet.
    pub(super) dropped: &'a BTreeSet<(u32, String)>,
    pub(super) lines: Vec<Line>,
    /// Columns of choices that filters look at.
    pub(super) columns: BTreeSet<String>,
    /// Appearances that aren't kept, with the rows where they stand.
    pub(super) appearances: BTreeMap<String, Vec<u32>>,
}

/// A question written, with the rows that its choices come from.
pub(super) struct Written {
    pub(super) question: Map<String, Value>,
    pub(super) choices: Vec<u32>,
}

impl<'a> Writer<'a> {
    /// Where expressions of a question stand that may look at everything before it.
    pub(super) fn scope(&self, own: &'a str, before: usize) -> Scope<'a> {
        Scope {
            names: self.names,
            own,
            sees_itself: false,
            before,
            choice: None,
        }
    }

    pub(super) fn repaired(&mut self, record: &Record, field: &str, text: impl Into<String>) {
        let line = self.form.survey.line(Act::Repaired, record, field, text);
        self.lines.push(line);
    }

    /// A row as a question, without its `visible_if`. Its `required_if` may look at
    /// everything before `end`.
    pub(super) fn question(
        &mut self,
        asked: &'a Asked,
        record: &'a Record,
        (order, end): (usize, usize),
    ) -> At<Written> {
        let scope = self.scope(&asked.name, order);
        let mut question = Map::new();
        question.insert("id".to_owned(), asked.name.clone().into());
        if let Ask::Specify(_) = asked.ask {
            question.insert("kind".to_owned(), "text".into());
            question.insert("title".to_owned(), "Please say what.".into());
            let text = format!(
                "The question \"{}\" is added for whoever chooses \"other\". Write its own words where these don't fit.",
                asked.name
            );
            self.repaired(record, "type", text);
            return Ok(Written {
                question,
                choices: Vec::new(),
            });
        }
        if record.get(Field::Calculation).is_some() {
            let heading = record.heading(Field::Calculation).to_owned();
            let text = "It works something out (a calculation), and Hark doesn't: answers stay as they were given.";
            return Err((heading, Fault::LeaveOut(text.to_owned())));
        }
        question.insert("title".to_owned(), self.title(record, &scope)?);
        let help = self.text(record, Field::Hint, &scope)?;
        question.extend(help.map(|help| ("help".to_owned(), help)));
        let offered = self.kind(asked, record, &scope, &mut question)?;
        self.needs(asked, record, end, &mut question)?;
        self.constraint(asked, record, order, &mut question)?;
        own_marks(record, &mut question);
        let language = &self.form.language;
        beside::put(&mut question, record, "title", language, self.dropped);
        Ok(Written {
            question,
            choices: offered.records,
        })
    }

    /// The words of a row; its name where there are none.
    pub(super) fn title(&mut self, record: &Record, scope: &Scope<'_>) -> At<Value> {
        if let Some(title) = self.text(record, Field::Label, scope)? {
            return Ok(title);
        }
        let text = "There is no label, so the name stands in its place.";
        self.repaired(record, "label", text);
        Ok(record.name().into())
    }

    /// Words in a column.
    pub(super) fn text(
        &self,
        record: &Record,
        field: Field,
        scope: &Scope<'_>,
    ) -> At<Option<Value>> {
        words::text(
            &record.words(field),
            &self.form.language,
            scope.names,
            scope.before,
        )
        .map_err(|fault| (record.heading(field).to_owned(), fault))
    }

    /// The choices a row offers.
    pub(super) fn offered(
        &mut self,
        list: &str,
        record: &Record,
        scope: &Scope<'_>,
    ) -> At<Offered> {
        if !self.form.lists.has(list) {
            let text = format!("The sheet choices has no list \"{list}\".");
            return Err(("type".to_owned(), Fault::LeaveOut(text)));
        }
        let filter = record.get(Field::ChoiceFilter);
        let mut offered = self
            .form
            .lists
            .offered(list, filter, scope, &self.form.language, self.dropped)
            .map_err(|fault| {
                let field = match filter {
                    Some(_) => record.heading(Field::ChoiceFilter),
                    None => "choices",
                };
                (field.to_owned(), fault)
            })?;
        self.lines.append(&mut offered.lines);
        self.columns.append(&mut offered.columns);
        Ok(offered)
    }
}

/// What only Hark has.
pub(super) fn own_marks(record: &Record, question: &mut Map<String, Value>) {
    for (name, field) in [
        ("sensitive", Field::HarkSensitive),
        ("optional", Field::HarkOptional),
    ] {
        if record.says_yes(field) {
            question.insert(name.to_owned(), true.into());
        }
    }
    if let Some(helplines) = record.get(Field::HarkHelplines) {
        let helplines: Vec<&str> = parts(helplines).collect();
        question.insert("helplines".to_owned(), json!(helplines));
    }
}

/// The parts of a cell with several, between spaces, commas or semicolons.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([' ', ',', ';', '\n'])
        .filter(|part| !part.is_empty())
}
