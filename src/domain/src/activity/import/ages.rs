//! Ages as numbers and as people write them.

/// The oldest that files have, for people with learning difficulties or disabilities.
pub(super) const OLDEST: u8 = 25;

/// What a text says about ages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// The youngest.
    pub(super) from: Option<u8>,
    /// The oldest.
    pub(super) to: Option<u8>,
    /// The oldest with learning difficulties or disabilities.
    pub(super) to_ldd: Option<u8>,
}

/// A number of years: the whole years of "17.99" are 17, which is "under 18".
pub(super) fn years(text: &str) -> Option<u8> {
    let text = text.trim();
    let digits = text.split('.').next()?;
    let rest = text.get(digits.len()..)?.trim_start_matches('.');
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let plain = !digits.is_empty() && is_number(digits) && is_number(rest);
    let years: u32 = plain.then(|| digits.parse().ok())??;
    Some(u8::try_from(years).unwrap_or(u8::MAX))
}

/// Words that say who the higher age after or before them is for.
const LDD: [&str; 9] = [
    "send",
    "sen",
    "ldd",
    "additional",
    "disabilities",
    "disability",
    "disabled",
    "difficulties",
    "ehcp",
];

/// Reads ages in words: "11-19 (25 SEND)", "8+", "u18", "Yr 9 and up", "teens". Nothing
/// where no age is named.
pub(super) fn told(text: &str) -> Option<Told> {
    let lower = text.to_lowercase().replace(['–', '—'], "-");
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':' | '/'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut numbers: Vec<(usize, u8, bool)> = Vec::new();
    let mut told = Told::default();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
        let school = before.is_some_and(is_school_year);
        for (part, open) in parts(word) {
            // Reception is at 4, Year 1 at 5: a year and its number are 4 apart.
            let of_year = school || word.starts_with('y') && word != &part;
            let age = part.parse::<u8>().ok();
            let age = age.and_then(|age| {
                if of_year {
                    age.checked_add(4)
                } else {
                    Some(age)
                }
            });
            let Some(age) = age.filter(|age| *age <= 120) else {
                continue;
            };
            let ldd = is_last(word, &part) && says_ldd(&words, at);
            if (20..=30).contains(&age) && ldd && !numbers.is_empty() {
                told.to_ldd = Some(age);
                continue;
            }
            let next = words.get(at + 1).copied().unwrap_or_default();
            let under = matches!(before, Some("under" | "below")) || word.starts_with('u');
            let up_to = matches!(before, Some("to")) && numbers.is_empty();
            let up = open
                || matches!(next, "and" | "plus" | "years" | "upwards" | "+" | "onwards")
                    && words.iter().skip(at + 1).take(3).any(|word| {
                        matches!(
                            *word,
                            "up" | "over"
                                | "above"
                                | "older"
                                | "plus"
                                | "upwards"
                                | "onwards"
                                | "+"
                        )
                    });
            let over = matches!(before, Some("over"));
            if under {
                told.to = age.checked_sub(1);
            } else if up_to {
                told.to = Some(age);
            } else if up || over {
                told.from = told.from.or(Some(age));
                told.to = told.to.or(Some(OLDEST));
            } else {
                // The oldest of a school year is a year older than its youngest.
                numbers.push((at, age, of_year));
            }
        }
    }
    if let ([(_, from, _)], Some(to), None) = (numbers.as_slice(), told.to_ldd, told.to) {
        // One age before it: both are the range, as in "SEND only, 11-25".
        (told.from, told.to, told.to_ldd) = (Some(*from), Some(to), None);
        return Some(told);
    }
    match numbers.as_slice() {
        [] => {}
        [(_, age, of_year)] => {
            let last = age.saturating_add(u8::from(*of_year));
            if told.to.is_some() && told.from.is_none() {
                told.from = Some(*age);
            } else if told.from.is_none() && told.to.is_none() {
                (told.from, told.to) = (Some(*age), Some(last));
            }
        }
        [(_, from, first_of_year), .., (_, to, of_year)] => {
            let of_year = *of_year || *first_of_year;
            let to = if *first_of_year && *to < *from {
                to.saturating_add(4)
            } else {
                *to
            };
            (told.from, told.to) = (Some(*from), Some(to.saturating_add(u8::from(of_year))));
        }
    }
    if told.from.is_none() && told.to.is_none() {
        let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
        if has(&["teen", "teens", "teenagers", "teenager"]) {
            (told.from, told.to) = (Some(13), Some(19));
        } else if has(&["secondary"]) {
            (told.from, told.to) = (Some(11), Some(16));
        } else if has(&["primary"]) {
            (told.from, told.to) = (Some(4), Some(11));
        } else if has(&["all"]) && has(&["ages", "age"]) || words == ["all"] || words == ["any"] {
            (told.from, told.to) = (Some(0), Some(OLDEST));
        }
    }
    (told != Told::default()).then_some(told)
}

