//! The part of Rust that compiles for browsers.

use crate::{Outcome, process, project::Project};
use std::{path::Path, process::Command};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when it is missing.
pub(crate) fn ensure(project: &Project) -> Outcome<()> {
    if is_there(project) {
        return Ok(());
    }
    println!("Adding the Rust target {TARGET} (once, some seconds)…");
    process::logged(
        &format!(
            "Adding the Rust target {TARGET}, by `rustup target add {TARGET}` \
             or your system's package for it,"
        ),
        &project.log("rustup"),
        Command::new("rustup")
            .current_dir(&project.root)
            .args(["target", "add", TARGET]),
    )
}

fn is_there(project: &Project) -> bool {
    process::answer(
        Command::new("rustc")
            .current_dir(&project.root)
            .args(["--print", "sysroot"]),
    )
    .is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib")
            .is_dir()
    })
}
