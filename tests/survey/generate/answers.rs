//! Random answers: right ones, wrong ones of every kind, and blank ones, to
//! questions that are shown as well as to hidden ones.

use super::{Definition, WORDS, definitions, list, text};
use hark_domain::survey::Answers;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// How a question is answered.
#[derive(Clone, Copy, Debug)]
enum Manner {
    Absent,
    Blank,
    Right,
    Wrong,
}

/// What somebody would put down for each question, whatever the questions are.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    rows: Vec<(Manner, usize)>,
    stray: Option<usize>,
}

/// Sheets with answers right and wrong, and sometimes one to no question at all.
pub(crate) fn sheets() -> impl Strategy<Value = Sheet> {
    let manner = prop_oneof![
        2 => Just(Manner::Absent),
        1 => Just(Manner::Blank),
        8 => Just(Manner::Right),
        3 => Just(Manner::Wrong),
    ];
    let rows = prop::collection::vec((manner, 0..1000_usize), 12);
    let stray = prop::option::weighted(0.1, 0..1000_usize);
    (rows, stray).prop_map(|(rows, stray)| Sheet { rows, stray })
}

/// Sheets with nothing wrong on them.
pub(crate) fn right_sheets() -> impl Strategy<Value = Sheet> {
    let manner = prop_oneof![1 => Just(Manner::Absent), 4 => Just(Manner::Right)];
    prop::collection::vec((manner, 0..1000_usize), 12).prop_map(|rows| Sheet { rows, stray: None })
}

/// A survey with what several people answered.
pub(crate) fn answered(
    sheets: impl Strategy<Value = Sheet>,
    people: usize,
) -> impl Strategy<Value = (Definition, Vec<Value>)> {
    (definitions(), prop::collection::vec(sheets, people)).prop_map(|(definition, sheets)| {
        let answers = sheets.iter().map(|sheet| sheet.filled(&definition));
        (definition.clone(), answers.collect())
    })
}

impl Sheet {
    /// The answers as they would come over the wire.
    pub(crate) fn filled(&self, definition: &Definition) -> Value {
        let mut answers = Map::new();
        for (question, row) in definition.questions().zip(&self.rows) {
            let answer = match *row {
                (Manner::Absent, _) => None,
                (Manner::Blank, seed) => picked(blanks(), seed),
                (Manner::Right, seed) => picked(every_right(question), seed),
                (Manner::Wrong, seed) => picked(wrongs(question), seed),
            };
            answers.extend(answer.map(|answer| (text(question, "id").to_owned(), answer)));
        }
        if let Some(seed) = self.stray {
            let stray = picked(vec![json!("a"), json!(7), json!(["a"]), json!("")], seed);
            answers.extend(stray.map(|answer| ("stray".to_owned(), answer)));
        }
        Value::Object(answers)
    }
}

/// The engine's reading of answers.
pub(crate) fn read(answers: &Value) -> Answers {
    hark_domain::json::read(&answers.to_string()).unwrap()
}

fn picked(mut from: Vec<Value>, seed: usize) -> Option<Value> {
    let index = seed.checked_rem(from.len())?;
    Some(from.swap_remove(index))
}

fn blanks() -> Vec<Value> {
    [
        json!(""),
        json!(" \n"),
        json!([]),
        json!({}),
        json!({"home": " "}),
    ]
    .into()
}

