//! Checking what conditions look at.

use std::collections::BTreeMap;

use super::super::condition::{Condition, Op, Test};
use super::super::definition::{Choice, Kind, Question, Survey};
use super::super::journey::row_reference;
use super::{Checker, Place};
use crate::id::QuestionId;

/// What conditions and texts can name.
pub(super) struct Known<'a>(BTreeMap<String, (Place, Named<'a>)>);

/// What a name stands for.
#[derive(Clone, Copy)]
enum Named<'a> {
    Question(&'a Question),
    /// A row of that matrix.
    Row(&'a Question),
}

impl<'a> Named<'a> {
    /// The question, or the one that the row belongs to.
    fn question(self) -> &'a Question {
        let (Self::Question(question) | Self::Row(question)) = self;
        question
    }
}

impl<'a> Known<'a> {
    /// Everything that can be named in a survey; of two with one name the first.
    pub(super) fn of(survey: &'a Survey) -> Self {
        let mut known = BTreeMap::new();
        for (page, contents) in survey.pages.iter().enumerate() {
            for (place, question) in contents.questions.iter().enumerate() {
                let here = (page, place);
                known
                    .entry(question.id.to_string())
                    .or_insert((here, Named::Question(question)));
                for row in question.kind.rows() {
                    let name = row_reference(&question.id, row.id.as_str());
                    known.entry(name).or_insert((here, Named::Row(question)));
                }
            }
        }
        Self(known)
    }

    /// The question of that name.
    pub(super) fn question(&self, id: &str) -> Option<&'a Question> {
        match self.0.get(id)? {
            (_, Named::Question(question)) => Some(question),
            (_, Named::Row(_)) => None,
        }
    }

    /// Whether the name belongs to something that doesn't stand `here`.
    pub(super) fn stands_elsewhere(&self, id: &str, here: Place) -> bool {
        self.0.get(id).is_some_and(|(first, _)| *first != here)
    }

    /// Why the answer to a question can't be named `here`, if it can't.
    pub(super) fn piped(&self, id: &str, here: Place) -> Option<String> {
        let Some((place, named)) = self.0.get(id) else {
            return Some(format!("There is no question \"{id}\"."));
        };
        match named {
            _ if *place >= here => Some(format!(
                "Question \"{id}\" comes too late: words can only name answers given before."
            )),
            Named::Question(Question {
                kind: Kind::Matrix { .. } | Kind::Note,
                ..
            })
            | Named::Row(_) => Some(format!("The answer to \"{id}\" has no words of its own.")),
            Named::Question(question) => optional(question),
        }
    }
}

/// Which questions a condition may name.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    end: Place,
    /// The question that the condition belongs to, and whether it may name it.
    own: Option<(&'a QuestionId, bool)>,
}

impl<'a> Scope<'a> {
    /// Those that stand before `end`.
    pub(super) fn before(end: Place) -> Self {
        Self { end, own: None }
    }

    /// The same without the question the condition belongs to.
    pub(super) fn but(self, own: &'a QuestionId) -> Self {
        Self {
            own: Some((own, false)),
            ..self
        }
    }

    /// The same for a condition that belongs to `own` and may look at it, even where that
    /// is optional.
    pub(super) fn with(self, own: &'a QuestionId) -> Self {
        Self {
            own: Some((own, true)),
            ..self
        }
    }

    /// Where it ends.
    pub(super) fn end(self) -> Place {
        self.end
    }
}

impl Checker<'_> {
    /// Checks a condition of what stands `at`, in its field `name`.
    pub(super) fn condition(
        &mut self,
        at: &str,
        name: &str,
        condition: Option<&Condition>,
        scope: Scope<'_>,
    ) {
        let Some(condition) = condition else { return };
        for (id, test) in condition.tests() {
            let problem = self.named(id, scope).map_or_else(Some, |named| {
                let Test::Other(op, other) = test else {
                    return clash(id, named, test);
                };
                self.named(other, scope)
                    .map_or_else(Some, |second| uneven(*op, (id, named), (other, second)))
            });
            if let Some(problem) = problem {
                self.say(
                    &format!("{at}/{name}"),
                    format!("{problem} The condition is: {}", condition.source()),
                );
            }
        }
    }

    /// What a condition names, or why it may not.
    fn named(&self, id: &QuestionId, scope: Scope<'_>) -> Result<Named<'_>, String> {
        let Some((place, named)) = self.known.0.get(id.as_str()) else {
            return Err(format!("There is no question \"{id}\"."));
        };
        let question = named.question();
        match scope.own.filter(|(own, _)| **own == question.id) {
            Some((_, true)) => Ok(*named),
            Some((_, false)) => Err(format!(
                "Question \"{}\" can't depend on itself.",
                question.id
            )),
            None if *place >= scope.end => Err(format!(
                "Question \"{id}\" comes too late: a condition can only look at questions before it."
            )),
            None => optional(question).map_or(Ok(*named), Err),
        }
    }
}

