//! Reports of what is wrong with things to do, in and out of their table.

use hark_domain::id::ServiceId;
use hark_domain::wire::{Reported, Wrong};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use crate::store::{Receipt, Reports};

const INSERT: &str = "
    INSERT INTO report (id, service, what, week) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (id) DO NOTHING";

const SAME: &str = "
    SELECT count(*) FROM report WHERE id = ?1 AND service = ?2 AND what = ?3";

// Weeks as ISO 8601 writes them are in order as text.
const COUNTED: &str = "
    SELECT service, what, count(*), max(week) FROM report
    GROUP BY service, what ORDER BY service, what";

/// Keeps a report, or says how the one that is there compares.
pub(super) fn report(connection: &Connection, reported: &Reported) -> rusqlite::Result<Receipt> {
    let report = &reported.report;
    let (id, service) = (report.id.as_str(), report.service.as_str());
    let (what, week) = (report.what.as_str(), reported.week.to_string());
    let added = connection
        .prepare_cached(INSERT)?
        .execute(params![id, service, what, week])?;
    if added > 0 {
        return Ok(Receipt::New);
    }
    let same: u32 = connection
        .prepare_cached(SAME)?
        .query_row(params![id, service, what], |row| row.get(0))?;
    Ok(if same > 0 {
        Receipt::Again
    } else {
        Receipt::Other
    })
}

/// How many there are of each.
pub(super) fn counted(connection: &Connection) -> rusqlite::Result<Vec<Reports>> {
    let mut query = connection.prepare_cached(COUNTED)?;
    query.query_map([], reports)?.collect()
}

fn reports(row: &Row<'_>) -> rusqlite::Result<Reports> {
    let unreadable = |column: usize| {
        let why = "it is no report that this Hark knows";
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why.into())
    };
    let (service, what): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Reports {
        service: ServiceId::new(&service).map_err(|_| unreadable(0))?,
        what: Wrong::parse(&what).ok_or_else(|| unreadable(1))?,
        count: row.get(2)?,
        last: row.get(3)?,
    })
}
