//! What day it is here.

use hark_domain::calendar::LocalDate;
use js_sys::Date;

/// Today's date by this device's clock and time zone.
pub(crate) fn today() -> LocalDate {
    const DAY: f64 = 86_400_000.0;
    let now = Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * 60_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "days since 1970 fit for six million years"
    )]
    LocalDate::from_days((local / DAY).floor() as i32)
}
