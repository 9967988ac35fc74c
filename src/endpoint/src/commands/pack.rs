//! A content pack for a command.

use std::path::Path;

use hark_domain::pack::{self, Files, Pack};

use super::Failure;
use crate::folder;

/// Reads the pack in `folder` and checks it whole; every problem is a line.
pub(super) fn read(folder: &Path) -> Result<(Files, Pack), Failure> {
    let (files, unreadable) = folder::read(folder)?;
    let checked = pack::read(&files);
    if let (Ok(pack), []) = (checked.as_ref(), unreadable.as_slice()) {
        let pack = pack.clone();
        return Ok((files, pack));
    }
    let mut problems = unreadable;
    for problem in checked.err().unwrap_or_default() {
        // A file that can't be read is there; it is not missing as well.
        if !problems.iter().any(|other| other.file == problem.file) {
            problems.push(problem);
        }
    }
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    Err(Failure(problems.iter().map(ToString::to_string).collect()))
}
