//! The shared cases: `HARK_CASES`, or `../shared/cases` seen from the project's root.
//!
//! Their files are other people's and not part of the project, so where they are absent a
//! test says so and does nothing.

use std::io::Write;
use std::path::PathBuf;

use crate::packs::root;

/// What begins the line of a test that was not tried. `cargo xtask test` looks for it in
/// what tests print and counts such a line as a skipped test, not as a passed one
/// (`src/xtask/src/test/totals.rs`): one line a test, therefore.
const SKIPPED: &str = "SKIPPED: ";

/// The file or folder `name` of the shared cases. Where it is absent, a line says that
/// `what` was not tried.
pub fn find(name: &str, what: &str) -> Option<PathBuf> {
    let cases = std::env::var_os("HARK_CASES").unwrap_or_else(|| "../shared/cases".into());
    let path = root().join(cases).join(name);
    if path.exists() {
        return Some(path);
    }
    say(&format!(
        "{SKIPPED}there are no shared cases here, so {what} was not tried"
    ));
    None
}

/// Prints a line past the test harness, which keeps what passing tests print by `println!`
/// to itself.
pub fn say(line: &str) {
    // The line break first, in case the harness has begun a line.
    let line = format!("\n{line}\n");
    // Nobody may be reading, and then nothing is lost.
    let _ = std::io::stdout().lock().write_all(line.as_bytes());
}
