//! Indicators against a recount by hand.

use std::sync::LazyLock;

use crate::generate::answers::read;
use crate::properties::config;
use hark::commands::simulate::responses;
use hark_domain::indicator::figure;
use hark_domain::pack::Pack;
use hark_domain::survey::Answers;
use hark_tests::recount::{Recount, recount};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// The shipped pack, read once: it is large.
fn shipped() -> &'static Pack {
    static PACK: LazyLock<Pack> =
        LazyLock::new(|| hark::folder::pack(&hark_tests::packs::shipped()).unwrap().1);
    &PACK
}

/// Made-up people, made up once.
fn made_up() -> &'static [Value] {
    static PEOPLE: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let survey = shipped().survey("tellus").unwrap();
        let people = responses(survey, 1).take(500);
        let answers = people.map(|response| serde_json::to_value(response.answers).unwrap());
        answers.collect()
    });
    &PEOPLE
}

/// Somebody who may have taken answers back: what those had opened is hidden then, and
/// its answers are still there.
fn person() -> impl Strategy<Value = Value> {
    let taken_back = prop::collection::vec(any::<Index>(), 0..8);
    (any::<Index>(), taken_back).prop_map(|(person, taken_back)| {
        let mut person = person.get(made_up()).clone();
        let answers = person.as_object_mut().unwrap();
        for question in taken_back {
            let names: Vec<String> = answers.keys().cloned().collect();
            if !names.is_empty() {
                answers.remove(question.get(&names));
            }
        }
        person
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_shipped_indicator_is_what_a_recount_says(
        people in prop::collection::vec(person(), 0..20),
    ) {
        let pack = shipped();
        let answers: Vec<Answers> = people.iter().map(read).collect();
        for indicator in &pack.indicators {
            let survey = pack.survey(indicator.survey.as_str()).unwrap();
            let figure = figure(indicator, survey, &answers);
            let counted = Recount {
                asked: figure.asked,
                answered: figure.answered,
                not_answered: figure.not_answered,
                dont_know: figure.dont_know,
                prefer_not: figure.prefer_not,
                numerator: figure.numerator,
            };
            let id = indicator.id.as_str();
            prop_assert_eq!(recount(id, &people), Some(counted), "{}", id);
        }
    }
}

/// A recount of nobody would agree with anything.
#[test]
fn each_class_of_each_indicator_is_met() {
    // Hardly anybody made up skips everything: so everybody once more, with their year alone.
    let year_alone = |person: &Value| json!({"year": person["year"]});
    let bare = made_up().iter().filter(|person| person["year"].is_string());
    let people: Vec<Value> = made_up()
        .iter()
        .cloned()
        .chain(bare.map(year_alone))
        .collect();
    assert_eq!(shipped().indicators.len(), 5);
    for indicator in &shipped().indicators {
        let id = indicator.id.as_str();
        let Recount {
            asked,
            answered,
            not_answered,
            dont_know,
            prefer_not,
            numerator,
        } = recount(id, &people).unwrap();
        assert!(
            0 < numerator && numerator < answered && answered < asked,
            "{id}"
        );
        assert!(not_answered > 0 && dont_know > 0, "{id}");
        // Nobody was offered "I don't want to say" about parks.
        assert_eq!(prefer_not > 0, id != "ni-199", "{id}");
    }
}

/// Only one rule was read in a source; every other says what it assumes.
#[test]
fn only_ni_110_claims_a_source() {
    for indicator in &shipped().indicators {
        let sourced = indicator.status == hark_domain::indicator::Status::Sourced;
        assert_eq!(
            sourced,
            indicator.id.as_str() == "ni-110",
            "{}",
            indicator.id
        );
        assert!(indicator.note.is_some(), "{}", indicator.id);
    }
}
