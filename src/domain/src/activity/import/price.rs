//! What it costs, as numbers and as people write it.

use super::plain::folded;

/// What a text says it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Pence each time: where there are several prices, the highest, so that nobody stands
    /// at the door with too little.
    pub(super) pence: u32,
    /// Whether there is more to it than that one price.
    pub(super) more: bool,
}

/// The dearest price read: what is more is no price of a session.
const MOST: u32 = 1_000_000;

/// Pounds as a number, such as "0.5" or "£1.50", as pence.
pub(super) fn pounds(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches('£').trim();
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() && rest.is_empty() || !digits(whole) || !digits(rest) || whole.len() > 6 {
        return None;
    }
    let hundredths: String = rest.chars().chain("00".chars()).take(2).collect();
    let whole: u32 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let pence = whole.checked_mul(100)? + hundredths.parse::<u32>().ok()?;
    (pence <= MOST).then_some(pence)
}

/// Reads a price in words: "50p", "£1", "£3/£2", "FREE", "3 pounds", "no charge". Nothing
/// where none is told, as in "-" or "ask".
pub(super) fn told(text: &str) -> Option<Told> {
    // Nobody is paid for coming.
    let below = text.trim().strip_prefix('-');
    if below.is_some_and(|sum| {
        sum.trim_start_matches('£')
            .starts_with(|c: char| c.is_ascii_digit())
    }) {
        return None;
    }
    let sums = sums(text);
    let plain = folded(text);
    let says_free = [
        "free",
        "no charge",
        "no cost",
        "nil",
        "gratis",
        "no",
        "none",
        "free of charge",
    ]
    .iter()
    .any(|free| plain == *free)
        || plain.split(' ').any(|word| word == "free");
    match sums.iter().max() {
        Some(pence) => Some(Told {
            pence: *pence,
            more: sums.len() > 1 || is_more(text),
        }),
        None => says_free.then(|| Told {
            pence: 0,
            more: plain.split(' ').count() > 3,
        }),
    }
}

/// Every sum of money in a text, in pence.
fn sums(text: &str) -> Vec<u32> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '(' | ')' | '-' | '–'))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let only = words.len() == 1;
    let mut sums = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let is_pounds = matches!(next, "pound" | "pounds" | "quid" | "gbp");
        let is_pence = matches!(next, "p" | "pence" | "pennies");
        let sum = if let Some(pounds_text) = word.strip_prefix('£') {
            pounds(pounds_text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
        } else if let Some(pence) = word.strip_suffix('p').or(is_pence.then_some(word)) {
            pence.parse::<u32>().ok().filter(|pence| *pence <= MOST)
        } else if is_pounds || only {
            pounds(word)
        } else {
            None
        };
        sums.extend(sum);
    }
    sums
}

/// Whether a text with one sum says more than that sum.
fn is_more(text: &str) -> bool {
    folded(text).split(' ').count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_as_people_write_them() {
        for (text, pence, more) in [
            ("50p", 50, false),
            ("£1", 100, false),
            ("£1.50", 150, false),
            ("1.50", 150, false),
            ("2", 200, false),
            ("£3/£2", 300, true),
            ("£3 / £2 concessions", 300, true),
            ("3 pounds", 300, false),
            ("50 pence", 50, false),
            ("FREE", 0, false),
            ("Free entry", 0, false),
            ("no charge", 0, false),
            ("0", 0, false),
            ("50p, nobody turned away", 50, true),
            (
                "Free for residents with a leisure card, otherwise 3 pounds",
                300,
                true,
            ),
        ] {
            let expected = Some(Told { pence, more });
            assert_eq!(told(text), expected, "{text}");
        }
        for text in [
            "-1",
            "-£2.50",
            "-",
            "",
            "ask",
            "TBC",
            "donation",
            "£",
            "fees_description",
            "£99999999",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_pounds() {
        for (text, pence) in [
            ("0.5", Some(50)),
            ("35", Some(3_500)),
            ("5.00", Some(500)),
            ("3.333", Some(333)),
            (".5", Some(50)),
            ("-1", None),
            ("", None),
            (".", None),
            ("1e3", None),
        ] {
            assert_eq!(pounds(text), pence, "{text}");
        }
    }
}
