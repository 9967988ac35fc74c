//! Random surveys, as the JSON an officer would write.
//!
//! A survey is drafted first and written after: a draft's conditions point at
//! "some question", and only writing, which knows what stands before, turns that
//! into a name. So every draft gives a valid survey, and shrinking keeps it valid.

use hark_domain::json;
use hark_domain::survey::Survey;
use proptest::prelude::*;
use serde_json::{Value, json};

pub(crate) mod answers;
mod condition;
mod question;

use condition::{Sketch, sketches, written};

/// Ids of questions, many of them easy to take for a word of conditions.
const NAMES: [&str; 12] = [
    "year",
    "6",
    "not-yet",
    "ni_110.b",
    "answered.x",
    "orchard",
    "A1",
    "any-of",
    "selected2",
    "x-1",
    "android",
    "all-of-it",
];

/// Words a text may be compared with or answered by.
pub(crate) const WORDS: [&str; 4] = ["red", "it's", "Łódź", "something else"];

/// A generated survey.
#[derive(Clone)]
pub(crate) struct Definition(pub(crate) Value);

impl std::fmt::Debug for Definition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Definition {
    /// The JSON text.
    pub(crate) fn json(&self) -> String {
        self.0.to_string()
    }

    /// The survey as read, but not checked: one that nobody can finish is walked too.
    pub(crate) fn survey(&self) -> Survey {
        json::read(&self.json()).unwrap()
    }

    /// Its questions, in order.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &Value> {
        pages(&self.0).iter().flat_map(questions)
    }
}

/// The pages of a survey.
pub(crate) fn pages(survey: &Value) -> &[Value] {
    survey["pages"].as_array().unwrap()
}

/// The questions of a page.
pub(crate) fn questions(page: &Value) -> &[Value] {
    page["questions"].as_array().unwrap()
}

/// The text of a part that is one.
pub(crate) fn text<'a>(part: &'a Value, name: &str) -> &'a str {
    part[name].as_str().unwrap()
}

/// The parts of a question or of the survey that are a list; none where there is none.
pub(crate) fn list<'a>(part: &'a Value, name: &str) -> &'a [Value] {
    part[name].as_array().map_or(&[], Vec::as_slice)
}

#[derive(Clone, Debug)]
struct DraftPage {
    visible_if: Option<Sketch>,
    end_if: Option<Sketch>,
    constraint: Option<Sketch>,
    questions: Vec<question::Draft>,
}

/// Surveys of up to four pages with up to three questions each.
pub(crate) fn definitions() -> impl Strategy<Value = Definition> {
    sized(4, 3)
}

/// Surveys small enough to try every way through them.
pub(crate) fn small_definitions() -> impl Strategy<Value = Definition> {
    sized(3, 2)
}

fn sized(most_pages: usize, most_questions: usize) -> impl Strategy<Value = Definition> {
    let page = (
        prop::option::weighted(0.3, sketches()),
        prop::option::weighted(0.15, sketches()),
        prop::option::weighted(0.2, sketches()),
        prop::collection::vec(question::drafts(), 1..=most_questions),
    )
        .prop_map(|(visible_if, end_if, constraint, questions)| DraftPage {
            visible_if,
            end_if,
            constraint,
            questions,
        });
    prop::collection::vec(page, 1..=most_pages).prop_map(|drafts| write(&drafts))
}

/// Adds the parts that are there.
fn with(mut object: Value, parts: &[(&str, Value)]) -> Value {
    for (name, part) in parts.iter().filter(|(_, part)| !part.is_null()) {
        object[*name] = part.clone();
    }
    object
}

fn write(drafts: &[DraftPage]) -> Definition {
    let mut asked: Vec<Value> = Vec::new();
    let mut pages = Vec::new();
    let mut bank: Vec<Value> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let first = asked.len();
        let named = draft.questions.iter().zip(&NAMES[first..]);
        asked.extend(named.map(|(question, name)| {
            // The first is asked of everybody, as one has to be.
            let optional = question.optional && *name != NAMES[0];
            let more = [("id", json!(name)), ("optional", json!(optional))];
            bank.extend(optional.then(|| json!(name)));
            with(question.shape.clone(), &more)
        }));
        let questions = draft.questions.iter().enumerate();
        let questions: Vec<Value> = questions
            .map(|(place, draft)| asked_with(draft, &asked, first + place))
            .collect();
        let base = json!({"id": format!("p{index}"), "title": "Page", "questions": questions});
        let conditions = [
            (
                "visible_if",
                written(draft.visible_if.as_ref(), &targets(&asked[..first])),
            ),
            ("end_if", written(draft.end_if.as_ref(), &targets(&asked))),
            (
                "constraint",
                written(draft.constraint.as_ref(), &targets(&asked)),
            ),
        ];
        pages.push(with(base, &conditions));
    }
    let schools = bank.split_off(bank.len().min(2));
    let schools = &schools[..schools.len().min(2)];
    Definition(json!({
        "id": "s", "version": 1, "title": "S", "about": "About", "minutes": 1, "thanks": "Thanks",
        "optional": {"borough": bank, "schools": {"MEAD7": schools}}, "pages": pages,
    }))
}

/// A question with its words and conditions, which know what stands before it.
fn asked_with(draft: &question::Draft, asked: &[Value], own: usize) -> Value {
    let mut question = asked[own].clone();
    let mut others = asked.to_vec();
    others.remove(own);
    let before = targets(&asked[..own]);
    for (name, conditions) in [("choices", &draft.choices_if), ("rows", &draft.rows_if)] {
        let parts = question.get_mut(name).and_then(Value::as_array_mut);
        let parts = parts.into_iter().flatten();
        for (part, condition) in parts.zip(conditions) {
            *part = with(
                part.clone(),
                &[("visible_if", written(condition.as_ref(), &before))],
            );
        }
    }
    question["title"] = title(draft.piped, &before).into();
    // Its own answer is what a constraint is mostly about.
    let mut with_own = before.clone();
    let own_targets = named(&question);
    for _ in 0..3 {
        with_own.extend(own_targets.iter().cloned());
    }
    let conditions = [
        ("visible_if", written(draft.visible_if.as_ref(), &before)),
        (
            "required_if",
            written(draft.required_if.as_ref(), &targets(&others)),
        ),
        ("constraint", written(draft.constraint.as_ref(), &with_own)),
    ];
    with(question, &conditions)
}

/// What conditions may name of these questions.
fn targets(questions: &[Value]) -> Vec<Value> {
    let questions = questions
        .iter()
        .filter(|question| question["optional"] == false);
    questions.flat_map(named).collect()
}

/// What conditions may name of a question: itself, and each row as if it were one.
fn named(question: &Value) -> Vec<Value> {
    let rows = list(question, "rows").iter().map(|row| {
        let id = format!("{}.{}", text(question, "id"), text(row, "id"));
        json!({"id": id, "kind": "row", "choices": question["choices"]})
    });
    let itself = (question["kind"] != "note").then(|| question.clone());
    itself.into_iter().chain(rows).collect()
}

/// A title that may name an answer given before.
fn title((index, way): (prop::sample::Index, u8), before: &[Value]) -> String {
    let words = |target: &&Value| !matches!(text(target, "kind"), "matrix" | "row");
    let named: Vec<Value> = before.iter().filter(words).cloned().collect();
    if named.is_empty() || way % 2 == 0 {
        return "What?".to_owned();
    }
    let id = text(index.get(&named), "id");
    let ways = [
        format!("What, {{{id}}}?"),
        format!("{{{id}|it}} {{{{{id}}} {{what else}}"),
    ];
    ways[usize::from(way / 2) % ways.len()].clone()
}
