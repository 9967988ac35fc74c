//! Files of words: as people write them, by key; and as a browser gets them, in order.

use serde_json::{Value, json};

use super::{Catalogue, Direction, Phrase, Plural, Word};
use crate::json::{self, Fields, FromJson, Place, entries};
use crate::problem::Problem;

/// How the keys begin whose words stand only on forms; a browser needs none of them.
pub(super) const PAPER: &str = "paper-";

impl Catalogue {
    /// Reads a file of words as people write it, `public/locales/TAG.json`.
    ///
    /// # Errors
    /// Everything wrong with it: a missing word, one too many, a plural form that isn't one.
    pub fn read(json: &str) -> Result<Self, Vec<Problem>> {
        json::read::<Written>(json).map(|written| written.0)
    }

    /// The file a browser gets: the words without their keys, in the order of [`Word`].
    /// What only paper and content made beforehand say comes last there, and stays behind.
    pub fn published(&self) -> String {
        json!({
            "language": self.language,
            "name": self.name,
            "intl": self.intl,
            "direction": self.direction.as_str(),
            "clock": if self.twelve_hours { 12 } else { 24 },
            "draft": self.draft,
            "words": self.phrases.iter().take(on_screen()).map(phrase_value).collect::<Value>(),
        })
        .to_string()
    }
}

/// How many of the words the app itself says: all before the first of those.
fn on_screen() -> usize {
    let words = Word::ALL.iter();
    words.take_while(|(_, key)| !key.starts_with(PAPER)).count()
}

fn phrase_value(phrase: &Phrase) -> Value {
    match phrase {
        Phrase::One(words) => Value::from(words.as_str()),
        Phrase::Plural(forms) => Value::Object(
            forms
                .iter()
                .map(|(plural, words)| (plural.name().to_owned(), Value::from(words.as_str())))
                .collect(),
        ),
    }
}

/// What both kinds of file begin with.
fn head(fields: &mut Fields<'_>) -> Option<Catalogue> {
    let (language, name) = (fields.needed("language"), fields.needed("name"));
    let (intl, direction) = (fields.needed("intl"), fields.needed("direction"));
    let (clock, draft) = (fields.needed::<u8>("clock"), fields.mark("draft"));
    Some(Catalogue {
        language: language?,
        name: name?,
        intl: intl?,
        direction: direction?,
        twelve_hours: clock? == 12,
        draft,
        phrases: Vec::new(),
    })
}

/// As a browser gets it.
impl FromJson for Catalogue {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let head = head(&mut fields);
        let phrases = fields.needed("words");
        Some(Self {
            phrases: phrases?,
            ..head?
        })
    }
}

/// As people write it.
struct Written(Catalogue);

impl FromJson for Written {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let head = head(&mut fields);
        let words: Option<ByKey> = fields.needed("words");
        fields.finish();
        Some(Self(Catalogue {
            phrases: words?.0,
            ..head?
        }))
    }
}

struct ByKey(Vec<Phrase>);

impl FromJson for ByKey {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let phrases = Word::ALL.iter().map(|(_, key)| fields.needed(key));
        let phrases: Vec<Option<Phrase>> = phrases.collect();
        fields.finish();
        phrases.into_iter().collect::<Option<_>>().map(Self)
    }
}

impl FromJson for Direction {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value.as_str() {
            Some("ltr") => Some(Self::Ltr),
            Some("rtl") => Some(Self::Rtl),
            _ => place.say("A direction is \"ltr\" or \"rtl\"."),
        }
    }
}

impl FromJson for Phrase {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value {
            Value::String(words) => Some(Self::One(words)),
            Value::Object(forms) => {
                let mut read = Vec::new();
                let whole = entries(forms, &mut |name, words| match words {
                    Value::String(words) => {
                        read.push((Plural::named(&name)?, words));
                        Some(())
                    }
                    _ => None,
                });
                whole.map_or_else(|| place.say(SHAPE), |()| Some(Self::Plural(read)))
            }
            _ => place.say(SHAPE),
        }
    }
}

const SHAPE: &str =
    "This has to be a text, or texts by plural form such as {\"one\": \"…\", \"other\": \"…\"}.";
