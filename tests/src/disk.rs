//! What a store has put on disk.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value, json};

/// Everything in the database at `path`, read without changing it:
/// `{"responses": [row…], "texts": [row…]}`, each row with all its columns.
///
/// # Errors
/// What SQLite says: there is no such file, or it is no store.
pub fn stored(path: &Path) -> rusqlite::Result<Value> {
    let connection = open(path)?;
    Ok(json!({
        "responses": rows(&connection, "SELECT * FROM response ORDER BY survey, id")?,
        "texts": rows(&connection, "SELECT * FROM free_text ORDER BY survey, question, key")?,
    }))
}

/// Opens a database for reading only.
///
/// # Errors
/// What SQLite says.
pub fn open(path: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// The rows of a query, each as an object.
///
/// # Errors
/// What SQLite says.
pub fn rows(connection: &Connection, query: &str) -> rusqlite::Result<Vec<Value>> {
    let mut statement = connection.prepare(query)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut object = Map::new();
        for (index, name) in names.iter().enumerate() {
            object.insert(name.clone(), value(row.get_ref(index)?));
        }
        found.push(Value::Object(object));
    }
    Ok(found)
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) => bytes.into(),
    }
}
