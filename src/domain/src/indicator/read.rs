//! Reading an indicator from its file.

use serde_json::Value;

use super::definition::{Answered, BaseYears, Better, Indicator, Missing, Status, Weighting};
use crate::json::{Fields, FromJson, Place};

impl FromJson for Indicator {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, title, about) = (
            fields.needed("id"),
            fields.needed("title"),
            fields.needed("about"),
        );
        let (survey, questions) = (fields.needed("survey"), fields.needed("questions"));
        let base_years = fields.optional("base_years");
        let (numerator, denominator) = (fields.needed("numerator"), fields.optional("denominator"));
        let (answered, missing) = (fields.needed("answered"), fields.needed("missing"));
        let (weighting, better) = (fields.needed("weighting"), fields.needed("better"));
        let (source, status) = (fields.needed("source"), fields.needed("status"));
        let note = fields.optional("note");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            about: about?,
            survey: survey?,
            questions: questions?,
            base_years,
            numerator: numerator?,
            denominator,
            answered: answered?,
            missing: missing?,
            weighting: weighting?,
            better: better?,
            source: source?,
            status: status?,
            note,
        })
    }
}

impl FromJson for BaseYears {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (question, choices) = (fields.needed("question"), fields.needed("choices"));
        fields.finish();
        Some(Self {
            question: question?,
            choices: choices?,
        })
    }
}

/// One of two words.
fn either<T>(value: Value, place: &mut Place, words: [(&str, T); 2]) -> Option<T> {
    let [first, second] = [words[0].0, words[1].0];
    let word = String::from_json(value, place)?;
    let found = words.into_iter().find(|(name, _)| *name == word);
    let shape = || format!("This has to be \"{first}\" or \"{second}\".");
    found.map_or_else(|| place.tell(shape), |(_, meant)| Some(meant))
}

impl FromJson for Answered {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        either(value, place, [("any", Self::Any), ("all", Self::All)])
    }
}

impl FromJson for Missing {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        either(value, place, [("out", Self::Out), ("as-no", Self::AsNo)])
    }
}

impl FromJson for Weighting {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let words = [("none", Self::None), ("to-be-supplied", Self::ToBeSupplied)];
        either(value, place, words)
    }
}

impl FromJson for Better {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let words = [("larger", Self::Larger), ("smaller", Self::Smaller)];
        either(value, place, words)
    }
}

impl FromJson for Status {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let words = [("sourced", Self::Sourced), ("assumed", Self::Assumed)];
        either(value, place, words)
    }
}
