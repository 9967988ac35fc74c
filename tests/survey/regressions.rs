//! One small example for each defect found so far.

use crate::generate::answers;
use crate::simulated;
use hark_domain::survey::{self, journey};
use serde_json::{Value, json};

/// A survey of one question and one page that depends on it.
fn gated(question: &Value, condition: &str) -> Value {
    json!({
        "id": "s", "version": 1, "title": "S", "about": "A", "minutes": 1, "thanks": "T",
        "pages": [
            {"id": "gate", "questions": [question]},
            {"id": "after", "visible_if": condition, "questions": [
                {"id": "after", "kind": "text", "title": "And then?"}
            ]}
        ]
    })
}

/// What the loader refuses, as sentences.
fn refusals(survey: &Value) -> Vec<String> {
    let problems = survey::read(&survey.to_string()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn multiple(choices: usize) -> Value {
    let choices: Vec<Value> = (1..=choices)
        .map(|n| json!({"id": n.to_string(), "label": format!("Choice {n}")}))
        .collect();
    json!({"id": "q", "kind": "multiple", "title": "Q", "choices": choices})
}

/// Reachability tried two texts only, the one named and "something else", so an
/// officer who named just that was told that nobody can write anything else.
#[test]
fn any_other_text_reaches_what_one_text_does_not() {
    let text = json!({"id": "q", "kind": "text", "title": "Q"});
    let survey = gated(&text, "q answered and q != 'something else'");
    assert_eq!(refusals(&survey), Vec::<String>::new());
    let survey = survey::read(&survey.to_string()).unwrap();
    let answers = answers::read(&json!({"q": "red"}));
    assert_eq!(journey(&survey, &answers).pages.len(), 2);
}

/// A text nobody can write, because it is too long, blank or can't be shown, opened
/// a page all the same.
#[test]
fn a_text_nobody_can_write_reaches_nothing() {
    let text = json!({"id": "q", "kind": "text", "title": "Q", "longest": 3});
    for condition in ["q = 'four'", "q = ''", "q = ' '", "q = '\u{7}'"] {
        let refusals = refusals(&gated(&text, condition));
        assert_eq!(refusals.len(), 1, "{condition}: {refusals:?}");
        assert!(
            refusals[0].contains("Nobody can reach page \"after\""),
            "{condition}"
        );
    }
}

/// Of the choices that conditions name, only the first ten were ever tried, so a
/// follow-up to the eleventh was refused, and one to any two that go with it.
#[test]
fn every_one_of_many_choices_can_have_a_follow_up() {
    let single = |choice: usize| format!("selected(q, '{choice}')");
    let pair = |choice: usize| format!("q all of ['{choice}', '{}']", choice % 12 + 1);
    for condition in [&single as &dyn Fn(usize) -> String, &pair] {
        let mut survey = gated(&multiple(12), &condition(1));
        for choice in 2..=12 {
            let id = format!("after-{choice}");
            let questions = json!([{"id": id, "kind": "text", "title": "And then?"}]);
            let page = json!({"id": id, "visible_if": condition(choice), "questions": questions});
            survey["pages"].as_array_mut().unwrap().push(page);
        }
        assert_eq!(refusals(&survey), Vec::<String>::new());
    }
}

/// "At most" was minded when ways were tried, "at least" was not.
#[test]
fn fewer_choices_than_asked_for_reach_nothing() {
    let mut question = multiple(3);
    question["least"] = 2.into();
    let survey = gated(&question, "count-selected(q) = 1");
    assert_eq!(refusals(&survey).len(), 1, "{:?}", refusals(&survey));
}

/// A range of exactly 2^32 numbers overflowed when somebody was made up.
#[test]
fn a_number_from_a_wide_range_can_be_made_up() {
    for (least, most) in [
        (0, i64::from(u32::MAX)),
        (i64::MIN, i64::MAX),
        (0, i64::MAX),
        (i64::MIN, 0),
    ] {
        let number =
            json!({"id": "q", "kind": "number", "title": "Q", "least": least, "most": most});
        let survey = survey::read(&gated(&number, "q answered").to_string()).unwrap();
        simulated::check(&survey, &mut |bound| bound - 1);
        simulated::check(&survey, &mut |bound| bound / 2);
    }
}
