//! Packages from the npm registry, each set in a folder of its own.

use super::on_path;
use crate::{Outcome, files, inputs, process, project::Project};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The oldest node that playwright and the journeys run on.
const OLDEST_NODE: u32 = 20;

/// A set of packages, pinned by the lock file in one folder of the project.
pub(super) struct Packages {
    /// The folder that holds `package.json` and `package-lock.json`.
    source: &'static str,
    /// What a person reads while they are installed.
    what: &'static str,
}

/// What the build and the tests use.
pub(super) const TOOLS: Packages = Packages {
    source: "src/xtask/tools",
    what: "wasm-opt, playwright, axe, Lighthouse and ical.js",
};

/// What the rivals' pages are made from.
pub(super) const RIVALS: Packages = Packages {
    source: "tests/rivals",
    what: "the rivals' packages",
};

impl Packages {
    /// The folder holding `node_modules`, filled by `npm ci` when it is not there yet.
    /// Its name comes from the lock file, so another set of versions is another folder.
    pub(super) fn ensure(&self, project: &Project) -> Outcome<PathBuf> {
        let source = project.root.join(self.source);
        let names = ["package.json", "package-lock.json"];
        let hash = inputs::hash(&source, &names.map(PathBuf::from), "")?;
        let folder = project.cache.join("npm").join(&hash[..16]);
        // Written last: without it the install was cut short and is done again.
        let done = folder.join("installed");
        node()?;
        if done.is_file() {
            return Ok(folder);
        }
        println!("Installing {} from npm (once, some seconds)…", self.what);
        for name in names {
            files::write(&folder.join(name), files::read(&source.join(name))?)?;
        }
        let npm = on_path(&["npm", "npm.cmd"])
            .ok_or("npm is missing: install Node.js with npm, version 20 or newer.")?;
        process::logged(
            &format!("Installing {}", self.what),
            &project.log("npm"),
            Command::new(npm)
                .current_dir(&folder)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                // The browser comes from the system: playwright-core brings none.
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )?;
        files::write(&done, "")?;
        Ok(folder)
    }
}

/// Node, or the sentence that says what to install.
fn node() -> Outcome<()> {
    let missing = || "node is missing: install Node.js 20 or newer.".to_owned();
    let node = on_path(&["node"]).ok_or_else(missing)?;
    let answer = process::answer(Command::new(&node).arg("--version")).ok_or_else(missing)?;
    if major(&answer).is_some_and(|major| major >= OLDEST_NODE) {
        Ok(())
    } else {
        let path: &Path = &node;
        Err(format!(
            "{} is {answer}; Node.js {OLDEST_NODE} or newer is needed.",
            path.display()
        ))
    }
}

/// 20 for `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
