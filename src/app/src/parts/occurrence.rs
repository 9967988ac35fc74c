//! When something is on, said beside what time it is.

use hark_domain::activity::Occurrence;
use hark_domain::clock::Clock;
use hark_domain::words::Word;

use crate::language::{say_with, short_date, words};

/// "On now, until 9pm", "Today, 6pm to 9pm", "Fri 27 Nov, 6pm to 9pm". A page that is made
/// beforehand only says dates: "today" would be wrong tomorrow.
pub(crate) fn said(occurrence: &Occurrence, clock: Clock) -> String {
    let is_live = cfg!(target_arch = "wasm32");
    let on = is_live && !occurrence.cancelled && occurrence.starts(clock.zone) <= clock.now;
    let ahead = occurrence.from.day.days() - clock.today().days();
    let (word, date) = match ahead {
        _ if on => (Word::OnUntil, String::new()),
        0 if is_live => (Word::TodayAt, String::new()),
        1 if is_live => (Word::TomorrowAt, String::new()),
        _ => (Word::DateAt, short_date(occurrence.from.day)),
    };
    let words = words();
    let (from, to) = (
        occurrence.from.time.said(&words),
        occurrence.to.time.said(&words),
    );
    say_with(word, &[("date", &date), ("from", &from), ("to", &to)])
}
