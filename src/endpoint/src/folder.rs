//! A content pack's files, read from disk.
//!
//! Whatever lies in the folder, reading it ends, takes little memory, and says in
//! sentences what could not be read: it is the folder of whoever runs a borough,
//! with whatever their editor or their sync tool left there.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use hark_domain::pack::media::{self, MediaFile, MediaFiles, MediaType};
use hark_domain::pack::{self, Files, MAP, Pack, is_json};
use hark_domain::problem::Problem;

use crate::zone;

/// The largest file read, in bytes: a survey of 300 questions in ten languages
/// has a tenth of it.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// The most files of a pack.
const MOST_FILES: usize = 5_000;

/// How deep folders may lie in folders.
const DEEPEST: usize = 8;

/// Reads the pack in `folder` and checks it whole.
///
/// # Errors
/// Everything wrong with it, a line each, in order of the files.
pub fn pack(folder: &Path) -> Result<(Files, Pack), Vec<String>> {
    whole(folder).map(|whole| (whole.files, whole.pack))
}

/// A pack that is right, with the files it was read from.
pub struct Whole {
    /// Its texts.
    pub files: Files,
    /// What lies below `media/`.
    pub media: MediaFiles,
    /// What they say.
    pub pack: Pack,
}

/// The same as [`pack()`], with what is below `media/`.
///
/// # Errors
/// As for [`pack()`].
pub fn whole(folder: &Path) -> Result<Whole, Vec<String>> {
    let Found {
        files,
        media,
        problems: unreadable,
    } = read(folder).map_err(|sentence| vec![sentence])?;
    // The domain knows no time zones.
    let unknown_zone = zone::problem(&files);
    let of_media = media::check(&files, &media);
    let mut problems = match pack::read(&files) {
        Ok(pack) if unreadable.is_empty() && unknown_zone.is_none() && of_media.is_empty() => {
            return Ok(Whole { files, media, pack });
        }
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    };
    problems.extend(of_media);
    // A file that can't be read is there; it is not missing as well.
    let is_there = |problem: &Problem| !unreadable.iter().any(|other| other.file == problem.file);
    let mut problems: Vec<Problem> = problems.into_iter().filter(is_there).collect();
    problems.extend(unreadable);
    problems.extend(unknown_zone);
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    Err(problems.iter().map(ToString::to_string).collect())
}

/// What lies in a pack's folder, and what could not be read.
#[derive(Default)]
pub struct Found {
    /// The `.json` files, and the map.
    pub files: Files,
    /// The files below `media/`.
    pub media: MediaFiles,
    /// What is wrong, each with its file.
    pub problems: Vec<Problem>,
}

/// Reads the `.json` files below `folder`, its map, and the names and sizes of those below `media/`,
/// and says what could not be read. Of the latter only texts are read: recordings and
/// films stay on disk.
///
/// Names that start with a dot are left out. Links are followed, because a pack
/// that a cluster mounts consists of them; a link to a folder above itself is a
/// problem.
///
/// # Errors
/// A sentence where `folder` itself is no folder that can be read.
pub fn read(folder: &Path) -> Result<Found, String> {
    let root = fs::canonicalize(folder).map_err(|error| no_folder(folder, &error))?;
    if !root.is_dir() {
        return Err(format!("{}: this is not a folder.", folder.display()));
    }
    let mut reader = Reader {
        found: Found::default(),
        root,
    };
    reader.folder(&reader.root.clone(), "", &mut Vec::new());
    Ok(reader.found)
}

fn no_folder(folder: &Path, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => format!("{}: there is no such folder.", folder.display()),
        _ => format!("{}: this folder can't be read: {error}.", folder.display()),
    }
}

/// Whether a file of that name is read as text.
fn is_text(path: &str) -> bool {
    is_json(path) || path == MAP
}

struct Reader {
    found: Found,
    root: PathBuf,
}

impl Reader {
    fn say(&mut self, file: &str, text: impl Into<String>) {
        self.found
            .problems
            .push(Problem::at("", text).in_file(file));
    }

