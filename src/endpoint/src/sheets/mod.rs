//! Workbooks as files: `.xlsx`, `.xls`, Markdown tables and separated values in, `.xlsx` out.
//!
//! Whatever a file holds, reading it ends, and says in a sentence why it can't be read.
//! Sizes are measured before anything is unpacked for good, and `limits` bounds text,
//! cells and places, so that no workbook takes memory without end.

pub mod delimited;
mod limits;
pub mod markdown;
mod records;
mod xls;
mod xlsx;

use std::panic;
use std::path::Path;

use hark_domain::survey::xlsform::Book;

pub use xlsx::write;

use crate::folder;

/// The largest file read, in bytes.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// What a file is, by what is in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Xlsx,
    Xls,
    Markdown,
}

impl Format {
    fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") {
            Self::Xlsx
        } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Xls
        } else {
            Self::Markdown
        }
    }

    fn named(path: &Path) -> Result<Self, String> {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" | "xlsm" => Ok(Self::Xlsx),
            "xls" => Ok(Self::Xls),
            "md" | "markdown" => Ok(Self::Markdown),
            _ => Err(
                "The name has to end in .xlsx, .xls or .md, for a workbook or for tables in Markdown."
                    .to_owned(),
            ),
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Xlsx => "a workbook (.xlsx)",
            Self::Xls => "an older workbook (.xls)",
            Self::Markdown => "text (.md)",
        }
    }
}

/// Reads a workbook.
///
/// # Errors
/// Why it can't be read, as a sentence without the file's name.
pub fn read(path: &Path) -> Result<Book, String> {
    let named = Format::named(path)?;
    let bytes = folder::read_bytes(path, LARGEST_FILE)?;
    let format = Format::of(&bytes);
    if format != named {
        return Err(format!(
            "The name says that this is {}, but it isn't: {}.",
            named.what(),
            match format {
                Format::Markdown => "save it again from the program it was made with".to_owned(),
                other => format!("inside it is {}, so name it so", other.what()),
            }
        ));
    }
    match format {
        Format::Markdown => match String::from_utf8(bytes) {
            Ok(text) => markdown::read(&text),
            Err(_) => Err("This is not UTF-8 text: save it as UTF-8.".to_owned()),
        },
        Format::Xlsx => guarded(|| xlsx::read(&bytes)),
        Format::Xls => guarded(|| xls::read(&bytes)),
    }
}

/// Runs a reader of other people's making: where a broken file makes it panic, that is a
/// sentence like any other.
fn guarded(
    read: impl FnOnce() -> Result<Book, String> + panic::UnwindSafe,
) -> Result<Book, String> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let read = panic::catch_unwind(read);
    panic::set_hook(hook);
    read.unwrap_or_else(|_| Err("This workbook is broken: open it and save it again.".to_owned()))
}
