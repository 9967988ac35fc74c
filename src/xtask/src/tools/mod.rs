//! The tools that building and testing need, each pinned to one version.
//!
//! A tool that is on PATH at the right version is used. Any other is installed once
//! into the cache, outside the checkout, and an install that was cut short goes on
//! where it stopped.

mod cargo_tool;
mod chromium;
mod npm;
mod wasm_target;

use crate::{Outcome, files, project::Project};
use cargo_tool::CargoTool;
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    thread,
};

/// Builds the browser's half. 0.22 asks for a newer Rust than the workspace.
const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    locked: true,
    usual: "about 6 minutes",
};

/// Writes the glue between JavaScript and wasm. Its version must be that of the
/// library in Cargo.toml and Trunk.toml. Its own lock file names versions that can
/// no longer be had, so it is installed without.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    locked: false,
    usual: "about 3 minutes",
};

/// What building the site needs.
pub(crate) struct SiteTools {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// The search path for Trunk, which looks for wasm-bindgen there.
    pub(crate) path: OsString,
    /// `wasm-opt`, a program for node.
    pub(crate) wasm_opt: PathBuf,
}

/// What the browser journeys need.
pub(crate) struct JourneyTools {
    /// The folder that holds `package.json` and `node_modules`.
    pub(crate) npm: PathBuf,
    /// The browser.
    pub(crate) chromium: PathBuf,
}

/// Finds or installs what building the site needs.
pub(crate) fn for_site(project: &Project) -> Outcome<SiteTools> {
    let _turn = files::Lock::take(&project.cache.join("tools.lock"))?;
    wasm_target::ensure(project)?;
    let npm = npm::TOOLS.ensure(project)?;
    // Side by side: each spends part of its time on one core only.
    let (trunk, wasm_bindgen) = thread::scope(|scope| {
        let trunk = scope.spawn(|| TRUNK.ensure(project));
        let wasm_bindgen = WASM_BINDGEN.ensure(project);
        (trunk.join(), wasm_bindgen)
    });
    let trunk = trunk.unwrap_or_else(|_| Err("Installing trunk panicked.".to_owned()))?;
    Ok(SiteTools {
        trunk,
        path: path_with(wasm_bindgen?.parent())?,
        wasm_opt: npm.join("node_modules/binaryen/bin/wasm-opt"),
    })
}

/// Finds or installs what compiling for browsers needs.
pub(crate) fn for_wasm(project: &Project) -> Outcome<()> {
    let _turn = files::Lock::take(&project.cache.join("tools.lock"))?;
    wasm_target::ensure(project)
}

/// Finds or installs what the journeys need.
pub(crate) fn for_journeys(project: &Project) -> Outcome<JourneyTools> {
    let _turn = files::Lock::take(&project.cache.join("tools.lock"))?;
    Ok(JourneyTools {
        npm: npm::TOOLS.ensure(project)?,
        chromium: chromium::ensure(project)?,
    })
}

/// Finds or installs what the rivals' pages are made from: the folder that holds
/// `node_modules`.
pub(crate) fn for_rivals(project: &Project) -> Outcome<PathBuf> {
    let _turn = files::Lock::take(&project.cache.join("tools.lock"))?;
    npm::RIVALS.ensure(project)
}

/// The search path with one folder put first.
fn path_with(first: Option<&Path>) -> Outcome<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = first
        .map(Path::to_path_buf)
        .into_iter()
        .chain(env::split_paths(&path));
    env::join_paths(all).map_err(|error| format!("The tools' folder can't be on PATH: {error}."))
}

/// The first program of these names on the search path.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .map(|file| file.with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}
