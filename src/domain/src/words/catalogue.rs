//! The words of one language.

use super::{Word, fill};

/// The words of one language, and how that language is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Its tag (BCP 47), such as `pl`.
    pub language: String,
    /// What its speakers call it, such as "Polski".
    pub name: String,
    /// The tag whose dates and plural forms it goes by (BCP 47), such as `en-GB`.
    pub intl: String,
    /// Which way it is read.
    pub direction: Direction,
    /// Whether times of day are said with am and pm.
    pub twelve_hours: bool,
    /// Whether nobody has checked it yet, because a machine made it.
    pub draft: bool,
    pub(super) phrases: Vec<Phrase>,
}

/// Which way a language is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As HTML's `dir` has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// What a word says, with `{placeholders}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// The same for every number.
    One(String),
    /// One for each plural form of the language.
    Plural(Vec<(Plural, String)>),
}

/// A plural form (Unicode Technical Standard 35, part 3, "Language Plural Rules").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the standard's own names")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// Every form with its name in files, and as `Intl.PluralRules` names it.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Zero, "zero"),
        (Self::One, "one"),
        (Self::Two, "two"),
        (Self::Few, "few"),
        (Self::Many, "many"),
        (Self::Other, "other"),
    ];

    /// The form of that name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, own)| *own == name);
        found.map(|(plural, _)| *plural)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find_map(|(own, name)| (*own == self).then_some(*name))
            .unwrap_or_default()
    }
}

impl Phrase {
    /// The words for that form; where the language has none for it, those for
    /// [`Plural::Other`].
    pub fn form(&self, plural: Plural) -> &str {
        match self {
            Self::One(words) => words,
            Self::Plural(forms) => {
                let of = |wanted| forms.iter().find(|(plural, _)| *plural == wanted);
                of(plural)
                    .or_else(|| of(Plural::Other))
                    .map_or("", |(_, words)| words)
            }
        }
    }
}

impl Catalogue {
    /// What a word says.
    pub fn phrase(&self, word: Word) -> Option<&Phrase> {
        self.phrases.get(word as usize)
    }

    /// A word that is the same for every number, as it stands.
    pub fn say(&self, word: Word) -> &str {
        self.form(word, Plural::Other)
    }

    /// A word with values in the place of its placeholders.
    pub fn say_with(&self, word: Word, values: &[(&str, &str)]) -> String {
        fill(self.say(word), values)
    }

    /// A word that goes with a number, whose form the caller knows; the number takes the
    /// place of `{count}`.
    pub fn say_count(&self, word: Word, count: usize, plural: Plural) -> String {
        fill(self.form(word, plural), &[("count", &count.to_string())])
    }

    fn form(&self, word: Word, plural: Plural) -> &str {
        self.phrase(word).map_or("", |phrase| phrase.form(plural))
    }
}
