//! Days as people, spreadsheets, RFC 5545 and schema.org write them.

use super::clock;

/// The names of days in files, Monday first.
pub(super) const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const CODES: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// What a text says about days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// Days of the week: bit 0 is Monday.
    pub(super) week: u8,
    /// Days of the month, as files have them: "first fri", "last sat".
    pub(super) month: Vec<String>,
    /// Whether it is each day.
    pub(super) daily: bool,
    /// `term` or `holidays`.
    pub(super) season: Option<&'static str>,
    /// Every so many weeks.
    pub(super) every: Option<u16>,
    /// What names a day that files can't name, such as the fifth Friday.
    pub(super) beyond: Vec<String>,
    /// Times that stand with the days.
    pub(super) times: String,
    /// Whether it is written as a standard asks for.
    pub(super) exact: bool,
}

impl Days {
    /// Whether it names any.
    pub(super) fn is_some(&self) -> bool {
        self.week != 0 || self.daily || !self.month.is_empty() || !self.beyond.is_empty()
    }

    /// The days of the week by their names in files.
    pub(super) fn named(week: u8) -> Vec<&'static str> {
        let days = NAMES.iter().enumerate();
        days.filter(|(index, _)| week >> index & 1 == 1)
            .map(|(_, name)| *name)
            .collect()
    }

    /// What was read, in words.
    pub(super) fn said(&self) -> String {
        const LONG: [&str; 7] = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        let mut parts: Vec<String> = Vec::new();
        let week = LONG.iter().enumerate();
        parts.extend(
            week.filter(|(index, _)| self.week >> index & 1 == 1)
                .map(|(_, day)| (*day).to_owned()),
        );
        let of_month = self.month.iter();
        parts.extend(of_month.map(|day| format!("the {day} of the month")));
        if self.daily {
            parts.push("each day".to_owned());
        }
        let mut said = parts.join(", ");
        if let Some(every) = self.every {
            said = format!("{said}, every {every} weeks");
        }
        match self.season {
            Some("term") => said.push_str(", in term time"),
            Some(_) => said.push_str(", in the holidays"),
            None => {}
        }
        said
    }
}

/// The day of the week of that name, 0 for Monday; in small letters.
pub(super) fn weekday(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let by_code = CODES.iter().position(|code| *code == word);
    let by_name = || {
        let stem = word.strip_suffix('s').filter(|stem| stem.ends_with("day"));
        let stem = stem.unwrap_or(word);
        NAMES.iter().position(|name| {
            let rest = stem.strip_prefix(name);
            rest.is_some_and(|rest| {
                matches!(
                    rest,
                    "" | "s" | "day" | "sday" | "nesday" | "rsday" | "urday" | "r" | "rs"
                )
            })
        })
    };
    by_code
        .or_else(by_name)
        .and_then(|index| u8::try_from(index).ok())
}

/// The first to fourth or last of the month, as files have it; `Err` for another.
fn nth(number: i32) -> Result<&'static str, ()> {
    match number {
        1 => Ok("first"),
        2 => Ok("second"),
        3 => Ok("third"),
        4 => Ok("fourth"),
        -1 => Ok("last"),
        _ => Err(()),
    }
}

/// Reads days; nothing where none are named.
pub(super) fn days(text: &str) -> Option<Days> {
    let schema = ["https://schema.org/", "http://schema.org/", "schema:"]
        .iter()
        .find_map(|prefix| text.trim().strip_prefix(prefix));
    let text = schema.unwrap_or(text);
    // Whoever escapes the commas of a text escapes those of a rule as well.
    let plain = text.replace('\\', "");
    let read = by_codes(&plain).unwrap_or_else(|| by_words(&plain));
    let read = Days {
        exact: read.exact && plain == text || schema.is_some(),
        ..read
    };
    read.is_some().then_some(read)
}

/// "FR,SA", "-1FR": the BYDAY of RFC 5545, section 3.3.10.
fn by_codes(text: &str) -> Option<Days> {
    let mut days = Days {
        exact: true,
        ..Days::default()
    };
    let parts = text.split([',', ';', ' ']).filter(|part| !part.is_empty());
    for part in parts {
        let upper = part.to_ascii_uppercase();
        days.exact &= upper == part;
        let (ordinal, code) = part.split_at_checked(part.len().checked_sub(2)?)?;
        let code = code.to_ascii_lowercase();
        let index = CODES.iter().position(|own| *own == code)?;
        if ordinal.is_empty() {
            days.week |= 1 << index;
            continue;
        }
        match nth(ordinal.parse().ok()?) {
            Ok(nth) => days.month.push(format!("{nth} {}", NAMES.get(index)?)),
            Err(()) => days.beyond.push(upper),
        }
    }
    days.exact &= !text.contains([';', ' ']);
    days.is_some().then_some(days)
}

