//! Rows as questions of Hark.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::beside;
use super::bounds;
use super::field::Field;
use super::form::Form;
use super::line::{Act, Line};
use super::lists::Offered;
use super::meaning::{Meaning, Scope, answered, meaning};
use super::names::{Fault, Names};
use super::outline::{Ask, Asked};
use super::spoken::spoken;
use super::table::{Record, yes_or_no};
use super::words;
use super::written::written;
use crate::id::QuestionId;
use crate::survey::condition::{Condition, Expression};

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

    /// When a row is shown. What never holds leaves it out.
    pub(super) fn visible_if(&mut self, record: &Record, scope: &Scope<'_>) -> At<Option<String>> {
        let (xpath, own) = (Field::Relevant, Field::HarkVisibleIf);
        match self.condition(record, (xpath, own), scope)? {
            (_, Some(source)) => Ok(Some(source)),
            (Meaning::Always, None) => Ok(None),
            (Meaning::Never, None) => Err((
                record.heading(xpath).to_owned(),
                Fault::LeaveOut("This never holds, so nobody would ever see it.".to_owned()),
            )),
            (Meaning::When(expression), None) => Ok(Some(written(&expression))),
        }
    }

    /// What an expression says, with Hark's own words for it where a column has them and
    /// still says the same.
    fn condition(
        &mut self,
        record: &Record,
        (xpath, own): (Field, Field),
        scope: &Scope<'_>,
    ) -> At<(Meaning, Option<String>)> {
        let itself = scope.sees_itself.then_some(scope.own);
        if let Some(words) = self.own_condition(record, (xpath, own), itself) {
            return Ok((Meaning::Always, Some(words.to_owned())));
        }
        let Some(source) = record.get(xpath) else {
            return Ok((Meaning::Always, None));
        };
        let meaning = meaning(source, scope, &mut self.columns)
            .map_err(|fault| (record.heading(xpath).to_owned(), fault))?;
        Ok((meaning, None))
    }

    /// Hark's own words for a condition, where they still say what stands beside them.
    pub(super) fn own_condition<'r>(
        &mut self,
        record: &'r Record,
        (xpath, own): (Field, Field),
        itself: Option<&str>,
    ) -> Option<&'r str> {
        let words = record.get(own)?;
        let said = Condition::parse(words)
            .map(|condition| spoken(condition.expression(), self.names, itself));
        if said.is_ok_and(|said| said.as_deref() == record.get(xpath)) {
            return Some(words);
        }
        let text = format!(
            "\"{words}\" says something else than the column {}, so this isn't read.",
            xpath.name()
        );
        self.repaired(record, record.heading(own), text);
        None
    }

    /// Whether an answer is needed, and what is said where it is missing.
    fn needs(
        &mut self,
        asked: &'a Asked,
        record: &Record,
        end: usize,
        question: &mut Map<String, Value>,
    ) -> At<()> {
        let scope = self.scope(&asked.name, end);
        if asked.ask == Ask::Note {
            let required = record.get(Field::Required).unwrap_or("no");
            if yes_or_no(required) != Some(false) {
                let heading = record.heading(Field::Required);
                self.repaired(
                    record,
                    heading,
                    "Nobody answers a note, so it can't be required.",
                );
            }
            return Ok(());
        }
        let fields = (Field::Required, Field::HarkRequiredIf);
        let required = match record.get(Field::Required).map(yes_or_no) {
            Some(Some(true)) => {
                // Nothing more can be needed, but what was written there isn't lost.
                let own = record.get(Field::HarkRequiredIf).map(Value::from);
                question.extend(own.map(|own| ("required_if".to_owned(), own)));
                (Meaning::Always, None)
            }
            None if record.get(Field::HarkRequiredIf).is_none() => (Meaning::Never, None),
            _ => self.condition(record, fields, &scope)?,
        };
        match required {
            (_, Some(source)) => {
                question.insert("required_if".to_owned(), source.into());
            }
            (Meaning::Always, None) => {
                question.insert("required".to_owned(), true.into());
            }
            (Meaning::Never, None) => {}
            (Meaning::When(expression), None) => {
                question.insert("required_if".to_owned(), written(&expression).into());
            }
        }
        let scope = self.scope(&asked.name, scope.before.min(self.order_of(&asked.name)));
        let message = self.text(record, Field::RequiredMessage, &scope)?;
        question.extend(message.map(|message| ("required_message".to_owned(), message)));
        Ok(())
    }

    fn order_of(&self, name: &str) -> usize {
        self.names
            .find(name)
            .map_or(usize::MAX, |known| known.order)
    }

    /// What the answer has to meet. Simple bounds become limits of the question.
    fn constraint(
        &mut self,
        asked: &'a Asked,
        record: &Record,
        order: usize,
        question: &mut Map<String, Value>,
    ) -> At<()> {
        let heading = record.heading(Field::Constraint).to_owned();
        let itself = Scope {
            sees_itself: true,
            ..self.scope(&asked.name, order + 1)
        };
        let words = self.scope(&asked.name, order);
        let message = self.text(record, Field::ConstraintMessage, &words)?;
        let has_any =
            record.get(Field::Constraint).is_some() || record.get(Field::HarkConstraint).is_some();
        if !has_any {
            if message.is_some() {
                let heading = record.heading(Field::ConstraintMessage);
                self.repaired(
                    record,
                    heading,
                    "There is no constraint that this could be about, so it isn't read.",
                );
            }
            return Ok(());
        }
        if asked.ask == Ask::Note {
            self.repaired(
                record,
                &heading,
                "Nobody answers a note, so this isn't read.",
            );
            return Ok(());
        }
        let fields = (Field::Constraint, Field::HarkConstraint);
        let source = match self.condition(record, fields, &itself)? {
            (_, Some(source)) => source,
            (Meaning::When(expression), None) => match self.tested(&asked.name, expression) {
                Meaning::Always => return Ok(()),
                Meaning::Never => return Err((heading, no_answer())),
                Meaning::When(expression) => {
                    let own = self
                        .names
                        .find(&asked.name)
                        .map_err(|fault| (heading, fault))?;
                    if message.is_none() && bounds::take(&expression, own, question) {
                        return Ok(());
                    }
                    written(&expression)
                }
            },
            (Meaning::Always, None) => return Ok(()),
            (Meaning::Never, None) => return Err((heading, no_answer())),
        };
        question.insert("constraint".to_owned(), source.into());
        question.extend(message.map(|message| ("constraint_message".to_owned(), message)));
        Ok(())
    }

    /// A constraint where it is tested: the question is answered there.
    fn tested(&self, name: &str, expression: Expression) -> Meaning {
        let known = self.names.find(name).ok();
        match known.and_then(|known| QuestionId::new(&known.reference).ok()) {
            Some(own) => answered(&own, expression),
            None => Meaning::When(expression),
        }
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

fn no_answer() -> Fault {
    Fault::LeaveOut("No answer can meet this.".to_owned())
}

/// The parts of a cell with several, between spaces, commas or semicolons.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([' ', ',', ';', '\n'])
        .filter(|part| !part.is_empty())
}
