//! What time it is, and the rules of the borough's clocks, as the browser has them.

use hark_domain::calendar::LocalDate;
use hark_domain::clock::{Clock, ClockTime, Instant, LocalTime};
use js_sys::{Date, Function, Intl, JSON, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// The time by this device's clock.
pub(crate) fn now() -> Instant {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "seconds since 1970 are far below 2^53"
    )]
    Instant::from_seconds((Date::now() / 1_000.0) as i64)
}

/// The day on this device's own calendar.
pub(crate) fn today() -> LocalDate {
    let clock = Clock {
        now: now(),
        zone: &|at| device_offset(&date(at)),
    };
    clock.today()
}

/// The rules of the time zone of that name (IANA). A browser that does not know it goes by
/// the device's own.
pub(crate) fn zone(name: &str) -> Box<dyn Fn(Instant) -> i32> {
    let format = format(name);
    Box::new(move |at| {
        let date = date(at);
        let shown = format.as_ref().and_then(|format| shown(format, &date));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "an offset is a few hundred minutes"
        )]
        shown.map_or_else(
            || device_offset(&date),
            |local| (local.minutes() - at.seconds() / 60) as i32,
        )
    })
}

fn date(at: Instant) -> Date {
    #[expect(
        clippy::cast_precision_loss,
        reason = "seconds since 1970 are far below 2^53"
    )]
    Date::new(&JsValue::from_f64(at.seconds() as f64 * 1_000.0))
}

/// How many minutes east of UTC this device is then.
fn device_offset(date: &Date) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an offset is a few hundred minutes"
    )]
    {
        -date.get_timezone_offset() as i32
    }
}

/// What writes a date as the clocks of a zone show it; nothing where the browser knows no
/// such zone, which it says by throwing.
fn format(zone: &str) -> Option<Function> {
    // Swedes write "2026-11-02 09:00".
    let options = [
        "{\"timeZone\":\"",
        zone,
        "\",\"dateStyle\":\"short\",\"timeStyle\":\"short\"}",
    ];
    let options = JSON::parse(&options.concat()).ok()?;
    let intl = Reflect::get(&window(), &"Intl".into()).ok()?;
    let make = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?;
    let make: Function = make.dyn_into().ok()?;
    let format = make.call2(&JsValue::UNDEFINED, &"sv".into(), &options);
    let format: Intl::DateTimeFormat = format.ok()?.unchecked_into();
    Some(format.format())
}

fn shown(format: &Function, date: &Date) -> Option<LocalTime> {
    let shown = format.call1(&JsValue::UNDEFINED, date).ok()?.as_string()?;
    Some(LocalTime {
        day: LocalDate::parse(shown.get(..10)?)?,
        time: ClockTime::parse(shown.get(shown.len().checked_sub(5)?..)?)?,
    })
}