    /// Reads what lies in `folder`; `above` are the folders that lead to it.
    fn folder(&mut self, folder: &Path, name: &str, above: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.say(name, format!("This folder can't be read: {error}.")),
        };
        // The order on disk is any; problems come in the same order on every machine.
        entries.sort_by_key(fs::DirEntry::file_name);
        above.push(folder.to_owned());
        for entry in entries {
            let file_name = entry.file_name();
            let shown = file_name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            let path = if name.is_empty() {
                shown.clone().into_owned()
            } else {
                format!("{name}/{shown}")
            };
            match fs::canonicalize(entry.path()) {
                Ok(target) if target.is_dir() => self.inner_folder(&target, &path, above),
                Ok(target) => self.file(&target, path),
                Err(error) if is_text(&path) || path.starts_with(media::FOLDER) => {
                    self.say(&path, format!("This file can't be read: {error}."));
                }
                Err(_) => {}
            }
        }
        above.pop();
    }

    fn inner_folder(&mut self, target: &Path, path: &str, above: &mut Vec<PathBuf>) {
        if above.iter().any(|folder| folder == target) {
            self.say(path, "This is a link to a folder that it lies in itself.");
        } else if above.len() >= DEEPEST {
            self.say(path, format!("Folders can lie {DEEPEST} deep at most."));
        } else {
            self.folder(target, path, above);
        }
    }

    fn file(&mut self, target: &Path, path: String) {
        let below = path.strip_prefix(media::FOLDER).map(str::to_owned);
        if below.is_none() && !is_text(&path) {
            return;
        }
        let count = self.found.files.len() + self.found.media.len();
        if count >= MOST_FILES {
            if count == MOST_FILES {
                self.say(&path, format!("A pack has {MOST_FILES} files at most."));
            }
            return;
        }
        if !target.is_file() {
            return self.say(&path, "This is not a file.");
        }
        if let Some(below) = below {
            return self.media(target, &path, below);
        }
        match read_text(target) {
            Ok(text) => {
                self.found.files.insert(path, text);
            }
            Err(why) => self.say(&path, why),
        }
    }

    /// Notes a file of `media/`, which is served as it lies there.
    fn media(&mut self, target: &Path, path: &str, below: String) {
        if !target.starts_with(&self.root) {
            return self.say(path, "This is a link to a file outside the pack's folder.");
        }
        let bytes = match fs::metadata(target) {
            Ok(about) => about.len(),
            Err(error) => return self.say(path, format!("This file can't be read: {error}.")),
        };
        let kind = MediaType::of(&below);
        let wanted = kind.is_some_and(|kind| kind.is_text() && bytes <= kind.most());
        // One that can't be read as text is told of by its kind's own check.
        let text = wanted.then(|| read_text(target).ok()).flatten();
        self.found.media.insert(below, MediaFile { bytes, text });
    }
}

/// Reads one file of at most `largest` bytes. It may be a pipe.
///
/// # Errors
/// Why it can't be read, as a sentence without the file's name.
pub fn read_bytes(path: &Path, largest: u64) -> Result<Vec<u8>, String> {
    let cannot = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "There is no such file.".to_owned(),
        io::ErrorKind::IsADirectory => "This is a folder, not a file.".to_owned(),
        _ => format!("This file can't be read: {error}."),
    };
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(largest + 1).read_to_end(&mut bytes))
        .map_err(cannot)?;
    if bytes.len() as u64 > largest {
        return Err(format!(
            "This file is too large: {} MB is the most.",
            largest / 1024 / 1024
        ));
    }
    Ok(bytes)
}

/// Reads one text file of at most [`LARGEST_FILE`] bytes. It may be a pipe.
///
/// # Errors
/// Why it can't be read, as a sentence without the file's name.
pub fn read_text(path: &Path) -> Result<String, String> {
    let bytes = read_bytes(path, LARGEST_FILE)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("This is not UTF-8 text, from byte {at}: save it as UTF-8.")
    })?;
    // Some editors put a mark before the text that JSON does not allow there.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
