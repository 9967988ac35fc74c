//! The parts of a wasm file: its functions by name, and everything else by section.

use crate::Outcome;
use std::collections::HashMap;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// A stretch of the file.
pub(super) struct Part {
    pub(super) what: What,
    pub(super) bytes: usize,
}

/// What a stretch of the file is.
pub(super) enum What {
    /// One function, by its name.
    Function(String),
    /// All of a section that holds no functions, and the heads of sections.
    Section(&'static str),
}

/// The preamble: four letters and the version.
const PREAMBLE: usize = 8;

/// Every part of the file but the names themselves, which are not shipped: in sum, the
/// bytes of the same file without names.
pub(super) fn of(wasm: &[u8]) -> Outcome<Vec<Part>> {
    let broken = |error: wasmparser::BinaryReaderError| format!("This is no wasm: {error}.");
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    let mut imported = 0;
    let mut parts = vec![section("heads of sections", PREAMBLE)];
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(broken)?;
        if let Payload::CodeSectionEntry(body) = &payload {
            let bytes = body.range().len();
            bodies.push(bytes + length_of(bytes));
        }
        if let Payload::ImportSection(imports) = &payload {
            for import in imports.clone().into_imports() {
                let kind = import.map_err(broken)?.ty;
                imported += u32::from(matches!(kind, TypeRef::Func(_) | TypeRef::FuncExact(_)));
            }
        }
        if let Payload::CustomSection(custom) = &payload
            && let KnownCustom::Name(reader) = custom.as_known()
        {
            names = functions(reader).map_err(broken)?;
            continue;
        }
        let Some((_, range)) = payload.as_section() else {
            continue;
        };
        parts.push(section("heads of sections", 1 + length_of(range.len())));
        let (what, bytes) = match payload {
            // The count stands before the functions.
            Payload::CodeSectionStart { count, .. } => {
                ("heads of sections", length_of(count as usize))
            }
            Payload::DataSection(_) => (DATA, range.len()),
            Payload::TypeSection(_) | Payload::FunctionSection(_) => {
                ("types of functions", range.len())
            }
            Payload::ImportSection(_) | Payload::ExportSection(_) => {
                ("imports and exports", range.len())
            }
            Payload::TableSection(_) | Payload::ElementSection(_) => {
                ("tables of functions", range.len())
            }
            _ => ("other sections", range.len()),
        };
        parts.push(section(what, bytes));
    }
    parts.extend((imported..).zip(bodies).map(|(index, bytes)| Part {
        what: What::Function(names.remove(&index).unwrap_or_default()),
        bytes,
    }));
    Ok(parts)
}

/// The section of texts and tables that functions read.
const DATA: &str = "data (texts, panic messages)";

fn section(name: &'static str, bytes: usize) -> Part {
    Part {
        what: What::Section(name),
        bytes,
    }
}

fn functions(reader: NameSectionReader<'_>) -> wasmparser::Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for name in reader {
        if let Name::Function(functions) = name? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// How many bytes a length takes itself: seven bits each (LEB128).
fn length_of(length: usize) -> usize {
    (length.checked_ilog2().unwrap_or(0) / 7 + 1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, one of our own with one instruction, and their names.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01e\x01f\0\0\
        \x03\x02\x01\0\
        \x0a\x05\x01\x03\0\x01\x0b\
        \0\x11\x04name\x01\x0a\x02\0\x02in\x01\x03own";

    #[test]
    fn functions_have_their_names_and_nothing_is_lost() {
        let parts = of(WASM).unwrap_or_default();
        let own: Vec<_> = parts
            .iter()
            .filter_map(|part| match &part.what {
                What::Function(name) => Some((name.as_str(), part.bytes)),
                What::Section(_) => None,
            })
            .collect();
        assert_eq!(own, [("own", 4)], "its length, no locals, two instructions");
        let all: usize = parts.iter().map(|part| part.bytes).sum();
        assert_eq!(all, WASM.len() - 19, "all but the section of names");
    }

    #[test]
    fn a_length_takes_a_byte_for_seven_bits() {
        assert_eq!(
            [0, 127, 128, 16_383, 16_384].map(length_of),
            [1, 1, 2, 2, 3]
        );
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(of(b"wasm").is_err());
    }
}
