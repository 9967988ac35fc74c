//! What time it is where the first pages are made, and the rules of the borough's clocks,
//! from the database that comes with the library.

use hark_domain::calendar::LocalDate;
use hark_domain::clock::{Clock, Instant};
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub(crate) use crate::prerender::now;

/// The day there, in UTC.
pub(crate) fn today() -> LocalDate {
    let clock = Clock {
        now: now(),
        zone: &|_| 0,
    };
    clock.today()
}

/// The rules of the time zone of that name (IANA); `hark check` refuses one that is
/// nowhere.
pub(crate) fn zone(name: &str) -> Box<dyn Fn(Instant) -> i32> {
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    Box::new(move |at| {
        Timestamp::from_second(at.seconds()).map_or(0, |at| zone.to_offset(at).seconds() / 60)
    })
}
