//! For which ages a service is.

use serde_json::{Value, json};

use crate::activity::import::ages::{self, OLDEST};
use crate::activity::import::draft::{Cell, Draft};
use crate::activity::import::line::Log;
use crate::activity::import::plain::{plain, quoted};

/// Who the directory is for, youngest and oldest.
const READERS: (u8, u8) = (11, 19);

/// The ages of a record; nothing where it is for others than the readers, which a line then
/// says.
pub(super) fn ages(draft: &Draft, log: &mut Log) -> Option<Value> {
    let number = |cell: &Option<Cell>, log: &mut Log| {
        let cell = cell.as_ref()?;
        let years = ages::years(&cell.text);
        match years {
            None => log.left_out(
                &cell.field,
                format!("{} is no age in years.", quoted(&cell.text)),
            ),
            Some(years) if cell.text.contains('.') => {
                log.repaired(
                    &cell.field,
                    format!("Ages are whole years: {} is {years}.", cell.text),
                );
            }
            Some(_) => {}
        }
        years
    };
    let mut from = number(&draft.youngest, log);
    let mut to = number(&draft.oldest, log);
    let mut ldd = None;
    let field = draft
        .youngest
        .as_ref()
        .or(draft.oldest.as_ref())
        .or(draft.ages.first());
    let field = field.map_or("ages", |cell| cell.field.as_str()).to_owned();
    for cell in &draft.ages {
        let Some(told) = ages::told(&cell.text) else {
            log.left_out(
                &cell.field,
                format!("{} names no ages.", quoted(&cell.text)),
            );
            continue;
        };
        if from.is_none() && to.is_none() {
            (from, to) = (told.from, told.to);
        }
        ldd = ldd.or(told.to_ldd);
    }
    let mut words = draft
        .about
        .iter()
        .filter_map(|cell| ages::told(&plain(&cell.text).0));
    ldd = ldd.or_else(|| words.find_map(|told| told.to_ldd));
    if let (Some(one), Some(two)) = (from, to)
        && one > two
    {
        log.repaired(
            &field,
            format!("The ages were swapped: it is from {two} to {one}."),
        );
        (from, to) = (Some(two), Some(one));
    }
    let (from, to) = match (from, to) {
        (None, None) => {
            log.repaired(
                &field,
                format!(
                    "No ages are given: {} to {} is shown.",
                    READERS.0, READERS.1
                ),
            );
            READERS
        }
        (Some(from), None) => (from, OLDEST.max(from)),
        (None, Some(to)) => (to.min(READERS.0), to),
        (Some(from), Some(to)) => (from, to),
    };
    if from > OLDEST || to < READERS.0 {
        log.refused(
            &field,
            format!(
                "It is for ages {from} to {to}, and this is for people of {} to {}.",
                READERS.0, READERS.1
            ),
        );
        return None;
    }
    if to > OLDEST {
        log.repaired(&field, format!("Ages end at {OLDEST} here, not at {to}."));
    } else if draft.oldest.is_none() && draft.youngest.is_some() {
        log.repaired(
            &field,
            format!("No oldest age is given: {from} to {to} is shown."),
        );
    } else if draft.youngest.is_none() && draft.oldest.is_some() {
        log.repaired(
            &field,
            format!("No youngest age is given: {from} to {to} is shown."),
        );
    }
    let to = to.min(OLDEST);
    let mut ages = json!({"from": from, "to": to});
    if let Some(ldd) = ldd.map(|ldd| ldd.min(OLDEST)).filter(|ldd| *ldd > to) {
        ages["to_ldd"] = ldd.into();
    }
    Some(ages)
}