/// "Fri & Sat", "Mon-Thu term time", "last Friday of month", "every other Tuesday".
fn by_words(text: &str) -> Days {
    let lower = text.to_lowercase();
    let tokens = tokens(&lower);
    let mut days = Days::default();
    let mut nths: Vec<i32> = Vec::new();
    let mut before: Option<u8> = None;
    let mut ranged = false;
    let mut times: Vec<&str> = Vec::new();
    let mut without = false;
    let mut every = false;
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).copied().unwrap_or_default();
        let stands_alone = !times.last().is_some_and(|last| is_between(last));
        if let Some(day) = weekday(token).filter(|_| token.len() > 1) {
            match (before, ranged) {
                (Some(from), true) if nths.is_empty() => {
                    let mut day_between = from;
                    while day_between != day {
                        day_between = (day_between + 1) % 7;
                        days.week |= 1 << day_between;
                    }
                }
                _ => name(&mut days, day, &mut nths),
            }
            (before, ranged, every) = (Some(day), false, false);
            continue;
        }
        if before.is_some() && is_between(token) && weekday(next).is_some() {
            ranged = true;
            continue;
        }
        let ordinal = ordinal(token).filter(|_| stands_alone);
        if let Some(number) = ordinal {
            nths.push(number);
            continue;
        }
        match *token {
            "weekday" | "weekdays" => days.week |= 0b001_1111,
            "weekend" | "weekends" => days.week |= 0b110_0000,
            "daily" | "everyday" => days.daily = true,
            "day" | "days" if every => days.daily = true,
            "every" => every = true,
            "other" if every => days.every = Some(2),
            "alternate" | "fortnightly" | "fortnight" => days.every = Some(2),
            "not" | "except" | "excluding" | "outside" | "closed" | "exc" => without = true,
            "holiday" | "holidays" | "hols" => {
                days.season = Some(if without { "term" } else { "holidays" });
            }
            "half" if next == "term" || next == "terms" => {
                days.season = Some(if without { "term" } else { "holidays" });
            }
            "term" | "termtime" | "terms" if days.season.is_none() => {
                days.season = Some(if without { "holidays" } else { "term" });
            }
            _ if is_between(token) || is_half(token) || clock::time(token).is_some() => {
                times.push(token);
            }
            _ => {}
        }
    }
    while times.first().is_some_and(|first| is_between(first)) {
        times.remove(0);
    }
    while times.last().is_some_and(|last| is_between(last)) {
        times.pop();
    }
    days.times = times.join(" ");
    days
}

fn name(days: &mut Days, day: u8, nths: &mut Vec<i32>) {
    if nths.is_empty() {
        days.week |= 1 << day;
    }
    for number in nths.drain(..) {
        let named = NAMES.get(usize::from(day)).copied().unwrap_or_default();
        match nth(number) {
            Ok(nth) => days.month.push(format!("{nth} {named}")),
            Err(()) => days.beyond.push(format!("the {number}th {named}")),
        }
    }
}

fn ordinal(token: &str) -> Option<i32> {
    Some(match token {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" => 4,
        "fifth" | "5th" => 5,
        "last" => -1,
        _ => return None,
    })
}

fn is_between(token: &str) -> bool {
    matches!(token, "-" | "to" | "until" | "till" | "til")
}

fn is_half(token: &str) -> bool {
    matches!(token, "am" | "pm")
}

/// Words, and the strokes between them as words of their own.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let splits =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '&' | '+' | '/' | '(' | ')' | '|');
    for word in text.split(splits) {
        let mut rest = word;
        while let Some(at) = rest.find(['-', '–', '—']) {
            let (before, stroke) = rest.split_at(at);
            tokens.push(before);
            tokens.push("-");
            let length = stroke.chars().next().map_or(1, char::len_utf8);
            rest = stroke.get(length..).unwrap_or_default();
        }
        tokens.push(rest);
    }
    let trimmed = tokens
        .into_iter()
        .map(|token| token.trim_matches([':', '.']));
    trimmed.filter(|token| !token.is_empty()).collect()
}

#[cfg(test)]
mod tests;
