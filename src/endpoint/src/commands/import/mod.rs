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

mod directory;
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
    /// Things to do from Open Referral UK (1.0 or 3.0): a file, or a folder of files.
    Oruk(Directory),
    /// Things to do from `OpenActive`: a page of a feed, an item, or a folder of them.
    Openactive(Directory),
    /// Things to do from a table, as a council writes it.
    Csv(Directory),
    /// Things to do from a calendar.
    Ics(Directory),
}

/// What is imported, and where to.
#[derive(clap::Args)]
struct Source {
    /// The file.
    file: PathBuf,
    /// The content pack's folder. Without it the files are printed.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write over what is there already.
    #[arg(long, requires = "out")]
    replace: bool,
}

/// The same for things to do, which stand in a borough.
#[derive(clap::Args)]
struct Directory {
    #[command(flatten)]
    source: Source,
    /// The content pack with the borough's localities. Without it, that of --out where it
    /// has a site.json, else public/content.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// The locality of places of which nothing says where they are.
    #[arg(long, value_name = "ID")]
    locality: Option<String>,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    match &options.format {
        Format::Xlsform(source) => xlsform::run(source),
        Format::Oruk(options) => directory::run(options, directory::oruk),
        Format::Openactive(options) => directory::run(options, directory::openactive),
        Format::Csv(options) => directory::run(options, directory::table),
        Format::Ics(options) => directory::run(options, directory::calendar),
    }
}
