//! The `hark` program; see [`hark::commands`].

use std::process::ExitCode;

fn main() -> ExitCode {
    hark::commands::run()
}
