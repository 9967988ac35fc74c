//! Services as people say them, in each language.

use super::{Ages, Cost, Day, Session};
use crate::clock::ClockTime;
use crate::words::{Catalogue, Word};

impl Day {
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
    pub fn said(&self, words: &Catalogue) -> String {
        match (self.pence / 100, self.pence % 100) {
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

impl Session {
    /// "Fridays and Saturdays, 6.30pm to 9pm".
    pub fn said(&self, words: &Catalogue) -> String {
        let mut days: Vec<&str> = self
            .days
            .iter()
            .map(|day| words.say(day.plural()))
            .collect();
        let last = days.pop().unwrap_or_default();
        let days = if days.is_empty() {
            last.to_owned()
        } else {
            let first = days.join(words.say(Word::Comma));
            words.say_with(Word::DaysAnd, &[("first", &first), ("last", last)])
        };
        let (from, to) = (self.from.said(words), self.to.said(words));
        words.say_with(
            Word::Session,
            &[("days", &days), ("from", &from), ("to", &to)],
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::activity::service::*;
    use crate::clock::ClockTime;
    use crate::words::english;

    #[test]
    fn money_ages_and_times_are_said_as_people_say_them() {
        for (pence, words) in [
            (0, "Free"),
            (50, "50p"),
            (100, "£1"),
            (150, "£1.50"),
            (205, "£2.05"),
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
        let session: Session = crate::json::read(
            r#"{"place":{"name":"Hall","locality":"leigh"},"days":["mon","fri","sat"],"from":"18:30","to":"21:00"}"#,
        )
        .unwrap();
        assert_eq!(
            session.said(english()),
            "Mondays, Fridays and Saturdays, 6.30pm to 9pm"
        );
    }
}
