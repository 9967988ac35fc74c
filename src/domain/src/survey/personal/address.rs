//! E-mail addresses and the addresses of pages.

use super::tokens::{Token, has};
use super::{Finds, What};

/// Mail services that people name without what follows the dot.
const SERVICES: &str = "gmail googlemail hotmail icloud outlook yahoo protonmail";

/// What people say for `@`: English, Polish, Czech, Ukrainian, Urdu, Arabic.
const AT: &str = "at małpa malpa zavináč zavinac собака равлик ایٹ آت";

/// What people say for the dot in an address.
const DOT: &str = "dot kropka tečka tecka крапка точка ڈاٹ دوت نقطة";

/// Endings after which a word is an address.
const ENDINGS: &str = "com net org uk io pl cz eu ua ru fr info biz xyz dev pk wales scot";

/// Endings that are also words: a full stop without a space is more likely, unless a
/// path follows.
const WORDS: &str =
    "me be to tv app site online club page link de ly gg live fun co it us ai so am lol";

/// Finds them.
pub(super) fn find(tokens: &[Token], finds: &mut Finds) {
    for at in 0..tokens.len() {
        if let Some((start, end)) = email(tokens, at) {
            finds.add(What::Email, start, end);
        }
    }
    for at in 0..tokens.len() {
        if let Some(end) = link(tokens, at) {
            finds.add(What::Link, tokens[at].start, end);
        }
    }
}

fn is(tokens: &[Token], at: usize, sign: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.low == sign)
}

fn word(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| token.word)
}

/// An address with its `@` there, or what stands for it: where it begins and ends.
fn email(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let (before, after) = said(tokens, at, AT)?;
    let sign = is(tokens, at, "@");
    let mut first = before.checked_sub(1)?;
    let local = word(tokens, first)?;
    let domain = word(tokens, after)?;
    let close = !tokens[before].spaced && !domain.spaced;
    let (name, ending) = domain.low.split_once('.').unwrap_or((&domain.low, ""));
    let mut last = after;
    while let Some(next) = dotted(tokens, last + 1) {
        last = next;
    }
    let is_domain = match ending.rsplit('.').next() {
        Some(top) if sign && close => is_ending(top),
        Some(top) if sign || before < at => has(ENDINGS, top),
        _ => false,
    };
    let service = has(SERVICES, name);
    // Where "at" is only a word, a domain needs its dot as a word, too, or a known name.
    let spelled = last > after && (sign || is_spelled(tokens, after + 1) || service);
    if !(is_domain || service || spelled) {
        return None;
    }
    // "sam+club at …", "sam dot jones at …"
    let mut start = local.start;
    while let Some(joining) = first.checked_sub(1) {
        let plus = is(tokens, joining, "+") && !tokens[first].spaced;
        let dot = tokens[joining].word && tokens[joining].is_in(DOT);
        let Some(earlier) = joining.checked_sub(1).filter(|_| plus || dot) else {
            break;
        };
        first = earlier;
        start = word(tokens, first)?.start;
    }
    Some((start, tokens[last].end))
}

/// Whether that could end a domain: two letters or more.
fn is_ending(top: &str) -> bool {
    top.len() > 1
        && !top
            .bytes()
            .any(|byte| byte.is_ascii_digit() || byte == b'_')
}

/// A sign, or a word that stands for one, and the brackets round it: the first token of
/// it, and the one after.
fn said(tokens: &[Token], at: usize, words: &str) -> Option<(usize, usize)> {
    let token = tokens.get(at)?;
    let sign = if words == AT { "@" } else { "." };
    if token.low == sign {
        return Some((at, at + 1));
    }
    let known = token.word && token.is_in(words);
    let open = at.checked_sub(1);
    let open = open.filter(|before| tokens[*before].is_in("( [ { <"));
    let closed = tokens.get(at + 1)?.is_in(") ] } >");
    match open {
        Some(open) if known && closed => Some((open, at + 2)),
        _ => known.then_some((at, at + 1)),
    }
}

/// Whether a dot stands there as a word.
fn is_spelled(tokens: &[Token], at: usize) -> bool {
    !is(tokens, at, ".")
}

/// The word after a dot that stands there, spaced or said.
fn dotted(tokens: &[Token], at: usize) -> Option<usize> {
    let open = usize::from(
        tokens
            .get(at)
            .is_some_and(|token| !token.word && token.low != "."),
    );
    let (first, after) = said(tokens, at + open, DOT)?;
    let ending = word(tokens, after)?;
    let whole = first == at && (ending.spaced || open > 0);
    let top = ending.low.rsplit('.').next().unwrap_or_default();
    let known = has(ENDINGS, top) || has("co sch ac", top);
    (whole && known).then_some(after)
}

/// Where a link that begins there ends.
fn link(tokens: &[Token], at: usize) -> Option<usize> {
    let first = word(tokens, at)?;
    if matches!(first.low.as_str(), "http" | "https") && is(tokens, at + 1, ":") {
        return is(tokens, at + 2, "/").then(|| rest(tokens, at));
    }
    let slash = tokens
        .get(at + 1)
        .is_some_and(|token| token.low == "/" && !token.spaced);
    if let Some((name, _)) = first.low.split_once('.') {
        let top = first.low.rsplit('.').next()?;
        let known =
            name == "www" || name.len() > 1 && has(ENDINGS, top) || slash && has(WORDS, top);
        return known.then(|| if slash { rest(tokens, at) } else { first.end });
    }
    // "samjones dot com"
    let last = dotted(tokens, at + 1)?;
    (is_spelled(tokens, at + 1) && first.low.len() > 1).then(|| tokens[last].end)
}

/// The end of what goes on from there without a space; signs at its end are the sentence's.
fn rest(tokens: &[Token], at: usize) -> usize {
    let on = tokens[at + 1..]
        .iter()
        .take_while(|token| !token.spaced && token.low != "\n");
    let last = on.filter(|token| token.word || token.low == "/").last();
    last.map_or(tokens[at].end, |token| token.end)
}
