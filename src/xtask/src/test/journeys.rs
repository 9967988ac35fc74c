//! The product in a real browser: node's test runner over `tests/journeys`.

use super::totals::Totals;
use crate::{Outcome, files, process, project::Project, site, tools};
use std::{env, path::PathBuf, process::Command};

/// Builds what the journeys use and runs them all.
pub(crate) fn run(project: &Project) -> Totals {
    println!("Journeys in a browser (some minutes)");
    match prepare(project).and_then(|command| walk(project, command)) {
        Ok(totals) => totals,
        Err(sentence) => Totals::of(Err(sentence)),
    }
}

/// Example cases kept outside the project, at an absolute path.
pub(crate) fn cases(project: &Project) -> PathBuf {
    let cases = env::var_os("HARK_CASES")
        .filter(|value| !value.is_empty())
        .map_or_else(|| project.root.join("../shared/cases"), PathBuf::from);
    // What is not there stays as it is: the tests that need it say so.
    std::path::absolute(&cases)
        .and_then(|path| path.canonicalize().or(Ok(path)))
        .unwrap_or(cases)
}

/// The command with all that the journeys are told through the environment.
fn prepare(project: &Project) -> Outcome<Command> {
    let folder = project.root.join("tests/journeys");
    let files: Vec<PathBuf> = files::list(&folder)?
        .into_iter()
        .filter(|(name, _)| name.ends_with(".test.mjs"))
        .map(|(_, path)| path)
        .collect();
    if files.is_empty() {
        return Err(format!("There are no journeys in {}.", folder.display()));
    }
    let tools = tools::for_journeys(project)?;
    let dist = site::build(project, &project.content())?;
    let guide = site::styleguide::with(project, &dist)?;
    let mut build = project.cargo();
    build.args([
        "build",
        "--package",
        "hark",
        "--package",
        "hark-tests",
        "--bins",
    ]);
    process::logged(
        "Building hark and its test helpers",
        &project.log("build-debug"),
        &mut build,
    )?;
    let mut command = Command::new("node");
    command
        .current_dir(&project.root)
        .arg("--test")
        // One for people as it goes, one for the totals.
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!(
            "--test-reporter-destination={}",
            project.log("journeys").display()
        ))
        .args(files)
        .env("HARK_BIN", program(project, "hark")?)
        .env("HARK_STORED", program(project, "stored")?)
        .env("HARK_SITE", dist)
        .env("HARK_STYLEGUIDE", guide)
        .env("HARK_CASES", cases(project))
        .env("HARK_CHROMIUM", tools.chromium)
        .env("HARK_TOOLS", tools.npm);
    Ok(command)
}

fn program(project: &Project, name: &str) -> Outcome<PathBuf> {
    let path = project.program("debug", name);
    if path.is_file() {
        Ok(path)
    } else {
        Err(format!(
            "cargo built no program {name} at {}.",
            path.display()
        ))
    }
}

fn walk(project: &Project, mut command: Command) -> Outcome<Totals> {
    let log = project.log("journeys");
    files::remove(&log)?;
    let status = command
        .status()
        .map_err(|error| process::cannot_start(&command, &error))?;
    let output = files::read(&log)?;
    let totals = Totals::of_tap(&String::from_utf8_lossy(&output));
    Ok(totals.checked(status.success()))
}
