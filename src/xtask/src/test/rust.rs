//! Everything `cargo test` runs: unit, property, store and API tests.

use super::totals::Totals;
use crate::{files, process, project::Project};

/// Runs the tests of all native crates to the end, whatever fails.
pub(crate) fn run(project: &Project) -> Totals {
    println!("Tests in Rust (the first time about 3 minutes)");
    let log = project.log("cargo-test");
    let mut command = project.cargo();
    command
        .args(["test", "--quiet", "--no-fail-fast", "--workspace"])
        .args(["--exclude", "hark-app"])
        .env("HARK_CASES", super::journeys::cases(project));
    let outcome = process::logged("cargo test", &log, &mut command);
    let output = files::read(&log).unwrap_or_default();
    let totals = Totals::of_cargo(&String::from_utf8_lossy(&output));
    if let Err(sentence) = &outcome {
        println!("FAILED. {sentence}");
    }
    totals.checked(outcome.is_ok())
}
