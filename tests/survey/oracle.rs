//! A second reading of the rules, from their words alone.
//!
//! It knows the definition as plain JSON and conditions as plain text. Where the
//! engine walks the survey once, forwards, and keeps what it saw, this asks
//! backwards: is this question shown? That depends on its page and on conditions,
//! those on other questions' answers, those on whether *they* are shown, and so on
//! down. Slow, short, and nothing in common with the engine but the words.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::generate::{list, pages, questions, text};
use serde_json::{Map, Value, json};

mod decimal;
mod expression;
pub(crate) mod piping;
mod rule;

/// The rules, applied to one person's answers to one survey.
pub(crate) struct Oracle<'a> {
    survey: &'a Value,
    answers: &'a Value,
    /// Each question's visibility once found out, or the time doubles with every condition.
    shown: RefCell<BTreeMap<String, bool>>,
    /// The same of what each question's answer counts as.
    counted: RefCell<BTreeMap<String, Option<Value>>>,
}

/// One thing wrong: where it may be said to be, by question or row, and every rule that
/// may be named.
pub(crate) type Broken = Vec<(String, &'static str)>;

impl<'a> Oracle<'a> {
    pub(crate) fn new(survey: &'a Value, answers: &'a Value) -> Self {
        Self {
            survey,
            answers,
            shown: RefCell::default(),
            counted: RefCell::default(),
        }
    }

    /// The journey as design and wire write it, but for the errors.
    pub(crate) fn journey(&self) -> Value {
        let mut pages_seen = Vec::new();
        let mut choices = Map::new();
        let mut required = Vec::new();
        for (index, page) in pages(self.survey).iter().enumerate() {
            let mut names = Vec::new();
            for question in questions(page).iter().filter(|it| self.shown(index, it)) {
                let rows: Vec<&Value> = self.asked(question).collect();
                let whole = self.is_required(question);
                let own: Vec<(String, bool)> = if question["kind"] == "matrix" {
                    let row =
                        |row: &&Value| (name(question, row), whole || row["required"] == true);
                    rows.iter().map(row).collect()
                } else {
                    vec![(text(question, "id").to_owned(), whole)]
                };
                for (name, needed) in own {
                    if question.get("choices").is_some() {
                        let offered = self.offered(question).map(|it| it["id"].clone());
                        choices.insert(name.clone(), offered.collect());
                    }
                    required.extend(needed.then(|| name.clone()));
                    names.push(name);
                }
            }
            if !names.is_empty() {
                pages_seen.push(json!({"id": page["id"], "questions": names}));
            }
        }
        json!({
            "pages": pages_seen, "required": required, "choices": choices, "kept": self.kept(),
            "complete": self.errors().is_empty(),
        })
    }

    /// What would be sent.
    pub(crate) fn kept(&self) -> Map<String, Value> {
        let mut kept = Map::new();
        for (index, page) in pages(self.survey).iter().enumerate() {
            for question in questions(page).iter().filter(|it| self.shown(index, it)) {
                if let Some(answer) = self.counts(question)
                    && self.broken(question).is_empty()
                {
                    kept.insert(text(question, "id").to_owned(), decimal::plain(answer));
                }
            }
        }
        kept
    }

    /// Everything wrong: in order of the questions, then what is not a question.
    pub(crate) fn errors(&self) -> Vec<Broken> {
        let mut errors = Vec::new();
        for (index, page) in pages(self.survey).iter().enumerate() {
            let shown: Vec<&Value> = questions(page)
                .iter()
                .filter(|it| self.shown(index, it))
                .collect();
            let before = errors.len();
            for question in &shown {
                errors.extend(self.missing(question));
                let broken = self.broken(question);
                errors.extend((!broken.is_empty()).then_some(broken));
            }
            let last = shown.iter().rfind(|it| self.counts(it).is_some());
            // One thing after the other: the page as a whole comes last.
            if let Some(last) = last
                && errors.len() == before
                && self.holds(page, "constraint") == Some(false)
            {
                errors.push(vec![(text(last, "id").to_owned(), "constraint")]);
            }
        }
        for (id, answer) in self.answers.as_object().unwrap() {
            if self.place(id).is_none() && !is_blank(answer) {
                errors.push(vec![(id.clone(), "unknown-question")]);
            }
        }
        errors
    }

    /// What has to be answered and isn't. A wrong answer is never missing as well.
    fn missing(&self, question: &Value) -> Vec<Broken> {
        let whole = self.is_required(question);
        let answer = self.counts(question);
        if question["kind"] != "matrix" {
            let missing = whole && answer.is_none();
            return missing
                .then(|| vec![(text(question, "id").to_owned(), "required")])
                .into_iter()
                .collect();
        }
        if !rule::is_readable(question, answer.as_ref()) {
            return Vec::new();
        }
        let answered = |row: &&Value| {
            answer
                .as_ref()
                .is_some_and(|it| it.get(text(row, "id")).is_some())
        };
        let rows = self.asked(question);
        rows.filter(|row| (whole || row["required"] == true) && !answered(row))
            .map(|row| vec![(name(question, row), "required")])
            .collect()
    }

    /// The rules that a visible question's answer breaks, if it has one.
    fn broken(&self, question: &Value) -> Broken {
        let id = text(question, "id");
        let Some(answer) = self.counts(question) else {
            return Vec::new();
        };
        let mut broken = rule::broken(question, &answer);
        // Whoever chose all there is chose enough.
        let alone = |choice: &&Value| choice["exclusive"] == true || choice["id"] == "prefer-not";
        let all = self
            .offered(question)
            .filter(|choice| !alone(choice))
            .count();
        if answer.as_array().is_some_and(|words| words.len() == all) {
            broken.retain(|(_, code)| *code != "too-few");
        }
        if broken.is_empty() && self.holds(question, "constraint") == Some(false) {
            return vec![(id.to_owned(), "constraint")];
        }
        let named = |(row, code): (Option<String>, _)| {
            (
                row.map_or_else(|| id.to_owned(), |row| format!("{id}.{row}")),
                code,
            )
        };
        broken.into_iter().map(named).collect()
    }

    fn shown(&self, page: usize, question: &Value) -> bool {
        let id = text(question, "id");
        if let Some(found) = self.shown.borrow().get(id) {
            return *found;
        }
        let shown = self.page_opens(page)
            && self.holds(question, "visible_if") != Some(false)
            && (question["kind"] != "matrix" || self.asked(question).next().is_some());
        self.shown.borrow_mut().insert(id.to_owned(), shown);
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
            seen && self.holds(&all[earlier], "end_if") == Some(true)
        });
        !ended && self.holds(&all[page], "visible_if") != Some(false)
    }

    fn is_required(&self, question: &Value) -> bool {
        question["required"] == true || self.holds(question, "required_if") == Some(true)
    }

    /// The rows of a question that are asked.
    fn asked<'b>(&'b self, question: &'b Value) -> impl Iterator<Item = &'b Value> {
        self.visible(question, "rows")
    }

    /// The choices of a question that are offered.
    fn offered<'b>(&'b self, question: &'b Value) -> impl Iterator<Item = &'b Value> {
        self.visible(question, "choices")
    }

    fn visible<'b>(&'b self, question: &'b Value, parts: &str) -> impl Iterator<Item = &'b Value> {
        let parts = list(question, parts).iter();
        parts.filter(|part| self.holds(part, "visible_if") != Some(false))
    }

    /// Whether a part's condition holds, if it has one.
    fn holds(&self, part: &Value, name: &str) -> Option<bool> {
        let condition = part[name].as_str()?;
        Some(expression::holds(condition, &|id| self.read(id)))
    }

    /// What a condition sees of a question or of a row: nothing while it is hidden, and
    /// nothing where the answer is of another kind or none of what there is.
    fn read(&self, id: &str) -> Option<Value> {
        if let Some((page, question)) = self.place(id) {
            let answer = self.counts(question).filter(|_| self.shown(page, question));
            return answer.filter(|answer| rule::is_readable(question, Some(answer)));
        }
        self.all().find_map(|(_, question)| {
            let rows = list(question, "rows").iter();
            let row = rows.clone().find(|row| name(question, row) == id)?;
            self.read(text(question, "id"))?
                .get(text(row, "id"))
                .cloned()
        })
    }

    /// What an answer counts as: without blanks, and without the choices and rows that are
    /// there but not offered; nothing where nothing is left.
    fn counts(&self, question: &Value) -> Option<Value> {
        let id = text(question, "id");
        if let Some(found) = self.counted.borrow().get(id) {
            return found.clone();
        }
        let answer = self.answers.get(id).filter(|answer| !is_blank(answer));
        let left = answer.and_then(|answer| self.left(question, answer));
        self.counted
            .borrow_mut()
            .insert(id.to_owned(), left.clone());
        left
    }

    fn left(&self, question: &Value, answer: &Value) -> Option<Value> {
        let gone = |parts: &str, id: &Value| {
            let there = list(question, parts).iter().any(|part| part["id"] == *id);
            there && self.visible(question, parts).all(|part| part["id"] != *id)
        };
        let left = match (text(question, "kind"), answer) {
            ("single", word @ Value::String(_)) if gone("choices", word) => Value::Null,
            ("multiple" | "ranking", Value::Array(words)) => words
                .iter()
                .filter(|word| !gone("choices", word))
                .cloned()
                .collect(),
            ("matrix", Value::Object(rows)) => {
                let stays = |(row, choice): &(&String, &Value)| {
                    !is_blank(choice) && !gone("rows", &json!(row)) && !gone("choices", choice)
                };
                let rows = rows.iter().filter(stays);
                rows.map(|(row, choice)| (row.clone(), choice.clone()))
                    .collect::<Map<_, _>>()
                    .into()
            }
            (_, other) => other.clone(),
        };
        (!is_blank(&left)).then_some(left)
    }

    fn all(&self) -> impl Iterator<Item = (usize, &'a Value)> {
        let pages = pages(self.survey).iter().enumerate();
        pages.flat_map(|(index, page)| questions(page).iter().map(move |it| (index, it)))
    }

    fn place(&self, id: &str) -> Option<(usize, &'a Value)> {
        self.all().find(|(_, question)| text(question, "id") == id)
    }
}

