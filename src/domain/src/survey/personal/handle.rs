//! Names on social media and in games.
//!
//! Three kinds are sure by their shape: `@name`, `name#1234`, and what has a name's
//! signs or digits (`sam_j`, `sam.j`, `samj09`) beside the name of a platform. A plain
//! word is taken for a name only where the text says that it is one ("my snap is …",
//! "insta: …") and it is none of the words that people say about platforms.

mod lists;

use lists::{
    ABOUT, ABOUT_ENDINGS, ADD, AFTER, CALLED, JOINING, NOT_TAGGED, ON, OWN, PLATFORMS, STEMS,
};

use super::tokens::{Token, any, has};
use super::{Finds, What};

/// Finds them.
pub(super) fn find(tokens: &[Token], finds: &mut Finds) {
    // What is sure first: "insta: @sam" is found with its sign.
    let ways: [Way; 4] = [tagged, numbered, beside_platform, before_platform];
    for way in ways {
        for at in 0..tokens.len() {
            if let Some((first, last)) = way(tokens, at) {
                finds.add(What::Handle, tokens[first].start, tokens[last].end);
            }
        }
    }
}

/// The first and the last token of a name.
type Span = (usize, usize);

/// Looks for a name at a token.
type Way = fn(&[Token], usize) -> Option<Span>;

/// `@name`. "@" is also short for the word: "@school", "@5pm".
fn tagged(tokens: &[Token], at: usize) -> Option<Span> {
    let name = tokens.get(at + 1).filter(|token| token.word)?;
    let sign = tokens[at].low == "@" && (!name.spaced || is_marked(&name.low));
    let letter = name
        .low
        .starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let ascii = name.low.len() > 1 && name.low.is_ascii();
    (sign && letter && ascii && !name.is_in(NOT_TAGGED)).then_some((at, at + 1))
}

/// `name#1234`
fn numbered(tokens: &[Token], at: usize) -> Option<Span> {
    let [name, sign, number] = tokens.get(at..at + 3)? else {
        return None;
    };
    let four = number.low.len() == 4 && number.low.bytes().all(|byte| byte.is_ascii_digit());
    let close = !sign.spaced && !number.spaced;
    (name.word && name.low.len() > 1 && sign.low == "#" && close && four).then_some((at, at + 2))
}

/// "my snap is sammyj", from the platform on.
fn beside_platform(tokens: &[Token], at: usize) -> Option<Span> {
    let platform = tokens.get(at)?;
    let adding = platform.is_in(ADD);
    if !adding && !is_platform(platform) {
        return None;
    }
    let (mut next, mut said, mut signed) = (at + 1, false, false);
    let mut called = platform.is_in(CALLED);
    while let Some(token) = tokens.get(next) {
        let sign = token.is_in(": = - – — @ > \"");
        signed |= sign && token.low != "\"";
        // Of "snapchat im bored" nothing is a name, unless it looks like one.
        called |= token.is_in("name user username handle tag nick nazwa");
        said |= token.is_in(JOINING) && !token.is_in("im i'm");
        if !sign && !token.is_in(JOINING) && !is_platform(token) || next > at + 5 {
            break;
        }
        next += 1;
    }
    let name = tokens
        .get(next)
        .filter(|token| token.word && token.low.is_ascii())?;
    let own = || {
        let before = tokens[at.saturating_sub(4)..at].iter();
        before.rev().any(|token| token.is_in(OWN))
    };
    let foreign = || !platform.low.is_ascii() && name.low.len() > 2;
    let plain = || {
        let long = name.low.len() > 6;
        let ends = tokens
            .get(next + 1)
            .is_none_or(|token| !token.word || token.is_in(AFTER));
        // "Youtube is great" is said of the platform; "snap is …" as often of a name there.
        let told = said && (own() || called) || own() && long;
        !adding && ends && is_plain_name(&name.low) && (signed || told)
    };
    (is_marked(&name.low) || foreign() || plain()).then_some((next, next))
}

/// `sam_j on insta`
fn before_platform(tokens: &[Token], at: usize) -> Option<Span> {
    let [name, on, platform] = tokens.get(at..at + 3)? else {
        return None;
    };
    let is_one = is_marked(&name.low) && on.is_in(ON) && is_platform(platform);
    is_one.then_some((at, at))
}

fn is_platform(token: &Token) -> bool {
    let stem = |stem: &str| token.low.starts_with(stem);
    token.word && !is_marked(&token.low) && (token.is_in(PLATFORMS) || any(STEMS, &stem))
}

/// Whether it looks like nothing but a name that somebody made up: `sam_j`, `sam.j`,
/// `samj09`; and not like "year9", "under13s", "4k" or "e.g".
fn is_marked(name: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let counted = any("year yr under over age covid fifa grade", &|word| {
        name.starts_with(word)
    });
    let mixed = digits > 0 && letters > 2 && letters + digits > 4 && !counted;
    let has = |sign: u8| name.bytes().any(|byte| byte == sign);
    let signed = has(b'_') || has(b'.') && name.len() > 3;
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    name.is_ascii() && starts && letters > 1 && (mixed || signed && !counted)
}

fn is_plain_name(name: &str) -> bool {
    let about = has(ABOUT, name);
    let ending = any(ABOUT_ENDINGS, &|ending| name.ends_with(ending));
    name.len() > 3
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && !about
        && !ending
        && !name.bytes().any(|byte| byte == b'\'')
}
