//! What a form says about its own routing, in one language.

use super::form::{Form, Group, Only, Section, Target};
use crate::id::QuestionId;
use crate::number::Number;
use crate::survey::condition::{Expression, Op, Test};
use crate::survey::definition::{Kind, Question};
use crate::survey::piping::{Piece, pieces};
use crate::text::Text;
use crate::words::{Catalogue, Word};

/// Puts a form's jumps and conditions into words.
pub struct Sayer<'a> {
    words: &'a Catalogue,
    /// Every question with its number; those that are words only have none.
    questions: Vec<(&'a Question, Option<usize>)>,
}

impl<'a> Sayer<'a> {
    /// For the form of a survey.
    pub fn new(form: &Form<'a>, words: &'a Catalogue) -> Self {
        let items = form.items();
        let questions = items.map(|item| (item.question, item.number)).collect();
        Self { words, questions }
    }

    /// "Go to 13".
    pub fn target(&self, target: Target) -> String {
        match target {
            Target::Question(number) => {
                let number = number.to_string();
                self.words.say_with(Word::PaperGo, &[("number", &number)])
            }
            Target::End => self.words.say(Word::PaperGoEnd).to_owned(),
        }
    }

    /// "No answer? Go to 13."
    pub fn left_out(&self, target: Target) -> String {
        let go = self.target(target);
        self.words.say_with(Word::PaperLeftOut, &[("go", &go)])
    }

    /// "Answer 12 to 14 only if you ticked “Yes” at 11."
    pub fn only_section(&self, section: &Section<'_>, only: &Only) -> String {
        let items = section.groups.iter().flat_map(|group| &group.items);
        self.only(items.filter_map(|item| item.number), only)
    }

    /// The same for a part of a section.
    pub fn only_group(&self, group: &Group<'_>, only: &Only) -> String {
        let items = group.items.iter();
        self.only(items.filter_map(|item| item.number), only)
    }

    fn only(&self, mut numbers: impl Iterator<Item = usize>, only: &Only) -> String {
        let why = self.condition(&only.condition);
        let mut said = match (numbers.next(), numbers.last()) {
            (Some(from), Some(to)) => self.words.say_with(
                Word::PaperOnlyThese,
                &[
                    ("from", &from.to_string()),
                    ("to", &to.to_string()),
                    ("why", &why),
                ],
            ),
            (Some(_), None) => self.words.say_with(Word::PaperOnlyThis, &[("why", &why)]),
            (None, _) => self.only_if(&only.condition),
        };
        if let Some(target) = only.otherwise {
            let go = self.target(target);
            said.push(' ');
            said.push_str(&self.words.say_with(Word::PaperNotYou, &[("go", &go)]));
        }
        said
    }

    /// "only if you ticked “Yes” at 11", for a choice or a row.
    pub fn only_if(&self, condition: &Expression) -> String {
        let why = self.condition(condition);
        self.words.say_with(Word::PaperOnly, &[("why", &why)])
    }

    /// "Go to the end if you ticked “No” at 3."
    pub fn end_if(&self, condition: &Expression) -> String {
        let (go, why) = (self.target(Target::End), self.condition(condition));
        let values = [("go", go.as_str()), ("why", &why)];
        self.words.say_with(Word::PaperGoIf, &values)
    }

