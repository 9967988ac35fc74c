//! Records to store.

use hark_domain::id::{QuestionId, SurveyId};
use hark_domain::wire::{GroupCode, Record, ResponseId};
use hark_tests::server::day;

/// A record with that number for an id.
pub(crate) fn record(number: u128) -> Record {
    Record {
        id: ResponseId::from_bytes(number.to_be_bytes()),
        survey: SurveyId::new("clubs").unwrap(),
        version: 2,
        group: None,
        test: false,
        week: day("2026-11-22").iso_week(),
        closed: hark_domain::json::read(r#"{"nights":2,"been":["music","sport"]}"#).unwrap(),
        texts: vec![text("idea", "A film night")],
    }
}

/// The same with a change.
pub(crate) fn changed(number: u128, change: impl FnOnce(&mut Record)) -> Record {
    let mut record = record(number);
    change(&mut record);
    record
}

pub(crate) fn text(question: &str, words: &str) -> (QuestionId, String) {
    (QuestionId::new(question).unwrap(), words.to_owned())
}

pub(crate) fn group(code: &str) -> GroupCode {
    GroupCode::parse(code).unwrap()
}
