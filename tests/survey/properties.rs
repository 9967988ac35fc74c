//! What holds of every survey and whatever anybody answers.

use std::collections::BTreeSet;

use crate::generate::answers::{Sheet, answered, read, sheets};
use crate::generate::{Definition, definitions, pages, questions, text};
use crate::oracle::Oracle;
use hark_domain::id::QuestionId;
use hark_domain::number::Number;
use hark_domain::survey::{self, Answer, Answers, ErrorCode, Journey, journey};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// As many cases as usual (or as `PROPTEST_CASES` says), and no files left in the
/// tree: a failure prints the smallest survey it found, to be kept as a test.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A survey with what somebody answered.
fn answered_once() -> impl Strategy<Value = (Definition, Value)> {
    answered(sheets(), 1).prop_map(|(definition, mut answers)| (definition, answers.remove(0)))
}

/// Every question that is shown.
pub(crate) fn shown(journey: &Journey) -> BTreeSet<&str> {
    let pages = journey.pages.iter();
    let shown = pages.flat_map(|page| &page.questions);
    shown.map(QuestionId::as_str).collect()
}

proptest! {
    #![proptest_config(config())]

    /// A survey whose parts are all valid is refused for nothing but pages and
    /// questions that nobody reaches.
    #[test]
    fn a_right_definition_is_read(definition in definitions()) {
        for problem in survey::read(&definition.json()).err().unwrap_or_default() {
            prop_assert!(problem.text.starts_with("Nobody can reach "), "{problem}");
        }
    }

    #[test]
    fn the_journey_is_what_the_oracle_says(
        (definition, answers) in answered(sheets(), 4),
    ) {
        let survey = definition.survey();
        for answers in answers {
            agree(&journey(&survey, &read(&answers)), &Oracle::new(&definition.0, &answers))?;
        }
    }

    /// Whatever comes over the wire is judged, not crashed on: it need not have
    /// anything to do with the survey.
    #[test]
    fn no_answers_panic(
        definition in definitions(),
        answers in prop::collection::vec((any::<Index>(), anything()), 0..12),
    ) {
        let survey = definition.survey();
        let ids: Vec<_> = survey.questions().map(|(_, question)| &question.id).collect();
        let answers: Answers = answers
            .into_iter()
            .map(|(index, answer)| ((*index.get(&ids)).clone(), answer))
            .collect();
        let journey = journey(&survey, &answers);
        prop_assert_eq!(journey.complete, journey.errors.is_empty());
    }

    /// Only the answers decide, not how they came about: whoever changes any
    /// answers, and so hides and shows things, and changes them back, is where they were.
    #[test]
    fn hiding_and_showing_again_restores(
        (definition, answers) in answered_once(),
        other in sheets(),
    ) {
        let survey = definition.survey();
        let mut held = read(&answers);
        let before = journey(&survey, &held);
        let other = read(&other.filled(&definition));
        let replaced: Vec<(QuestionId, Option<Answer>)> = other
            .iter()
            .map(|(id, _)| (id.clone(), held.get(id.as_str()).cloned()))
            .collect();
        for (id, answer) in other.iter() {
            held.set(id.clone(), answer.clone());
            journey(&survey, &held);
        }
        for (id, answer) in replaced {
            match answer {
                Some(answer) => held.set(id, answer),
                None => held.clear(id.as_str()),
            }
        }
        prop_assert_eq!(journey(&survey, &held), before);
    }

    /// A question that is not shown can be required as much as anybody likes.
    #[test]
    fn what_is_hidden_never_blocks((definition, answers) in answered_once()) {
        let before = journey(&definition.survey(), &read(&answers));
        let shown = shown(&before);
        let mut strict = definition.clone();
        for page in strict.0["pages"].as_array_mut().unwrap() {
            for question in page["questions"].as_array_mut().unwrap() {
                if !shown.contains(text(question, "id")) {
                    question["required"] = true.into();
                }
            }
        }
        prop_assert_eq!(&journey(&strict.survey(), &read(&answers)), &before);
    }

    /// The whole set is right exactly when each page is and no answer is astray.
    #[test]
    fn the_whole_validates_as_its_pages_do((definition, answers) in answered_once()) {
        let journey = journey(&definition.survey(), &read(&answers));
        let errors = journey.errors.iter();
        let on_pages = journey.pages.iter().flat_map(|page| journey.errors_on(page));
        let astray = errors.clone().filter(|error| error.code == ErrorCode::UnknownQuestion);
        let by_page: Vec<_> = on_pages.chain(astray).collect();
        prop_assert_eq!(by_page, errors.collect::<Vec<_>>());
        prop_assert_eq!(journey.complete, journey.errors.is_empty());
    }

    /// What is sent means on the server what it meant on the phone.
    #[test]
    fn what_is_kept_leads_the_same_way((definition, answers) in answered_once()) {
        let survey = definition.survey();
        let given = journey(&survey, &read(&answers));
        let sent = journey(&survey, &given.kept);
        if given.complete {
            prop_assert_eq!(&sent, &given);
        }
        // A wrong answer that a condition can read is not kept but still counts, so
        // only without one the way is the same before everything is right.
        let unread = ["required", "unknown-question", "wrong-kind", "unknown-choice"];
        if given.errors.iter().all(|error| unread.contains(&error.code.as_str())) {
            prop_assert_eq!(&sent.kept, &given.kept);
            prop_assert_eq!(&sent.pages, &given.pages);
        }
    }

    #[test]
    fn only_what_is_shown_is_kept((definition, answers) in answered_once()) {
        let journey = journey(&definition.survey(), &read(&answers));
        let shown = shown(&journey);
        for (id, answer) in journey.kept.iter() {
            prop_assert!(shown.contains(id.as_str()), "{} is hidden", id);
            prop_assert_eq!(&serde_json::to_value(answer).unwrap(), &answers[id.as_str()]);
        }
    }

    /// Whatever is put down for hidden questions, right or wrong, changes nothing.
    #[test]
    fn answers_to_what_is_hidden_change_nothing(
        (definition, answers) in answered_once(),
        other in sheets(),
    ) {
        let survey = definition.survey();
        let before = journey(&survey, &read(&answers));
        let shown = shown(&before);
        let mut more = answers.clone();
        for (id, answer) in hidden_answers(&definition, &other, &shown) {
            more[id] = answer;
        }
        prop_assert_eq!(&journey(&survey, &read(&more)), &before);
    }
}

