//! Times of day as people and spreadsheets write them.

use crate::clock::ClockTime;

/// A time of day that was read, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// At that time; whether it was written as the formats ask for, "18:00" or "18:00:00".
    At(ClockTime, bool),
    /// The same with a "Z" or an offset, which the standards' own examples write after
    /// local times: it is taken as what the clock on the wall shows.
    Zoned(ClockTime),
    /// An hour of which nobody says whether it is in the morning.
    Half(u16, u16),
    /// In the evening, without a time: "late".
    Late,
}

/// Reads one time; nothing where it is none.
pub(super) fn time(text: &str) -> Option<Told> {
    let lower = text.trim().to_lowercase();
    let lower = lower.trim_end_matches(['.', ',']);
    match lower {
        "noon" | "midday" | "12 noon" | "12noon" => return at(12, 0, false),
        "midnight" | "12 midnight" | "24:00" | "24:00:00" => return at(0, 0, false),
        "late" | "till late" | "til late" | "close" => return Some(Told::Late),
        _ => {}
    }
    if let Some(fraction) = fraction(lower) {
        return Some(fraction);
    }
    // Of a day with a time, the time.
    let clock = match lower.split_once(['t', ' ']) {
        Some((day, clock)) if day.len() == 10 && day.starts_with(|c: char| c.is_ascii_digit()) => {
            clock
        }
        _ => lower,
    };
    let (clock, zoned) = unzoned(clock);
    let half = ["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "a", "p"]
        .iter()
        .filter_map(|half| Some((clock.strip_suffix(half)?.trim_end(), half.starts_with('p'))))
        .min_by_key(|(digits, _)| digits.len());
    let digits = half.map_or(clock, |(digits, _)| digits);
    let digits = digits
        .trim_end_matches("hrs")
        .trim_end_matches('h')
        .trim_end();
    let (hours, minutes, separated) = parts(digits)?;
    if let Some((_, afternoon)) = half {
        return match (hours, afternoon) {
            (12, true) => at(12, minutes, false),
            (12, false) => at(0, minutes, false),
            (1..=11, true) => at(hours + 12, minutes, false),
            // "11am", and "18:00pm".
            _ => at(hours, minutes, false),
        };
    }
    // "18:00" is what formats ask for, "7.30" and "7" are what people write.
    let exact = separated == Some(':') && digits.find(':') == Some(2);
    if !exact && (1..=11).contains(&hours) && !digits.starts_with('0') {
        return (minutes < 60).then_some(Told::Half(hours, minutes));
    }
    match at(hours, minutes, exact)? {
        Told::At(time, _) if zoned => Some(Told::Zoned(time)),
        told => Some(told),
    }
}

fn at(hours: u16, minutes: u16, exact: bool) -> Option<Told> {
    clock(hours, minutes).map(|time| Told::At(time, exact))
}

/// That time of day; nothing where there is none.
pub(super) fn clock(hours: u16, minutes: u16) -> Option<ClockTime> {
    ClockTime::parse(&format!("{hours:02}:{minutes:02}"))
}

/// The time so many minutes later, whatever day that is on.
pub(super) fn later(time: ClockTime, minutes: u32) -> ClockTime {
    let (hours, rest) = time.hours_and_minutes();
    let sum = u32::from(hours) * 60 + u32::from(rest) + minutes % (24 * 60);
    let whole = u16::try_from(sum % (24 * 60)).unwrap_or(0);
    clock(whole / 60, whole % 60).unwrap_or(time)
}

/// A part of a day, as spreadsheets keep times: 0.75 is 18:00.
fn fraction(text: &str) -> Option<Told> {
    let starts = ["0.", ".", "0,"];
    let digits = starts.iter().find_map(|start| text.strip_prefix(start))?;
    let is_number =
        !digits.is_empty() && digits.len() < 18 && digits.bytes().all(|b| b.is_ascii_digit());
    let value: f64 = is_number.then(|| format!("0.{digits}").parse().ok())??;
    // Below 1440, so it fits.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 1440"
    )]
    let minutes = (value * 1440.0).round() as u16 % 1440;
    at(minutes / 60, minutes % 60, false)
}

