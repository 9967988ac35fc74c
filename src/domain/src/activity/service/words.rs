//! Services as people say them.

use std::fmt;

use super::{Ages, ClockTime, Cost, Session};

/// As people say it: "6pm", "6.30pm", "midnight".
impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = (self.0 / 60, self.0 % 60);
        match (hours, minutes) {
            (0, 0) => return f.write_str("midnight"),
            (12, 0) => return f.write_str("noon"),
            _ => {}
        }
        let half = if hours < 12 { "am" } else { "pm" };
        let hour = if hours % 12 == 0 { 12 } else { hours % 12 };
        if minutes == 0 {
            write!(f, "{hour}{half}")
        } else {
            write!(f, "{hour}.{minutes:02}{half}")
        }
    }
}

/// As people say it: "Free", "50p", "£1", "£1.50".
impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pence / 100, self.pence % 100) {
            (0, 0) => f.write_str("Free"),
            (0, pence) => write!(f, "{pence}p"),
            (pounds, 0) => write!(f, "£{pounds}"),
            (pounds, pence) => write!(f, "£{pounds}.{pence:02}"),
        }
    }
}

/// As people say it: "11 to 19, to 25 with learning difficulties or disabilities".
impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from, self.to)?;
        match self.to_ldd {
            Some(to) if to > self.to => {
                write!(f, ", to {to} with learning difficulties or disabilities")
            }
            _ => Ok(()),
        }
    }
}

/// As people say it: "Fridays and Saturdays, 6.30pm to 9pm".
impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, day) in self.days.iter().enumerate() {
            let joint = match index {
                0 => "",
                _ if index + 1 == self.days.len() => " and ",
                _ => ", ",
            };
            write!(f, "{joint}{}", day.plural())?;
        }
        write!(f, ", {} to {}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use crate::activity::service::*;

    #[test]
    fn money_ages_and_times_are_said_as_people_say_them() {
        for (pence, words) in [
            (0, "Free"),
            (50, "50p"),
            (100, "£1"),
            (150, "£1.50"),
            (205, "£2.05"),
        ] {
            assert_eq!(Cost { pence, words: None }.to_string(), words);
        }
        for (text, words) in [
            ("18:30", "6.30pm"),
            ("09:00", "9am"),
            ("00:00", "midnight"),
            ("12:00", "noon"),
            ("00:15", "12.15am"),
            ("12:05", "12.05pm"),
        ] {
            assert_eq!(ClockTime::parse(text).unwrap().to_string(), words);
        }
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: Some(25)
            }
            .to_string(),
            "11 to 19, to 25 with learning difficulties or disabilities"
        );
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: None
            }
            .to_string(),
            "11 to 19"
        );
    }

    #[test]
    fn a_session_is_a_sentence() {
        let session: Session = crate::json::read(
            r#"{"place":{"name":"Hall","locality":"leigh"},"days":["mon","fri","sat"],"from":"18:30","to":"21:00"}"#,
        )
        .unwrap();
        assert_eq!(
            session.to_string(),
            "Mondays, Fridays and Saturdays, 6.30pm to 9pm"
        );
    }

    #[test]
    fn times_that_do_not_exist_are_refused() {
        for text in ["24:00", "6pm", "18:60", "8:00", "", "+1:00"] {
            assert!(ClockTime::parse(text).is_none(), "{text}");
        }
    }
}
