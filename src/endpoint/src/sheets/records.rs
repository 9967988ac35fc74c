//! The records of an older workbook, looked through before they are read: the reader makes
//! room for every place between the first and the last cell, and copies a shared text into
//! each cell that shows it ([MS-XLS] 2.1.4, 2.4).

use super::limits::{self, Budget};

/// Kinds of records.
mod kind {
    pub(super) const BEGINS: u16 = 0x0809;
    pub(super) const ENDS: u16 = 0x000a;
    pub(super) const CONTINUES: u16 = 0x003c;
    pub(super) const NAMES_SHEET: u16 = 0x0085;
    pub(super) const SHARED_TEXTS: u16 = 0x00fc;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    /// Those that hold one cell or several in a row; they begin with row and column.
    pub(super) const CELLS: [u16; 12] = [
        0x0006,
        0x0203,
        0x0204,
        0x0205,
        SEVERAL,
        BLANKS,
        0x00d6,
        SHOWS_SHARED,
        0x0201,
        0x027e,
        0x0003,
        0x0004,
    ];
    pub(super) const SEVERAL: u16 = 0x00bd;
    pub(super) const BLANKS: u16 = 0x00be;
    pub(super) const SHOWS_SHARED: u16 = 0x00fd;
}

/// The most places of a sheet in this format: 65,536 rows of 256.
const FORMAT_PLACES: u64 = 65_536 * 256;

/// The most bytes of text that shared texts may grow to, measured as if every character
/// took as many as any can. What is really there is counted again when it is read.
const SHOWN: usize = 3 * limits::TEXT;

/// The most bytes of a text in the format: 65,535 characters of 3 bytes.
const LONGEST: usize = 65_535 * 3;

/// Checks that reading these records ends soon and in little room.
pub(super) fn measure(stream: &[u8]) -> Result<(), String> {
    let (mut sheets, mut shared) = (Vec::new(), Vec::new());
    for record in (Records { rest: stream }) {
        match record.kind {
            kind::NAMES_SHEET => sheets.extend(number(record.data, 0)),
            kind::SHARED_TEXTS => shared = texts(&record),
            kind::ENDS => break,
            _ => {}
        }
    }
    if sheets.len() > limits::SHEETS {
        return Err(limits::sheets());
    }
    let mut sum = Sum::default();
    for begin in sheets {
        // Each as often as it is named: several sheets may be the same records.
        let records = stream.get(begin..).unwrap_or_default();
        sum.sheet(records, &shared)?;
    }
    Ok(())
}

/// What all sheets come to.
#[derive(Default)]
struct Sum {
    budget: Budget,
    cells: usize,
    shown: usize,
    bytes: u64,
}

impl Sum {
    fn sheet(&mut self, records: &[u8], shared: &[usize]) -> Result<(), String> {
        let (mut rows, mut columns) = (0_usize, 0_usize);
        let mut depth = 0_usize;
        for record in (Records { rest: records }) {
            self.bytes += record.data.len() as u64 + 4;
            if self.bytes > limits::UNPACKED {
                return Err(limits::text());
            }
            match record.kind {
                kind::BEGINS => depth += 1,
                kind::ENDS if depth < 2 => break,
                kind::ENDS => depth -= 1,
                kind::DIMENSIONS if claimed(record.data) > FORMAT_PLACES => {
                    return Err(limits::place());
                }
                kind if kind::CELLS.contains(&kind) => {
                    let (Some(row), Some(column)) = (short(record.data, 0), short(record.data, 2))
                    else {
                        continue;
                    };
                    if row >= limits::ROWS as usize || column >= limits::COLUMNS as usize {
                        return Err(limits::place());
                    }
                    let several = match kind {
                        kind::SEVERAL => record.data.len() / 6,
                        kind::BLANKS => record.data.len() / 2,
                        _ => 1,
                    };
                    rows = rows.max(row + 1);
                    columns = columns.max(column + several);
                    self.cells += if kind == kind::BLANKS { 0 } else { several };
                    if kind == kind::SHOWS_SHARED {
                        let text = number(record.data, 6).and_then(|index| shared.get(index));
                        self.shown += text.copied().unwrap_or(LONGEST);
                    }
                }
                _ => {}
            }
            if self.cells > limits::CELLS {
                return Err(limits::cells());
            }
            if self.shown > SHOWN {
                return Err(limits::text());
            }
        }
        self.budget.room(rows * columns)
    }
}

