//! Scripts that measure in a browser, and what they are told.

use crate::{Outcome, process, project::Project, tools::JourneyTools};
use std::{env, ffi::OsString, path::Path, process::Command};

/// A script of `tests/rivals/measure`, for a site that the released endpoint serves.
pub(super) fn script(project: &Project, name: &str, tools: &JourneyTools, site: &Path) -> Command {
    let folder = project.root.join("tests/rivals/measure");
    let mut command = Command::new("node");
    command
        .current_dir(&project.root)
        .arg(folder.join(name))
        .env("HARK_BIN", project.program("release", "hark"))
        .env("HARK_SITE", site)
        .env("HARK_CHROMIUM", &tools.chromium)
        .env("HARK_TOOLS", &tools.npm);
    command
}

/// Runs it to its end, with what it prints shown as it goes.
pub(super) fn perform(what: &str, mut command: Command) -> Outcome<()> {
    let status = command
        .status()
        .map_err(|error| process::cannot_start(&command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{what} failed ({status})."))
    }
}

/// What a person chose through the environment.
pub(super) fn given(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}
