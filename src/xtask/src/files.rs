//! Files and folders, with errors that name the path.

use crate::Outcome;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Adds the path to what the system says.
pub(crate) fn named(path: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("{}: {error}.", path.display())
}

/// All bytes of a file.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(named(path))
}

/// Writes a file and the folders it is in.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    fs::write(path, bytes).map_err(named(path))
}

/// Makes a folder and those it is in.
pub(crate) fn create(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(named(folder))
}

/// Removes a folder or a file; nothing there is fine.
pub(crate) fn remove(path: &Path) -> Outcome<()> {
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(named(path)(error)),
        _ => Ok(()),
    }
}

/// Every file under a folder (or the one file), sorted, by its path relative to it
/// with `/` between the parts. A folder that isn't there has no files.
pub(crate) fn list(folder: &Path) -> Outcome<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    if folder.is_dir() {
        collect(folder, "", &mut found)?;
    } else if folder.exists() {
        found.insert(String::new(), folder.to_path_buf());
    }
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder).map_err(named(folder))? {
        let path = entry.map_err(named(folder))?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| format!("{} has a name that is not text.", path.display()))?;
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            found.insert(format!("{prefix}{name}"), path);
        }
    }
    Ok(())
}

/// The folder a person gave, which counts from where they are, or else this one.
pub(crate) fn chosen(given: Option<&Path>, otherwise: PathBuf) -> Outcome<PathBuf> {
    given.map_or(Ok(otherwise), |path| {
        std::path::absolute(path).map_err(named(path))
    })
}

/// Whether a file's name ends with a dot and this.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

/// Holds off a second command that would write the same folder, until dropped.
pub(crate) struct Lock(
    #[expect(dead_code, reason = "the open file is the lock: closing it lets go")] fs::File,
);

impl Lock {
    /// Waits its turn, and says so when it must wait.
    pub(crate) fn take(path: &Path) -> Outcome<Self> {
        if let Some(folder) = path.parent() {
            create(folder)?;
        }
        let file = fs::File::create(path).map_err(named(path))?;
        if file.try_lock().is_err() {
            println!("Waiting for another cargo xtask to finish its part…");
            file.lock().map_err(named(path))?;
        }
        Ok(Self(file))
    }
}