/// Whether a number is the last in a word such as "11-19".
fn is_last(word: &str, number: &str) -> bool {
    word.rsplit('-')
        .next()
        .is_some_and(|last| last.contains(number))
}

/// Whether the words round a number, up to the next number, say that it is for people with
/// learning difficulties or disabilities.
fn says_ldd(words: &[&str], at: usize) -> bool {
    let has_digit = |word: &&&str| word.bytes().any(|b| b.is_ascii_digit());
    let says = |word: &&str| LDD.contains(&word.trim_end_matches('.'));
    let after = words
        .iter()
        .skip(at + 1)
        .take_while(|word| !has_digit(word))
        .take(6);
    let before = words
        .iter()
        .take(at)
        .rev()
        .take_while(|word| !has_digit(word))
        .take(6);
    after.clone().any(says) || before.clone().any(says)
}

fn is_school_year(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "yr" | "yrs" | "year" | "years" | "y"
    )
}

/// The numbers in a word, each with whether a "+" follows it. Numbers with letters behind
/// them, other than a few that mean years, are no ages.
fn parts(word: &str) -> Vec<(String, bool)> {
    let mut parts = Vec::new();
    for piece in word.split('-') {
        let digits: String = piece
            .trim_start_matches(['y', 'r', 'u', '£', '.'])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let known = piece.trim_start_matches(['y', 'r', 'u']);
        let rest = known.strip_prefix(digits.as_str()).unwrap_or_default();
        let plain = matches!(
            rest,
            "" | "+" | "s" | "yrs" | "yr" | "y" | "." | "years" | "yo" | "’s" | "'s"
        );
        if (1..=3).contains(&digits.len()) && plain && !piece.contains('£') {
            parts.push((digits, rest == "+"));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<(Option<u8>, Option<u8>, Option<u8>)> {
        told(text).map(|told| (told.from, told.to, told.to_ldd))
    }

    #[test]
    fn ages_are_read_as_people_write_them() {
        for (text, from, to, ldd) in [
            ("11-19", Some(11), Some(19), None),
            ("11-19 (25 SEND)", Some(11), Some(19), Some(25)),
            (
                "Ages 11–19 (up to 25 with SEND)",
                Some(11),
                Some(19),
                Some(25),
            ),
            (
                "11 to 19, or 25 with additional needs",
                Some(11),
                Some(19),
                Some(25),
            ),
            ("11-19, SEND to 25", Some(11), Some(19), Some(25)),
            ("SEND only, 11-25", Some(11), Some(25), None),
            ("16 to 19", Some(16), Some(19), None),
            ("8+", Some(8), Some(25), None),
            ("14 and over", Some(14), Some(25), None),
            ("over 16s", Some(16), Some(25), None),
            ("u18", None, Some(17), None),
            ("under 18s", None, Some(17), None),
            ("up to 12", None, Some(12), None),
            ("Yr 9 and up", Some(13), Some(25), None),
            ("Year 7", Some(11), Some(12), None),
            ("Years 7-9", Some(11), Some(14), None),
            ("Y7-Y11", Some(11), Some(16), None),
            ("11 - 16 yrs", Some(11), Some(16), None),
            ("15", Some(15), Some(15), None),
            ("teen", Some(13), Some(19), None),
            ("All ages", Some(0), Some(25), None),
        ] {
            assert_eq!(said(text), Some((from, to, ldd)), "{text}");
        }
        for text in ["", "TBC", "ask", "-", "£3"] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn whole_years_are_what_people_say() {
        for (text, expected) in [
            ("11", Some(11)),
            ("0.5", Some(0)),
            ("17.99", Some(17)),
            ("999", Some(255)),
            ("-3", None),
            ("eleven", None),
            ("", None),
        ] {
            assert_eq!(years(text), expected, "{text}");
        }
    }
}
