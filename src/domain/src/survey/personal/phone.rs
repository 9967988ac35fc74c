//! Phone numbers, in every digit a keyboard offers.
//!
//! A run of digits and what may stand between them is cut into groups, and a number is
//! as many whole groups as a number of its kind has digits. What makes a British number:
//! Ofcom, *The National Telephone Numbering Plan*; an international one has up to 15
//! digits (ITU-T E.164).

use super::{Finds, What, is_unseen};
use crate::digits::digit;
use crate::letters::in_word;

/// Digits without anything between them.
struct Group {
    digits: Vec<u32>,
    /// The first byte of the group, and the one after its last.
    start: usize,
    end: usize,
    /// The byte of a `+` right before it.
    plus: Option<usize>,
    /// The byte of an opening bracket right before it or its `+`.
    open: Option<usize>,
    /// What divides it from the group before; a space where nothing else does.
    divider: char,
}

/// Finds them.
pub(super) fn find(letters: &[(usize, char)], finds: &mut Finds) {
    let mut at = 0;
    while at < letters.len() {
        let (groups, next) = run(letters, at);
        numbers(&groups, letters, finds);
        at = next;
    }
}

/// The groups from there on that may belong together, and where to go on.
fn run(letters: &[(usize, char)], from: usize) -> (Vec<Group>, usize) {
    let mut groups: Vec<Group> = Vec::new();
    let (mut plus, mut open, mut divider, mut between, mut dividing) = (None, None, ' ', 0, true);
    let mut at = from;
    while let Some(&(start, c)) = letters.get(at) {
        if is_unseen(c) {
            // Such as what makes the digit before an emoji: it goes with the digit.
            if let Some(group) = groups.last_mut().filter(|_| !dividing) {
                group.end = start + c.len_utf8();
            }
        } else if let Some(value) = value(letters, at) {
            let end = letters
                .get(at + 1)
                .map_or(start + c.len_utf8(), |(next, _)| *next);
            match groups.last_mut() {
                Some(group) if !dividing => {
                    group.digits.push(value);
                    group.end = end;
                }
                _ => groups.push(Group {
                    digits: vec![value],
                    start,
                    end,
                    plus,
                    open,
                    divider,
                }),
            }
            (plus, open, divider, between, dividing) = (None, None, ' ', 0, false);
        } else if between < 3 && is_divider(c) {
            match c {
                '+' => plus = Some(start),
                '(' => (open, plus) = (Some(start), None),
                ' ' | '\u{a0}' | '\u{202f}' => {}
                _ => divider = c,
            }
            // An international number goes on without its brackets and spaces, but a
            // plus between numbers adds them up.
            between += usize::from(!groups.is_empty());
            dividing = true;
        } else {
            // What ended the groups may begin the next ones.
            let next = at + usize::from(groups.is_empty());
            return (groups, next);
        }
        at += 1;
    }
    (groups, at)
}

fn is_divider(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}'
            ..='\u{2014}' | '.' | '_' | '/' | '(' | ')' | '+'
    )
}

/// A digit's value; that of the letter O among digits is 0, as some people type it.
fn value(letters: &[(usize, char)], at: usize) -> Option<u32> {
    let c = letters[at].1;
    let is_o = |c: char| matches!(c, 'o' | 'O');
    let of_number = |c: char| is_o(c) || digit(c).is_some();
    let beside = || {
        let mut before = letters[..at].iter().rev().map(|(_, c)| *c);
        let mut after = letters[at + 1..].iter().map(|(_, c)| *c);
        let first = before.clone().find(|c| !is_o(*c));
        let next = after.find(|c| !is_o(*c));
        let in_word = before.find(|c| !of_number(*c)).is_some_and(in_word);
        let beside = |c: Option<char>| c.and_then(digit).is_some();
        !in_word && (beside(first) || beside(next))
    };
    digit(c).or_else(|| (is_o(c) && beside()).then_some(0))
}

