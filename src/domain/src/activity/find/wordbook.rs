//! The words that find services, as the browser gets them: put in order and joined to
//! their services beforehand.

use serde_json::{Value, json};

use crate::json::{Fields, FromJson, Place as At};

/// What of a service a word is part of; the first finds best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its name.
    Name,
    /// What it is.
    Is,
    /// Where it is, and who runs it.
    Where,
    /// What it is like.
    About,
}

impl Part {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::Name, Self::Is, Self::Where, Self::About];
}

/// Every word that finds something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordbook {
    /// Words, folded, and what each finds.
    pub words: Vec<(String, Finds)>,
    /// Words for one thing, folded, what people call it, and what all of them find.
    pub same: Vec<(Vec<String>, String, Finds)>,
}

/// Services, by their place in the directory, and what of each it is.
pub type Finds = Vec<(usize, Part)>;

impl FromJson for Wordbook {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let words: String = fields.needed("words")?;
        let finds: Vec<Vec<i64>> = fields.list("finds");
        let same: Vec<String> = fields.list("same");
        let named: Vec<String> = fields.list("named");
        let same_find: Vec<Vec<i64>> = fields.list("same_find");
        let words = split(&words)
            .zip(&finds)
            .map(|(word, finds)| (word, read(finds)));
        let same = same.iter().zip(named).zip(&same_find);
        Some(Self {
            words: words.collect(),
            same: same
                .map(|((words, named), finds)| (split(words).collect(), named, read(finds)))
                .collect(),
        })
    }
}

fn split(words: &str) -> impl Iterator<Item = String> {
    words
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

/// Each number is four times the service and the part of it.
fn read(finds: &[i64]) -> Finds {
    let one = |number: &i64| {
        let number = usize::try_from(*number).ok()?;
        Some((number / 4, *Part::ALL.get(number % 4)?))
    };
    finds.iter().filter_map(one).collect()
}

fn written(finds: &Finds) -> Vec<usize> {
    let one = |(service, part): &(usize, Part)| service * 4 + *part as usize;
    finds.iter().map(one).collect()
}

impl Wordbook {
    /// What is published, to be read again by the browser.
    pub fn to_json(&self) -> Value {
        let words: Vec<&str> = self.words.iter().map(|(word, _)| word.as_str()).collect();
        let finds: Vec<Vec<usize>> = self.words.iter().map(|(_, finds)| written(finds)).collect();
        let same: Vec<String> = self
            .same
            .iter()
            .map(|(words, ..)| words.join(" "))
            .collect();
        let named: Vec<&str> = self
            .same
            .iter()
            .map(|(_, named, _)| named.as_str())
            .collect();
        let same_find: Vec<Vec<usize>> =
            self.same.iter().map(|(.., finds)| written(finds)).collect();
        json!({
            "words": words.join(" "),
            "finds": finds,
            "same": same,
            "named": named,
            "same_find": same_find,
        })
    }
}
