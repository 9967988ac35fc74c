//! Separated values as spreadsheets save them: commas, semicolons or tabs; UTF-8, UTF-16
//! or Windows-1252; with a byte order mark or without.

use hark_domain::activity::import::Row;

/// The most rows read: a borough has a hundredth of it.
const MOST_ROWS: usize = 100_000;

/// What may stand between values.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// How many lines are looked at to tell what stands between values.
const LOOKED_AT: usize = 20;

/// Reads a table.
///
/// # Errors
/// Why it can't be read, as a sentence without the file's name.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, String> {
    let text = text(bytes);
    let (separator, text) = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let (mut number, mut counted) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(|error| format!("This table can't be read: {error}."))?;
        if rows.len() == MOST_ROWS {
            return Err(format!(
                "This table is too long: {MOST_ROWS} rows are the most."
            ));
        }
        // Counted here: the reader takes the end of a line, where it is two characters, for
        // the beginning of the next.
        let from = record.position().map_or(0, csv::Position::byte);
        let from = usize::try_from(from).unwrap_or(counted);
        let ends = text.as_bytes()[from..].iter();
        let from = from
            + ends
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
        number += text[counted..from].matches('\n').count() as u64;
        counted = from;
        let cells = record.iter().map(str::to_owned).collect();
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// Bytes as text. What is no Unicode is read as Windows-1252, in which spreadsheets of the
/// United Kingdom save: then a pound sign is a pound sign.
pub fn text(bytes: &[u8]) -> String {
    let utf_16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let units: Vec<u16> = units.collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => text(rest),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    }
}

/// The character of a byte in Windows-1252, as the Encoding Standard has it
/// (<https://encoding.spec.whatwg.org/#windows-1252>).
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let special = byte
        .checked_sub(0x80)
        .and_then(|at| FROM_80.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// What stands between values, and the text without a line that says so (`sep=;`).
fn separator(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([separator]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, rest);
    }
    // The one that stands in lines most often, outside quotes.
    let count = |separator: &u8| {
        let mut quoted = false;
        let mut found = 0_usize;
        let lines = text.split_inclusive('\n').take(LOOKED_AT);
        for byte in lines.flat_map(str::bytes) {
            if byte == b'"' {
                quoted = !quoted;
            } else if byte == *separator && !quoted {
                found += 1;
            }
        }
        found
    };
    let counted = SEPARATORS
        .iter()
        .rev()
        .max_by_key(|separator| count(separator));
    (counted.copied().unwrap_or(b','), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let rows = read(bytes).unwrap().into_iter();
        rows.map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn what_spreadsheets_save_is_the_same_table() {
        let expected = vec![
            (1, vec!["Name".to_owned(), "Cost".to_owned()]),
            (2, vec!["Café, \"late\"\nnight".to_owned(), "£1".to_owned()]),
            (4, vec!["Skate".to_owned(), String::new()]),
        ];
        let text = "Name,Cost\r\n\"Café, \"\"late\"\"\nnight\",£1\r\nSkate,\r\n";
        let utf_16 = |unit: fn(u16) -> [u8; 2]| {
            let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
            units.flat_map(unit).collect::<Vec<u8>>()
        };
        let semicolons = text
            .replace("Name,", "Name;")
            .replace("\",£", "\";£")
            .replace("Skate,", "Skate;");
        let old: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect();
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
            semicolons.clone().into_bytes(),
            semicolons.replace(';', "\t").into_bytes(),
            old,
        ] {
            assert_eq!(cells(&bytes), expected);
        }
        let said = cells(format!("sep=;\r\n{semicolons}").as_bytes());
        let said: Vec<_> = said.into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(
            said,
            expected
                .into_iter()
                .map(|(_, cells)| cells)
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn broken_tables_are_read_as_far_as_they_go() {
        assert_eq!(cells(b"").len(), 0);
        assert_eq!(cells(b"a,\"b\nc").len(), 1);
        assert_eq!(cells(b"a,b\nc\n,,,,").len(), 3);
        assert_eq!(text(b"\x93\xa31\x94 \x96 \x80"), "“£1” – €");
        assert_eq!(text(b"\xff\xfea"), "");
    }
}
