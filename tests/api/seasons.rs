//! When a survey takes answers: by the borough's clock, with a day's grace.

use std::sync::Arc;

use hark::BoroughZone;
use hark_domain::clock::{Instant, LocalTime, first};
use hark_domain::survey::Written;
use hark_tests::packs;
use hark_tests::server::{Server, london};
use hark_tests::wire::clubs;

/// A server at a time in London.
pub(crate) fn server_at(time: &'static str) -> Server {
    Server::with(|state| state.now = Arc::new(move || london(time)))
}

/// The status of a response to `clubs`, open as written in `zone`, that comes at a moment.
async fn status(zone: &str, opens: &str, closes: &str, at: &str) -> u16 {
    let now = moment(at);
    let (_, mut pack) = packs::sample();
    let clubs_of = pack
        .surveys
        .iter_mut()
        .find(|survey| survey.id.as_str() == "clubs");
    let survey = clubs_of.unwrap();
    survey.opens = Written::parse(opens);
    survey.closes = Written::parse(closes);
    let server = Server::with(|state| {
        state.pack = Arc::new(pack);
        state.zone = Arc::new(BoroughZone::named(zone).unwrap());
        state.now = Arc::new(move || now);
    });
    server.post(&clubs(1)).await.status
}

/// A moment written in UTC.
fn moment(text: &str) -> Instant {
    first(LocalTime::parse(text).unwrap(), &|_| 0)
}

#[tokio::test]
async fn the_opening_and_the_closing_minute_with_a_days_grace() {
    for (at, expected) in [
        ("2026-11-01T08:59", 422),
        ("2026-11-01T09:00", 201),
        ("2026-11-02T09:00", 201),
        ("2026-12-18T16:00", 201),
        ("2026-12-19T15:59", 201),
        ("2026-12-19T16:00", 422),
    ] {
        let found = status("Europe/London", "2026-11-02T09:00", "2026-12-18T16:00", at).await;
        assert_eq!(found, expected, "{at}");
    }
}

#[tokio::test]
async fn days_are_those_of_the_borough() {
    // Days in Kathmandu begin at 18.15 in UTC.
    for (at, expected) in [
        ("2026-10-30T18:14", 422),
        ("2026-10-30T18:15", 201),
        ("2026-12-01T18:14", 201),
        ("2026-12-01T18:15", 422),
    ] {
        let found = status("Asia/Kathmandu", "2026-11-01", "2026-11-30", at).await;
        assert_eq!(found, expected, "{at}");
    }
}

/// On 25 October 2026 clocks in London show 1 to 2 at night twice: first as UTC+1.
#[tokio::test]
async fn in_the_hour_that_comes_twice_it_opens_at_the_first_and_closes_at_the_last() {
    for (opens, closes, at, expected) in [
        ("2026-10-25T01:30", "2026-11-30", "2026-10-24T00:29", 422),
        ("2026-10-25T01:30", "2026-11-30", "2026-10-24T00:30", 201),
        ("2026-10-01", "2026-10-25T01:30", "2026-10-26T01:29", 201),
        ("2026-10-01", "2026-10-25T01:30", "2026-10-26T01:30", 422),
        // The day has 25 hours.
        ("2026-10-01", "2026-10-25", "2026-10-26T23:59", 201),
        ("2026-10-01", "2026-10-25", "2026-10-27T00:00", 422),
    ] {
        let found = status("Europe/London", opens, closes, at).await;
        assert_eq!(found, expected, "{opens} to {closes} at {at}");
    }
}

/// On 29 March 2026 clocks in London go from 1 to 2 at night.
#[tokio::test]
async fn in_the_hour_that_is_skipped_it_opens_after_it() {
    for (at, expected) in [("2026-03-28T00:59", 422), ("2026-03-28T01:00", 201)] {
        let found = status("Europe/London", "2026-03-29T01:30", "2026-04-30", at).await;
        assert_eq!(found, expected, "{at}");
    }
}

#[tokio::test]
async fn the_week_that_is_stored_is_the_boroughs() {
    // The first minute of a Monday in summer is still Sunday in UTC.
    for (time, week) in [
        ("2026-06-28T23:59", "2026-W26"),
        ("2026-06-29T00:00", "2026-W27"),
    ] {
        let (_, mut pack) = packs::sample();
        pack.surveys
            .iter_mut()
            .for_each(|survey| survey.opens = None);
        let server = Server::with(|state| {
            state.pack = Arc::new(pack);
            state.now = Arc::new(move || london(time));
        });
        assert_eq!(server.post(&clubs(1)).await.status, 201);
        assert_eq!(server.stored()["responses"][0]["week"], week, "{time}");
    }
}
