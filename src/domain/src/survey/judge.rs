//! Whether an answer fits its question.

use std::fmt;

use serde::Serialize;

use super::answers::Answer;
use super::definition::{Choice, Kind};

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

/// What to do about a question that can't be skipped.
pub(super) fn missing(kind: &Kind) -> String {
    match kind {
        Kind::Single { .. } => "Choose an answer.",
        Kind::Multiple { .. } => "Choose one answer or more.",
        Kind::Number { .. } => "Write a number.",
        Kind::Text { .. } => "Write an answer.",
    }
    .to_owned()
}

/// What is wrong with an answer to a question of this kind, if anything.
pub(super) fn judge(kind: &Kind, answer: &Answer) -> Option<(ErrorCode, String)> {
    let wrong_kind = |what: &str| Some((ErrorCode::WrongKind, what.to_owned()));
    match (kind, answer) {
        (Kind::Single { choices }, Answer::Word(word)) => {
            let known = choices.iter().any(|choice| choice.id.as_str() == word);
            (!known).then(unknown_choice)
        }
        (Kind::Multiple { .. }, Answer::Many(words)) => judge_many(kind, words),
        (Kind::Number { least, most, .. }, Answer::Number(number)) => {
            let small = least.filter(|least| number < least);
            let large = most.filter(|most| number > most);
            small
                .map(|least| (ErrorCode::TooSmall, format!("Write {least} or more.")))
                .or_else(|| {
                    large.map(|most| (ErrorCode::TooLarge, format!("Write {most} or less.")))
                })
        }
        (Kind::Text { longest }, Answer::Word(text)) => {
            let length = text.chars().count();
            if text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            {
                let text = "Use letters, numbers and signs only.".to_owned();
                Some((ErrorCode::Unprintable, text))
            } else if length > usize::from(*longest) {
                let over = length - usize::from(*longest);
                Some((
                    ErrorCode::TooLong,
                    format!("Make it shorter, by {over} letters."),
                ))
            } else {
                None
            }
        }
        (Kind::Single { .. }, _) => wrong_kind("Choose one answer."),
        (Kind::Multiple { .. }, _) => wrong_kind("Choose from the list."),
        (Kind::Number { .. }, _) => wrong_kind("Write a whole number, such as 3."),
        (Kind::Text { .. }, _) => wrong_kind("Write your answer as text."),
    }
}

fn unknown_choice() -> (ErrorCode, String) {
    (
        ErrorCode::UnknownChoice,
        "Choose one of the answers shown.".to_owned(),
    )
}

fn judge_many(kind: &Kind, words: &[String]) -> Option<(ErrorCode, String)> {
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
        return Some((
            ErrorCode::RepeatedChoice,
            "Choose each answer once.".to_owned(),
        ));
    }
    let alone = words.iter().filter_map(find).any(Choice::stands_alone);
    if alone {
        let text = "Choose that answer on its own, or choose others.".to_owned();
        return (words.len() > 1).then_some((ErrorCode::NotAlone, text));
    }
    let few = least.filter(|least| words.len() < usize::from(*least));
    let many = most.filter(|most| words.len() > usize::from(*most));
    few.map(|least| (ErrorCode::TooFew, format!("Choose {least} or more.")))
        .or_else(|| many.map(|most| (ErrorCode::TooMany, format!("Choose {most} at most."))))
}