/// Without "Z" or an offset behind it, and whether there was one.
fn unzoned(text: &str) -> (&str, bool) {
    if let Some(clock) = text.strip_suffix('z') {
        return (clock, true);
    }
    // "10:00-12:00" is from one to another, and no offset of twelve hours.
    let sign = text.rfind('+').filter(|at| *at >= 4);
    let sign = sign.or(text.rfind('-').filter(|at| *at >= 8));
    match sign.map(|at| text.split_at(at)) {
        Some((clock, offset))
            if offset.len() >= 3
                && offset
                    .get(1..2)
                    .is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit())) =>
        {
            (clock, true)
        }
        _ => (text, false),
    }
}

/// Hours, minutes, and what stands between them.
fn parts(digits: &str) -> Option<(u16, u16, Option<char>)> {
    let separator = digits.chars().find(|c| matches!(c, ':' | '.' | '-'));
    let number = |text: &str, most: u16| {
        let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        plain
            .then(|| text.parse::<u16>().ok())?
            .filter(|n| *n < most)
    };
    match separator {
        Some(separator) => {
            let mut parts = digits.split(separator);
            let hours = number(parts.next()?, 24)?;
            let minutes = number(parts.next()?, 60)?;
            // Seconds, with a fraction at most: nobody opens at those.
            let seconds = parts.next();
            let seconds_fit = seconds.is_none_or(|seconds| {
                seconds.starts_with(|c: char| c.is_ascii_digit())
                    && seconds.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            });
            (seconds_fit && parts.next().is_none()).then_some((hours, minutes, Some(separator)))
        }
        None if digits.len() == 4 => {
            let (hours, minutes) = digits.split_at_checked(2)?;
            Some((number(hours, 24)?, number(minutes, 60)?, None))
        }
        None => Some((number(digits, 24)?, 0, None)),
    }
}

/// Two times written as one: "6pm-9pm", "18:00 to 21:00", "6 - 9pm".
pub(super) fn range(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    for between in ["–", "—", " to ", " until ", " till ", " til ", " and ", "-"] {
        let Some((from, to)) = lower.split_once(between) else {
            continue;
        };
        let from = from.trim().trim_start_matches("from ").trim();
        let to = to.trim();
        if time(from).is_some() && time(to).is_some() {
            // "6-9pm": both in the afternoon, unless that turns them round.
            let same_half =
                to.strip_suffix("pm").is_some() && matches!(time(from), Some(Told::Half(..)));
            let from = if same_half && is_earlier_hour(from, to) {
                format!("{from}pm")
            } else {
                from.to_owned()
            };
            return Some((from, to.to_owned()));
        }
    }
    None
}

fn is_earlier_hour(from: &str, to: &str) -> bool {
    let hour = |text: &str| match time(text) {
        Some(Told::Half(hours, minutes)) => Some(hours * 60 + minutes),
        Some(Told::At(time, _)) => {
            let (hours, minutes) = time.hours_and_minutes();
            Some(hours % 12 * 60 + minutes)
        }
        _ => None,
    };
    hour(from).zip(hour(to)).is_some_and(|(from, to)| from < to)
}

/// An hour without a half of the day, as it is most likely meant: things for young people
/// begin from 9 in the morning to 8 in the evening.
pub(super) fn begins(hours: u16, minutes: u16) -> Option<ClockTime> {
    clock(if hours < 9 { hours + 12 } else { hours }, minutes)
}

