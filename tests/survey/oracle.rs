//! A second reading of the rules, from their words alone.
//!
//! It knows the definition as plain JSON and conditions as plain text. Where the
//! engine walks the survey once, forwards, and keeps what it saw, this asks
//! backwards: is this question shown? That depends on its page and on conditions,
//! those on other questions' answers, those on whether *they* are shown, and so on
//! down. Slow, short, and nothing in common with the engine but the words.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::generate::{pages, questions, text};
use serde_json::{Map, Value, json};

mod expression;
mod rule;

/// The rules, applied to one person's answers to one survey.
pub(crate) struct Oracle<'a> {
    survey: &'a Value,
    answers: &'a Value,
    /// Each question's visibility once found out, or the time doubles with every condition.
    found: RefCell<BTreeMap<String, bool>>,
}

/// A question with something wrong, and every rule that it breaks.
pub(crate) type Broken = (String, Vec<&'static str>);

impl<'a> Oracle<'a> {
    pub(crate) fn new(survey: &'a Value, answers: &'a Value) -> Self {
        Self {
            survey,
            answers,
            found: RefCell::default(),
        }
    }

    /// The journey as design and wire write it, but for the errors.
    pub(crate) fn journey(&self) -> Value {
        let mut pages_seen = Vec::new();
        let mut choices = Map::new();
        let mut required = Vec::new();
        let mut kept = Map::new();
        for (index, page) in pages(self.survey).iter().enumerate() {
            let shown = questions(page).iter().filter(|it| self.shown(index, it));
            let ids: Vec<&str> = shown.clone().map(|it| text(it, "id")).collect();
            if !ids.is_empty() {
                pages_seen.push(json!({"id": page["id"], "questions": ids}));
            }
            for question in shown {
                let id = text(question, "id");
                if let Some(offered) = question["choices"].as_array() {
                    let ids = offered.iter().map(|choice| choice["id"].clone()).collect();
                    choices.insert(id.to_owned(), ids);
                }
                if self.is_required(question) {
                    required.push(id);
                }
                if let Some(answer) = self.answer(id)
                    && rule::broken(question, answer).is_empty()
                {
                    kept.insert(id.to_owned(), answer.clone());
                }
            }
        }
        json!({
            "pages": pages_seen, "required": required, "choices": choices, "kept": kept,
            "complete": self.errors().is_empty(),
        })
    }

    /// Everything wrong: in order of the questions, then what is not a question.
    pub(crate) fn errors(&self) -> Vec<Broken> {
        let mut errors = Vec::new();
        for (index, page) in pages(self.survey).iter().enumerate() {
            for question in questions(page).iter().filter(|it| self.shown(index, it)) {
                let id = text(question, "id");
                let broken = match self.answer(id) {
                    Some(answer) => rule::broken(question, answer),
                    None if self.is_required(question) => vec!["required"],
                    None => Vec::new(),
                };
                if !broken.is_empty() {
                    errors.push((id.to_owned(), broken));
                }
            }
        }
        for id in self.answers.as_object().unwrap().keys() {
            if self.place(id).is_none() && self.answer(id).is_some() {
                errors.push((id.clone(), vec!["unknown-question"]));
            }
        }
        errors
    }

    fn shown(&self, page: usize, question: &Value) -> bool {
        let id = text(question, "id");
        if let Some(found) = self.found.borrow().get(id) {
            return *found;
        }
        let shown = self.page_opens(page) && self.holds(question, "visible_if").unwrap_or(true);
        self.found.borrow_mut().insert(id.to_owned(), shown);
        shown
    }

    /// A page opens when its condition holds and no page before it ended the
    /// survey. A page nobody sees anything of can't end it.
    fn page_opens(&self, page: usize) -> bool {
        let all = pages(self.survey);
        let ended = (0..page).any(|earlier| {
            let seen = questions(&all[earlier])
                .iter()
                .any(|it| self.shown(earlier, it));
            seen && self.holds(&all[earlier], "end_if").unwrap_or(false)
        });
        !ended && self.holds(&all[page], "visible_if").unwrap_or(true)
    }

    fn is_required(&self, question: &Value) -> bool {
        question["required"] == true || self.holds(question, "required_if").unwrap_or(false)
    }

    /// Whether a part's condition holds, if it has one.
    fn holds(&self, part: &Value, name: &str) -> Option<bool> {
        let condition = part[name].as_str()?;
        Some(expression::holds(condition, &|id| self.read(id)))
    }

    /// What a condition sees of a question: nothing while it is hidden, and nothing
    /// where the answer is of another kind or none of the choices.
    fn read(&self, id: &str) -> Option<&Value> {
        let (page, question) = self.place(id)?;
        let answer = self.answer(id).filter(|_| self.shown(page, question))?;
        let broken = rule::broken(question, answer);
        let unreadable = ["wrong-kind", "unknown-choice"];
        (!broken.iter().any(|code| unreadable.contains(code))).then_some(answer)
    }

    /// The answer given, unless it is blank.
    fn answer(&self, id: &str) -> Option<&Value> {
        let answer = self.answers.get(id)?;
        let blank = match answer {
            Value::String(word) => word.trim().is_empty(),
            Value::Array(words) => words.is_empty(),
            _ => false,
        };
        (!blank).then_some(answer)
    }

    fn place(&self, id: &str) -> Option<(usize, &Value)> {
        let pages = pages(self.survey).iter().enumerate();
        pages
            .flat_map(|(index, page)| questions(page).iter().map(move |it| (index, it)))
            .find(|(_, question)| text(question, "id") == id)
    }
}
