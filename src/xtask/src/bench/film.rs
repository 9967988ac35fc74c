//! A film of a first visit on a slow phone, as one picture.
//!
//! `HARK_FILM_SITE` names the folder of another built site, for a picture of before;
//! `HARK_FILM_PATH` another page of it, `HARK_FILM_PICTURE` another file to write.

use super::measuring::{given, perform, script};
use crate::{Outcome, files, project::Project, run, tools};
use std::path::{Path, PathBuf};

/// The page people are sent to.
const PAGE: &str = "/surveys/tellus/1";

/// Builds the site, unless another is given, and films it.
pub(crate) fn run(project: &Project) -> Outcome<()> {
    let tools = tools::for_journeys(project)?;
    let dist = if let Some(other) = given("HARK_FILM_SITE") {
        run::endpoint(project)?;
        files::chosen(Some(Path::new(&other)), project.dist())?
    } else {
        run::build(project, &project.content())?;
        project.dist()
    };
    if !dist.join("index.html").is_file() {
        return Err(format!("There is no built site in {}.", dist.display()));
    }
    let chosen = given("HARK_FILM_PICTURE").map(PathBuf::from);
    let picture = files::chosen(chosen.as_deref(), project.target.join("xtask/film.png"))?;
    let mut film = script(project, "film.mjs", &tools, &dist);
    film.arg(given("HARK_FILM_PATH").unwrap_or_else(|| PAGE.into()));
    film.arg(&picture);
    perform("Filming", film)?;
    println!("The film is {}.", picture.display());
    Ok(())
}
