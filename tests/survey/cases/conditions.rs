//! The 42 conditions of another engine: each has the same outcome here, or is one
//! of the constructs where Hark differs on purpose.

use std::collections::BTreeSet;

use super::surveyjs::{Piece, pieces, rewritten};
use super::{choices, id, load, survey};
use crate::generate::answers::read;
use crate::properties::shown;
use hark_domain::survey::{self, journey};
use serde_json::{Map, Value, json};

/// What comes of a condition.
#[derive(Debug, PartialEq)]
enum Outcome {
    Is(bool),
    /// The loader refuses it, with a sentence that has this in it.
    Refused(&'static str),
}

/// An expression with its values, as the file writes them.
type Case = (&'static str, &'static str);

/// A construct where Hark differs on purpose.
struct Difference {
    construct: &'static str,
    outcome: Outcome,
    cases: &'static [Case],
}

const DIFFERENT: [Difference; 11] = [
    Difference {
        construct: "a choice compared with a number",
        outcome: Outcome::Refused("compare it with a choice in quotes"),
        cases: &[
            ("{x} >= 2", r#"{"x":"pns"}"#),
            ("{x} < 2", r#"{"x":"pns"}"#),
            ("{x} >= 8", r#"{"x":"10"}"#),
            ("{x} = 10", r#"{"x":"10"}"#),
        ],
    },
    Difference {
        construct: "a number compared with a text",
        outcome: Outcome::Refused("compare it with a number without quotes"),
        cases: &[("{x} = '10'", r#"{"x":10}"#)],
    },
    Difference {
        construct: "a constant that is true or false",
        // Without quotes it is the name of a question.
        outcome: Outcome::Refused("There is no question \"true\""),
        cases: &[("{x} = true", r#"{"x":"true"}"#)],
    },
    Difference {
        construct: "capitals that don't matter in a choice",
        outcome: Outcome::Is(false),
        cases: &[("{x} = 'yes'", r#"{"x":"Yes"}"#)],
    },
    Difference {
        construct: "capitals that don't matter in a question's name",
        outcome: Outcome::Refused("There is no question \"Year\""),
        cases: &[("{Year} = 8", r#"{"year":8}"#)],
    },
    Difference {
        construct: "several answers equal to one",
        outcome: Outcome::Refused("write selected(x, '…')"),
        cases: &[("{x} = 'a'", r#"{"x":["a"]}"#)],
    },
    Difference {
        construct: "several answers equal to a list",
        outcome: Outcome::Refused("a number, a question, or a word in quotes"),
        cases: &[
            ("{x} = ['a','b']", r#"{"x":["b","a"]}"#),
            ("{x} = ['a']", r#"{"x":["a"]}"#),
        ],
    },
    Difference {
        construct: "a part of a text",
        outcome: Outcome::Refused("is a text: ask whether it is answered"),
        cases: &[("{x} contains 'a'", r#"{"x":"banana"}"#)],
    },
    Difference {
        construct: "texts in order, as dates",
        outcome: Outcome::Refused("only numbers can be smaller or larger"),
        cases: &[("{x} > '2024-01-01'", r#"{"x":"2024-06-15"}"#)],
    },
    Difference {
        construct: "a calculation with a number",
        outcome: Outcome::Refused("a comparison such as"),
        cases: &[("{x}+1 > 2", r#"{"x":"1"}"#)],
    },
    Difference {
        construct: "a calculation with two questions",
        outcome: Outcome::Refused("a comparison such as"),
        cases: &[("{x} + {y} <= 10", r#"{"x":3}"#)],
    },
];

/// So many had the same outcome when this was written; more is as good.
const EQUAL: usize = 27;

#[test]
fn conditions_come_out_as_elsewhere_or_differ_on_purpose() {
    let Some(file) = load("expected/surveyjs-conditions.json") else {
        return;
    };
    let mut left: BTreeSet<_> = DIFFERENT.iter().flat_map(|it| it.cases).collect();
    let mut equal = 0;
    for case in file["cases"].as_array().unwrap() {
        let expression = case["expression"].as_str().unwrap();
        let values = case["values"].to_string();
        let said = outcome(expression, &case["values"]);
        let Some((difference, listed)) = different(expression, &values) else {
            assert_eq!(said.map(Value::from), Ok(case["result"].clone()), "{case}");
            equal += 1;
            continue;
        };
        left.remove(listed);
        let construct = difference.construct;
        match (&difference.outcome, said) {
            (Outcome::Is(expected), Ok(holds)) => {
                assert_eq!(holds, *expected, "{construct}: {case}");
                assert_ne!(case["result"], holds, "{construct} differs no longer");
            }
            (Outcome::Refused(part), Err(sentence)) => {
                let refused = sentence.starts_with(GATE) && sentence.contains(part);
                assert!(refused, "{construct}: {case}: {sentence}");
            }
            (expected, said) => panic!("{construct}: {said:?} instead of {expected:?}: {case}"),
        }
    }
    assert!(left.is_empty(), "no longer in the file: {left:?}");
    assert!(equal >= EQUAL, "only {equal} equal");
}

/// The construct that covers a case, and the case as it is listed there.
fn different(expression: &str, values: &str) -> Option<(&'static Difference, &'static Case)> {
    DIFFERENT
        .iter()
        .flat_map(|it| it.cases.iter().map(move |case| (it, case)))
        .find(|(_, case)| **case == (expression, values))
}

/// Where the condition stands in the survey made for it.
const GATE: &str = "/pages/1/visible_if: ";

/// Whether a question with this condition is shown to somebody with these values,
/// or the sentence that refuses the condition.
fn outcome(expression: &str, values: &Value) -> Result<bool, String> {
    let values = flat(values);
    let questions: Vec<Value> = names(expression, &values)
        .into_iter()
        .map(|name| question(&name, values.get(&name), expression))
        .collect();
    let condition = rewritten(expression, &|_| None);
    let gated = json!({"id": "gated", "visible_if": condition, "questions": [
        {"id": "gated", "kind": "text", "title": "Gated"}
    ]});
    let asked = json!({"id": "asked", "title": "Asked", "questions": questions});
    let survey = survey::read(&survey(&[asked, gated]).to_string())
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<String>())?;
    let journey = journey(&survey, &read(&Value::Object(values)));
    assert!(journey.complete, "{expression}: {:?}", journey.errors);
    Ok(shown(&journey).contains("gated"))
}

/// The values as Hark writes them: a matrix by its rows, true and false as choices.
fn flat(values: &Value) -> Map<String, Value> {
    let mut flat = Map::new();
    for (name, value) in values.as_object().unwrap() {
        match value {
            Value::Object(rows) => {
                flat.extend(
                    rows.iter()
                        .map(|(row, value)| (format!("{name}.{row}"), value.clone())),
                );
            }
            Value::Bool(value) => {
                flat.insert(name.clone(), value.to_string().into());
            }
            value => {
                flat.insert(name.clone(), value.clone());
            }
        }
    }
    flat
}

/// The questions there are: those with values, and those named that have none.
fn names(expression: &str, values: &Map<String, Value>) -> Vec<String> {
    let mut names: Vec<String> = values.keys().cloned().collect();
    for piece in pieces(expression) {
        if let Piece::Name(name) = piece
            && !names.iter().any(|other| other.eq_ignore_ascii_case(&name))
        {
            names.push(name);
        }
    }
    names
}

/// A question of the kind that the value has or, without one, that the expression
/// takes for granted.
fn question(name: &str, value: Option<&Value>, expression: &str) -> Value {
    let pieces = pieces(expression);
    let of_text = pieces.contains(&Piece::Other("contains".into()));
    let constants: Vec<String> = pieces.iter().flat_map(constants).collect();
    let is_number = |text: &String| text.parse::<i64>().is_ok();
    let kind = match value {
        Some(Value::Number(_)) => "number",
        Some(Value::Array(_)) => "multiple",
        Some(Value::String(word)) if word.is_empty() || of_text => "text",
        Some(_) => "single",
        None if constants.is_empty() => "text",
        None if constants.iter().all(is_number) => "number",
        None if pieces
            .iter()
            .any(|piece| *piece == Piece::Other("!=".into())) =>
        {
            "single"
        }
        None => "multiple",
    };
    let mut question = json!({"id": name, "kind": kind, "title": name});
    if matches!(kind, "single" | "multiple") {
        let given = match value {
            Some(Value::Array(list)) => list.iter().map(id).collect(),
            Some(value) => vec![id(value)],
            None => Vec::new(),
        };
        // Two that nothing names, because a question needs two choices.
        let mut ids = [given, constants, vec!["other-1".into(), "other-2".into()]].concat();
        ids.sort();
        ids.dedup();
        let named = |id: &&str| hark_domain::id::ChoiceId::new(id).is_ok();
        question["choices"] = choices(ids.iter().map(String::as_str).filter(named));
    }
    question
}

/// The constants that a piece holds.
fn constants(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Quoted(text) => vec![text.clone()],
        Piece::List(items) => items.clone(),
        Piece::Other(text) if text.parse::<i64>().is_ok() => vec![text.clone()],
        _ => Vec::new(),
    }
}