/// How a row is called.
fn name(question: &Value, row: &Value) -> String {
    format!("{}.{}", text(question, "id"), text(row, "id"))
}

/// Whether that is no answer at all.
fn is_blank(answer: &Value) -> bool {
    match answer {
        Value::String(word) => word.trim().is_empty(),
        Value::Array(words) => words.is_empty(),
        Value::Object(rows) => rows.values().all(is_blank),
        Value::Null => true,
        _ => false,
    }
}

/// Whether an answer to a question meets a condition that looks at nothing else.
pub(crate) fn meets(condition: &str, question: &Value, answer: &Value) -> bool {
    let own = |id: &str| (text(question, "id") == id).then(|| answer.clone());
    expression::holds(condition, &own)
}

/// The survey as those are asked who came with that code, or with none.
pub(crate) fn asked_of(survey: &Value, code: Option<&str>) -> Value {
    let mut asked = survey.clone();
    let picks = &survey["optional"];
    let school = code.map_or(&Value::Null, |code| &picks["schools"][code]);
    let picked = |id: &Value| {
        let of = |list: &Value| list.as_array().is_some_and(|list| list.contains(id));
        of(&picks["borough"]) || of(school)
    };
    let pages = asked["pages"].as_array_mut().unwrap();
    for page in pages.iter_mut() {
        let questions = page["questions"].as_array_mut().unwrap();
        questions.retain(|question| question["optional"] != true || picked(&question["id"]));
    }
    pages.retain(|page| page["questions"] != json!([]));
    asked
}
