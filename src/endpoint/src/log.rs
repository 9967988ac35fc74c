//! The only place that writes to standard error while the server runs.

use std::fmt::Display;
use std::io::Write;

/// Writes one line about the server itself. Never pass anything of a request.
pub(crate) fn say(line: impl Display) {
    // Nobody may be listening, and there is nowhere else to say so.
    let _ = writeln!(std::io::stderr(), "{line}");
}
