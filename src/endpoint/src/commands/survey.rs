//! `hark survey …`, and a survey for any command: a file, or an id in the pack.

mod count;

use std::path::{Path, PathBuf};

use hark_domain::id::SurveyId;
use hark_domain::survey::{self, Survey};

use super::Failure;
use crate::folder;

/// What the answers to a survey come to.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    Count(count::Options),
}

pub(super) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Count(options) => count::run(options),
    }
}

/// Reads the survey `named` as a file, or else by its id in the pack `content`.
pub(super) fn read(named: &str, content: &Path) -> Result<Survey, Failure> {
    let path = file_of(named, content);
    let shown = path.display();
    let text = folder::read_text(&path).map_err(|why| format!("{shown}: {why}"))?;
    survey::read(&text).map_err(|problems| {
        let line = |problem| {
            format!(
                "{}",
                hark_domain::problem::Problem::in_file(problem, &shown.to_string())
            )
        };
        Failure(problems.into_iter().map(line).collect())
    })
}

fn file_of(named: &str, content: &Path) -> PathBuf {
    let file = PathBuf::from(named);
    let in_pack = content.join("surveys").join(format!("{named}.json"));
    if !file.exists() && SurveyId::new(named).is_ok() && in_pack.exists() {
        in_pack
    } else {
        file
    }
}