    /// A text of the survey, where an answer named in it is the words that stand for it
    /// when there is none, or "your answer to 3".
    pub fn text(&self, text: &Text) -> String {
        let said = |piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Answer(_, otherwise) if !otherwise.is_empty() => otherwise.to_owned(),
            Piece::Answer(id, _) => {
                QuestionId::new(id).map_or_else(|_| String::new(), |id| self.own_answer(&id))
            }
        };
        let words = text.pick(&self.words.language);
        pieces(words).into_iter().map(said).collect()
    }

    /// A condition: "you ticked “Yes” at 11 and you left out 3".
    pub fn condition(&self, condition: &Expression) -> String {
        self.clause(condition, true, false)
    }

    /// `holds` is whether it has to hold or not to; `inside` another one it may need
    /// brackets.
    fn clause(&self, expression: &Expression, holds: bool, inside: bool) -> String {
        let all = match expression {
            Expression::Not(part) => return self.clause(part, !holds, inside),
            // Not both is one or the other not: "did not tick A and B" could be either.
            Expression::Test(name, Test::AllOf(words)) if !holds && words.len() > 1 => {
                let one =
                    |word: &String| Expression::Test(name.clone(), Test::Selected(word.clone()));
                let each = Expression::And(words.iter().map(one).collect());
                return self.clause(&each, false, inside);
            }
            Expression::Test(name, test) => return self.test(name, test, holds),
            Expression::And(_) => holds,
            Expression::Or(_) => !holds,
        };
        let mut parts = Vec::new();
        collect(expression, holds, all, &mut parts);
        let clauses = parts
            .iter()
            .map(|(part, holds)| self.clause(part, *holds, true));
        let word = if all { Word::DaysAnd } else { Word::PaperOr };
        let joined = self.joined(clauses.collect(), word);
        if inside && parts.len() > 1 {
            ["(", &joined, ")"].concat()
        } else {
            joined
        }
    }

    /// "A, B or C".
    fn joined(&self, mut parts: Vec<String>, word: Word) -> String {
        let last = parts.pop().unwrap_or_default();
        if parts.is_empty() {
            return last;
        }
        let first = parts.join(self.words.say(Word::Comma));
        let values = [("first", first.as_str()), ("last", &last)];
        self.words.say_with(word, &values)
    }

    fn test(&self, name: &QuestionId, test: &Test, holds: bool) -> String {
        let (ticked, wrote) = if holds {
            (Word::PaperTicked, Word::PaperWrote)
        } else {
            (Word::PaperNotTicked, Word::PaperNotWrote)
        };
        let (word, what) = match test {
            Test::Answered if holds => (Word::PaperAnswered, String::new()),
            Test::Answered => (Word::PaperUnanswered, String::new()),
            Test::Is(word) if self.is_text(name) => (wrote, self.quoted(word)),
            Test::Is(word) | Test::Selected(word) => (ticked, self.label(name, word)),
            Test::AnyOf(words) => (ticked, self.labels(name, words, Word::PaperOr)),
            Test::AllOf(words) => (ticked, self.labels(name, words, Word::DaysAnd)),
            // A number is never "not equal" without being there: no answer is not equal.
            Test::Compare(Op::NotEqual, number) => {
                return self.test(name, &Test::Compare(Op::Equal, *number), !holds);
            }
            Test::Compare(op, number) => (wrote, self.amount(*op, &number.to_string())),
            Test::Count(op, number) => (Word::PaperTicked, self.counted(*op, *number, holds)),
            Test::Length(op, number) => {
                let amount = self.counted(*op, *number, holds);
                let letters = self
                    .words
                    .say_with(Word::PaperLetters, &[("number", &amount)]);
                (Word::PaperWrote, letters)
            }
            Test::Other(Op::NotEqual, other) => {
                return self.test(name, &Test::Other(Op::Equal, other.clone()), !holds);
            }
            Test::Other(Op::Equal, other) => {
                let other = self.own_answer(other);
                (
                    wrote,
                    self.words.say_with(Word::PaperSame, &[("number", &other)]),
                )
            }
            Test::Other(op, other) => (wrote, self.amount(*op, &self.own_answer(other))),
        };
        self.say(name, word, &what)
    }

    fn say(&self, name: &QuestionId, word: Word, what: &str) -> String {
        let number = self.number(name);
        let values = [("number", number.as_str()), ("what", what)];
        self.words.say_with(word, &values)
    }

    /// "more than 3"; a count is there even where nothing is, so "not more" is "3 or less".
    fn counted(&self, op: Op, number: Number, holds: bool) -> String {
        let op = if holds { op } else { opposite(op) };
        let number = number.to_string();
        if op == Op::NotEqual {
            let both = [Op::Less, Op::More].map(|op| self.amount(op, &number));
            return self.joined(both.into(), Word::PaperOr);
        }
        self.amount(op, &number)
    }

    fn amount(&self, op: Op, number: &str) -> String {
        let word = match op {
            Op::Less => Word::PaperLess,
            Op::AtMost => Word::PaperAtMost,
            Op::More => Word::PaperMore,
            Op::AtLeast => Word::PaperAtLeast,
            Op::Equal | Op::NotEqual => return number.to_owned(),
        };
        self.words.say_with(word, &[("number", number)])
    }

    /// "your answer to 3".
    fn own_answer(&self, name: &QuestionId) -> String {
        let number = self.number(name);
        self.words
            .say_with(Word::PaperAnswer, &[("number", &number)])
    }

    fn question(&self, name: &QuestionId) -> Option<(&'a Question, Option<usize>)> {
        let mut questions = self.questions.iter();
        questions.find(|(own, _)| own.id == *name).copied()
    }

    /// The matrix, and its row, that a name is `question.row` of.
    fn row(&self, name: &QuestionId) -> Option<(&'a Question, Option<usize>, &'a Text)> {
        self.questions.iter().find_map(|(question, number)| {
            let id = name.as_str().strip_prefix(question.id.as_str())?;
            let id = id.strip_prefix('.')?;
            let mut rows = question.kind.rows().iter();
            let row = rows.find(|row| row.id.as_str() == id)?;
            Some((*question, *number, &row.label))
        })
    }

    /// "5", or "5 (“I feel safe”)" for a row of a matrix.
    fn number(&self, name: &QuestionId) -> String {
        let said = |number: Option<usize>| number.map(|number| number.to_string());
        if let Some((_, number)) = self.question(name) {
            return said(number).unwrap_or_default();
        }
        let row = self.row(name).and_then(|(_, number, label)| {
            let label = self.quoted(&self.text(label));
            Some([said(number)?.as_str(), " (", &label, ")"].concat())
        });
        row.unwrap_or_default()
    }

    fn is_text(&self, name: &QuestionId) -> bool {
        let question = self.question(name);
        question.is_some_and(|(question, _)| matches!(question.kind, Kind::Text { .. }))
    }

    /// A choice, by what it says: “Yes”.
    fn label(&self, name: &QuestionId, choice: &str) -> String {
        let question = self.question(name).map(|(question, _)| question);
        let question = question.or_else(|| self.row(name).map(|(question, ..)| question));
        let choices = question.map_or(&[][..], |question| question.kind.choices());
        let found = choices.iter().find(|own| own.id.as_str() == choice);
        let label = found.map_or_else(|| choice.to_owned(), |own| self.text(&own.label));
        self.quoted(&label)
    }

    fn labels(&self, name: &QuestionId, choices: &[String], word: Word) -> String {
        let labels = choices.iter().map(|choice| self.label(name, choice));
        self.joined(labels.collect(), word)
    }

    fn quoted(&self, words: &str) -> String {
        self.words.say_with(Word::PaperQuote, &[("words", words)])
    }
}

/// The parts that are joined by one word, with whether each has to hold: all of them where
/// `all`, otherwise one.
fn collect<'e>(
    expression: &'e Expression,
    holds: bool,
    all: bool,
    parts: &mut Vec<(&'e Expression, bool)>,
) {
    match expression {
        Expression::Not(part) => collect(part, !holds, all, parts),
        Expression::And(inner) if holds == all => {
            for part in inner {
                collect(part, holds, all, parts);
            }
        }
        Expression::Or(inner) if holds != all => {
            for part in inner {
                collect(part, holds, all, parts);
            }
        }
        other => parts.push((other, holds)),
    }
}

fn opposite(op: Op) -> Op {
    match op {
        Op::Equal => Op::NotEqual,
        Op::NotEqual => Op::Equal,
        Op::Less => Op::AtLeast,
        Op::AtMost => Op::More,
        Op::More => Op::AtMost,
        Op::AtLeast => Op::Less,
    }
}
