//! What rules a question: when it is shown, whether it is needed, what it has to meet.

use serde_json::{Map, Value};

use super::bounds;
use super::field::Field;
use super::meaning::{Meaning, Scope, answered, meaning};
use super::names::Fault;
use super::outline::{Ask, Asked};
use super::spoken::spoken;
use super::table::{Record, yes_or_no};
use super::writer::{At, Writer};
use super::written::written;
use crate::id::QuestionId;
use crate::survey::condition::{Condition, Expression};

impl<'a> Writer<'a> {
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
    pub(super) fn needs(
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
    pub(super) fn constraint(
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

fn no_answer() -> Fault {
    Fault::LeaveOut("No answer can meet this.".to_owned())
}
