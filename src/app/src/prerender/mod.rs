//! The app's first pages as HTML, made at build time by the same components.
//!
//! The program reads one JSON text from its standard input and writes one to its standard
//! output; `cargo xtask site` is who calls it. The pages are no snapshots to start from:
//! the app builds its own screen beside them and takes their place, and what somebody
//! chose meanwhile is carried over by its name. So a page made yesterday is right as far
//! as yesterday's content was, whatever the app shows today.

mod build;
mod pages;
mod shell;
mod styleguide;

use std::io::Read;
use std::process::ExitCode;

pub(crate) use build::{fetch, now, offered, set_title};

/// Reads what to make pages of, and writes them.
pub(crate) fn main() -> ExitCode {
    let mut order = String::new();
    let read = std::io::stdin().read_to_string(&mut order);
    let made = read
        .map_err(|error| error.to_string())
        .and_then(|_| pages::all(&order));
    match made {
        Ok(pages) => {
            #[expect(clippy::print_stdout, reason = "what this program is for")]
            {
                println!("{pages}");
            }
            ExitCode::SUCCESS
        }
        Err(why) => {
            #[expect(clippy::print_stderr, reason = "the person who builds reads it")]
            {
                eprintln!("The first pages could not be made: {why}");
            }
            ExitCode::FAILURE
        }
    }
}
