//! How long answers stay on a device whose owner wants to carry on another day.

use crate::calendar::LocalDate;

/// For how many days.
pub const KEPT_DAYS: i32 = 30;

/// The last day on which what is kept today is there.
pub fn kept_until(today: LocalDate) -> LocalDate {
    LocalDate::from_days(today.days() + KEPT_DAYS)
}

/// Whether what may stay until that day is still there. A day further off than any that is
/// ever noted was noted by a clock that was wrong: nothing stays for years by mistake.
pub fn is_kept(until: LocalDate, today: LocalDate) -> bool {
    today <= until && until <= kept_until(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_days_and_no_more_and_no_wrong_clock() {
        let day = |text| LocalDate::parse(text).unwrap();
        let today = day("2026-11-24");
        assert_eq!(kept_until(today), day("2026-12-24"));
        for (until, expected) in [
            ("2026-11-23", false),
            ("2026-11-24", true),
            ("2026-12-24", true),
            ("2026-12-25", false),
            ("2031-01-01", false),
        ] {
            assert_eq!(is_kept(day(until), today), expected, "{until}");
        }
    }
}
