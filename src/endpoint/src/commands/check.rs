//! `hark check DIR`

use std::path::PathBuf;

use super::Failure;
use crate::folder::{self, Whole};

/// Check a content pack: every problem with file, place and a sentence.
#[derive(clap::Args)]
pub(super) struct Options {
    /// The pack's folder.
    dir: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let Whole { media, pack, .. } = folder::whole(&options.dir)?;
    let questions: usize = pack
        .surveys
        .iter()
        .map(|survey| survey.questions().count())
        .sum();
    let services: usize = pack
        .organisations
        .iter()
        .map(|organisation| organisation.services.len())
        .sum();
    super::print(&format!(
        "{}: all right. Surveys: {}, with {questions} questions. Indicators: {}. Organisations: {}, with {services} things to do. Helplines: {}. Pictures and recordings: {}.",
        options.dir.display(),
        pack.surveys.len(),
        pack.indicators.len(),
        pack.organisations.len(),
        pack.site.helplines.len(),
        media.len(),
    ));
    Ok(())
}
