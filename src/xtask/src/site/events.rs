//! What the page of a thing to do says to search engines: its next dates.

use super::prerender::{Page, now};
use crate::Outcome;
use hark_domain::{
    activity::event::events,
    clock::{Clock, Instant},
    pack::Pack,
    route::Route,
};
use jiff::{Timestamp, tz::TimeZone};

/// Puts them into the pages of the pack's own language, the only ones there are of things
/// to do.
pub(crate) fn put(pages: &mut [Page], pack: &Pack) -> Outcome<()> {
    let name = &pack.site.time_zone;
    let zone =
        TimeZone::get(name).map_err(|error| format!("There is no time zone {name}: {error}."))?;
    let offset = move |at: Instant| {
        let at = Timestamp::from_second(at.seconds());
        at.map_or(0, |at| zone.to_offset(at).seconds() / 60)
    };
    let clock = Clock {
        now: now(),
        zone: &offset,
    };
    for page in pages {
        if let Route::Activity(id) = Route::parse(&format!("/{}", page.path))
            && let Some((organisation, service)) = pack.service(id.as_str())
        {
            page.data = events(organisation, service, &pack.site, clock).unwrap_or_default();
        }
    }
    Ok(())
}
