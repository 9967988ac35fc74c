//! Which rules an answer breaks: all of them, where the engine names one.

use super::decimal::{millionths, places};
use crate::generate::{list, text};
use serde_json::Value;

/// A rule that is broken, and the row of a matrix it is broken in.
type Rule = (Option<String>, &'static str);

/// The codes of every rule that an answer, which is not blank, breaks.
pub(super) fn broken(question: &Value, answer: &Value) -> Vec<Rule> {
    let rules = match (text(question, "kind"), answer) {
        ("single", Value::String(word)) => vec![("unknown-choice", !is_choice(question, word))],
        ("multiple" | "ranking", Value::Array(words)) => several(question, words),
        ("matrix", Value::Object(rows)) => {
            let wrong = rows.iter().filter_map(|(row, choice)| {
                let known = list(question, "rows").iter().any(|it| it["id"] == *row);
                if !known {
                    return Some((None, "unknown-row"));
                }
                let known = is_choice(question, choice.as_str().unwrap());
                (!known).then(|| (Some(row.clone()), "unknown-choice"))
            });
            return wrong.collect();
        }
        ("number", Value::Number(number)) => {
            let limit =
                |name: &str| Some(question.get(name)?).map(|it| millionths(&it.to_string()));
            let number = millionths(&number.to_string());
            let allowed = question["decimals"].as_u64().unwrap_or(0);
            let precise = places(number) > allowed;
            vec![
                // A whole number is another kind of thing than a part of one.
                ("wrong-kind", precise && allowed == 0),
                ("too-precise", precise && allowed > 0),
                (
                    "too-small",
                    limit("least").is_some_and(|least| number < least),
                ),
                ("too-large", limit("most").is_some_and(|most| number > most)),
            ]
        }
        ("text", Value::String(word)) => {
            let default = if question["long"] == true { 1_000 } else { 300 };
            let longest = question["longest"].as_u64().unwrap_or(default);
            let shown = |c: char| !c.is_control() || "\n\r\t".contains(c);
            vec![
                ("too-long", word.chars().count() as u64 > longest),
                ("unprintable", !word.chars().all(shown)),
            ]
        }
        _ => vec![("wrong-kind", true)],
    };
    let broken = rules.into_iter().filter(|(_, is_broken)| *is_broken);
    broken.map(|(code, _)| (None, code)).collect()
}

/// Whether a condition can read an answer: not where it is of another kind, or none of
/// what there is. No answer is nothing to misread.
pub(super) fn is_readable(question: &Value, answer: Option<&Value>) -> bool {
    let unreadable = ["wrong-kind", "unknown-choice", "unknown-row"];
    let broken = answer.map_or_else(Vec::new, |answer| broken(question, answer));
    !broken.iter().any(|(_, code)| unreadable.contains(code))
}

fn several(question: &Value, words: &[Value]) -> Vec<(&'static str, bool)> {
    let words: Vec<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
    let given = words.len() as u64;
    let mut different = words.clone();
    different.sort_unstable();
    different.dedup();
    let alone = words.iter().any(|word| stands_alone(question, word));
    let least = question["least"].as_u64().unwrap_or(0);
    let most = question["most"].as_u64().unwrap_or(u64::MAX);
    vec![
        (
            "unknown-choice",
            !words.iter().all(|word| is_choice(question, word)),
        ),
        ("repeated-choice", different.len() < words.len()),
        ("not-alone", alone && given > 1),
        // "None of these" is one answer, however many are asked for.
        ("too-few", given < least && !alone),
        ("too-many", given > most),
    ]
}

fn is_choice(question: &Value, word: &str) -> bool {
    list(question, "choices")
        .iter()
        .any(|choice| choice["id"] == word)
}

fn stands_alone(question: &Value, word: &str) -> bool {
    let mut choices = list(question, "choices").iter();
    let choice = choices.find(|choice| choice["id"] == word);
    word == "prefer-not" || choice.is_some_and(|choice| choice["exclusive"] == true)
}
