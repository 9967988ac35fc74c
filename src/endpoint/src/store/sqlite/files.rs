//! The store's files: readable by their owner alone, used by one process at a time.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::path::Path;

/// The database, in the data folder.
pub(super) const DATABASE: &str = "hark.db";

/// The file that says that the database is in use.
const LOCK: &str = "hark.lock";

/// Holds the data folder for this process, until it is dropped or the process ends
/// in any way, `kill -9` too.
///
/// A lock beside the database rather than SQLite's exclusive mode, so that a backup
/// or a browser test can read the file while the server runs.
pub(super) struct Lock(
    #[expect(dead_code, reason = "the lock lives as long as the open file")] File,
);

/// Makes the folder and the files where they are missing, closes them to others,
/// and takes the lock.
pub(super) fn prepare(folder: &Path) -> Result<Lock, String> {
    let cannot = |error: std::io::Error| {
        format!(
            "{}: this folder can't be used for data: {error}.",
            folder.display()
        )
    };
    if !folder.is_dir() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(cannot)?;
    }
    let lock = owned(&folder.join(LOCK)).map_err(cannot)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(format!(
                "{}: another Hark is using this data. Stop it first, or give --data another folder.",
                folder.display()
            ));
        }
        Err(TryLockError::Error(error)) => return Err(cannot(error)),
    }
    // SQLite gives its side files the mode of the main one.
    owned(&folder.join(DATABASE)).map_err(cannot)?;
    Ok(Lock(lock))
}

/// Opens a file, or makes it, so that only its owner can read or write it.
fn owned(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}
