//! A small survey of Hark's kind, walked by another engine: after each answer the
//! same pages, questions, required ones and choices are shown here.
//!
//! The definition is rewritten by code, whole: the matrix is one here too, listed as its
//! rows, the note is a note, and the title that names an answer does so here.

use super::surveyjs::rewritten;
use super::{choices, id, load, survey};
use crate::generate::answers::read;
use hark_domain::survey::piping;
use hark_domain::survey::{self, Journey, Survey, journey};
use serde_json::{Map, Value, json};

/// Where Hark's verdict on the whole differs on purpose: the case, why, and
/// whether it is complete here.
const DIFFERENT: [(&str, &str, bool); 2] = [
    (
        "none then item",
        "\"None\" stands alone in the model, not on the screen only",
        false,
    ),
    (
        "other without text",
        "\"Something else\" is a choice, its text a question of its own",
        true,
    ),
];

/// Where a hidden answer still counts there and doesn't here: the case, its step,
/// and what is therefore shown there.
const HIDDEN_COUNTS: (&str, usize, &str) =
    ("change back: hidden answer dropped on complete", 4, "help");

#[test]
fn every_step_shows_what_it_shows_elsewhere() {
    let Some(definition) = load("own-01-tellus-like.json") else {
        return;
    };
    let Some(expected) = load("expected/own-01-tellus-like.expected.json") else {
        return;
    };
    let survey = survey::read(&translated(&definition).to_string()).unwrap();
    let mut different = Vec::new();
    let mut hidden_counted = false;
    let mut steps_equal = 0;
    for case in expected["cases"].as_array().unwrap() {
        let name = case["case"].as_str().unwrap();
        let mut steps = case["steps"].as_array().unwrap().iter();
        let mut answers = Map::new();
        for (index, log) in case["log"].as_array().unwrap().iter().enumerate() {
            // The first entry of a log is before any answer.
            if !log["after"].is_null() {
                let step = steps.next().unwrap();
                assert_eq!(step["set"], log["after"], "{name}");
                take(&mut answers, step);
            }
            let mut here = seen(&survey, &walked(&survey, &answers));
            let there = logged(log);
            let (other, step, question) = HIDDEN_COUNTS;
            if (name, index) == (other, step) {
                assert_ne!(here, there, "{name} differs no longer");
                here["visible"] = with_before_last(&here["visible"], question);
                hidden_counted = true;
            } else {
                steps_equal += 1;
            }
            assert_eq!(here, there, "{name}, after {}", log["after"]);
        }
        assert!(steps.next().is_none(), "{name} has more steps than log");

        let end = walked(&survey, &answers);
        let theirs = &case["validateAll"]["valid"];
        if let Some((_, why, complete)) = DIFFERENT.iter().find(|(other, ..)| *other == name) {
            assert_eq!(end.complete, *complete, "{name}: {why}");
            assert_ne!(*theirs, end.complete, "{name} differs no longer");
            different.push(name);
        } else {
            assert_eq!(*theirs, end.complete, "{name}: {:?}", end.errors);
            // Hidden answers stay with the person and are not sent, here as there.
            assert_eq!(json!(end.kept), taken(&case["finalData"]), "{name}");
        }
    }
    assert_eq!(different.len(), DIFFERENT.len(), "{different:?}");
    assert!(
        hidden_counted,
        "the step where a hidden answer counts is gone"
    );
    // All but that one, as many as there were when this was written; more is as good.
    assert!(steps_equal >= 55, "only {steps_equal} steps");
}

fn walked(survey: &Survey, answers: &Map<String, Value>) -> Journey {
    journey(survey, &read(&Value::Object(answers.clone())))
}

/// What the journey shows, in the words of the log.
fn seen(survey: &Survey, journey: &Journey) -> Value {
    let printed = serde_json::to_value(journey).unwrap();
    let pages = printed["pages"].as_array().unwrap().iter();
    let visible = pages
        .clone()
        .flat_map(|page| page["questions"].as_array().unwrap());
    let titles = survey.questions().filter_map(|(_, question)| {
        let title = question.title.pick("en");
        let piped = piping::piped(title, survey, &journey.kept, "en", ", ");
        piping::is_piped(title).then(|| (question.id.to_string(), json!(piped)))
    });
    json!({
        "visiblePages": pages.map(|page| page["id"].clone()).collect::<Vec<_>>(),
        "visible": visible.cloned().collect::<Vec<_>>(),
        "required": printed["required"], "choices": printed["choices"],
        "titles": titles.collect::<Map<_, _>>(),
    })
}

/// The list with one more, where the note stands: before the last question.
fn with_before_last(list: &Value, question: &str) -> Value {
    let mut list = list.as_array().unwrap().clone();
    list.insert(list.len() - 1, question.into());
    list.into()
}

