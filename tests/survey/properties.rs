//! What holds of every survey and whatever anybody answers.

use std::collections::BTreeSet;

use crate::generate::answers::{Sheet, answered, every_right, read, sheets};
use crate::generate::{Definition, definitions, pages, questions, text};
use crate::oracle::{Oracle, meets};
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
    /// questions that nobody reaches, and constraints that no answer meets.
    #[test]
    fn a_right_definition_is_read(definition in definitions()) {
        for problem in survey::read(&definition.json()).err().unwrap_or_default() {
            if problem.text.starts_with("No answer can meet this") {
                let place = problem.pointer.strip_suffix("/constraint").unwrap();
                let question = definition.0.pointer(place).unwrap();
                let condition = text(question, "constraint");
                for answer in every_right(question) {
                    prop_assert!(!meets(condition, question, &answer), "{} meets {}", answer, problem);
                }
            } else {
                prop_assert!(problem.text.starts_with("Nobody can reach "), "{problem}");
            }
        }
    }

    /// A constraint that looks at nothing but its own question's answer is refused where
    /// that answer can't be given.
    #[test]
    fn what_no_answer_can_meet_is_refused(definition in definitions()) {
        let problems = survey::read(&definition.json()).err().unwrap_or_default();
        let refused: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        for (page, contents) in pages(&definition.0).iter().enumerate() {
            for (place, question) in questions(contents).iter().enumerate() {
                let names = definition.questions().map(|it| text(it, "id"));
                let mut others = names.filter(|id| *id != text(question, "id"));
                let Some(condition) = question["constraint"].as_str() else { continue };
                // A name of another question, or of a row, anywhere in it: too careful, but sure.
                if others.any(|id| condition.contains(id)) || question["kind"] == "matrix" {
                    continue;
                }
                let can = every_right(question).iter().any(|answer| meets(condition, question, answer));
                let at = format!("/pages/{page}/questions/{place}/constraint");
                let compared = condition.matches(text(question, "id")).count() > 1;
                prop_assert!(can || compared || refused.contains(&at.as_str()), "{} {:?}", at, refused);
            }
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
        let unread = ["required", "unknown-question", "wrong-kind", "unknown-choice", "unknown-row"];
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
            let survey = definition.survey();
            let kind = &survey.question(id.as_str()).unwrap().kind;
            let offers = |word: &str| journey.offers(id).iter().any(|it| it.as_str() == word);
            match answer {
                Answer::Word(word) => prop_assert!(kind.choices().is_empty() || offers(word)),
                Answer::Many(words) => prop_assert!(words.iter().all(|word| offers(word))),
                Answer::Rows(rows) => for (row, choice) in rows {
                    let asks = journey.asks(id).iter().any(|(it, _)| it.as_str() == row);
                    prop_assert!(asks && offers(choice), "{}.{} is hidden", id, row);
                },
                Answer::Number(_) => prop_assert!(kind.choices().is_empty()),
            }
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
    let errors = said.as_object_mut().unwrap().remove("errors").unwrap();
    prop_assert_eq!(said, oracle.journey());

    // The engine names one of the rules broken; which of several is its choice.
    let errors = errors.as_array().unwrap();
    let expected = oracle.errors();
    prop_assert_eq!(
        errors.len(),
        expected.len(),
        "{:?}, not {:?}",
        errors,
        expected
    );
    for (error, broken) in errors.iter().zip(&expected) {
        let same =
            |(name, code): &(String, &str)| error["question"] == *name && error["code"] == *code;
        prop_assert!(broken.iter().any(same), "{:?} not in {:?}", error, broken);
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
        "-?[0-9]{1,13}([.][0-9]{1,6})?"
            .prop_map(|number| Answer::Number(Number::parse(&number).unwrap_or_default())),
        prop::collection::vec(any::<(String, String)>(), 0..4).prop_map(Answer::rows),
    ]
}
