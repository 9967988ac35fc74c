//! Dates as people and spreadsheets write them.

use crate::calendar::LocalDate;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A date that was read, and whether it was written as the formats ask for.
pub(super) type Read = (LocalDate, bool);

/// Reads a date; nothing where it is none, or none that exists.
///
/// Numbers are day, month and year, as in the United Kingdom; only where that makes no
/// date, month and day. Of a date with a time the time is left out.
pub(super) fn date(text: &str) -> Option<Read> {
    let text = text.trim();
    // "2026-09-04T00:00:00.000Z"; "2026-09-04 09:00".
    if let Some(day) = text.get(..10).and_then(LocalDate::parse) {
        return Some((day, text.len() == 10 || text.get(10..11) == Some("T")));
    }
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '/' | '-' | '.' | ',' | 'T') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .filter(|part| !is_weekday(part))
        .collect();
    let number = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let ending = part.get(digits.len()..).unwrap_or_default();
        let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th");
        (plain && ordinal).then(|| digits.parse::<i32>().ok())?
    };
    let months: Vec<(usize, i32)> = parts
        .iter()
        .enumerate()
        .filter_map(|(index, part)| Some((index, month(part)?)))
        .collect();
    match (parts.as_slice(), months.as_slice()) {
        ([one], []) => compact(one).map(|day| (day, false)),
        ([first, second, third, ..], []) => {
            let numbers = (number(first)?, number(second)?, number(third)?);
            let (one, two, three) = numbers;
            let day = if one > 31 {
                make(one, two, three)
            } else {
                make(three, two, one).or_else(|| make(three, one, two))
            };
            day.map(|day| (day, false))
        }
        (parts, [(at, month), ..]) => {
            let mut others = parts
                .iter()
                .enumerate()
                .filter(|(index, _)| index != at)
                .filter_map(|(_, part)| number(part));
            let (one, two) = (others.next()?, others.next()?);
            let day = if one > 31 {
                make(one, *month, two)
            } else {
                make(two, *month, one)
            };
            day.map(|day| (day, false))
        }
        _ => None,
    }
}

/// A date as people say it: "27 November 2026".
pub(super) fn spoken(day: LocalDate) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::from(day.month()).saturating_sub(1);
    let month = NAMES.get(month).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

fn is_weekday(part: &str) -> bool {
    super::days::weekday(&part.to_lowercase()).is_some() && part.len() > 2
}

fn month(part: &str) -> Option<i32> {
    let lower = part.to_lowercase();
    let at = MONTHS.iter().position(|month| {
        lower.starts_with(month) && lower.bytes().all(|b| b.is_ascii_alphabetic())
    })?;
    i32::try_from(at + 1).ok()
}

/// `20260904`, or a spreadsheet's days since 1899, with a part of a day behind or not.
fn compact(text: &str) -> Option<LocalDate> {
    let text = text.trim_end_matches(['z', 'Z']);
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        8 => {
            let (year, rest) = text.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            LocalDate::parse(&format!("{year}-{month}-{day}"))
        }
        5 => {
            let serial: i32 = text.parse().ok()?;
            // From 1982 to 2119: other numbers of five digits are no dates.
            let known = (30_000..80_000).contains(&serial);
            known.then(|| LocalDate::from_days(serial - 25_569))
        }
        _ => None,
    }
}

fn make(year: i32, month: i32, day: i32) -> Option<LocalDate> {
    let year = if year < 100 { year + 2000 } else { year };
    if !(1900..=2200).contains(&year) {
        return None;
    }
    LocalDate::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2026-09-04", Some(("2026-09-04", true))),
            ("2026-09-04T00:00:00.000Z", Some(("2026-09-04", true))),
            ("2026-09-04 09:00", Some(("2026-09-04", false))),
            ("02/11/2026", Some(("2026-11-02", false))),
            ("2/11/26", Some(("2026-11-02", false))),
            ("02.11.2026", Some(("2026-11-02", false))),
            ("11/30/2026", Some(("2026-11-30", false))),
            ("12 Oct 26", Some(("2026-10-12", false))),
            ("12th October 2026", Some(("2026-10-12", false))),
            ("Mon 12 October 2026", Some(("2026-10-12", false))),
            ("October 12, 2026", Some(("2026-10-12", false))),
            ("2026/11/02", Some(("2026-11-02", false))),
            ("20260904", Some(("2026-09-04", false))),
            ("46328", Some(("2026-11-02", false))),
            ("31/6/2026", None),
            ("TBC", None),
            ("2026", None),
            ("", None),
            ("12 Oct", None),
            ("é/é/é", None),
            ("99999", None),
        ] {
            let read = date(text).map(|(day, exact)| (day.to_string(), exact));
            let read = read.as_ref().map(|(day, exact)| (day.as_str(), *exact));
            assert_eq!(read, expected, "{text}");
        }
    }
}