/// Fails unless the engine says what the oracle says.
fn agree(journey: &Journey, oracle: &Oracle) -> Result<(), TestCaseError> {
    let mut said = serde_json::to_value(journey).unwrap();
    said.as_object_mut().unwrap().remove("errors");
    prop_assert_eq!(said, oracle.journey());

    // The engine names one of the rules broken; which of several is its choice.
    let expected = oracle.errors();
    let wrong = journey.errors.iter().map(|error| error.question.as_str());
    let expected_wrong = expected.iter().map(|(question, _)| question.as_str());
    prop_assert_eq!(
        wrong.collect::<Vec<_>>(),
        expected_wrong.collect::<Vec<_>>()
    );
    for (error, (_, broken)) in journey.errors.iter().zip(&expected) {
        let among_them = broken.contains(&error.code.as_str());
        prop_assert!(among_them, "{:?} not in {:?}", error, broken);
    }
    Ok(())
}

/// What the sheet says to questions that are not among those shown.
fn hidden_answers(
    definition: &Definition,
    sheet: &Sheet,
    shown: &BTreeSet<&str>,
) -> Vec<(String, Value)> {
    let filled = sheet.filled(definition);
    let ids = pages(&definition.0).iter().flat_map(questions);
    ids.map(|question| text(question, "id"))
        .filter(|id| !shown.contains(id))
        .filter_map(|id| Some((id.to_owned(), filled.get(id)?.clone())))
        .collect()
}

/// Any answer of any shape.
fn anything() -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<String>().prop_map(Answer::Word),
        prop::collection::vec(any::<String>(), 0..4).prop_map(Answer::Many),
        any::<i64>().prop_map(|number| Answer::Number(Number::whole(number).unwrap_or_default())),
    ]
}
