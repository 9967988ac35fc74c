//! A workbook as cells of text, whatever file it came from.

/// A workbook: its sheets, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// The sheets.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    /// Its rows, in order, those with headers included. Empty ones may be left out.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the person who wrote the sheet sees it: of the row in a workbook,
    /// of the line in a text file. From 1.
    pub number: u32,
    /// Its cells from the first column on, as text: 1, not 1.0, and TRUE for true.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}
