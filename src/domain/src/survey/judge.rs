//! Whether an answer fits its question.

use std::fmt;

use serde::Serialize;

use super::answers::{Answer, Answers};
use super::definition::{Choice, Kind, Row, Survey};
use super::piping::piped;
use crate::id::RowId;
use crate::number::Number;
use crate::text::Text;
use crate::words::{Catalogue, Word};

/// The closed set of what can be wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// A question that can't be skipped has no answer.
    Required,
    /// The survey has no such question.
    UnknownQuestion,
    /// The answer is of another kind than the question.
    WrongKind,
    /// The question has no such choice.
    UnknownChoice,
    /// The matrix has no such row.
    UnknownRow,
    /// A choice is given twice.
    RepeatedChoice,
    /// A choice that stands alone came with others.
    NotAlone,
    /// Fewer choices than asked for.
    TooFew,
    /// More choices than allowed.
    TooMany,
    /// A number below the smallest.
    TooSmall,
    /// A number above the largest.
    TooLarge,
    /// A number with more places after the point than asked for.
    TooPrecise,
    /// A text longer than allowed.
    TooLong,
    /// A text with characters that can't be shown.
    Unprintable,
    /// The survey's own condition for the answer, or for the answers of the page, isn't met.
    Constraint,
}

impl ErrorCode {
    /// Whether a condition can still read an answer that is wrong in this way. A number
    /// out of range is still a number; an answer of another kind is nothing.
    pub(super) fn is_readable(self) -> bool {
        !matches!(
            self,
            Self::WrongKind | Self::UnknownChoice | Self::UnknownRow
        )
    }

    /// The code as files and the wire write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::UnknownQuestion => "unknown-question",
            Self::WrongKind => "wrong-kind",
            Self::UnknownChoice => "unknown-choice",
            Self::UnknownRow => "unknown-row",
            Self::RepeatedChoice => "repeated-choice",
            Self::NotAlone => "not-alone",
            Self::TooFew => "too-few",
            Self::TooMany => "too-many",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::TooPrecise => "too-precise",
            Self::TooLong => "too-long",
            Self::Unprintable => "unprintable",
            Self::Constraint => "constraint",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What to do about a wrong answer, for the person who gave it; said in their language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A sentence of the site's, with numbers in it.
    Site(Word, [Option<Number>; 2]),
    /// The survey's own sentence, with the answers it names in their places.
    Own(Text),
}

impl Advice {
    /// Puts the answers that a sentence of the survey's names in their places (see
    /// [`super::piping`]).
    pub(super) fn name_answers(&mut self, survey: &Survey, answers: &Answers) {
        if let Self::Own(text) = self {
            text.change(&mut |language, words| {
                *words = piped(words, survey, answers, language, ", ");
            });
        }
    }

    /// The sentence in that language.
    pub fn said(&self, words: &Catalogue) -> String {
        match self {
            Self::Own(text) => text.pick(&words.language).to_owned(),
            Self::Site(word, numbers) => {
                let said = |number: Option<Number>| {
                    number.map_or_else(String::new, |number| number.to_string())
                };
                let [first, second] = numbers.map(said);
                words.say_with(
                    *word,
                    &[("number", &first), ("least", &first), ("most", &second)],
                )
            }
        }
    }
}

/// A rule that is broken, and what to do about it.
pub(super) type Wrong = (ErrorCode, Advice);

fn wrong(code: ErrorCode, word: Word) -> Wrong {
    (code, Advice::Site(word, [None, None]))
}

fn with_number(code: ErrorCode, word: Word, number: Number) -> Wrong {
    (code, Advice::Site(word, [Some(number), None]))
}

/// What to do about a question that can't be skipped.
pub(super) fn missing(kind: &Kind) -> Wrong {
    let word = match kind {
        Kind::Single { .. } => Word::RequiredSingle,
        Kind::Multiple { .. } => Word::RequiredMultiple,
        Kind::Ranking { .. } => Word::RequiredRanking,
        Kind::Matrix { .. } => Word::RequiredRow,
        Kind::Number { .. } => Word::RequiredNumber,
        Kind::Text { .. } | Kind::Note => Word::RequiredText,
    };
    wrong(ErrorCode::Required, word)
}

/// A condition of the survey's own that isn't met.
pub(super) fn unmet(message: Option<&Text>) -> Wrong {
    match message {
        Some(message) => (ErrorCode::Constraint, Advice::Own(message.clone())),
        None => wrong(ErrorCode::Constraint, Word::Constraint),
    }
}

/// An answer to a question that the survey doesn't have.
pub(super) fn unknown_question() -> Wrong {
    wrong(ErrorCode::UnknownQuestion, Word::UnknownQuestion)
}

/// What is wrong with an answer to a question of this kind, if anything, and the row of
/// a matrix it is wrong in.
pub(super) fn judge(kind: &Kind, answer: &Answer) -> Option<(Option<RowId>, Wrong)> {
    if let (Kind::Matrix { rows, choices }, Answer::Rows(given)) = (kind, answer) {
        return judge_rows(rows, choices, given);
    }
    judge_whole(kind, answer).map(|wrong| (None, wrong))
}

