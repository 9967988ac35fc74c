//! The parts of Rust that compile for browsers: the target, and the sources of the
//! standard library, which the app is built with.

use crate::{Outcome, process, project::Project};
use std::{path::PathBuf, process::Command};

const TARGET: &str = "wasm32-unknown-unknown";

const SOURCES: &str = "rust-src";

/// Adds what is missing.
pub(crate) fn ensure(project: &Project) -> Outcome<()> {
    let sysroot = sysroot(project);
    let is_there = |path: &str| {
        sysroot
            .as_ref()
            .is_some_and(|sysroot| sysroot.join(path).exists())
    };
    if !is_there("lib/rustlib/wasm32-unknown-unknown/lib") {
        add(project, "target", TARGET)?;
    }
    if !is_there("lib/rustlib/src/rust/library/Cargo.lock") {
        add(project, "component", SOURCES)?;
    }
    Ok(())
}

fn add(project: &Project, kind: &str, name: &str) -> Outcome<()> {
    println!("Adding the Rust {kind} {name} (once, some seconds)…");
    process::logged(
        &format!(
            "Adding the Rust {kind} {name}, by `rustup {kind} add {name}` \
             or your system's package for it,"
        ),
        &project.log("rustup"),
        Command::new("rustup")
            .current_dir(&project.root)
            .args([kind, "add", name]),
    )
}

fn sysroot(project: &Project) -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(&project.root)
        .args(["--print", "sysroot"]);
    process::answer(&mut rustc).map(PathBuf::from)
}
