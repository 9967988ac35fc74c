//! What a key costs on the page of things to do with 10,000 services, in a browser slowed
//! down six times, beside a key in a box of the same page that does nothing.

use super::measuring::{given, perform, script};
use crate::{Outcome, files, project::Project, run, table::table, tools};
use serde_json::Value;

/// How often all is typed; `HARK_ROUNDS` says otherwise.
const ROUNDS: &str = "3";

/// How much more than an empty key one may cost that finds something.
const GOAL: f64 = 2.0;

/// Builds the site, types, and prints the times with their ratio. A goal that is not met is
/// printed, and is no failure: a busy computer is no mistake.
pub(super) fn run(project: &Project) -> Outcome<()> {
    let tools = tools::for_journeys(project)?;
    run::build(project, &project.content())?;
    let result = project.target.join("xtask/find.json");
    files::remove(&result)?;
    println!("Typing among 10,000 services (about a minute)…");
    let mut measure = script(project, "find.mjs", &tools, &project.dist());
    measure.arg(given("HARK_ROUNDS").unwrap_or_else(|| ROUNDS.into()));
    measure.arg(&result);
    perform("Typing", measure)?;

    let times: Value = serde_json::from_slice(&files::read(&result)?)
        .map_err(|error| format!("{}: {error}.", result.display()))?;
    let (search, empty) = (times_of(&times, "search")?, times_of(&times, "empty")?);
    let row = |name: &str, part: f64| {
        let (own, other) = (at(&search, part), at(&empty, part));
        let milliseconds = |time: f64| format!("{time:.0} ms");
        vec![
            name.to_owned(),
            milliseconds(own),
            milliseconds(other),
            format!("{:.2} ×", own / other),
            format!("{:.2}", own / other / GOAL),
        ]
    };
    println!(
        "{}",
        table(
            &[
                "a key until it is painted",
                "finds",
                "does nothing",
                "ratio",
                "ratio to 2 ×"
            ],
            &[row("the middle one", 0.5), row("nine of ten", 0.9)],
        )
    );
    println!(
        "{} keys each, slowed down 6 times; the last letter, filters and counts are all done by then.",
        search.len()
    );
    Ok(())
}

/// The times of one box in milliseconds, the shortest first.
fn times_of(times: &Value, name: &str) -> Outcome<Vec<f64>> {
    let found = times[name].as_array().into_iter().flatten();
    let mut found: Vec<f64> = found.filter_map(Value::as_f64).collect();
    found.sort_by(f64::total_cmp);
    if found.is_empty() {
        return Err(format!("Typing measured nothing for \"{name}\"."));
    }
    Ok(found)
}

/// The time at a part of all, such as 0.5 for the middle one.
fn at(times: &[f64], part: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "there are some hundred"
    )]
    let place = (times.len() as f64 * part) as usize;
    times.get(place).copied().unwrap_or_default()
}