/// One right answer of each kind that conditions of `generate` can tell apart,
/// by the words of the format: none stands for no answer.
pub(crate) fn every_right(question: &Value) -> Vec<Value> {
    let alone = |choice: &Value| choice["exclusive"] == true || choice["id"] == "prefer-not";
    match text(question, "kind") {
        "single" => ids(question, |_| true)
            .into_iter()
            .map(Value::from)
            .collect(),
        kind @ ("multiple" | "ranking") => {
            let together = ids(question, |choice| !alone(choice));
            let least = question["least"].as_u64().unwrap_or(1);
            let most = question["most"].as_u64().unwrap_or(u64::MAX);
            let mut right: Vec<Value> = (1..1_u32 << together.len())
                .filter(|set| (least..=most).contains(&u64::from(set.count_ones())))
                .map(|set| {
                    let chosen = (0..together.len()).filter(|bit| set >> bit & 1 == 1);
                    let mut chosen: Vec<&str> = chosen.map(|bit| together[bit].as_str()).collect();
                    if kind == "ranking" {
                        chosen.reverse();
                    }
                    json!(chosen)
                })
                .collect();
            right.extend(ids(question, alone).into_iter().map(|id| json!([id])));
            right
        }
        "matrix" => {
            let choices = ids(question, |_| true);
            let mut ways = vec![Map::new()];
            for row in list(question, "rows") {
                let with = |choice: &String| {
                    let mut ways = ways.clone();
                    for way in &mut ways {
                        way.insert(text(row, "id").to_owned(), json!(choice));
                    }
                    ways
                };
                let more: Vec<_> = choices.iter().flat_map(with).collect();
                ways.extend(more);
            }
            ways.into_iter()
                .filter(|way| !way.is_empty())
                .map(Value::Object)
                .collect()
        }
        "number" => {
            let least = question["least"].as_f64().unwrap_or(f64::MIN);
            let most = question["most"].as_f64().unwrap_or(f64::MAX);
            let fits = |n: &f64| (least..=most).contains(n);
            let mut numbers: Vec<Value> = hundredths(question["decimals"].as_u64().unwrap())
                .into_iter()
                .map(|n| f64::from(n) / 100.0)
                .filter(fits)
                .map(Value::from)
                .collect();
            numbers.dedup();
            numbers
        }
        "text" => {
            let longest = longest(question);
            // Every length round those that conditions ask for, in letters that none names.
            let lengths = (1..=9).map(|length| "z".repeat(length));
            let words = WORDS.iter().map(|word| (*word).to_owned()).chain(lengths);
            let fitting = words.filter(|word| word.chars().count() <= longest);
            fitting.map(Value::from).collect()
        }
        _ => Vec::new(),
    }
}

/// Numbers, in hundredths, on and between all that conditions of `generate` name.
fn hundredths(decimals: u64) -> Vec<i32> {
    let parts: &[i32] = match decimals {
        0 => &[0],
        1 => &[0, 10, 20, 30, 50, 70],
        _ => &[0, 5, 10, 20, 25, 30, 50, 70],
    };
    let around = |whole: i32| {
        parts
            .iter()
            .flat_map(move |part| [whole - part, whole + part])
    };
    let mut all: Vec<i32> = (-4..=8).map(|whole| whole * 100).flat_map(around).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Answers of which nearly all break a rule, and among them each rule is broken.
fn wrongs(question: &Value) -> Vec<Value> {
    let all = ids(question, |_| true);
    let first = all.first();
    let longest = longest(question);
    let mut wrongs = match text(question, "kind") {
        "single" => vec![
            json!("no such choice"),
            json!([first]),
            json!(2),
            json!({"home": first}),
        ],
        "multiple" | "ranking" => vec![
            json!(["no such choice"]),
            json!([first, "no such choice"]),
            json!([first, first]),
            json!([first, all.last()]),
            json!([all.last(), first]),
            json!([first]),
            json!(all),
            json!(all),
            json!(first),
        ],
        "matrix" => vec![
            json!({"attic": first}),
            json!({"attic": first, "home": first}),
            json!({"home": "no such choice"}),
            json!({"home": "no such choice", "and": first}),
            json!({"home": first, "and": "no such choice"}),
            json!({"home": " ", "and": all.last()}),
            json!({"and": first}),
            json!(first),
            json!([first]),
            json!(1),
        ],
        "number" => vec![
            json!(-100),
            json!(-3),
            json!(7),
            json!(100),
            json!(0.5),
            json!(2.125),
            json!(-0.000_001),
            json!(-0.0),
            json!(1e3),
            json!(9_000_000_000_000_i64),
            json!("2"),
        ],
        "text" => vec![
            json!("é".repeat(longest + 1)),
            json!("a\u{7}b"),
            json!("\u{0}".repeat(longest + 1)),
            json!(WORDS[3]),
            json!(["a"]),
        ],
        _ => vec![json!("read"), json!(1)],
    };
    wrongs.push(json!([""]));
    wrongs
}

fn longest(question: &Value) -> usize {
    let default = if question["long"] == true { 1_000 } else { 300 };
    let longest = question["longest"].as_u64().unwrap_or(default);
    usize::try_from(longest).unwrap()
}

fn ids(question: &Value, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let wanted = list(question, "choices")
        .iter()
        .filter(|choice| wanted(choice));
    wanted.map(|choice| text(choice, "id").to_owned()).collect()
}
