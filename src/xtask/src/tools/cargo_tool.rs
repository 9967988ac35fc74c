//! Tools that cargo builds from their source.

use super::on_path;
use crate::{Outcome, files, process, project::Project};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A program from the Rust package registry, at exactly one version.
pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) program: &'static str,
    pub(crate) version: &'static str,
    /// Whether the package's own lock file still works.
    pub(crate) locked: bool,
    /// How long installing takes on two cores, in words.
    pub(crate) usual: &'static str,
}

impl CargoTool {
    /// The program's path, installed first when it is nowhere.
    pub(crate) fn ensure(&self, project: &Project) -> Outcome<PathBuf> {
        let tools = project.cache.join("tools");
        let file = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        let own = tools.join("bin").join(file);
        if let Some(found) = on_path(&[self.program]).filter(|path| self.is_right(path)) {
            return Ok(found);
        }
        if !self.is_right(&own) {
            self.install(project, &tools)?;
        }
        if self.is_right(&own) {
            Ok(own)
        } else {
            Err(format!(
                "{} was installed, but {} does not say it is version {}.",
                self.package,
                own.display(),
                self.version
            ))
        }
    }

    /// Whether the program there answers with the pinned version.
    fn is_right(&self, program: &Path) -> bool {
        process::answer(Command::new(program).arg("--version"))
            .is_some_and(|answer| answer.split(' ').nth(1) == Some(self.version))
    }

    fn install(&self, project: &Project, tools: &Path) -> Outcome<()> {
        println!(
            "Installing {} {} (once, {})…",
            self.package, self.version, self.usual
        );
        // A folder that stays until the install is done: what was compiled before an
        // interruption is not compiled again.
        let build = project.cache.join("build").join(self.package);
        files::create(&build)?;
        let mut command = project.cargo();
        command
            // Not in the checkout, whose cargo settings are for the product.
            .current_dir(&project.cache)
            .args(["install", self.package, "--bin", self.program])
            .args([
                "--version",
                self.version,
                "--force",
                "--no-default-features",
            ])
            .args(self.locked.then_some("--locked"))
            .arg("--root")
            .arg(tools)
            .arg("--target-dir")
            .arg(&build)
            // Optimising, as their own profiles ask for, takes half of the install's
            // time and saves a fraction of a second in each build.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS");
        process::logged(
            &format!("Installing {}", self.package),
            &project.log(&format!("install-{}", self.package)),
            &mut command,
        )?;
        files::remove(&build)
    }
}
