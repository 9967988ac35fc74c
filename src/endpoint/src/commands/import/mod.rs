//! `hark import FORMAT FILE [--out DIR]`
//!
//! What other tools write, as files of a content pack. Each thing repaired, left out or
//! refused is a line on standard error, with its record and field:
//!
//! ```text
//! FILE: RECORD, FIELD: repaired: What was the matter.
//! FILE: RECORD, FIELD: left out: What was the matter.
//! FILE: RECORD, FIELD: refused: What was the matter.
//! ```
//!
//! Where something was imported, standard error has no other lines. Where nothing was, the
//! last line or lines say so, without one of these three words between colons. Without
//! `--out` the files go to standard output as one JSON object, content by path; with it,
//! nothing goes there.

mod files;
mod xlsform;

use std::path::PathBuf;

use super::Failure;

/// Make pack files of what another tool wrote.
#[derive(clap::Args)]
pub(super) struct Options {
    #[command(subcommand)]
    format: Format,
}

#[derive(clap::Subcommand)]
enum Format {
    /// A survey written in a spreadsheet (XLSForm): .xlsx, .xls, or tables in Markdown.
    Xlsform(Source),
}

/// What is imported, and where to.
#[derive(clap::Args)]
struct Source {
    /// The file.
    file: PathBuf,
    /// The content pack's folder. Without it the files are printed.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write over a survey that is there already.
    #[arg(long, requires = "out")]
    replace: bool,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    match &options.format {
        Format::Xlsform(source) => xlsform::run(source),
    }
}
