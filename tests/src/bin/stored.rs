//! `stored FILE`: what a store has put on disk, as JSON, for journeys in a browser.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else {
        let _ = writeln!(std::io::stderr(), "Name a database: stored FILE");
        return ExitCode::from(2);
    };
    match hark_tests::disk::stored(&path) {
        Ok(rows) => {
            let _ = writeln!(std::io::stdout(), "{rows}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{}: {error}", path.display());
            ExitCode::from(1)
        }
    }
}
