//! What a text gives away about a person: found on the device while somebody types, so
//! that they can take it out before it is sent.
//!
//! What is found is only ever asked about ("this looks like a phone number: take it
//! out?"), never removed or refused by itself, so a wrong guess costs one look. A miss
//! costs more, but a moderator reads every text before anybody else does. `tests/personal`
//! measures both.
//!
//! | found | such as | on purpose not |
//! |---|---|---|
//! | [`What::Phone`] | `07700 900123`, `+44 (0)7700…`, `٠٧٧٠٠…` | freephone and 03 numbers: organisations' alone |
//! | [`What::Email`] | `sam@example.com`, `sam at example dot com` | |
//! | [`What::Postcode`] | `WN1 1AA`, `wn11aa`: about 15 addresses | `WN1` alone: thousands of homes, and any bus or road is called so |
//! | [`What::Handle`] | `@sam_j`, `insta: sam_j`, `sam#1234` | a plain word that only stands near "Snapchat" |
//! | [`What::Link`] | `https://…`, `example.com` | |
//!
//! Names and street addresses are not looked for: by rules they can't be told from other
//! words. The warning beside the box asks for neither.
//!
//! | module | what it finds |
//! |---|---|
//! | `tokens` | words and signs |
//! | `address` | e-mail addresses and links |
//! | `handle` | names on social media |
//! | `phone`, `postcode` | those |
//! | `taken_out` | nothing: it takes away what the others found |

mod address;
mod handle;
mod phone;
mod postcode;
mod taken_out;
mod tokens;

pub use taken_out::taken_out;

/// What kind of thing points at somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A phone number.
    Phone,
    /// An e-mail address, also one spelled out.
    Email,
    /// A whole postcode of the United Kingdom.
    Postcode,
    /// A name on social media or in a game.
    Handle,
    /// The address of a page.
    Link,
}

/// A piece of a text that points at somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub what: What,
    /// Where it begins: a byte of the text, on the boundary of a character.
    pub start: usize,
    /// The byte after its last, on a boundary as well.
    pub end: usize,
}

impl Found {
    /// The piece itself, to be quoted. `text` is the text it was found in.
    pub fn quoted<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Everything in a text that points at somebody, in the order it stands there. Pieces
/// never overlap.
pub fn find(text: &str) -> Vec<Found> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let tokens = tokens::tokens(text, &letters);
    let mut finds = Finds::default();
    // What is sure comes first, as the first to claim a piece keeps it: the digits of
    // a link are no phone number.
    address::find(&tokens, &mut finds);
    phone::find(&letters, &mut finds);
    postcode::find(&letters, &mut finds);
    handle::find(&tokens, &mut finds);
    finds.found
}

/// What was found so far, in order. Put in its place, not sorted: sorting costs 1 KB.
#[derive(Default)]
struct Finds {
    found: Vec<Found>,
}

impl Finds {
    /// Adds a piece, unless a part of it is taken already.
    fn add(&mut self, what: What, start: usize, end: usize) {
        let taken = |found: &Found| found.start < end && start < found.end;
        if !self.found.iter().any(taken) {
            let before = self.found.iter().filter(|found| found.start < start);
            let place = before.count();
            self.found.insert(place, Found { what, start, end });
        }
    }
}

/// Characters that nobody sees: marks of direction, joiners, and what makes a digit an
/// emoji. Pasted numbers are full of them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe0f}' | '\u{20e3}' | '\u{feff}' | '\u{61c}' | '\u{ad}')
}