fn judge_whole(kind: &Kind, answer: &Answer) -> Option<Wrong> {
    let word = match (kind, answer) {
        (Kind::Single { choices, .. }, Answer::Word(word)) => {
            return (!has(choices, word)).then(unknown_choice);
        }
        (
            Kind::Multiple {
                choices,
                least,
                most,
            }
            | Kind::Ranking {
                choices,
                least,
                most,
            },
            Answer::Many(words),
        ) => return judge_many(choices, [*least, *most], words),
        (
            Kind::Number {
                least,
                most,
                decimals,
                ..
            },
            Answer::Number(number),
        ) => return judge_number(*number, [*least, *most], *decimals),
        (Kind::Text { longest, .. }, Answer::Word(text)) => {
            return judge_text(text, *longest);
        }
        (Kind::Single { .. }, _) => Word::WrongSingle,
        (Kind::Multiple { .. }, _) => Word::WrongMultiple,
        (Kind::Ranking { .. }, _) => Word::WrongRanking,
        (Kind::Matrix { .. }, _) => Word::WrongMatrix,
        (Kind::Number { decimals: 0, .. }, _) => Word::WrongNumber,
        (Kind::Number { .. }, _) => Word::WrongDecimal,
        (Kind::Text { .. }, _) => Word::WrongText,
        (Kind::Note, _) => Word::WrongNote,
    };
    Some(wrong(ErrorCode::WrongKind, word))
}

fn judge_number(number: Number, limits: [Option<Number>; 2], decimals: u8) -> Option<Wrong> {
    if number.places() > decimals {
        return Some(if decimals == 0 {
            wrong(ErrorCode::WrongKind, Word::WrongNumber)
        } else {
            let places = Number::from(u16::from(decimals));
            with_number(ErrorCode::TooPrecise, Word::TooPrecise, places)
        });
    }
    let [least, most] = limits;
    let small = least.is_some_and(|least| number < least);
    let large = most.is_some_and(|most| number > most);
    let (code, word) = match (small, large) {
        (true, _) => (ErrorCode::TooSmall, Word::TooSmall),
        (_, true) => (ErrorCode::TooLarge, Word::TooLarge),
        _ => return None,
    };
    // Both ends at once, so that nobody has to try.
    Some(if least.and(most).is_some() {
        (code, Advice::Site(Word::NumberBetween, limits))
    } else {
        (code, Advice::Site(word, [least.or(most), None]))
    })
}

fn judge_text(text: &str, longest: u16) -> Option<Wrong> {
    let unprintable = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(unprintable) {
        return Some(wrong(ErrorCode::Unprintable, Word::Unprintable));
    }
    let over = text.chars().count().checked_sub(usize::from(longest))?;
    let over = u16::try_from(over).unwrap_or(u16::MAX);
    (over > 0).then(|| with_number(ErrorCode::TooLong, Word::TooLong, over.into()))
}

fn unknown_choice() -> Wrong {
    wrong(ErrorCode::UnknownChoice, Word::UnknownChoice)
}

fn has(choices: &[Choice], word: &String) -> bool {
    choices.iter().any(|choice| choice.id.as_str() == word)
}

fn judge_many(choices: &[Choice], limits: [Option<u16>; 2], words: &[String]) -> Option<Wrong> {
    let find = |word: &String| choices.iter().find(|choice| choice.id.as_str() == word);
    if !words.iter().all(|word| has(choices, word)) {
        return Some(unknown_choice());
    }
    if words
        .iter()
        .enumerate()
        .any(|(index, word)| words[..index].contains(word))
    {
        return Some(wrong(ErrorCode::RepeatedChoice, Word::RepeatedChoice));
    }
    let alone = words.iter().filter_map(find).any(Choice::stands_alone);
    if alone {
        return (words.len() > 1).then(|| wrong(ErrorCode::NotAlone, Word::NotAlone));
    }
    let [least, most] = limits;
    let few = least.filter(|least| words.len() < usize::from(*least));
    let many = most.filter(|most| words.len() > usize::from(*most));
    let too_few = |least: u16| with_number(ErrorCode::TooFew, Word::TooFew, least.into());
    let too_many = |most: u16| with_number(ErrorCode::TooMany, Word::TooMany, most.into());
    few.map(too_few).or_else(|| many.map(too_many))
}

fn judge_rows(
    rows: &[Row],
    choices: &[Choice],
    given: &[(String, String)],
) -> Option<(Option<RowId>, Wrong)> {
    given.iter().find_map(|(id, choice)| {
        let Some(row) = rows.iter().find(|row| row.id.as_str() == id) else {
            return Some((None, wrong(ErrorCode::UnknownRow, Word::UnknownRow)));
        };
        (!has(choices, choice)).then(|| (Some(row.id.clone()), unknown_choice()))
    })
}
