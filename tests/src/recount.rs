//! The shipped indicators counted again: by hand, of raw JSON, from their words alone.
//!
//! Where the product reads a rule from a file and derives what somebody was shown, this
//! knows of each indicator who sees which question, and says in code what counts. So it
//! holds the files to what they are meant to say, too.

use serde_json::Value;

/// What a recount comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    /// In the base years, and shown a question.
    pub asked: u32,
    /// Gave real answers.
    pub answered: u32,
    /// Said nothing.
    pub not_answered: u32,
    /// Said that they don't know.
    pub dont_know: u32,
    /// Said that they don't want to say.
    pub prefer_not: u32,
    /// Answered, and count.
    pub numerator: u32,
}

/// What one of the shipped indicators says of one person.
struct Sheet<'a> {
    /// The years it is about.
    years: &'static [&'static str],
    /// Whether each question has to be answered, or any.
    all: bool,
    /// What was said to each question shown; nothing for a skipped one.
    said: Vec<&'a Value>,
    /// Whether they count.
    counts: bool,
}

/// The shipped indicator of that name counted among people, each given by the JSON of
/// their answers to `tellus`; nothing where no recount of it has been written.
pub fn recount(indicator: &str, people: &[Value]) -> Option<Recount> {
    let mut total = Recount::default();
    for person in people {
        let sheet = match indicator {
            "ni-50" => ni_50(person),
            "ni-69" => ni_69(person),
            "ni-110" => ni_110(person),
            "ni-115" => ni_115(person),
            "ni-199" => ni_199(person),
            _ => return None,
        };
        if sheet.said.is_empty() || !is(person, "year", sheet.years) {
            continue;
        }
        total.asked += 1;
        let real = sheet.said.iter().filter(|it| is_real(it)).count();
        let enough = if sheet.all { sheet.said.len() } else { 1 };
        // Whoever gave a real answer to one question may have refused another.
        let refused = |word: &str| sheet.said.iter().any(|it| !is_real(it) && says(it, word));
        if real >= enough {
            total.answered += 1;
            total.numerator += u32::from(sheet.counts);
        } else if refused("prefer-not") {
            total.prefer_not += 1;
        } else if refused("dont-know") {
            total.dont_know += 1;
        } else {
            total.not_answered += 1;
        }
    }
    Some(total)
}

const ALL_YEARS: &[&str] = &["6", "8", "10"];

fn ni_50(person: &Value) -> Sheet<'_> {
    let talks = |row: &str| {
        ["easily", "with-effort"]
            .iter()
            .any(|how| person["talk"][row] == **how)
    };
    let has_friend = ["one", "two-to-five", "six-or-more"]
        .iter()
        .any(|how| person["friends"] == **how);
    Sheet {
        years: ALL_YEARS,
        all: true,
        said: vec![&person["friends"], &person["talk"]],
        counts: has_friend && (talks("parent") || talks("friend") || talks("adult")),
    }
}

fn ni_69(person: &Value) -> Sheet<'_> {
    let mut said = vec![&person["bullied"]];
    if person["bullied"] == "yes" {
        said.push(&person["bullied-when"]);
    }
    Sheet {
        years: ALL_YEARS,
        all: true,
        counts: said.len() == 2 && is(person, "bullied-when", &["four-weeks", "this-year"]),
        said,
    }
}

fn ni_110(person: &Value) -> Sheet<'_> {
    let structured = ["sport", "club-led", "faith", "arts", "music", "helping"];
    Sheet {
        years: &["10"],
        all: false,
        said: vec![&person["group"], &person["been"]],
        counts: person["group"] == "yes" || structured.iter().any(|it| says(&person["been"], it)),
    }
}

fn ni_115(person: &Value) -> Sheet<'_> {
    let mut said = Vec::new();
    let mut often = false;
    // Nobody in another year is shown any of it.
    if is(person, "year", &["8", "10"]) {
        for (gate, times) in [
            ("alcohol", &["drunk"][..]),
            ("drugs", &["drugs-times", "solvents-times"]),
        ] {
            said.push(&person[gate]);
            if person[gate] == "yes" {
                said.extend(times.iter().map(|it| &person[*it]));
                often |= times.iter().any(|it| person[*it] == "three-or-more");
            }
        }
    }
    Sheet {
        years: &["8", "10"],
        all: true,
        said,
        counts: often,
    }
}

fn ni_199(person: &Value) -> Sheet<'_> {
    Sheet {
        years: ALL_YEARS,
        all: false,
        said: vec![&person["parks"]],
        counts: is(person, "parks", &["very-good", "good"]),
    }
}

fn is(person: &Value, question: &str, choices: &[&str]) -> bool {
    choices.iter().any(|choice| person[question] == **choice)
}

/// Every word of an answer: of one choice, of several, of the rows of a matrix.
fn words(answer: &Value) -> Vec<&str> {
    match answer {
        Value::String(word) => vec![word],
        Value::Array(words) => words.iter().filter_map(Value::as_str).collect(),
        Value::Object(rows) => rows.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn says(answer: &Value, word: &str) -> bool {
    words(answer).contains(&word)
}

fn is_real(answer: &Value) -> bool {
    words(answer)
        .iter()
        .any(|word| !["dont-know", "prefer-not"].contains(word))
}
