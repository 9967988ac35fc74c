//! How much of a workbook is read: many times what a survey needs, and little enough for
//! any machine.

use hark_domain::survey::xlsform::Row;

/// The most rows of a sheet.
pub(super) const ROWS: u32 = 20_000;

/// The most columns of a sheet.
pub(super) const COLUMNS: u32 = 500;

/// The most sheets.
pub(super) const SHEETS: usize = 50;

/// The most characters in all cells together, in bytes.
pub(super) const TEXT: usize = 8 * 1024 * 1024;

/// The most bytes of a workbook once it is unpacked.
pub(super) const UNPACKED: u64 = 64 * 1024 * 1024;

/// The most cells with something in them, in all sheets.
pub(super) const CELLS: usize = 500_000;

/// The most places that room is made for, in all sheets: each row up to its last cell.
pub(super) const PLACES: usize = 4_000_000;

/// Keeps count of what was read.
#[derive(Default)]
pub(super) struct Budget {
    text: usize,
    cells: usize,
    places: usize,
}

impl Budget {
    /// Takes a cell of `bytes` at a place, counted from 0.
    pub(super) fn cell(&mut self, row: u32, column: u32, bytes: usize) -> Result<(), String> {
        self.text = self.text.saturating_add(bytes);
        self.cells += usize::from(bytes > 0);
        if row >= ROWS || column >= COLUMNS {
            return Err(place());
        }
        if self.text > TEXT {
            return Err(text());
        }
        if self.cells > CELLS {
            return Err(cells());
        }
        Ok(())
    }

    /// Takes room for so many places more.
    pub(super) fn room(&mut self, places: usize) -> Result<(), String> {
        self.places = self.places.saturating_add(places);
        if self.places > PLACES {
            return Err(spread());
        }
        Ok(())
    }

    /// Takes a cell and puts it into its row. Places are counted from 0; rows come in
    /// order. A cell with nothing in it needs no place.
    pub(super) fn put(
        &mut self,
        rows: &mut Vec<Row>,
        row: u32,
        column: u32,
        text: String,
    ) -> Result<(), String> {
        self.cell(row, column, text.len())?;
        if text.is_empty() {
            return Ok(());
        }
        let number = row + 1;
        if rows.last().is_some_and(|last| last.number > number) {
            return Err(order());
        }
        if rows.last().is_none_or(|last| last.number < number) {
            self.room(1)?;
            rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(Row { cells, .. }) = rows.last_mut() {
            let column = column as usize;
            if cells.len() <= column {
                self.room(column + 1 - cells.len())?;
                cells.resize(column + 1, String::new());
            }
            cells[column] = text;
        }
        Ok(())
    }
}

/// Why a sheet is too large.
pub(super) fn place() -> String {
    format!(
        "A sheet of this workbook is too large: {ROWS} rows and {COLUMNS} columns are the most."
    )
}

/// Why there are too many sheets.
pub(super) fn sheets() -> String {
    format!("This workbook has too many sheets: {SHEETS} are the most.")
}

/// Why there is too much text.
pub(super) fn text() -> String {
    format!(
        "There is too much text in this workbook: {} MB is the most.",
        TEXT / 1024 / 1024
    )
}

/// Why there are too many cells.
pub(super) fn cells() -> String {
    format!("There are too many cells in this workbook: {CELLS} are the most.")
}

/// Why cells are too far apart.
fn spread() -> String {
    format!(
        "The cells of this workbook are too far apart: {PLACES} places up to the last of each row are the most."
    )
}

/// Why rows can't be taken as they come.
fn order() -> String {
    "The rows of a sheet of this workbook are out of order: open it and save it again.".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_places_have_an_end() {
        let mut budget = Budget::default();
        for _ in 0..CELLS {
            budget.cell(0, 0, 1).unwrap();
        }
        budget.cell(0, 0, 0).unwrap();
        assert_eq!(budget.cell(0, 0, 1), Err(cells()));
        budget.room(PLACES).unwrap();
        assert_eq!(budget.room(1), Err(spread()));
    }

    #[test]
    fn a_row_has_room_up_to_its_last_cell() {
        let (mut budget, mut rows) = (Budget::default(), Vec::new());
        budget.put(&mut rows, 0, 3, "a".to_owned()).unwrap();
        budget.put(&mut rows, 0, 1, "b".to_owned()).unwrap();
        budget.put(&mut rows, 0, 9, String::new()).unwrap();
        budget.put(&mut rows, 7, 0, "c".to_owned()).unwrap();
        assert_eq!(budget.put(&mut rows, 0, 0, "d".to_owned()), Err(order()));
        let read: Vec<_> = rows
            .iter()
            .map(|row| (row.number, row.cells.join("|")))
            .collect();
        assert_eq!(read, [(1, "|b||a".to_owned()), (8, "c".to_owned())]);
        assert_eq!(budget.places, 5 + 2);
    }
}
