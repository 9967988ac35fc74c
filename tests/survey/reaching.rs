//! What the loader calls unreachable against every way through small surveys.

use std::collections::BTreeSet;

use crate::generate::answers::{answered, every_right, read, right_sheets};
use crate::generate::{Definition, pages, questions, small_definitions, text};
use crate::properties::{config, shown};
use hark_domain::survey::{self, journey};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// More ways than this through one survey are not tried.
const MOST_WAYS: usize = 3_000;

/// The questions, or all of a page's, that the loader says nobody can reach.
fn refused(definition: &Definition) -> BTreeSet<String> {
    let problems = survey::read(&definition.json()).err().unwrap_or_default();
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
    // What no page or question depends on needs no answer: fewer ways to try.
    let conditions: Vec<&str> = pages(&definition.0)
        .iter()
        .flat_map(|page| questions(page).iter().chain([page]))
        .flat_map(|part| [part["visible_if"].as_str(), part["end_if"].as_str()])
        .flatten()
        .collect();
    let mut sheets: Vec<Map<String, Value>> = vec![Map::new()];
    for question in definition.questions() {
        let id = text(question, "id");
        if !conditions.iter().any(|condition| condition.contains(id)) {
            continue;
        }
        let answers = every_right(question);
        if sheets.len() * (answers.len() + 1) > MOST_WAYS {
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
    let survey = definition.survey();
    let mut reached = BTreeSet::new();
    for sheet in sheets {
        let journey = journey(&survey, &read(&Value::Object(sheet)));
        reached.extend(shown(&journey).into_iter().map(ToOwned::to_owned));
    }
    Some(reached)
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
        let all = definition.questions().map(|question| text(question, "id").to_owned());
        let never: BTreeSet<String> = all.filter(|id| !reached.contains(id)).collect();
        prop_assert_eq!(refused(&definition), never);
    }

    /// In larger ones at least nobody turns up where the loader says nobody can.
    #[test]
    fn nobody_turns_up_where_nobody_can(
        (definition, answers) in answered(right_sheets(), 10),
    ) {
        let refused = refused(&definition);
        let survey = definition.survey();
        for answers in if refused.is_empty() { &[][..] } else { &answers } {
            let journey = journey(&survey, &read(answers));
            let there = shown(&journey);
            for id in &refused {
                prop_assert!(!there.contains(id.as_str()), "{} is there with {}", id, answers);
            }
        }
    }
}
