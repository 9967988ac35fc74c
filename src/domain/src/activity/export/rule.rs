//! Rules as `RRULE` says them (RFC 5545, section 3.3.10), without `UNTIL`. Open Referral
//! has the same parts in fields.

use crate::activity::timetable::{MonthDay, Repeat, Rule};

/// All days of the week, as bits from Monday.
pub(super) const WEEK: u8 = 0b111_1111;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A rule kept to some days of the week, without its season; nothing where it takes more
/// than one to say: days of the month by number and by weekday together.
pub(super) fn text(rule: &Rule, week: u8) -> Option<String> {
    // Where nothing says from when it is counted, every interval is as good.
    let every = rule.starts.map_or(1, |_| rule.every.max(1));
    let interval = if every == 1 {
        String::new()
    } else {
        format!(";INTERVAL={every}")
    };
    let limit = if week == WEEK {
        String::new()
    } else {
        [";BYDAY=", &days(week)].concat()
    };
    Some(match &rule.repeat {
        Repeat::Daily if every == 1 && week != WEEK => ["FREQ=WEEKLY", &limit].concat(),
        Repeat::Daily => ["FREQ=DAILY", &interval, &limit].concat(),
        Repeat::Weekly(named) => {
            let days = days(named & week);
            ["FREQ=WEEKLY", &interval, ";BYDAY=", &days].concat()
        }
        Repeat::Monthly(named) => {
            let (numbers, weekdays) = month(named, week);
            let by = match (numbers.is_empty(), weekdays.is_empty()) {
                (true, _) => [";BYDAY=", &weekdays.join(",")].concat(),
                (false, true) => [";BYMONTHDAY=", &numbers.join(","), &limit].concat(),
                (false, false) => return None,
            };
            ["FREQ=MONTHLY", &interval, &by].concat()
        }
    })
}

/// Days of the week by their names.
pub(super) fn days(week: u8) -> String {
    let named = DAYS.iter().enumerate();
    let named: Vec<&str> = named
        .filter(|(day, _)| week >> day & 1 == 1)
        .map(|(_, name)| *name)
        .collect();
    named.join(",")
}

/// Days of the month by their numbers, and by weekdays.
pub(super) fn month(named: &[MonthDay], week: u8) -> (Vec<String>, Vec<String>) {
    let (mut numbers, mut weekdays) = (Vec::new(), Vec::new());
    let mut weekday = |nth: i8, day: u8| {
        if week >> day & 1 == 1 {
            let name = DAYS.get(usize::from(day)).copied().unwrap_or_default();
            weekdays.push(format!("{nth}{name}"));
        }
    };
    for day in named {
        match *day {
            MonthDay::Number(number) => numbers.push(number.to_string()),
            MonthDay::Nth(nth, day) => weekday(nth.min(5).cast_signed(), day),
            MonthDay::Last(day) => weekday(-1, day),
        }
    }
    (numbers, weekdays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::Session;

    #[test]
    fn rules_are_said_as_calendars_read_them() {
        for (when, week, said) in [
            (
                r#""days":["fri","sat"]"#,
                WEEK,
                Some("FREQ=WEEKLY;BYDAY=FR,SA"),
            ),
            (
                r#""days":["fri","sat"]"#,
                0b10_0000,
                Some("FREQ=WEEKLY;BYDAY=SA"),
            ),
            (
                r#""days":["tue"],"every":2,"starts":"2026-09-08""#,
                WEEK,
                Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
            ),
            (r#""daily":true"#, WEEK, Some("FREQ=DAILY")),
            (
                r#""daily":true"#,
                0b111_0000,
                Some("FREQ=WEEKLY;BYDAY=FR,SA,SU"),
            ),
            (
                r#""daily":true,"every":3,"starts":"2026-09-08""#,
                0b1_0000,
                Some("FREQ=DAILY;INTERVAL=3;BYDAY=FR"),
            ),
            (
                r#""monthly":["first fri","last sat"]"#,
                WEEK,
                Some("FREQ=MONTHLY;BYDAY=1FR,-1SA"),
            ),
            (
                r#""monthly":["first fri","last sat"]"#,
                0b10_0000,
                Some("FREQ=MONTHLY;BYDAY=-1SA"),
            ),
            (
                r#""monthly":["1","15"]"#,
                WEEK,
                Some("FREQ=MONTHLY;BYMONTHDAY=1,15"),
            ),
            (
                r#""monthly":["15"]"#,
                0b1_0000,
                Some("FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=FR"),
            ),
            (r#""monthly":["15","first fri"]"#, WEEK, None),
        ] {
            let json = format!(r#"{{"place":"hall",{when},"from":"18:30","to":"21:00"}}"#);
            let session: Session = crate::json::read(&json).unwrap();
            let rule = session.timetable.rule.unwrap();
            assert_eq!(text(&rule, week).as_deref(), said, "{when}");
        }
    }
}
