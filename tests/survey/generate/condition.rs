//! Random conditions, in every way of writing that the language has.

use super::{WORDS, text};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// What a number may have after its whole part; mostly nothing.
const PARTS: [&str; 8] = ["", "", "", "", ".5", ".25", ".10", ".0"];

/// A condition before it is known which questions it may name.
#[derive(Clone, Debug)]
pub(super) enum Sketch {
    Test(SketchTest),
    Not(Box<Sketch>),
    And(Vec<Sketch>),
    Or(Vec<Sketch>),
    /// Brackets that change nothing.
    Bracketed(Box<Sketch>),
}

/// A test of some question, in one of the ways its kind allows.
#[derive(Clone, Debug)]
pub(super) struct SketchTest {
    question: Index,
    way: Index,
    op: Index,
    words: Vec<Index>,
    number: i64,
    /// What follows the number's point, with the point.
    part: &'static str,
    /// The other question of a comparison.
    other: Index,
    /// Written without the spaces that can be left out, and with the other quotes.
    tight: bool,
}

/// Conditions of up to three levels.
pub(super) fn sketches() -> impl Strategy<Value = Sketch> {
    let test = (
        any::<Index>(),
        any::<Index>(),
        any::<Index>(),
        prop::collection::vec(any::<Index>(), 1..=3),
        (-3..=7_i64, prop::sample::select(&PARTS)),
        any::<Index>(),
        any::<bool>(),
    )
        .prop_map(|(question, way, op, words, (number, part), other, tight)| {
            Sketch::Test(SketchTest {
                question,
                way,
                op,
                words,
                number,
                part,
                other,
                tight,
            })
        });
    test.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Sketch::Not(Box::new(part))),
            inner
                .clone()
                .prop_map(|part| Sketch::Bracketed(Box::new(part))),
            prop::collection::vec(inner.clone(), 2..=3).prop_map(Sketch::And),
            prop::collection::vec(inner, 2..=3).prop_map(Sketch::Or),
        ]
    })
}

/// The condition about some of `questions`, or null where there is none to name.
pub(super) fn written(sketch: Option<&Sketch>, questions: &[Value]) -> Value {
    match sketch {
        Some(sketch) if !questions.is_empty() => sketch.write(questions, Binding::Loose).into(),
        _ => Value::Null,
    }
}

/// How tightly what stands around binds, so that brackets stand only where needed.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Loose,
    And,
    Not,
}

impl Sketch {
    fn write(&self, questions: &[Value], around: Binding) -> String {
        let joined = |parts: &[Self], word: &str, inside: Binding, bracket: bool| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| part.write(questions, inside))
                .collect();
            let joined = parts.join(word);
            if bracket {
                format!("({joined})")
            } else {
                joined
            }
        };
        match self {
            Self::Test(test) => test.write(test.question.get(questions), questions),
            Self::Not(part) => format!("not {}", part.write(questions, Binding::Not)),
            Self::Bracketed(part) => format!("( {})", part.write(questions, Binding::Loose)),
            Self::And(parts) => joined(parts, " and ", Binding::Not, around > Binding::And),
            Self::Or(parts) => joined(parts, " or ", Binding::And, around > Binding::Loose),
        }
    }
}

impl SketchTest {
    fn write(&self, question: &Value, questions: &[Value]) -> String {
        let id = text(question, "id");
        let space = if self.tight { "" } else { " " };
        let op = *self.op.get(&["=", "!=", "<", "<=", ">", ">="]);
        let equal = *self.op.get(&["=", "!="]);
        let number = format!("{}{}", self.number, self.part);
        let count = format!("{}{}", self.number.rem_euclid(5), self.part);
        let answered = [
            format!("{id} answered"),
            format!("{id} not answered"),
            format!("answered({space}{id})"),
        ];
        let kind = text(question, "kind");
        let mut of_kind = match kind {
            "matrix" => Vec::new(),
            "number" => vec![format!("{id}{space}{op}{space}{number}")],
            "text" => {
                let word = self.quoted(WORDS[self.words[0].index(WORDS.len())]);
                vec![
                    format!("{id}{space}{equal}{space}{word}"),
                    format!("length({id}){space}{op}{space}{number}"),
                ]
            }
            _ => {
                let choices = question["choices"].as_array().unwrap();
                let word = |index: &Index| self.quoted(text(index.get(choices), "id"));
                let list = self.words.iter().map(word).collect::<Vec<_>>();
                let list = list.join(if self.tight { "," } else { " , " });
                let first = word(&self.words[0]);
                let mut ways = vec![
                    format!("selected({id},{space}{first})"),
                    format!("{id} any of{space}[{list}]"),
                    format!("{id} all of{space}[{space}{list}]"),
                ];
                if matches!(kind, "single" | "row") {
                    ways.push(format!("{id}{space}={space}{first}"));
                    ways.push(format!("{id}{space}!={space}{first}"));
                } else {
                    ways.push(format!("count-selected({id}){space}{op}{space}{count}"));
                    ways.push(format!("count-selected( {id} ){space}{op}{space}{count}"));
                }
                ways
            }
        };
        let compared = self.compared_with(kind, questions);
        let op = if kind == "number" { op } else { equal };
        of_kind.extend(compared.map(|other| format!("{id}{space}{op}{space}{other}")));
        // What only its kind can be asked comes three times as often.
        let ways = [&answered[..], &of_kind, &of_kind, &of_kind].concat();
        self.way.get(&ways).clone()
    }

    /// A question that one of this kind can be compared with, perhaps itself.
    fn compared_with<'a>(&self, kind: &str, questions: &'a [Value]) -> Option<&'a str> {
        let words = |kind: &str| matches!(kind, "single" | "row" | "text");
        let fits = |other: &&str| kind == *other || (words(kind) && words(other));
        let fitting: Vec<&str> = questions
            .iter()
            .filter(|_| kind == "number" || words(kind))
            .filter(|question| fits(&text(question, "kind")))
            .map(|question| text(question, "id"))
            // A digit begins a constant.
            .filter(|id| !id.starts_with(|c: char| c.is_ascii_digit()))
            .collect();
        (!fitting.is_empty()).then(|| *self.other.get(&fitting))
    }

    fn quoted(&self, word: &str) -> String {
        if self.tight || word.contains('\'') {
            format!("\"{word}\"")
        } else {
            format!("'{word}'")
        }
    }
}
