//! Where things are: the checkout, cargo's target folder, the cache of tools.

use crate::Outcome;
use std::{env, path::PathBuf, process::Command};

/// The folders every command works with, all absolute.
pub(crate) struct Project {
    /// The checkout's root.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, which `CARGO_TARGET_DIR` may have put elsewhere.
    pub(crate) target: PathBuf,
    /// What outlives a checkout: tools, and nothing that can't be made again.
    pub(crate) cache: PathBuf,
}

impl Project {
    /// Finds the folders, or says which one can't be found.
    pub(crate) fn find() -> Outcome<Self> {
        // Cargo sets the variable for `cargo xtask`; the compiled-in one serves a
        // binary that is started by hand.
        let own = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own
            .ancestors()
            .nth(2)
            .ok_or("The project's folder can't be found.")?
            .to_path_buf();
        let target = target(&root)?;
        Ok(Self {
            target,
            root,
            cache: cache()?,
        })
    }

    /// The content pack that ships with the project.
    pub(crate) fn content(&self) -> PathBuf {
        self.root.join("public/content")
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where the output of a step goes.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(format!("{name}.log"))
    }

    /// A program that cargo built, in `debug` or `release`.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.target.join(profile).join(file)
    }

    /// Cargo, started in the checkout. Its output goes to a log, so it has no colours.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(&self.root)
            .env("CARGO_TERM_COLOR", "never");
        command
    }
}

fn target(root: &PathBuf) -> Outcome<PathBuf> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo could not be started: {error}."))?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|_| {
        let reason = String::from_utf8_lossy(&output.stderr);
        format!("cargo can't read this project:\n{reason}")
    })?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "cargo did not say where its target folder is.".to_owned())
}

/// `$HARK_CACHE`, else `hark` in the user's cache folder.
fn cache() -> Outcome<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let cache = if let Some(own) = folder("HARK_CACHE") {
        PathBuf::from(own)
    } else if let Some(caches) = folder("XDG_CACHE_HOME") {
        PathBuf::from(caches).join("hark")
    } else if let Some(home) = env::home_dir() {
        home.join(".cache/hark")
    } else {
        return Err("There is no home folder: set HARK_CACHE to a folder for tools.".to_owned());
    };
    std::path::absolute(&cache).map_err(|error| format!("{}: {error}.", cache.display()))
}
