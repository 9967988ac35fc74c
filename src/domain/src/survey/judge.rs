//! Whether an answer fits its question.

use std::fmt;

use serde::Serialize;

use super::answers::Answer;
use super::definition::{Choice, Kind};
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
    /// A text longer than allowed.
    TooLong,
    /// A text with characters that can't be shown.
    Unprintable,
}

impl ErrorCode {
    /// Whether a condition can still read an answer that is wrong in this way. A number
    /// out of range is still a number; an answer of another kind is nothing.
    pub(super) fn is_readable(self) -> bool {
        !matches!(self, Self::WrongKind | Self::UnknownChoice)
    }

    /// The code as files and the wire write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::UnknownQuestion => "unknown-question",
            Self::WrongKind => "wrong-kind",
            Self::UnknownChoice => "unknown-choice",
            Self::RepeatedChoice => "repeated-choice",
            Self::NotAlone => "not-alone",
            Self::TooFew => "too-few",
            Self::TooMany => "too-many",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::TooLong => "too-long",
            Self::Unprintable => "unprintable",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What to do about a wrong answer, for the person who gave it; said in their language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    word: Word,
    number: Option<i64>,
}

impl Advice {
    /// The sentence in that language.
    pub fn said(self, words: &Catalogue) -> String {
        let number = self.number.map(|number| number.to_string());
        words.say_with(
            self.word,
            &[("number", number.as_deref().unwrap_or_default())],
        )
    }
}

impl From<Word> for Advice {
    fn from(word: Word) -> Self {
        Self { word, number: None }
    }
}

/// A rule that is broken, and what to do about it.
pub(super) type Wrong = (ErrorCode, Advice);

fn wrong(code: ErrorCode, word: Word) -> Wrong {
    (code, word.into())
}

fn with_number(code: ErrorCode, word: Word, number: impl TryInto<i64>) -> Wrong {
    let number = number.try_into().ok();
    (code, Advice { word, number })
}

/// What to do about a question that can't be skipped.
pub(super) fn missing(kind: &Kind) -> Wrong {
    let word = match kind {
        Kind::Single { .. } => Word::RequiredSingle,
        Kind::Multiple { .. } => Word::RequiredMultiple,
        Kind::Number { .. } => Word::RequiredNumber,
        Kind::Text { .. } => Word::RequiredText,
    };
    wrong(ErrorCode::Required, word)
}

/// An answer to a question that the survey doesn't have.
pub(super) fn unknown_question() -> Wrong {
    wrong(ErrorCode::UnknownQuestion, Word::UnknownQuestion)
}

/// What is wrong with an answer to a question of this kind, if anything.
pub(super) fn judge(kind: &Kind, answer: &Answer) -> Option<Wrong> {
    let wrong_kind = |word| Some(wrong(ErrorCode::WrongKind, word));
    match (kind, answer) {
        (Kind::Single { choices }, Answer::Word(word)) => {
            let known = choices.iter().any(|choice| choice.id.as_str() == word);
            (!known).then(unknown_choice)
        }
        (Kind::Multiple { .. }, Answer::Many(words)) => judge_many(kind, words),
        (Kind::Number { least, most, .. }, Answer::Number(number)) => {
            let small = least.filter(|least| number < least);
            let large = most.filter(|most| number > most);
            let too_small = |least| with_number(ErrorCode::TooSmall, Word::TooSmall, least);
            let too_large = |most| with_number(ErrorCode::TooLarge, Word::TooLarge, most);
            small.map(too_small).or_else(|| large.map(too_large))
        }
        (Kind::Text { longest }, Answer::Word(text)) => judge_text(text, usize::from(*longest)),
        (Kind::Single { .. }, _) => wrong_kind(Word::WrongSingle),
        (Kind::Multiple { .. }, _) => wrong_kind(Word::WrongMultiple),
        (Kind::Number { .. }, _) => wrong_kind(Word::WrongNumber),
        (Kind::Text { .. }, _) => wrong_kind(Word::WrongText),
    }
}

fn judge_text(text: &str, longest: usize) -> Option<Wrong> {
    let unprintable = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(unprintable) {
        return Some(wrong(ErrorCode::Unprintable, Word::Unprintable));
    }
    let over = text.chars().count().checked_sub(longest)?;
    (over > 0).then(|| with_number(ErrorCode::TooLong, Word::TooLong, over))
}

fn unknown_choice() -> Wrong {
    wrong(ErrorCode::UnknownChoice, Word::UnknownChoice)
}

fn judge_many(kind: &Kind, words: &[String]) -> Option<Wrong> {
    let Kind::Multiple {
        choices,
        least,
        most,
    } = kind
    else {
        return None;
    };
    let find = |word: &String| choices.iter().find(|choice| choice.id.as_str() == word);
    if !words.iter().all(|word| find(word).is_some()) {
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
    let few = least.filter(|least| words.len() < usize::from(*least));
    let many = most.filter(|most| words.len() > usize::from(*most));
    let too_few = |least| with_number(ErrorCode::TooFew, Word::TooFew, least);
    let too_many = |most| with_number(ErrorCode::TooMany, Word::TooMany, most);
    few.map(too_few).or_else(|| many.map(too_many))
}
