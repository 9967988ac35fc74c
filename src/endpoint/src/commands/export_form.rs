//! `hark export-form SURVEY --xlsform OUT`

use std::path::PathBuf;

use hark_domain::survey::xlsform;

use super::Failure;
use crate::sheets;

/// Write a survey as a spreadsheet (`XLSForm`), to work on it there or in another tool.
#[derive(clap::Args)]
pub(super) struct Options {
    /// A survey's file, or its id in the pack.
    survey: String,
    /// The workbook to write, such as survey.xlsx.
    #[arg(long, value_name = "OUT")]
    xlsform: PathBuf,
    /// The content pack.
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let survey = super::survey::read(&options.survey, &options.content)?;
    let shown = options.xlsform.display();
    let book = xlsform::export(&survey);
    sheets::write(&book, &options.xlsform).map_err(|why| format!("{shown}: {why}").into())
}