fn optional(question: &Question) -> Option<String> {
    let id = &question.id;
    question
        .optional
        .then(|| format!("Question \"{id}\" is optional, so that nothing else can depend on it."))
}

/// Why two answers can't be compared, if they can't.
fn uneven(
    op: Op,
    (left, first): (&QuestionId, Named<'_>),
    (right, second): (&QuestionId, Named<'_>),
) -> Option<String> {
    let numbers = |named| {
        matches!(
            named,
            Named::Question(Question {
                kind: Kind::Number { .. },
                ..
            })
        )
    };
    let words = |named| {
        let of_words = matches!(
            named,
            Named::Question(Question {
                kind: Kind::Single { .. } | Kind::Text { .. },
                ..
            })
        );
        of_words || matches!(named, Named::Row(_))
    };
    let equal_or_not = matches!(op, Op::Equal | Op::NotEqual);
    let fits =
        (numbers(first) && numbers(second)) || (equal_or_not && words(first) && words(second));
    (!fits).then(|| format!("The answers to \"{left}\" and \"{right}\" can't be compared so: two numbers can, and whether two choices or two texts are equal."))
}

/// Why a test makes no sense for what it looks at, if it doesn't.
fn clash(id: &QuestionId, named: Named<'_>, test: &Test) -> Option<String> {
    let choices = match named {
        Named::Row(matrix) => return of_one_choice(id, matrix.kind.choices(), test),
        Named::Question(question) => match (&question.kind, test) {
            (Kind::Note, _) => {
                return Some(format!("\"{id}\" is a note: nobody answers it."));
            }
            (_, Test::Answered)
            | (Kind::Number { .. }, Test::Compare(..))
            | (Kind::Text { .. }, Test::Is(_) | Test::Length(..)) => return None,
            (Kind::Matrix { .. }, _) => {
                return Some(format!(
                    "Question \"{id}\" has rows: name one, as {id}.row."
                ));
            }
            (Kind::Number { .. }, _) => {
                return Some(format!(
                    "Question \"{id}\" is a number, so compare it with a number without quotes."
                ));
            }
            (Kind::Text { .. }, _) => {
                return Some(format!(
                    "Question \"{id}\" is a text: ask whether it is answered, how long it is, or whether it equals a text in quotes."
                ));
            }
            (Kind::Single { choices, .. }, _) => return of_one_choice(id, choices, test),
            (Kind::Multiple { choices, .. } | Kind::Ranking { choices, .. }, _) => choices,
        },
    };
    match test {
        Test::Count(..) => None,
        Test::Is(_) => Some(format!(
            "Question \"{id}\" can have several answers: write selected({id}, '…')."
        )),
        _ => of_choices(id, choices, test),
    }
}

fn of_one_choice(id: &QuestionId, choices: &[Choice], test: &Test) -> Option<String> {
    match test {
        Test::Answered => None,
        Test::Count(..) => Some(format!(
            "Question \"{id}\" has one answer only, so there is nothing to count."
        )),
        _ => of_choices(id, choices, test),
    }
}

fn of_choices(id: &QuestionId, choices: &[Choice], test: &Test) -> Option<String> {
    let words: &[String] = match test {
        Test::Is(word) | Test::Selected(word) => std::slice::from_ref(word),
        Test::AnyOf(words) | Test::AllOf(words) => words,
        Test::Compare(..) => {
            return Some(format!(
                "Question \"{id}\" is answered with a choice, so compare it with a choice in quotes."
            ));
        }
        Test::Length(..) => {
            return Some(format!(
                "Question \"{id}\" is answered with a choice: only a text has a length."
            ));
        }
        Test::Answered | Test::Other(..) | Test::Count(..) => &[],
    };
    let known = |word: &String| choices.iter().any(|choice| choice.id.as_str() == word);
    let unknown = words.iter().find(|word| !known(word))?;
    Some(format!("Question \"{id}\" has no choice \"{unknown}\"."))
}
