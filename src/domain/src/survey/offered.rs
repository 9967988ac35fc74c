//! What of a question somebody is offered: the choices and rows whose conditions hold.

use super::answers::Answer;
use super::condition::Condition;
use super::definition::{Choice, Kind, Look, Question, Row};

/// The choices and rows of one question that one person can see.
#[derive(Clone, Debug, Default)]
pub(super) struct Offered<'a> {
    pub(super) choices: Vec<&'a Choice>,
    pub(super) rows: Vec<&'a Row>,
}

impl<'a> Offered<'a> {
    /// What `question` offers where `holds` says which conditions hold.
    pub(super) fn of(question: &'a Question, holds: &dyn Fn(Option<&Condition>) -> bool) -> Self {
        let choices = question.kind.choices().iter();
        let rows = question.kind.rows().iter();
        Self {
            choices: choices
                .filter(|choice| holds(choice.visible_if.as_ref()))
                .collect(),
            rows: rows.filter(|row| holds(row.visible_if.as_ref())).collect(),
        }
    }

    /// Whether nothing is left to ask: a matrix without any row. Its answers are its rows,
    /// so it is hidden with the last of them.
    pub(super) fn asks_nothing(&self, kind: &Kind) -> bool {
        matches!(kind, Kind::Matrix { .. }) && self.rows.is_empty()
    }

    /// How many have to be chosen at the least where a question asks for `least`: whoever
    /// chose all there is can't choose more.
    pub(super) fn fewest(&self, least: Option<u16>) -> Option<u16> {
        let together = self.choices.iter().filter(|choice| !choice.stands_alone());
        let together = u16::try_from(together.count()).unwrap_or(u16::MAX);
        least.map(|least| least.min(together))
    }

    /// The question as it is for somebody who is offered this. Each row of a matrix is
    /// answered like a question of its own.
    pub(super) fn narrowed(&self, kind: &Kind) -> Kind {
        let choices = self
            .choices
            .iter()
            .map(|choice| (*choice).clone())
            .collect();
        match kind.clone() {
            Kind::Single { look, .. } => Kind::Single { choices, look },
            Kind::Matrix { .. } => Kind::Single {
                choices,
                look: Look::Scale,
            },
            Kind::Multiple { least, most, .. } => Kind::Multiple {
                choices,
                least: self.fewest(least),
                most,
            },
            Kind::Ranking { least, most, .. } => Kind::Ranking {
                choices,
                least: self.fewest(least),
                most,
            },
            other => other,
        }
    }

    /// An answer without what is there but not offered; nothing where nothing is left.
    ///
    /// As with whole questions, what is hidden reads as not chosen, and counts again
    /// when it is offered again. What the question never had stays, to be refused.
    pub(super) fn reduced(&self, kind: &Kind, answer: &Answer) -> Option<Answer> {
        let chosen = |word: &String| {
            let is = |choice: &Choice| choice.id.as_str() == word;
            self.choices.iter().any(|choice| is(choice)) || !kind.choices().iter().any(is)
        };
        let asked = |id: &String| {
            let is = |row: &Row| row.id.as_str() == id;
            self.rows.iter().any(|row| is(row)) || !kind.rows().iter().any(is)
        };
        let left = match (kind, answer) {
            (Kind::Single { .. }, Answer::Word(word)) if !chosen(word) => return None,
            (Kind::Multiple { .. } | Kind::Ranking { .. }, Answer::Many(words)) => {
                Answer::Many(words.iter().filter(|word| chosen(word)).cloned().collect())
            }
            (Kind::Matrix { .. }, Answer::Rows(rows)) => Answer::Rows(
                rows.iter()
                    .filter(|(row, choice)| asked(row) && chosen(choice))
                    .cloned()
                    .collect(),
            ),
            // An answer of another kind stays as it is, to be refused.
            _ => answer.clone(),
        };
        (!left.is_blank()).then_some(left)
    }
}
