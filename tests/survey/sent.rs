//! What the endpoint takes against what the phone calls complete.

use crate::bank::CODES;
use crate::generate::answers::{answered, sheets};
use crate::generate::text;
use crate::oracle::{Oracle, asked_of};
use crate::properties::config;
use hark_domain::clock::{Clock, Instant};
use hark_domain::wire::{self, Record, Refusal};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

proptest! {
    #![proptest_config(config())]

    /// Taken exactly where nothing is wrong, and otherwise every wrong thing is pointed at.
    #[test]
    fn what_is_complete_is_taken_and_everything_else_pointed_at(
        (definition, answers) in answered(sheets(), 3),
        code in prop::sample::select(&CODES[..]),
    ) {
        let survey = definition.survey();
        let asked = asked_of(&definition.0, code);
        for answers in answers {
            let mut body = json!({
                "id": "00112233445566778899aabbccddeeff", "survey": "s", "version": 1,
                "answers": answers,
            });
            if let Some(code) = code {
                body["group"] = code.into();
            }
            let response = wire::read(body.to_string().as_bytes()).unwrap();
            // The survey is always open, so that any moment is as good.
            let clock = Clock { now: Instant::from_seconds(1_795_000_000), zone: &|_| 0 };
            let oracle = Oracle::new(&asked, &answers);
            match wire::admit(response, Some(&survey), clock) {
                Ok(record) => {
                    prop_assert!(oracle.errors().is_empty(), "{:?}", oracle.errors());
                    prop_assert_eq!(stored(&record), expected(&asked, oracle.kept()));
                }
                Err(problems) => {
                    let errors = oracle.errors();
                    prop_assert_eq!(problems.len(), errors.len(), "{:?} {:?}", problems, errors);
                    for (problem, broken) in problems.iter().zip(errors) {
                        let fits = broken.iter().any(|(name, code)| {
                            problem.pointer == pointer(&asked, name) && problem.code == *code
                        });
                        prop_assert!(fits, "{:?} {:?}", problem, broken);
                    }
                }
            }
        }
    }

    /// A body with a number that can't be kept exactly is refused there, never rounded.
    #[test]
    fn numbers_are_taken_exactly_or_not_at_all(written in "-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,20})?") {
        let body = format!(
            r#"{{"id":"00112233445566778899aabbccddeeff","survey":"s","version":1,"answers":{{"q":{written}}}}}"#
        );
        let decimal = |text: &str| {
            let (whole, part) = text.split_once('.').unwrap_or((text, ""));
            let part = part.trim_end_matches('0');
            let point = if part.is_empty() { "" } else { "." };
            let plain = format!("{whole}{point}{part}");
            if plain == "-0" { "0".to_owned() } else { plain }
        };
        let plain = decimal(&written);
        match wire::read(body.as_bytes()) {
            Ok(response) => {
                let kept = serde_json::to_string(response.answers.get("q").unwrap()).unwrap();
                // Twenty digits are more than JSON's numbers have: then the nearest is meant.
                let digits = plain.chars().filter(char::is_ascii_digit).count();
                prop_assert!(kept == plain || digits > 15, "{} became {}", written, kept);
            }
            Err(Refusal::Invalid(problems)) => {
                prop_assert_eq!(&problems[0].pointer, "/answers/q");
                let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
                let fits = part.len() <= 6 && whole.len() + part.len() <= 12;
                prop_assert!(!fits, "{} was refused", written);
            }
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}

/// Where a question or a row stands in a body.
fn pointer(survey: &Value, name: &str) -> String {
    let mut questions = crate::generate::pages(survey)
        .iter()
        .flat_map(crate::generate::questions);
    let matrix = questions.find_map(|question| {
        let row = name.strip_prefix(text(question, "id"))?.strip_prefix('.')?;
        let rows = crate::generate::list(question, "rows").iter();
        let row = rows.clone().find(|it| it["id"] == row)?;
        Some(format!(
            "/answers/{}/{}",
            text(question, "id"),
            text(row, "id")
        ))
    });
    matrix.unwrap_or_else(|| format!("/answers/{name}"))
}

/// What is stored: closed answers, and texts apart.
fn stored(record: &Record) -> (Value, Vec<(String, String)>) {
    let texts = record.texts.iter();
    let texts = texts.map(|(id, text)| (id.to_string(), text.clone()));
    (json!(record.closed), texts.collect())
}

fn expected(survey: &Value, kept: Map<String, Value>) -> (Value, Vec<(String, String)>) {
    let questions: Vec<&Value> = crate::generate::pages(survey)
        .iter()
        .flat_map(crate::generate::questions)
        .collect();
    let is_text = |id: &str| {
        let question = questions.iter().find(|it| it["id"] == id).unwrap();
        question["kind"] == "text"
    };
    let mut closed = Map::new();
    let mut texts = Vec::new();
    for (id, answer) in kept {
        if is_text(&id) {
            texts.push((id, answer.as_str().unwrap().trim().to_owned()));
        } else {
            closed.insert(id, answer);
        }
    }
    (closed.into(), texts)
}
