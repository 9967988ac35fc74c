//! Formatting and lints: three checks.

use super::totals::Totals;
use crate::{process, project::Project, tools};

/// Checks all crates; the browser's for both of its targets, as it makes pages too.
pub(crate) fn run(project: &Project) -> Totals {
    println!("Formatting and lints (the first time about 4 minutes, then seconds)");
    let native = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let wasm = [
        "clippy",
        "--quiet",
        "--package",
        "hark-app",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    let format = check(
        project,
        "rustfmt",
        &["fmt", "--all", "--check", "--", "--color=never"],
    );
    let native = check(project, "clippy", &native);
    let wasm = match tools::for_wasm(project) {
        Ok(()) => check(project, "clippy-wasm", &wasm),
        Err(sentence) => Totals::of(Err(sentence)),
    };
    format + native + wasm
}

fn check(project: &Project, name: &str, arguments: &[&str]) -> Totals {
    let mut command = project.cargo();
    command.args(arguments);
    Totals::of(process::logged(name, &project.log(name), &mut command))
}
