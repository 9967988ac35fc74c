//! `hark import oruk|openactive|csv|ics FILE [--out DIR] [--content DIR] [--locality ID]`

use std::fs;
use std::path::{Path, PathBuf};

use hark_domain::activity::import::{self, Imported, Setting};
use hark_domain::clock::{Clock, Instant};
use hark_domain::json;
use hark_domain::site::Site;
use serde_json::Value;

use super::{Directory, files};
use crate::commands::Failure;
use crate::sheets::delimited;
use crate::zone::BoroughZone;
use crate::{folder, log, state};

/// The largest file read, in bytes: all of a county's services are smaller.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The most files of a folder.
const MOST_FILES: usize = 5_000;

/// Reads a file or folder and makes organisations of it; what was wrong with a file itself
/// is a sentence with its name.
type Reader = fn(&Path, &Setting<'_>) -> Result<Imported, Failure>;

pub(super) fn run(options: &Directory, read: Reader) -> Result<(), Failure> {
    let source = &options.source;
    let site = site(options)?;
    let unsaid = options.locality.as_deref();
    if let Some(id) = unsaid.filter(|id| site.locality(id).is_none()) {
        let ids: Vec<&str> = site
            .localities
            .iter()
            .map(|locality| locality.id.as_str())
            .collect();
        return Err(format!(
            "There is no locality \"{id}\": it's one of {}.",
            ids.join(", ")
        )
        .into());
    }
    let zone = BoroughZone::of(&site);
    let zones = |name: &str, at: Instant| BoroughZone::named(name).map(|zone| zone.offset(at));
    let here = |at| zone.offset(at);
    let setting = Setting {
        site: &site,
        today: Clock {
            now: state::now(),
            zone: &here,
        }
        .today(),
        unsaid,
        zones: &zones,
    };
    let imported = read(&source.file, &setting)?;
    for line in &imported.lines {
        let file = source.file.join(&line.file);
        let shown = if line.file.is_empty() {
            source.file.display()
        } else {
            file.display()
        };
        log::say(format!("{shown}: {line}"));
    }
    if imported.files.is_empty() {
        return Err(format!("{}: Nothing was imported.", source.file.display()).into());
    }
    files::put(source.out.as_deref(), source.replace, &imported.files)
}

/// The borough that things are imported into.
fn site(options: &Directory) -> Result<Site, Failure> {
    let out = options
        .source
        .out
        .as_ref()
        .filter(|out| out.join("site.json").exists());
    let content = options.content.as_ref().or(out);
    let content = content.map_or(Path::new("public/content"), PathBuf::as_path);
    let path = content.join("site.json");
    let shown = path.display();
    let text = folder::read_text(&path).map_err(|why| {
        format!("{shown}: {why} Say --content for the pack whose localities these things are in.")
    })?;
    json::read(&text).map_err(|problems| {
        let lines = problems
            .into_iter()
            .map(|problem| problem.in_file(&shown.to_string()).to_string());
        Failure(lines.collect())
    })
}

/// What things are run by where nobody says: the file's name, without its ending.
fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    folder::read_bytes(path, LARGEST_FILE)
        .map_err(|why| format!("{}: {why}", path.display()).into())
}

pub(super) fn oruk(path: &Path, setting: &Setting<'_>) -> Result<Imported, Failure> {
    Ok(import::oruk(&values(path)?, setting))
}

pub(super) fn openactive(path: &Path, setting: &Setting<'_>) -> Result<Imported, Failure> {
    Ok(import::openactive(&values(path)?, setting))
}

pub(super) fn table(path: &Path, setting: &Setting<'_>) -> Result<Imported, Failure> {
    let rows =
        delimited::read(&bytes(path)?).map_err(|why| format!("{}: {why}", path.display()))?;
    Ok(import::table(&rows, &name(path), setting))
}

pub(super) fn calendar(path: &Path, setting: &Setting<'_>) -> Result<Imported, Failure> {
    let text = delimited::text(&bytes(path)?);
    Ok(import::ics(&text, &name(path), setting))
}

/// The JSON of a file, or of every `.json` in a folder, with its name there. One that is
/// no JSON refuses a file that is alone; in a folder the others are read.
fn values(path: &Path) -> Result<Vec<(String, Value)>, Failure> {
    let parse = |path: &Path| {
        let text = delimited::text(&bytes(path)?);
        let text = text.trim_start_matches('\u{feff}');
        serde_json::from_str(text)
            .map_err(|error| format!("{}: This is not JSON: {error}.", path.display()).into())
    };
    if !path.is_dir() {
        return Ok(vec![(String::new(), parse(path)?)]);
    }
    let mut names: Vec<String> = Vec::new();
    let entries = fs::read_dir(path)
        .map_err(|error| format!("{}: This folder can't be read: {error}.", path.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.to_ascii_lowercase().ends_with(".json") && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    if names.is_empty() || names.len() > MOST_FILES {
        return Err(format!(
            "{}: A folder has 1 to {MOST_FILES} files whose names end in .json; here are {}.",
            path.display(),
            names.len()
        )
        .into());
    }
    let mut values = Vec::new();
    for name in names {
        match parse(&path.join(&name)) {
            Ok(value) => values.push((name, value)),
            Err(Failure(why)) => why.iter().for_each(|why| log::say(refused(why))),
        }
    }
    Ok(values)
}

/// A sentence about a file as a line about the file.
fn refused(why: &str) -> String {
    match why.split_once(": ") {
        Some((file, why)) => format!("{file}: the file: refused: {why}"),
        None => why.to_owned(),
    }
}
