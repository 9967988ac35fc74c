//! Rows in and out of the tables.

use hark_domain::id::SurveyId;
use hark_domain::wire::{GroupCode, Record, ResponseId};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::store::{Kept, Receipt};

const INSERT: &str = "
    INSERT INTO response (id, survey, version, group_code, mark, week, answers)
    VALUES (:id, :survey, :version, :group_code, :mark, :week, :answers)
    ON CONFLICT (id) DO NOTHING";

// SQLite's random numbers come from a stream cipher seeded by the system.
const INSERT_TEXT: &str = "
    INSERT INTO free_text (key, survey, question, text, mark)
    VALUES (lower(hex(randomblob(16))), ?1, ?2, ?3, ?4)";

const KNOWN: &str = "SELECT survey, version, group_code, mark, answers FROM response WHERE id = ?1";

const RESPONSES: &str = "
    SELECT survey, version, group_code, mark, answers FROM response WHERE survey = ?1 ORDER BY id";

/// The mark of what is never counted.
fn mark(test: bool) -> Option<&'static str> {
    test.then_some("test")
}

/// Keeps a response and its texts, or says how the one that is there compares.
pub(super) fn record(
    connection: &Connection,
    record: &Record,
    kept: &Kept,
) -> rusqlite::Result<Receipt> {
    let added = connection.prepare_cached(INSERT)?.execute(named_params! {
        ":id": record.id.as_str(),
        ":survey": kept.survey.as_str(),
        ":version": kept.version,
        ":group_code": kept.group.as_ref().map(GroupCode::as_str),
        ":mark": mark(kept.test),
        ":week": record.week.to_string(),
        ":answers": kept.closed,
    })?;
    if added == 0 {
        let same = known(connection, &record.id)?.as_ref() == Some(kept);
        return Ok(if same { Receipt::Again } else { Receipt::Other });
    }
    let mut insert = connection.prepare_cached(INSERT_TEXT)?;
    for (question, text) in &record.texts {
        insert.execute(params![
            kept.survey.as_str(),
            question.as_str(),
            text,
            mark(kept.test)
        ])?;
    }
    Ok(Receipt::New)
}

/// What is kept under an id.
pub(super) fn known(connection: &Connection, id: &ResponseId) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(KNOWN)?
        .query_row([id.as_str()], kept)
        .optional()
}

/// What is kept of the responses to a survey, in order of their ids.
pub(super) fn responses(connection: &Connection, survey: &SurveyId) -> rusqlite::Result<Vec<Kept>> {
    let mut query = connection.prepare_cached(RESPONSES)?;
    query.query_map([survey.as_str()], kept)?.collect()
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let unreadable = |column: usize| {
        let why = "it does not follow the rules of such a name";
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, why.into())
    };
    let group: Option<String> = row.get(2)?;
    Ok(Kept {
        survey: SurveyId::new(&row.get::<_, String>(0)?).map_err(|_| unreadable(0))?,
        version: row.get(1)?,
        group: group
            .map(|code| GroupCode::parse(&code).ok_or_else(|| unreadable(2)))
            .transpose()?,
        test: row.get::<_, Option<String>>(3)?.is_some(),
        closed: row.get(4)?,
    })
}
