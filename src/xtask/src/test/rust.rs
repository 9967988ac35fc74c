//! Everything `cargo test` runs: unit, property, store and API tests.

use std::env;

use super::totals::Totals;
use crate::{files, process, project::Project};

/// What the random cases start from, so that a change is judged by what it changes. Another
/// `PROPTEST_RNG_SEED` and more `PROPTEST_CASES` make a hunt of it.
const SEED: &str = "20261124";

/// Runs the tests of all native crates to the end, whatever fails.
pub(crate) fn run(project: &Project) -> Totals {
    println!("Tests in Rust (the first time about 3 minutes)");
    let log = project.log("cargo-test");
    let mut command = project.cargo();
    if env::var_os("PROPTEST_RNG_SEED").is_none() {
        command.env("PROPTEST_RNG_SEED", SEED);
    }
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
