//! Local dates and ISO weeks. A date here is a day on the wall calendar: it has
//! no time and no zone, because nothing Hark stores may be finer than a week.

use std::fmt;

use serde_json::Value;

use crate::json::{FromJson, Place};

/// A day of the Gregorian calendar, written `YYYY-MM-DD` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalDate {
    year: i32,
    month: u8,
    day: u8,
}

/// A week of ISO 8601 (section 3.2.2), written `2026-W47`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct IsoWeek {
    year: i32,
    week: u8,
}

impl LocalDate {
    /// 1 January 1970, from which days are counted.
    pub const EPOCH: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

    /// The date `days` after 1 January 1970.
    ///
    /// Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
    pub fn from_days(days: i32) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        Self {
            year: year_of_era + era * 400 + i32::from(month <= 2),
            month: narrow(month),
            day: narrow(day),
        }
    }

    /// Days since 1 January 1970 (Hinnant, `days_from_civil`).
    pub fn days(self) -> i32 {
        let year = self.year - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + i32::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Reads `YYYY-MM-DD`; nothing where that day does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            digits
                .bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| digits.parse::<i32>().ok())?
        };
        let date = Self {
            year: number(0, 4)?,
            month: u8::try_from(number(5, 7)?).ok()?,
            day: u8::try_from(number(8, 10)?).ok()?,
        };
        // A day that doesn't exist (31 April, month 13) comes back as another one.
        ((1..=12).contains(&date.month) && Self::from_days(date.days()) == date).then_some(date)
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Days since Monday: 0 on a Monday, 6 on a Sunday.
    pub fn weekday(self) -> u8 {
        // 1 January 1970 was a Thursday.
        narrow((self.days() + 3).rem_euclid(7))
    }

    /// The ISO week of this day: the week belongs to the year of its Thursday.
    pub fn iso_week(self) -> IsoWeek {
        let thursday = Self::from_days(self.days() + 3 - i32::from(self.weekday()));
        let first = Self {
            month: 1,
            day: 1,
            ..thursday
        };
        IsoWeek {
            year: thursday.year,
            week: narrow((thursday.days() - first.days()) / 7 + 1),
        }
    }
}

/// A calendar part that the formulas above keep under 256.
fn narrow(part: i32) -> u8 {
    u8::try_from(part).unwrap_or(u8::MAX)
}

impl fmt::Display for LocalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromJson for LocalDate {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let text = String::from_json(value, place)?;
        Self::parse(&text).or_else(|| place.say("A date is written like 2026-11-22."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days_and_weeks() {
        // ISO 8601's own awkward cases: weeks that belong to another year.
        for (date, days, week) in [
            ("1970-01-01", 0, "1970-W01"),
            ("2000-02-29", 11_016, "2000-W09"),
            ("2026-11-22", 20_779, "2026-W47"),
            ("2021-01-03", 18_630, "2020-W53"),
            ("2018-12-31", 17_896, "2019-W01"),
            ("2016-01-01", 16_801, "2015-W53"),
        ] {
            let parsed = LocalDate::parse(date).unwrap();
            assert_eq!(
                (parsed.days(), &*parsed.iso_week().to_string()),
                (days, week),
                "{date}"
            );
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-1-01",
            "26-01-01",
            "2026/01/01",
            "+026-01-01",
            "",
        ] {
            assert_eq!(LocalDate::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_date_survives_days_and_text(days in -200_000..400_000_i32) {
            let date = LocalDate::from_days(days);
            prop_assert_eq!(date.days(), days);
            if date.year() >= 0 {
                prop_assert_eq!(LocalDate::parse(&date.to_string()), Some(date));
            }
        }

        #[test]
        fn a_week_has_seven_days_and_starts_on_monday(days in 0..100_000_i32) {
            let date = LocalDate::from_days(days);
            let monday = LocalDate::from_days(days - i32::from(date.weekday()));
            prop_assert_eq!(monday.weekday(), 0);
            prop_assert_eq!(monday.iso_week(), date.iso_week());
            prop_assert_ne!(LocalDate::from_days(monday.days() + 7).iso_week(), date.iso_week());
        }
    }
}