/// The same for an end: the first time of that name after the beginning.
pub(super) fn ends(begin: ClockTime, hours: u16, minutes: u16) -> Option<ClockTime> {
    const DAY: u16 = 24 * 60;
    let both = [clock(hours, minutes)?, clock((hours + 12) % 24, minutes)?];
    let after = |time: &ClockTime| (time.minutes() + DAY - begin.minutes() - 1) % DAY;
    both.into_iter().min_by_key(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_without_its_half_is_the_next_of_that_name() {
        for (begin, hours, end) in [
            (18, 9, 21),
            (11, 1, 13),
            (9, 12, 12),
            (22, 2, 2),
            (21, 1, 1),
            (23, 12, 0),
        ] {
            let begin = clock(begin, 0).unwrap();
            assert_eq!(ends(begin, hours, 0), clock(end, 0), "{begin} to {hours}");
        }
    }

    fn said(text: &str) -> String {
        match time(text) {
            Some(Told::At(time, true)) => time.to_string(),
            Some(Told::At(time, false)) => format!("about {time}"),
            Some(Told::Zoned(time)) => format!("zoned {time}"),
            Some(Told::Half(hours, minutes)) => format!("half {hours}.{minutes}"),
            Some(Told::Late) => "late".to_owned(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("18:00", "18:00"),
            ("18:00:00", "18:00"),
            ("00:00", "00:00"),
            ("18:00Z", "zoned 18:00"),
            ("09:00:00Z", "zoned 09:00"),
            ("18:00:00+01:00", "zoned 18:00"),
            ("18:00:00-01:00", "zoned 18:00"),
            ("10:00-12:00", "none"),
            ("0,75", "about 18:00"),
            ("2026-09-04T17:30:00", "17:30"),
            ("2026-09-04 17:30", "17:30"),
            ("6pm", "about 18:00"),
            ("6.30pm", "about 18:30"),
            ("6:30 PM", "about 18:30"),
            ("6 p.m.", "about 18:00"),
            ("12am", "about 00:00"),
            ("12pm", "about 12:00"),
            ("10am", "about 10:00"),
            ("noon", "about 12:00"),
            ("Midnight", "about 00:00"),
            ("0.75", "about 18:00"),
            ("0.875", "about 21:00"),
            ("0.999999", "about 00:00"),
            ("1830", "about 18:30"),
            ("18.30", "about 18:30"),
            ("18h", "about 18:00"),
            ("7.30", "half 7.30"),
            ("7:30", "half 7.30"),
            ("07:30", "07:30"),
            ("7", "half 7.0"),
            ("late", "late"),
            ("24:00", "about 00:00"),
            ("hh:mm:ss", "none"),
            ("TBC", "none"),
            ("", "none"),
            ("25:00", "none"),
            ("18:60", "none"),
            ("6 to 9pm", "none"),
            ("é", "none"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn two_times_in_one_cell_are_two() {
        for (text, from, to) in [
            ("6pm-9pm", "6pm", "9pm"),
            ("6-9pm", "6pm", "9pm"),
            ("10-2pm", "10", "2pm"),
            ("18:00 to 21:00", "18:00", "21:00"),
            ("from 6 until late", "6", "late"),
        ] {
            assert_eq!(
                range(text),
                Some((from.to_owned(), to.to_owned())),
                "{text}"
            );
        }
        assert_eq!(range("Mon-Thu"), None);
    }

    #[test]
    fn an_hour_alone_is_most_likely_in_the_evening() {
        let told = |begin: (u16, u16), end: (u16, u16)| {
            let from = begins(begin.0, begin.1).unwrap();
            (
                from.to_string(),
                ends(from, end.0, end.1).unwrap().to_string(),
            )
        };
        assert_eq!(told((6, 0), (9, 0)), ("18:00".into(), "21:00".into()));
        assert_eq!(told((10, 0), (12, 0)), ("10:00".into(), "12:00".into()));
        assert_eq!(told((9, 30), (5, 0)), ("09:30".into(), "17:00".into()));
        assert_eq!(
            later(ClockTime::parse("23:30").unwrap(), 60).to_string(),
            "00:30"
        );
    }
}
