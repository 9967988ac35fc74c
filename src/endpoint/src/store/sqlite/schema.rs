//! The tables, and how a file gets from one version of them to the next.

use std::cmp::Ordering;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

/// Each step makes the next version of the tables. The file's `user_version` says
/// how many have been done; a step is never changed once released.
const STEPS: [&str; 2] = [STEP_1, STEP_2];

/// `response` is what design.md lists and nothing else. `WITHOUT ROWID`: a row
/// number would count up and so keep the order in which responses came.
///
/// `free_text` has its own random key and shares no value with `response` that
/// could lead from one to the other: no week, no group. It has no version either,
/// which would split the texts of one question into smaller and smaller groups; a
/// question that means something else is to have another id. No index leads from a
/// text to its row: nobody looks for a text.
const STEP_1: &str = "
    CREATE TABLE response (
        id TEXT NOT NULL PRIMARY KEY,
        survey TEXT NOT NULL,
        version INTEGER NOT NULL,
        group_code TEXT,
        mark TEXT CHECK (mark = 'test'),
        week TEXT NOT NULL,
        answers TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE free_text (
        key TEXT NOT NULL PRIMARY KEY,
        survey TEXT NOT NULL,
        question TEXT NOT NULL,
        text TEXT NOT NULL,
        mark TEXT CHECK (mark = 'test')
    ) STRICT, WITHOUT ROWID;
";

/// What somebody found wrong with a thing to do: the service, a code from a list, the week.
const STEP_2: &str = "
    CREATE TABLE report (
        id TEXT NOT NULL PRIMARY KEY,
        service TEXT NOT NULL,
        what TEXT NOT NULL,
        week TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
";

/// How long somebody else may hold the file, to look at it or to copy it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens the database and brings its tables up to date.
pub(super) fn open(file: &Path) -> Result<Connection, String> {
    let mut connection = Connection::open(file).map_err(words)?;
    prepare(&connection).map_err(words)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// Opens the database to look at it. It has to be there, with tables of this version.
///
/// Not with SQLite's own read-only mode: that one leaves an empty log behind, and can't
/// read what a crash left in one.
pub(super) fn open_to_read(file: &Path) -> Result<Connection, String> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(words)?;
    connection.busy_timeout(PATIENCE).map_err(words)?;
    for (name, value) in [("query_only", "ON"), ("temp_store", "MEMORY")] {
        connection.pragma_update(None, name, value).map_err(words)?;
    }
    let version = version(&connection).map_err(words)?;
    match (version as usize).cmp(&STEPS.len()) {
        Ordering::Equal => Ok(connection),
        Ordering::Less => Err("an older Hark wrote it: start hark serve with it once".to_owned()),
        Ordering::Greater => Err(newer(version)),
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    for (name, value) in [
        ("journal_mode", "WAL"),
        // Every commit reaches the disk before it is acknowledged.
        ("synchronous", "FULL"),
        // The same on macOS, where an ordinary fsync stops at the drive's cache.
        ("fullfsync", "ON"),
        // What is deleted is overwritten.
        ("secure_delete", "ON"),
        // Nothing of a response reaches a temporary folder.
        ("temp_store", "MEMORY"),
    ] {
        connection.pragma_update(None, name, value)?;
    }
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<(), String> {
    let version = version(connection).map_err(words)?;
    let steps = STEPS.get(version as usize..);
    let steps = steps.ok_or_else(|| newer(version))?;
    for (version, step) in (version + 1..).zip(steps) {
        let transaction = connection.transaction().map_err(words)?;
        transaction
            .execute_batch(step)
            .and_then(|()| touch(&transaction, version))
            .and_then(|()| transaction.commit())
            .map_err(words)?;
    }
    Ok(())
}

/// How many steps the tables have had.
fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn newer(version: u32) -> String {
    let own = STEPS.len();
    format!(
        "it was written by a newer Hark (version {version} of the tables, this one knows {own})"
    )
}

fn touch(connection: &Connection, version: u32) -> rusqlite::Result<()> {
    connection.pragma_update(None, "user_version", version)
}

/// Writes the version again: the smallest change that has to reach the disk.
pub(super) fn prove_writable(connection: &Connection) -> rusqlite::Result<()> {
    touch(connection, version(connection)?)
}

/// Moves the write-ahead log into the database and cuts it to nothing, unless
/// somebody reads the file just now; says whether it did.
pub(super) fn empty_log(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let blocked: rusqlite::Result<bool> =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    connection.busy_timeout(PATIENCE)?;
    Ok(!blocked?)
}

/// The size of the database, in bytes.
pub(super) fn size(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        [],
        |row| row.get(0),
    )
}

/// What SQLite said. Its words name tables and columns, never a value.
pub(super) fn words(error: impl std::borrow::Borrow<rusqlite::Error>) -> String {
    error.borrow().to_string()
}
