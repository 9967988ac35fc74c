//! `cargo xtask test`: every check, each stage tried even when one before it failed.

mod budget;
mod journeys;
mod lint;
mod rust;
mod totals;

use crate::{args::Stage, project::Project};
use std::time::Instant;
use totals::Totals;

/// Runs the stages, all when none is named, and prints the totals alone on the last
/// line. Whether nothing failed.
pub(crate) fn run(project: &Project, only: &[Stage]) -> bool {
    let mut all = Totals::default();
    for stage in Stage::ALL {
        if !only.is_empty() && !only.contains(&stage) {
            continue;
        }
        let started = Instant::now();
        let totals = match stage {
            Stage::Lint => lint::run(project),
            Stage::Rust => rust::run(project),
            Stage::Budget => budget::run(project),
            Stage::Journeys => journeys::run(project),
        };
        println!("  {totals} in {} s\n", started.elapsed().as_secs());
        all = all + totals;
    }
    println!("{all}");
    all.failed == 0
}
