//! Pages that ask the same twenty questions, in a browser, on a phone: Hark's beside
//! those of its rivals.

mod bars;
mod figures;
mod tables;

use super::measuring::{given, perform, script};
use crate::{Outcome, files, process, project::Project, run, tools};
use figures::Figures;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// How often every page is measured; `HARK_ROUNDS` says otherwise.
const ROUNDS: &str = "5";

/// Builds all pages, measures them in turn, and prints the medians, Hark's ratios and
/// the bars. A bar that is not met is printed, and is no failure: a busy computer is
/// no mistake.
pub(crate) fn run(project: &Project) -> Outcome<()> {
    let tools = tools::for_journeys(project)?;
    let packages = tools::for_rivals(project)?;
    run::build(project, &project.root.join("tests/rivals/pack"))?;
    let rivals = build_rivals(project, &packages)?;

    let rounds = given("HARK_ROUNDS").unwrap_or_else(|| ROUNDS.into());
    println!("Measuring four pages on a phone (about a minute a round)…");
    let result = project.target.join("xtask/page.json");
    files::remove(&result)?;
    let mut measure = script(project, "page.mjs", &tools, &project.dist());
    measure.arg(rivals).arg(rounds).arg(&result);
    perform("Measuring", measure)?;

    let figures = Figures::read(&files::read(&result)?)?;
    println!("\n{}", tables::all(&figures)?);
    println!("\n{}", bars::all(&figures)?);
    println!("\nEvery single figure is in {}.", result.display());
    Ok(())
}

/// The folder with the rivals' sites.
fn build_rivals(project: &Project, packages: &Path) -> Outcome<PathBuf> {
    let sites = project.target.join("xtask/rivals");
    process::logged(
        "Building the rivals",
        &project.log("rivals"),
        Command::new("node")
            .current_dir(&project.root)
            .arg("tests/rivals/build.mjs")
            .arg(&sites)
            .env("HARK_RIVALS", packages),
    )?;
    Ok(sites)
}
