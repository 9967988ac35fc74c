//! `hark reports`

use std::fmt::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::{Failure, print};
use crate::store::{Reports, Sqlite, Store};

/// What has to be known by whoever reads the counts.
const WARNING: &str = "Anybody can send these, as often as they like: they are a reason to \
    look, and no proof.";

/// Count what people found wrong with things to do, for whoever keeps the list right.
///
/// It reads the store whether a server uses it or not.
#[derive(clap::Args)]
pub(super) struct Options {
    /// Where reports are kept.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// One line of what is printed.
#[derive(Serialize)]
struct Line {
    service: String,
    what: &'static str,
    count: u32,
    /// The last week in which one came.
    last: String,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let store = Sqlite::open_to_read(&options.data)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| format!("The store can't be asked: {error}."))?;
    let reports = runtime.block_on(store.reports());
    let reports = reports.map_err(|error| format!("The reports can't be read: {error}."))?;
    let lines: Vec<Line> = reports.into_iter().map(line).collect();
    let text = if options.json {
        serde_json::to_string(&lines).map_err(|error| error.to_string())?
    } else {
        readable(&lines)
    };
    print(&text);
    Ok(())
}

fn line(reports: Reports) -> Line {
    Line {
        service: reports.service.to_string(),
        what: reports.what.as_str(),
        count: reports.count,
        last: reports.last,
    }
}

fn readable(lines: &[Line]) -> String {
    if lines.is_empty() {
        return "Nobody has reported anything.".to_owned();
    }
    let mut text = WARNING.to_owned();
    let mut service = "";
    for line in lines {
        if line.service != service {
            service = &line.service;
            let _ = write!(text, "\n\n{service}");
        }
        let (what, count, last) = (line.what, line.count, &line.last);
        let _ = write!(text, "\n  {what}: {count}, the last in {last}");
    }
    text
}
