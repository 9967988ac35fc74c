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
const TEXT: usize = 8 * 1024 * 1024;

/// The most bytes of a workbook once it is unpacked.
pub(super) const UNPACKED: u64 = 64 * 1024 * 1024;

/// Keeps count of what was read.
#[derive(Default)]
pub(super) struct Budget {
    text: usize,
}

impl Budget {
    /// Takes a cell of `bytes` at a place, counted from 0.
    pub(super) fn cell(&mut self, row: u32, column: u32, bytes: usize) -> Result<(), String> {
        self.text = self.text.saturating_add(bytes);
        if row >= ROWS || column >= COLUMNS {
            return Err(place());
        }
        if self.text > TEXT {
            return Err(format!(
                "There is too much text in this workbook: {} MB is the most.",
                TEXT / 1024 / 1024
            ));
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

/// Puts a cell into its row; rows come in order. Places are counted from 0.
pub(super) fn put(rows: &mut Vec<Row>, row: u32, column: u32, text: String) {
    let number = row + 1;
    if rows.last().is_none_or(|last| last.number != number) {
        rows.push(Row {
            number,
            cells: Vec::new(),
        });
    }
    if let Some(last) = rows.last_mut() {
        let column = column as usize;
        if last.cells.len() <= column {
            last.cells.resize(column + 1, String::new());
        }
        last.cells[column] = text;
    }
}
