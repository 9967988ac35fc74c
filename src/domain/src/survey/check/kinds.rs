//! Checking what a question offers, and that some answer fits.

use super::super::definition::{Choice, Kind, PREFER_NOT, Question, Row};
use super::super::journey::row_reference;
use super::super::reach;
use super::conditions::Scope;
use super::{Checker, LONGEST_ALLOWED, Place};
use crate::id::{QuestionId, repeated};
use crate::number::{MOST_PLACES, Number};

impl Checker<'_> {
    pub(super) fn kind(&mut self, at: &str, here: Place, question: &Question) {
        match &question.kind {
            Kind::Single { choices, .. } => self.choices(at, here, choices),
            Kind::Multiple {
                choices,
                least,
                most,
            }
            | Kind::Ranking {
                choices,
                least,
                most,
            } => {
                self.choices(at, here, choices);
                self.limits(at, choices, [*least, *most]);
            }
            Kind::Matrix { rows, choices } => {
                self.choices(at, here, choices);
                self.rows(at, here, (&question.id, rows));
            }
            Kind::Number {
                least,
                most,
                decimals,
                unit,
            } => {
                self.number(at, [*least, *most], *decimals);
                self.maybe(&format!("{at}/unit"), unit.as_ref(), here);
            }
            Kind::Text { longest, .. } => {
                if *longest == 0 || *longest > LONGEST_ALLOWED {
                    self.say(
                        &format!("{at}/longest"),
                        format!("It has to be from 1 to {LONGEST_ALLOWED} characters."),
                    );
                }
            }
            Kind::Note => {
                if question.required
                    || question.required_if.is_some()
                    || question.constraint.is_some()
                {
                    self.say(
                        at,
                        "A note is never answered, so nothing can be required of it.",
                    );
                }
            }
        }
    }

    fn choices(&mut self, at: &str, here: Place, choices: &[Choice]) {
        if choices.len() < 2 {
            self.say(&format!("{at}/choices"), "It needs two choices at least.");
        }
        for (index, choice) in choices.iter().enumerate() {
            let at = format!("{at}/choices/{index}");
            self.words(&format!("{at}/label"), &choice.label, here);
            self.beside(&at, "label", here, (&choice.easy, &choice.media));
            self.condition(
                &at,
                "visible_if",
                choice.visible_if.as_ref(),
                Scope::before(here),
            );
        }
        for (index, id) in repeated(choices.iter().map(|choice| choice.id.as_str())) {
            self.say(
                &format!("{at}/choices/{index}/id"),
                format!("Another choice is called \"{id}\" already."),
            );
        }
        let open = choices
            .iter()
            .any(|choice| choice.id.as_str() != PREFER_NOT);
        if !open && !choices.is_empty() {
            self.say(
                &format!("{at}/choices"),
                "It needs a choice besides \"prefer-not\".",
            );
        }
    }

    fn rows(&mut self, at: &str, here: Place, (question, rows): (&QuestionId, &[Row])) {
        if rows.is_empty() {
            self.say(&format!("{at}/rows"), "It needs one row at least.");
        }
        for (index, row) in rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            let name = row_reference(question, row.id.as_str());
            if self.known.stands_elsewhere(&name, here) {
                self.say(
                    &format!("{at}/id"),
                    format!(
                        "Something else is called \"{name}\" already, as this row is in conditions."
                    ),
                );
            }
            self.words(&format!("{at}/label"), &row.label, here);
            self.beside(&at, "label", here, (&row.easy, &row.media));
            self.condition(
                &at,
                "visible_if",
                row.visible_if.as_ref(),
                Scope::before(here),
            );
        }
        for (index, id) in repeated(rows.iter().map(|row| row.id.as_str())) {
            self.say(
                &format!("{at}/rows/{index}/id"),
                format!("Another row is called \"{id}\" already."),
            );
        }
    }

    fn limits(&mut self, at: &str, choices: &[Choice], limits: [Option<u16>; 2]) {
        let several = choices
            .iter()
            .filter(|choice| !choice.stands_alone())
            .count();
        for (name, limit) in ["least", "most"].into_iter().zip(limits) {
            if limit.is_some_and(|limit| limit == 0 || usize::from(limit) > several) {
                self.say(
                    &format!("{at}/{name}"),
                    format!(
                        "It has to be from 1 to {several}, the number of choices that go together."
                    ),
                );
            }
        }
        self.range(at, limits.map(|limit| limit.map(Number::from)));
    }

    fn number(&mut self, at: &str, limits: [Option<Number>; 2], decimals: u8) {
        if decimals > MOST_PLACES {
            self.say(
                &format!("{at}/decimals"),
                format!("It has to be from 0 to {MOST_PLACES}."),
            );
        }
        for (name, limit) in ["least", "most"].into_iter().zip(limits) {
            if limit.is_some_and(|limit| limit.places() > decimals) {
                self.say(
                    &format!("{at}/{name}"),
                    "This has more places after the point than an answer may have: see \"decimals\".",
                );
            }
        }
        self.range(at, limits);
    }

    fn range(&mut self, at: &str, limits: [Option<Number>; 2]) {
        if let [Some(least), Some(most)] = limits
            && most < least
        {
            self.say(
                &format!("{at}/most"),
                format!("No answer fits: {most} at most and {least} at least."),
            );
        }
    }

    /// Refuses a constraint that no answer can meet, as far as it looks at nothing else:
    /// whoever answers could never go on.
    pub(super) fn possible(&mut self, at: &str, question: &Question) {
        let Some(constraint) = &question.constraint else {
            return;
        };
        if reach::can_be_met(question, &constraint.condition) == Some(false) {
            self.say(
                &format!("{at}/constraint"),
                format!(
                    "No answer can meet this, so nobody could go on. The condition is: {}",
                    constraint.condition.source()
                ),
            );
        }
    }
}