fn numbers(groups: &[Group], letters: &[(usize, char)], finds: &mut Finds) {
    let mut from = 0;
    while let Some(first) = groups.get(from) {
        let Some(count) = number(&groups[from..], from > 0) else {
            from += 1;
            continue;
        };
        let last = &groups[from + count - 1];
        from += count;
        // The bracket belongs to the number where it closes inside.
        let closed = |open: &usize| {
            letters
                .iter()
                .any(|(at, c)| *c == ')' && (*open..last.start).contains(at))
        };
        let start = first.open.filter(closed).or(first.plus);
        let start = start.unwrap_or(first.start);
        let before = letters.iter().rev().find(|(at, _)| *at < start);
        let money = before.is_some_and(|(_, c)| matches!(c, '£' | '$' | '€' | '#'));
        if !money {
            finds.add(What::Phone, start, last.end);
        }
    }
}

/// How many groups from the first one on make a phone number. `inside`: whether there
/// are others before them.
fn number(groups: &[Group], inside: bool) -> Option<usize> {
    let first = groups.first()?;
    // What hangs on digits before it, as in a date, begins nothing new.
    if inside && first.divider != ' ' && first.plus.is_none() && first.digits.len() < 10 {
        return None;
    }
    let mut digits = Vec::new();
    let mut best = None;
    for (index, group) in groups.iter().enumerate() {
        if index > 0 && group.plus.is_some() {
            break;
        }
        digits.extend_from_slice(&group.digits);
        let fits = fits(&digits, first.plus.is_some());
        if fits && is_plausible(&digits) && is_spelled_so(&groups[..=index]) {
            best = Some(index + 1);
        }
    }
    best
}

/// Whether a number of that beginning has that many digits.
fn fits(digits: &[u32], plus: bool) -> bool {
    let count = digits.len();
    match digits {
        [4, 4, 0, ..] if plus => count == 13,
        [4, 4, ..] if plus => count == 12,
        [1..=9, ..] if plus => (9..=15).contains(&count),
        [0, 0, rest @ ..] if !plus => rest.len() > 9 && fits(rest, true),
        // Freephone and the numbers that charities and councils pay for.
        [0, 8, 0, 0 | 8, ..] | [0, 3, ..] => false,
        [0, 1 | 2 | 5 | 7 | 8 | 9, ..] => count == 10 || count == 11,
        // Without the first 0, or with the country's code alone.
        [7, ..] => count == 10,
        [4, 4, 1 | 2 | 7, ..] => count == 12,
        _ => false,
    }
}

/// Whether it is neither counting nor one key held down.
fn is_plausible(digits: &[u32]) -> bool {
    let different = (0..10).filter(|value| digits.contains(value)).count();
    let counting = digits.windows(2).all(|two| (two[0] + 1) % 10 == two[1]);
    different > 2 && !counting
}

/// Whether somebody would divide a number so: dates, scores and decimals are divided in
/// other ways.
fn is_spelled_so(groups: &[Group]) -> bool {
    let single = groups
        .iter()
        .filter(|group| group.digits.len() == 1)
        .count();
    let same = || {
        groups[1..]
            .windows(2)
            .all(|two| two[0].divider == two[1].divider)
    };
    let slashes = groups[1..].iter().filter(|group| group.divider == '/');
    let singles = single <= 2 && groups[0].digits.len() > 1 || single == groups.len() && same();
    (singles || groups[0].plus.is_some()) && slashes.count() < 2 && !groups.windows(3).any(is_date)
}

fn is_date(groups: &[Group]) -> bool {
    let [one, two, three] = groups else {
        return false;
    };
    let year = |group: &Group| matches!(group.digits[..], [1, 9, _, _] | [2, 0, _, _]);
    let short = |group: &Group| group.digits.len() < 3;
    two.divider != ' '
        && two.divider == three.divider
        && short(two)
        && (short(one) && year(three) || year(one) && short(three))
}
