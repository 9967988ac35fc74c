//! The `hark` program once more, built with the tests: cargo tells a test only the
//! place of the programs of its own package. It has nothing of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    hark::commands::run()
}
