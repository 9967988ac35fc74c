//! The browser for the journeys.

use super::on_path;
use crate::{Outcome, process, project::Project};
use std::{env, path::PathBuf, process::Command};

/// Names under which systems ship it.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The browser's path: `$HARK_CHROMIUM`, else the first on PATH, else Debian's
/// package when this user may install it.
pub(crate) fn ensure(project: &Project) -> Outcome<PathBuf> {
    if let Some(given) = env::var_os("HARK_CHROMIUM").filter(|value| !value.is_empty()) {
        let given = PathBuf::from(given);
        return if given.is_file() {
            Ok(given)
        } else {
            Err(format!(
                "HARK_CHROMIUM names {}, which is not there.",
                given.display()
            ))
        };
    }
    if let Some(found) = on_path(&NAMES) {
        return Ok(found);
    }
    install(project)?;
    on_path(&NAMES).ok_or_else(|| missing("The package was installed, but brought no browser."))
}

fn install(project: &Project) -> Outcome<()> {
    if on_path(&["apt-get"]).is_none() {
        return Err(missing("This system has no apt-get."));
    }
    let as_root: &[&str] = match process::answer(Command::new("id").arg("-u")).as_deref() {
        Some("0") => &[],
        _ if process::answer(Command::new("sudo").args(["-n", "true"])).is_some() => {
            &["sudo", "-n"]
        }
        _ => return Err(missing("This user may not install packages.")),
    };
    println!("Installing Chromium from the system's packages (once, about a minute)…");
    let apt: [&[&str]; 2] = [
        &["apt-get", "update"],
        // The fonts: a page in Urdu or Arabic is not what it is without its letters.
        &["apt-get", "install", "--yes", "chromium", "fonts-noto-core"],
    ];
    for words in apt {
        let words = [as_root, words].concat();
        let (program, arguments) = words
            .split_first()
            .ok_or("There is no command to install Chromium with.")?;
        process::logged(
            "Installing Chromium",
            &project.log("chromium"),
            Command::new(program)
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
        .map_err(|error| missing(&error))?;
    }
    Ok(())
}

fn missing(why: &str) -> String {
    format!(
        "{why}\nThe browser journeys need Chromium: install the package `chromium`, \
         or set HARK_CHROMIUM to the path of a Chromium or Chrome."
    )
}
