//! How long finding takes among 10,000 services, natively, beside `simsearch`.

use super::find_page;
use crate::{Outcome, process, project::Project, table::table};

/// What finding may take, in microseconds, so that it is no part of what a key costs.
const GOAL: f64 = 1_500.0;

/// Runs `tests/rivals/find.rs` and prints its times with their ratios.
pub(crate) fn run(project: &Project) -> Outcome<()> {
    println!("Finding among 10,000 services (built for release: the first time some minutes)");
    let mut command = project.cargo();
    command.args([
        "bench",
        "--quiet",
        "--package",
        "hark-tests",
        "--bench",
        "find",
    ]);
    let answer = process::answer(&mut command).ok_or("Finding could not be timed.")?;
    let rows: Vec<Vec<String>> = answer.lines().filter_map(row).collect();
    if rows.is_empty() {
        return Err("Finding was timed, and nothing was printed.".to_owned());
    }
    println!(
        "{}",
        table(
            &[
                "asked for",
                "Hark",
                "simsearch",
                "Hark to simsearch",
                "Hark to 1.5 ms"
            ],
            &rows
        )
    );
    println!(
        "Medians of 101. Hark filters, counts every option and puts the best 20 in order; simsearch only searches."
    );
    find_page::run(project)
}

/// A line `NAME\tOWN\tOTHER`, in microseconds.
fn row(line: &str) -> Option<Vec<String>> {
    let mut parts = line.split('\t');
    let (name, own, other) = (parts.next()?, parts.next()?, parts.next()?);
    let own: f64 = own.parse().ok()?;
    let other: Option<f64> = other.parse().ok();
    let milliseconds = |micros: f64| format!("{:.2} ms", micros / 1_000.0);
    Some(vec![
        name.to_owned(),
        milliseconds(own),
        other.map_or_else(String::new, milliseconds),
        other.map_or_else(String::new, |other| format!("{:.3}", own / other)),
        if name == "made ready" {
            "once a visit".to_owned()
        } else {
            format!("{:.2}", own / GOAL)
        },
    ])
}
