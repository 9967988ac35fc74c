//! The app's first pages as HTML: the app's own program, built for this computer, makes
//! them by the components that run in the browser.

use super::{Files, words::Words};
use crate::{Outcome, process, project::Project};
use hark_domain::{calendar::LocalDate, clock::Instant};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    process::Command,
    time::{SystemTime, UNIX_EPOCH},
};

/// One page in one language; see the app's own `prerender` for what each part is.
#[derive(Deserialize)]
pub(crate) struct Page {
    pub(crate) path: String,
    pub(crate) language: String,
    pub(crate) direction: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) html: String,
    pub(crate) plain: String,
    pub(crate) asks: Vec<String>,
    /// What it says to search engines, as JSON-LD; empty where it says nothing.
    #[serde(default)]
    pub(crate) data: String,
}

/// All pages, and where each survey stood when they were made, by its id.
#[derive(Deserialize)]
pub(crate) struct Made {
    pub(crate) pages: Vec<Page>,
    pub(crate) seasons: Value,
}

impl Page {
    /// Whether it shows a screen of the app, and not only that the app is on its way.
    pub(crate) fn is_screen(&self) -> bool {
        self.path != FALLBACK
    }

    /// All that it adds to index.html.
    pub(crate) fn markup(&self) -> String {
        [&*self.html, &*self.plain].concat()
    }
}

/// The page for every address that has none of its own.
pub(crate) const FALLBACK: &str = "404";

/// Makes all pages of a published pack, in all languages.
pub(crate) fn pages(project: &Project, pack: &Files, words: &[Words]) -> Outcome<Made> {
    println!("Making the first pages (the first time about 2 minutes, then seconds)…");
    process::logged(
        "Building what makes the first pages",
        &project.log("prerender-build"),
        project.cargo().args(["build", "--package", "hark-app"]),
    )?;
    let text = |bytes: &Vec<u8>| Value::from(String::from_utf8_lossy(bytes));
    let is_json = |name: &&String| hark_domain::pack::is_json(name);
    let files = pack
        .iter()
        .filter(|(name, _)| is_json(name))
        .map(|(name, bytes)| (format!("/{name}"), text(bytes)))
        .collect::<Value>();
    let words = words
        .iter()
        .map(|words| (format!("/{}", words.path), Value::from(words.text.as_str())))
        .collect::<Value>();
    let order = json!({"now": seconds(), "files": files, "words": words});
    let mut program = Command::new(project.program("debug", "hark-app"));
    let answer = process::through("Making the first pages", &mut program, &order.to_string())?;
    serde_json::from_str(&answer)
        .map_err(|error| format!("The first pages can't be read: {error}."))
}

/// Today, by this computer's clock, in UTC: pages of yesterday may be out of date. A
/// server leaves pages out whose survey has opened or closed since.
pub(crate) fn today() -> LocalDate {
    LocalDate::from_days(i32::try_from(seconds() / 86_400).unwrap_or(0))
}

/// This moment, by this computer's clock.
pub(crate) fn now() -> Instant {
    Instant::from_seconds(i64::try_from(seconds()).unwrap_or(0))
}

fn seconds() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