/// How many places a sheet says it has; the reader believes it.
fn claimed(data: &[u8]) -> u64 {
    let wide = data.len() >= 14;
    let corner = |row: usize, column: usize| {
        let row = if wide {
            number(data, row)
        } else {
            short(data, row)
        };
        (
            row.unwrap_or(0) as u64,
            short(data, column).unwrap_or(0) as u64,
        )
    };
    let (first, last) = if wide {
        (corner(0, 8), corner(4, 10))
    } else {
        (corner(0, 4), corner(2, 6))
    };
    // Of a sheet without cells nothing is believed; of one that ends before it begins,
    // anything might be.
    if last.0 == 0 || last.1 == 0 {
        return 1;
    }
    let Some(rows) = last.0.checked_sub(first.0) else {
        return u64::MAX;
    };
    rows.saturating_mul(last.1)
}

/// The most bytes of each shared text, in order.
fn texts(record: &Record<'_>) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut parts = Parts {
        rest: record.data.get(8..).unwrap_or_default(),
        more: record.more.iter(),
    };
    while !parts.rest.is_empty() || parts.next() {
        let Some(length) = parts.text() else { break };
        lengths.push(length * 3);
    }
    lengths
}

/// A record and those that continue it.
struct Parts<'a, 'b> {
    rest: &'a [u8],
    more: std::slice::Iter<'b, &'a [u8]>,
}

impl Parts<'_, '_> {
    fn next(&mut self) -> bool {
        let next = self.more.next();
        self.rest = next.copied().unwrap_or_default();
        next.is_some()
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        self.rest = self.rest.get(bytes..)?;
        Some(())
    }

    /// Passes over a text; gives its characters ([MS-XLS] 2.5.293).
    fn text(&mut self) -> Option<usize> {
        let characters = short(self.rest, 0)?;
        let flags = *self.rest.get(2)?;
        self.skip(3)?;
        let mut behind = 0;
        if flags & 0x8 != 0 {
            behind += short(self.rest, 0)? * 4;
            self.skip(2)?;
        }
        if flags & 0x4 != 0 {
            behind += number(self.rest, 0)?;
            self.skip(4)?;
        }
        let mut width = 1 + usize::from(flags & 1);
        let mut left = characters;
        while left > 0 {
            if self.rest.len() < width {
                // Where a text is continued, it says anew how wide its characters are.
                if !self.next() {
                    return None;
                }
                width = 1 + usize::from(self.rest.first()? & 1);
                self.skip(1)?;
            }
            let here = left.min(self.rest.len() / width);
            self.skip(here * width)?;
            left -= here;
        }
        while behind > 0 {
            if self.rest.is_empty() && !self.next() {
                return None;
            }
            let here = behind.min(self.rest.len());
            self.skip(here)?;
            behind -= here;
        }
        Some(characters)
    }
}

/// One record, with what continues it.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
    more: Vec<&'a [u8]>,
}

/// The records from one on, up to the first that is broken off.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let kind = u16::try_from(short(self.rest, 0)?).ok()?;
        let length = short(self.rest, 2)?;
        let (data, rest) = self.rest.get(4..)?.split_at_checked(length)?;
        self.rest = rest;
        Some((kind, data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.one()?;
        let mut more = Vec::new();
        while short(self.rest, 0) == Some(usize::from(kind::CONTINUES)) {
            more.push(self.one()?.1);
        }
        Some(Record { kind, data, more })
    }
}

fn short(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}

fn number(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}
