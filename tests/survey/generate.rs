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

#[derive(Clone, Debug)]
struct DraftPage {
    visible_if: Option<Sketch>,
    end_if: Option<Sketch>,
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
        prop::collection::vec(question::drafts(), 1..=most_questions),
    )
        .prop_map(|(visible_if, end_if, questions)| DraftPage {
            visible_if,
            end_if,
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
    for (index, draft) in drafts.iter().enumerate() {
        let first = asked.len();
        let named = draft.questions.iter().zip(&NAMES[first..]);
        asked.extend(named.map(|(question, name)| {
            let more = [("id", json!(name)), ("title", json!("What?"))];
            with(question.shape.clone(), &more)
        }));
        let questions = draft.questions.iter().enumerate();
        let questions: Vec<Value> = questions
            .map(|(place, question)| {
                let own = first + place;
                let mut others = asked.clone();
                let base = others.remove(own);
                let visible_if = written(question.visible_if.as_ref(), &asked[..own]);
                let required_if = written(question.required_if.as_ref(), &others);
                let conditions = [("visible_if", visible_if), ("required_if", required_if)];
                with(base, &conditions)
            })
            .collect();
        let base = json!({"id": format!("p{index}"), "title": "Page", "questions": questions});
        let visible_if = written(draft.visible_if.as_ref(), &asked[..first]);
        let end_if = written(draft.end_if.as_ref(), &asked);
        pages.push(with(
            base,
            &[("visible_if", visible_if), ("end_if", end_if)],
        ));
    }
    Definition(json!({
        "id": "s", "version": 1, "title": "S", "about": "About", "minutes": 1, "thanks": "Thanks",
        "pages": pages,
    }))
}
