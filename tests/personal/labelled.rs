//! The labelled texts.

use hark_domain::survey::personal::{Found, What};

/// A text, and what is to be found in it.
pub(crate) struct Labelled {
    pub(crate) text: String,
    pub(crate) expected: Vec<Found>,
}

/// The kinds by the names they have in the files.
pub(crate) const KINDS: [(&str, What); 5] = [
    ("phone", What::Phone),
    ("email", What::Email),
    ("postcode", What::Postcode),
    ("handle", What::Handle),
    ("link", What::Link),
];

/// Texts in which something points at somebody.
pub(crate) fn positives() -> Vec<Labelled> {
    read(include_str!("positives.txt"))
}

/// Texts in which nothing does.
pub(crate) fn negatives() -> Vec<Labelled> {
    read(include_str!("negatives.txt"))
}

fn read(file: &str) -> Vec<Labelled> {
    let lines = file.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(labelled)
        .collect()
}

fn labelled(line: &str) -> Labelled {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut pieces = line.split('{');
    text.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (inside, after) = piece.split_once('}').unwrap();
        let (kind, inside) = inside.split_once(' ').unwrap();
        let (_, what) = KINDS.iter().find(|(name, _)| *name == kind).unwrap();
        let start = text.len();
        text.push_str(inside);
        expected.push(Found {
            what: *what,
            start,
            end: text.len(),
        });
        text.push_str(after);
    }
    Labelled { text, expected }
}
