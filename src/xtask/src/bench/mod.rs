//! `cargo xtask bench`: measurements, each with its ratio to a named rival.

mod film;
mod find;
mod find_page;
mod kept;
mod measuring;
mod page;
mod size;
mod wasm;

use crate::{Outcome, project::Project};

/// A benchmark by its name.
type Bench = (&'static str, fn(&Project) -> Outcome<()>);

/// All benchmarks, in the order they run.
const ALL: [Bench; 4] = [
    ("size", size::run),
    ("find", find::run),
    ("page", page::run),
    ("film", film::run),
];

/// Runs one benchmark, or all.
pub(crate) fn run(project: &Project, name: Option<&str>) -> Outcome<()> {
    let chosen: Vec<&Bench> = ALL
        .iter()
        .filter(|(own, _)| name.is_none_or(|name| name == *own))
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = ALL.iter().map(|(own, _)| *own).collect();
        return Err(format!(
            "There is no benchmark '{}'. There are: {}.",
            name.unwrap_or_default(),
            names.join(", ")
        ));
    }
    chosen.into_iter().try_for_each(|(_, bench)| bench(project))
}
