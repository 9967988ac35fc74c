//! Random surveys with every kind of question and condition.
//!
//! Each question is of a kind that its place picks; conditions look at questions before
//! it. A draft that the check refuses, such as one with a question nobody can reach, is
//! not used.

use hark_domain::survey::{self, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What chance decides of a question.
#[derive(Clone, Debug)]
struct Draft {
    kind: usize,
    parts: u32,
    condition: u32,
    new_page: bool,
}

/// Surveys that the check takes.
pub(crate) fn surveys() -> impl Strategy<Value = Survey> {
    let draft = (
        0..9_usize,
        any::<u32>(),
        any::<u32>(),
        prop::bool::weighted(0.6),
    );
    let draft = draft.prop_map(|(kind, parts, condition, new_page)| Draft {
        kind,
        parts,
        condition,
        new_page,
    });
    prop::collection::vec(draft, 2..9).prop_filter_map("the check refuses it", |drafts| {
        survey::read(&written(&drafts).to_string()).ok()
    })
}

fn bit(parts: u32, place: u32) -> bool {
    parts >> place & 1 == 1
}

fn written(drafts: &[Draft]) -> Value {
    let mut pages: Vec<Value> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let mut question = question(index, draft);
        let condition = condition(&drafts[..index], draft.condition);
        if draft.new_page || pages.is_empty() {
            let titled =
                bit(draft.parts, 20) || drafts.get(index + 1).is_some_and(|next| !next.new_page);
            let id = if titled {
                format!("p{index}")
            } else {
                format!("q{index}")
            };
            let mut page = json!({"id": id, "questions": []});
            if titled {
                page["title"] = words("Page", draft.parts);
            }
            pages.push(page);
        }
        let page = pages.last_mut().unwrap();
        let first = page["questions"].as_array().unwrap().is_empty();
        if let Some(condition) = condition {
            let place = match draft.condition >> 28 & 3 {
                0 if question["kind"] != "note" => &mut question["required_if"],
                1 if first => &mut page["visible_if"],
                _ => &mut question["visible_if"],
            };
            *place = condition.into();
        }
        page["questions"].as_array_mut().unwrap().push(question);
    }
    json!({"id": "s", "version": 1, "title": "S", "about": "A", "minutes": 1, "thanks": "T", "pages": pages})
}

fn words(words: &str, parts: u32) -> Value {
    match parts >> 24 & 3 {
        0 => json!({"en": words, "cs": "Slova"}),
        1 => json!({"pl": words}),
        _ => json!(words),
    }
}

fn choices(parts: u32) -> Value {
    let mut choices = vec![
        json!({"id": "a", "label": "A"}),
        json!({"id": "2", "label": words("B", parts)}),
    ];
    if bit(parts, 1) {
        choices.push(json!({"id": "3", "label": "C"}));
    }
    if bit(parts, 2) {
        choices.push(json!({"id": "prefer-not", "label": "No"}));
    }
    choices.into()
}

fn question(index: usize, draft: &Draft) -> Value {
    let parts = draft.parts;
    let id = format!("q{index}");
    let mut question = json!({"id": id, "title": words("What?", parts)});
    let mut put = |name: &str, value: Value| question[name] = value;
    let kinds = [
        "single", "multiple", "ranking", "matrix", "number", "number", "text", "text", "note",
    ];
    put("kind", kinds[draft.kind].into());
    match draft.kind {
        0..=3 => put("choices", choices(parts)),
        4 if bit(parts, 3) => put("least", json!(-1)),
        5 => put("decimals", json!(2)),
        7 => put("long", json!(true)),
        _ => {}
    }
    if bit(parts, 4) {
        match draft.kind {
            0 => put("look", json!("faces")),
            1 | 2 => put("most", json!(2)),
            5 => put("least", json!(0.5)),
            6 => put("longest", json!(40)),
            _ => {}
        }
    }
    if draft.kind == 3 {
        put(
            "rows",
            json!([{"id": "r1", "label": "R", "required": bit(parts, 5)}, {"id": format!("x{index}"), "label": "X"}]),
        );
    }
    if draft.kind != 8 && bit(parts, 6) && bit(parts, 7) {
        put("required", json!(true));
    }
    if bit(parts, 8) {
        put("help", words("Help {{ me { or {q", parts));
    }
    if bit(parts, 9) {
        put("sensitive", json!(true));
    }
    if bit(parts, 10) && bit(parts, 11) {
        let constraint = match draft.kind {
            0 => Some(format!("{id} != 'a'")),
            1 => Some(format!("count-selected({id}) < 2 or selected({id}, '2')")),
            4 | 5 => Some(format!("{id} >= 1 and {id} <= 3")),
            6 | 7 => Some(format!("length({id}) <= 3")),
            _ => None,
        };
        if let Some(constraint) = constraint {
            put("constraint", constraint.into());
            if bit(parts, 12) {
                put("constraint_message", words("Not so.", parts));
            }
        }
    }
    question
}

/// A condition that looks at questions before.
fn condition(before: &[Draft], chance: u32) -> Option<String> {
    if before.is_empty() || chance.is_multiple_of(3) {
        return None;
    }
    let test = |chance: u32| {
        let index = chance as usize % before.len();
        let draft = &before[index];
        let id = match draft.kind {
            3 => format!(
                "q{index}.{}",
                if bit(chance, 9) {
                    "r1".to_owned()
                } else {
                    format!("x{index}")
                }
            ),
            _ => format!("q{index}"),
        };
        let pick = chance >> 10 & 7;
        let any = format!("{id} answered");
        match (draft.kind, pick) {
            (8, _) => None,
            (_, 0) => Some(any),
            (_, 1) => Some(format!("{id} not answered")),
            (0 | 3, 2) => Some(format!("{id} = 'a'")),
            (0 | 3, 3) => Some(format!("{id} != '2'")),
            (0 | 3, 4) => Some(format!("selected({id}, '2')")),
            (0..=3, 5) => Some(format!("{id} any of ['a', '2']")),
            (1 | 2, 2) => Some(format!("{id} all of ['a', '2']")),
            (1 | 2, 3) => Some(format!("count-selected({id}) > 1")),
            (1 | 2, _) => Some(format!("not selected({id}, 'a')")),
            (4, 2) => Some(format!("{id} != 2")),
            (4 | 5, 3) => Some(format!("not {id} < 2")),
            (5, _) => Some(format!("{id} >= 1.5")),
            (4, _) => {
                let other = before.iter().rposition(|draft| matches!(draft.kind, 4 | 5));
                other.map(|other| {
                    format!(
                        "{id} {} q{other}",
                        ["=", "!=", "<", ">="][pick as usize % 4]
                    )
                })
            }
            (6 | 7, 2) => Some(format!("{id} = \"it's\"")),
            (6 | 7, 3) => Some(format!("length({id}) >= 2")),
            _ => Some(any),
        }
    };
    let (first, second, third) = (test(chance >> 3)?, test(chance >> 7), test(chance >> 11));
    Some(match (chance >> 26 & 3, second, third) {
        (0, Some(second), _) => format!("{first} and {second}"),
        (1, Some(second), _) => format!("{first} or {second}"),
        (2, Some(second), Some(third)) => format!("({first} or {second}) and {third}"),
        (3, Some(second), _) => format!("not ({first} and {second})"),
        _ => first,
    })
}
