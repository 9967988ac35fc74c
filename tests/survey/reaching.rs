//! What the loader calls unreachable against every way through small surveys.

use std::collections::BTreeSet;

use crate::generate::answers::{answered, every_right, read, right_sheets};
use crate::generate::{Definition, list, pages, questions, small_definitions, text};
use crate::oracle::asked_of;
use crate::properties::{config, shown};
use hark_domain::json;
use hark_domain::survey::condition::Test;
use hark_domain::survey::{self, Condition, ErrorCode, Survey, journey};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// More ways than this through one survey are not tried.
const MOST_WAYS: usize = 3_000;

/// The questions, or all of a page's, that the loader says nobody can reach.
fn refused(definition: &Definition) -> BTreeSet<String> {
    // Whoever can't meet a constraint still gets to the question that has it.
    let mut parts = definition.clone();
    for page in parts.0["pages"].as_array_mut().unwrap() {
        for question in page["questions"].as_array_mut().unwrap() {
            question.as_object_mut().unwrap().remove("constraint");
        }
    }
    let problems = survey::read(&parts.json()).err().unwrap_or_default();
    let refused = problems.iter().flat_map(|problem| {
        let part = definition.0.pointer(&problem.pointer).unwrap();
        let questions = if part.get("questions").is_some() {
            questions(part)
        } else {
            std::slice::from_ref(part)
        };
        questions
            .iter()
            .map(|question| text(question, "id").to_owned())
    });
    refused.collect()
}

/// Every question that right answers lead to, found by trying them all; nothing
/// where that would be too many.
fn reached(definition: &Definition) -> Option<BTreeSet<String>> {
    // What nothing shown depends on needs no answer: fewer ways to try.
    let conditions = deciding(&definition.0);
    let named = |id: &str| conditions.iter().any(|condition| condition.contains(id));
    let sheets = sheets(definition, MOST_WAYS, &named)?;
    let codes = [None, Some("MEAD7"), Some("OTHER1")];
    let surveys: BTreeSet<String> = codes
        .iter()
        .map(|code| asked_of(&definition.0, *code).to_string())
        .collect();
    let mut reached = BTreeSet::new();
    for survey in surveys {
        let survey: Survey = json::read(&survey).unwrap();
        for sheet in &sheets {
            reached.extend(shown_to(&survey, sheet));
        }
    }
    Some(reached)
}

/// The questions shown to somebody whose answers are right, as far as they go.
fn shown_to(survey: &Survey, answers: &Value) -> BTreeSet<String> {
    let journey = journey(survey, &read(answers));
    // An answer right in itself can be wrong where not all of it is offered, and an answer
    // to what isn't asked is none.
    let unfinished = [
        ErrorCode::Required,
        ErrorCode::Constraint,
        ErrorCode::UnknownQuestion,
    ];
    if journey
        .errors
        .iter()
        .any(|error| !unfinished.contains(&error.code))
    {
        return BTreeSet::new();
    }
    shown(&journey).into_iter().map(ToOwned::to_owned).collect()
}

/// The conditions that decide what is shown.
fn deciding(survey: &Value) -> Vec<&str> {
    let all = pages(survey).iter().flat_map(questions);
    let parts = all.clone().flat_map(|question| {
        list(question, "choices")
            .iter()
            .chain(list(question, "rows"))
    });
    pages(survey)
        .iter()
        .chain(all)
        .chain(parts)
        .flat_map(|part| [part["visible_if"].as_str(), part["end_if"].as_str()])
        .flatten()
        .collect()
}

/// Every way to answer the questions that are `wanted`; nothing where there are more than
/// `most`.
pub(crate) fn sheets(
    definition: &Definition,
    most: usize,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<Vec<Value>> {
    let mut sheets: Vec<Map<String, Value>> = vec![Map::new()];
    for question in definition.questions() {
        let id = text(question, "id");
        if !wanted(id) {
            continue;
        }
        let answers = every_right(question);
        if sheets.len() * (answers.len() + 1) > most {
            return None;
        }
        let answered: Vec<_> = sheets
            .iter()
            .flat_map(|sheet| {
                answers.iter().map(|answer| {
                    let mut sheet = sheet.clone();
                    sheet.insert(id.to_owned(), answer.clone());
                    sheet
                })
            })
            .collect();
        sheets.extend(answered);
    }
    Some(sheets.into_iter().map(Value::Object).collect())
}

/// Whether the loader gives no verdict on purpose, or one that leaves out nothing certain:
/// where conditions compare two questions, and where not everybody is asked the same.
fn is_lenient(definition: &Definition) -> bool {
    let optional = |question: &Value| question["optional"] == true;
    definition.questions().any(optional)
        || deciding(&definition.0).iter().any(|condition| {
            let condition = Condition::parse(condition).unwrap();
            condition
                .tests()
                .iter()
                .any(|(_, test)| matches!(test, Test::Other(..)))
        })
}

proptest! {
    #![proptest_config(config())]

    /// Refused exactly for what nobody reaches: neither a survey that works nor a
    /// question that would wait in vain slips by.
    #[test]
    fn small_surveys_are_refused_for_exactly_what_no_answers_reach(
        definition in small_definitions(),
    ) {
        let Some(reached) = reached(&definition) else { return Ok(()) };
        let refused = refused(&definition);
        for id in &refused {
            prop_assert!(!reached.contains(id), "{} can be reached", id);
        }
        if !is_lenient(&definition) {
            let all = definition.questions().map(|question| text(question, "id").to_owned());
            let never: BTreeSet<String> = all.filter(|id| !reached.contains(id)).collect();
            prop_assert_eq!(refused, never);
        }
    }

    /// In larger ones at least nobody turns up where the loader says nobody can.
    #[test]
    fn nobody_turns_up_where_nobody_can(
        (definition, answers) in answered(right_sheets(), 10),
    ) {
        let refused = refused(&definition);
        for code in [None, Some("MEAD7"), Some("OTHER1")] {
            let survey: Survey = json::read(&asked_of(&definition.0, code).to_string()).unwrap();
            for answers in if refused.is_empty() { &[][..] } else { &answers } {
                let there = shown_to(&survey, answers);
                for id in &refused {
                    prop_assert!(!there.contains(id), "{} is there with {}", id, answers);
                }
            }
        }
    }
}
