//! Which rules an answer breaks: all of them, where the engine names one.

use crate::generate::text;
use serde_json::Value;

/// The codes of every rule that an answer, which is not blank, breaks.
pub(super) fn broken(question: &Value, answer: &Value) -> Vec<&'static str> {
    let rules = match (text(question, "kind"), answer) {
        ("single", Value::String(word)) => vec![("unknown-choice", !is_choice(question, word))],
        ("multiple", Value::Array(words)) => several(question, words),
        ("number", Value::Number(number)) => {
            let number = number.as_i64().unwrap();
            let least = question["least"].as_i64().unwrap_or(i64::MIN);
            let most = question["most"].as_i64().unwrap_or(i64::MAX);
            vec![("too-small", number < least), ("too-large", number > most)]
        }
        ("text", Value::String(word)) => {
            // The default is in the words of the definition, not of the format.
            let longest = question["longest"].as_u64().unwrap_or(300);
            let shown = |c: char| !c.is_control() || "\n\r\t".contains(c);
            vec![
                ("too-long", word.chars().count() as u64 > longest),
                ("unprintable", !word.chars().all(shown)),
            ]
        }
        _ => vec![("wrong-kind", true)],
    };
    let broken = rules.into_iter().filter(|(_, is_broken)| *is_broken);
    broken.map(|(code, _)| code).collect()
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
    question["choices"]
        .as_array()
        .unwrap()
        .iter()
        .any(|choice| choice["id"] == word)
}

fn stands_alone(question: &Value, word: &str) -> bool {
    let choices = question["choices"].as_array().unwrap();
    let choice = choices.iter().find(|choice| choice["id"] == word);
    word == "prefer-not" || choice.is_some_and(|choice| choice["exclusive"] == true)
}