/// What the log shows, with each matrix as its rows.
fn logged(log: &Value) -> Value {
    let rows = |question: &Value| -> Vec<Value> {
        let name = question.as_str().unwrap();
        match log["matrix"][name]["rows"].as_array() {
            Some(rows) => rows
                .iter()
                .map(|row| json!(format!("{name}.{}", id(row))))
                .collect(),
            None => vec![question.clone()],
        }
    };
    let ids = |list: &Value| -> Value {
        list.as_array()
            .unwrap()
            .iter()
            .map(|choice| json!(id(choice)))
            .collect()
    };
    let choices = log["choices"].as_object().unwrap().iter();
    let mut choices: Map<String, Value> = choices
        .map(|(question, offered)| (question.clone(), ids(offered)))
        .collect();
    for (name, matrix) in log["matrix"].as_object().unwrap() {
        for row in rows(&json!(name)) {
            choices.insert(row.as_str().unwrap().to_owned(), ids(&matrix["columns"]));
        }
    }
    let visible = log["visible"].as_array().unwrap().iter().flat_map(rows);
    json!({"visiblePages": log["visiblePages"], "visible": visible.collect::<Vec<_>>(),
        "required": log["required"], "choices": choices, "titles": log["titles"]})
}

/// Sets what a step sets.
fn take(answers: &mut Map<String, Value>, step: &Value) {
    let name = step["set"].as_str().unwrap();
    answers.insert(name.to_owned(), answer(&step["value"]));
}

/// Their data as Hark's answers.
fn taken(data: &Value) -> Value {
    let data = data.as_object().unwrap().iter();
    data.map(|(name, value)| (name.clone(), answer(value)))
        .collect::<Map<_, _>>()
        .into()
}

/// Every question here is a choice or a text, so every answer is words.
fn answer(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|item| json!(id(item))).collect(),
        Value::Object(rows) => {
            let rows = rows
                .iter()
                .map(|(row, choice)| (row.clone(), json!(id(choice))));
            rows.collect::<Map<_, _>>().into()
        }
        value => json!(id(value)),
    }
}

/// The definition in Hark's format.
fn translated(definition: &Value) -> Value {
    let elements = |page: &Value| page["elements"].as_array().unwrap().clone();
    let all: Vec<Value> = definition["pages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(elements)
        .collect();
    let numbers = |name: &str| {
        let element = all.iter().find(|element| element["name"] == name)?;
        Some(offered(element))
    };
    let condition = |part: &Value| {
        let expression = part["visibleIf"].as_str()?;
        Some(rewritten(expression, &numbers))
    };
    let mut pages = Vec::new();
    for page in definition["pages"].as_array().unwrap() {
        let questions: Vec<Value> = elements(page)
            .iter()
            .map(|element| with_condition(question(element), condition(element)))
            .collect();
        let page_alone = json!({"id": page["name"], "title": page["name"], "questions": questions});
        pages.push(with_condition(page_alone, condition(page)));
    }
    survey(&pages)
}

fn with_condition(mut part: Value, condition: Option<String>) -> Value {
    if let Some(condition) = condition {
        part["visible_if"] = condition.into();
    }
    part
}

fn question(element: &Value) -> Value {
    let kind = match element["type"].as_str().unwrap() {
        "radiogroup" => "single",
        "checkbox" => "multiple",
        "matrix" => "matrix",
        "comment" => "text",
        "html" => "note",
        other => panic!("{other} is not translated so far"),
    };
    // Answers are named in titles as they are here.
    let title = element.get("title").unwrap_or(&element["name"]);
    let mut question = json!({"id": element["name"], "kind": kind, "title": title,
        "required": element["isRequired"] == true});
    if kind == "text" {
        if let Some(longest) = element.get("maxLength") {
            question["longest"] = longest.clone();
        }
    } else if kind == "matrix" {
        question["rows"] = labelled(&element["rows"]);
        question["choices"] = labelled(&element["columns"]);
    } else if kind != "note" {
        let ids = offered(element);
        question["choices"] = choices(ids.iter().map(String::as_str));
        for choice in question["choices"].as_array_mut().unwrap() {
            let items = element["choices"].as_array().unwrap().iter();
            let mut own =
                items.filter(|item| item.get("value").is_some_and(|it| choice["id"] == id(it)));
            if let Some(item) = own.next() {
                choice["label"] = item["text"].clone();
            }
        }
        for choice in question["choices"].as_array_mut().unwrap() {
            if choice["id"] == "none" && element["showNoneItem"] == true {
                choice["exclusive"] = true.into();
            }
        }
    }
    question
}

/// Rows or columns with their ids and words.
fn labelled(items: &Value) -> Value {
    let items = items.as_array().unwrap().iter();
    items
        .map(|item| json!({"id": item["value"], "label": item["text"]}))
        .collect()
}

/// The ids of the choices an element offers, with "none" and "other" where shown.
fn offered(element: &Value) -> Vec<String> {
    let choices = element["choices"].as_array().map_or(&[][..], Vec::as_slice);
    let mut ids: Vec<String> = choices
        .iter()
        .map(|choice| id(choice.get("value").unwrap_or(choice)))
        .collect();
    for (part, name) in [("showNoneItem", "none"), ("showOtherItem", "other")] {
        if element[part] == true {
            ids.push(name.to_owned());
        }
    }
    ids
}
