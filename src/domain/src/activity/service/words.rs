//! Services as people say them, in each language.

use super::{Ages, Cost, Day};
use crate::activity::timetable::{MonthDay, Repeat, Rule, SchoolSeason, Timetable};
use crate::clock::ClockTime;
use crate::words::{Catalogue, Word};

impl Day {
    /// The week, from Monday.
    const ALL: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];

    /// The word for it in the plural, as in "Fridays".
    fn plural(self) -> Word {
        match self {
            Self::Mon => Word::Mondays,
            Self::Tue => Word::Tuesdays,
            Self::Wed => Word::Wednesdays,
            Self::Thu => Word::Thursdays,
            Self::Fri => Word::Fridays,
            Self::Sat => Word::Saturdays,
            Self::Sun => Word::Sundays,
        }
    }
}

impl ClockTime {
    /// "6pm", "6.30pm", "midnight" where that is how it is said, else "18:00".
    pub fn said(self, words: &Catalogue) -> String {
        let (hours, minutes) = self.hours_and_minutes();
        if !words.twelve_hours {
            return format!("{hours}:{minutes:02}");
        }
        match (hours, minutes) {
            (0, 0) => return words.say(Word::Midnight).to_owned(),
            (12, 0) => return words.say(Word::Noon).to_owned(),
            _ => {}
        }
        let half = if hours < 12 { "am" } else { "pm" };
        let hour = if hours % 12 == 0 { 12 } else { hours % 12 };
        if minutes == 0 {
            format!("{hour}{half}")
        } else {
            format!("{hour}.{minutes:02}{half}")
        }
    }
}

impl Cost {
    /// "Free", "50p", "£1", "£1.50": pounds and pence are the same in every language here.
    /// "Ask what it costs" where nobody says.
    pub fn said(&self, words: &Catalogue) -> String {
        let Some(pence) = self.pence else {
            return words.say(Word::AskCost).to_owned();
        };
        match (pence / 100, pence % 100) {
            (0, 0) => words.say(Word::Free).to_owned(),
            (0, pence) => format!("{pence}p"),
            (pounds, 0) => format!("£{pounds}"),
            (pounds, pence) => format!("£{pounds}.{pence:02}"),
        }
    }
}

impl Ages {
    /// "Age 11 to 19, to 25 with learning difficulties or disabilities".
    pub fn said(self, words: &Catalogue) -> String {
        let ldd = self.to_ldd.filter(|to| *to > self.to);
        let word = if ldd.is_some() {
            Word::AgesLdd
        } else {
            Word::Ages
        };
        let (from, to) = (self.from.to_string(), self.to.to_string());
        let ldd = ldd.unwrap_or_default().to_string();
        words.say_with(word, &[("from", &from), ("to", &to), ("ldd", &ldd)])
    }
}

impl Timetable {
    /// "Fridays and Saturdays, in term time, 6.30pm to 9pm".
    pub fn said(&self, words: &Catalogue) -> String {
        let days = self.rule.as_ref().map_or_else(
            || words.say(Word::SomeDays).to_owned(),
            |rule| rule.said(words),
        );
        let (from, to) = (self.from.said(words), self.to.said(words));
        words.say_with(
            Word::Session,
            &[("days", &days), ("from", &from), ("to", &to)],
        )
    }
}

impl Rule {
    fn said(&self, words: &Catalogue) -> String {
        let when = match &self.repeat {
            Repeat::Daily if self.every == 1 => words.say(Word::EveryDay).to_owned(),
            Repeat::Weekly(days) if self.every == 1 => weekdays(*days, words),
            Repeat::Weekly(days) => not_every_week(*days, words),
            Repeat::Monthly(days) => not_every_week(weekdays_of(days), words),
            Repeat::Daily => words.say(Word::SomeDays).to_owned(),
        };
        let season = self.season.map(|season| match season {
            SchoolSeason::Term => Word::InTerm,
            SchoolSeason::Holidays => Word::InHolidays,
        });
        season.map_or(when.clone(), |season| {
            words.say_with(season, &[("when", &when)])
        })
    }
}

/// The days of the week that a rule of the month names, as bits; none where it names days
/// by their number.
fn weekdays_of(days: &[MonthDay]) -> u8 {
    days.iter().fold(0, |bits, day| match *day {
        MonthDay::Nth(_, weekday) | MonthDay::Last(weekday) => bits | 1 << weekday,
        MonthDay::Number(_) => bits,
    })
}

fn not_every_week(days: u8, words: &Catalogue) -> String {
    if days == 0 {
        return words.say(Word::SomeDays).to_owned();
    }
    words.say_with(Word::NotEveryWeek, &[("days", &weekdays(days, words))])
}

/// "Mondays, Fridays and Saturdays".
pub(in crate::activity) fn weekdays(bits: u8, words: &Catalogue) -> String {
    let named = Day::ALL.iter().filter(|day| bits >> **day as u8 & 1 == 1);
    let mut days: Vec<&str> = named.map(|day| words.say(day.plural())).collect();
    let last = days.pop().unwrap_or_default();
    if days.is_empty() {
        return last.to_owned();
    }
    let first = days.join(words.say(Word::Comma));
    words.say_with(Word::DaysAnd, &[("first", &first), ("last", last)])
}

#[cfg(test)]
mod tests {
    use crate::activity::Session;
    use crate::activity::service::*;
    use crate::clock::ClockTime;
    use crate::words::english;

    #[test]
    fn money_ages_and_times_are_said_as_people_say_them() {
        for (pence, words) in [
            (Some(0), "Free"),
            (Some(50), "50p"),
            (Some(100), "£1"),
            (Some(150), "£1.50"),
            (Some(205), "£2.05"),
            (None, "Ask what it costs"),
        ] {
            assert_eq!(Cost { pence, words: None }.said(english()), words);
        }
        for (text, words) in [
            ("18:30", "6.30pm"),
            ("09:00", "9am"),
            ("00:00", "midnight"),
            ("12:00", "noon"),
            ("00:15", "12.15am"),
            ("12:05", "12.05pm"),
        ] {
            assert_eq!(ClockTime::parse(text).unwrap().said(english()), words);
        }
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: Some(25)
            }
            .said(english()),
            "Age 11 to 19, to 25 with learning difficulties or disabilities"
        );
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: None
            }
            .said(english()),
            "Age 11 to 19"
        );
    }

    #[test]
    fn a_session_is_a_sentence() {
        for (when, said) in [
            (
                r#""days":["mon","fri","sat"]"#,
                "Mondays, Fridays and Saturdays, 6.30pm to 9pm",
            ),
            (
                r#""daily":true,"season":"holidays""#,
                "Every day, in the school holidays, 6.30pm to 9pm",
            ),
            (
                r#""days":["tue"],"every":2,"starts":"2026-09-08""#,
                "Tuesdays, but not every week, 6.30pm to 9pm",
            ),
            (
                r#""monthly":["first fri","last fri"],"season":"term""#,
                "Fridays, but not every week, in term time, 6.30pm to 9pm",
            ),
            (r#""monthly":["15"]"#, "Only on some days, 6.30pm to 9pm"),
            (
                r#""dates":["2026-12-05"]"#,
                "Only on some days, 6.30pm to 9pm",
            ),
        ] {
            let json = format!(r#"{{"place":"hall",{when},"from":"18:30","to":"21:00"}}"#);
            let session: Session = crate::json::read(&json).unwrap();
            assert_eq!(session.timetable.said(english()), said);
        }
    }
}
