//! Typed names, so that a question can never be handed over where a page is meant.

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::json::{FromJson, Place};

/// The longest name allowed, in characters.
pub const LONGEST: usize = 64;

/// Says why `name` cannot be an id, in a sentence, or nothing when it can.
///
/// Ids are ASCII letters, digits, `_`, `-` and `.`, and start with a letter, a digit or
/// `_`, so that they are safe in an address, a file name and a CSV heading.
fn refusal(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("An id can't be empty.");
    }
    if name.len() > LONGEST {
        return Some("An id can have 64 characters at most.");
    }
    let safe = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    let starts_well = name
        .as_bytes()
        .first()
        .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
    (!starts_well || !name.bytes().all(safe)).then_some(
        "An id has only letters, digits, \"_\", \"-\" and \".\", and starts with a letter, a digit or \"_\".",
    )
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a name that follows the rules of an id, or says why it can't.
            ///
            /// # Errors
            /// A sentence for the person who wrote the name.
            pub fn new(name: &str) -> Result<Self, &'static str> {
                refusal(name).map_or_else(|| Ok(Self(name.to_owned())), Err)
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromJson for $name {
            fn from_json(value: Value, place: &mut Place) -> Option<Self> {
                let name = String::from_json(value, place)?;
                refusal(&name).map_or_else(|| Some(Self(name)), |why| place.say(why))
            }
        }
    )+};
}

id! {
    /// A survey's name: its file, its address and its place in the store.
    SurveyId;
    /// A page of a survey, unique within the survey.
    PageId;
    /// A question of a survey, unique within the survey.
    QuestionId;
    /// A choice of a question, unique within the question.
    ChoiceId;
    /// A row of a matrix, unique within the question.
    RowId;
    /// A helpline of the borough's list.
    HelplineId;
    /// One of the borough's localities.
    LocalityId;
    /// An organisation that runs things to do.
    OrganisationId;
    /// A thing to do.
    ServiceId;
    /// A theme of the youth offer.
    ThemeId;
    /// A place of an organisation, unique within it.
    PlaceId;
    /// A figure that is counted of a survey, such as a national indicator.
    IndicatorId;
}

/// The names that stood before, with the place where they stand again.
pub(crate) fn repeated<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let mut before = BTreeSet::new();
    names
        .enumerate()
        .filter(|(_, name)| !before.insert(*name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_safe_in_an_address_are_taken() {
        for name in ["year", "6", "prefer-not", "ni_110.b", "A1", "_1"] {
            assert_eq!(
                QuestionId::new(name).map(|id| id.to_string()),
                Ok(name.to_owned())
            );
        }
    }

    #[test]
    fn other_names_are_refused_in_a_sentence() {
        for name in ["", "-a", "a b", "é", "a/b", "../x", &"x".repeat(65)] {
            assert!(QuestionId::new(name).is_err(), "{name:?} was taken");
        }
    }
}
