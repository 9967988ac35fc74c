//! The names by which the wasm and its glue call each other: long ones with a hash, such
//! as `__wbg_fetch_63ff854ef83f5a09`, which hashes make hard to compress. `wasm-opt`
//! gives them short names in the wasm; here the glue gets the same ones.

use crate::Outcome;
use serde_json::Value;
use std::collections::HashMap;

/// The only module of a wasm whose modules were renamed too.
const MODULE: &str = "a";

/// The glue with the names that `renamed` tells, as `wasm-opt` prints it:
/// `{"imports": [[MODULE, OLD, NEW]…], "exports": [[OLD, NEW]…]}`.
pub(super) fn shorten(glue: &str, renamed: &str) -> Outcome<String> {
    let renamed: Value = serde_json::from_str(renamed)
        .map_err(|error| format!("wasm-opt did not tell the new names: {error}."))?;
    let list = |name: &str| renamed[name].as_array().map_or(&[][..], Vec::as_slice);
    let pair =
        |old: &Value, new: &Value| Some((old.as_str()?.to_owned(), new.as_str()?.to_owned()));
    let imports: HashMap<String, String> = list("imports")
        .iter()
        .filter_map(|names| pair(&names[1], &names[2]))
        .collect();
    let exports: HashMap<String, String> = list("exports")
        .iter()
        .filter_map(|names| pair(&names[0], &names[1]))
        .collect();

    let mut short = String::with_capacity(glue.len());
    let mut found = 0;
    for piece in pieces(glue) {
        let import = imports.get(piece).inspect(|_| found += 1);
        let new = import.or_else(|| exports.get(piece).filter(|_| short.ends_with("wasm.")));
        short.push_str(new.map_or(piece, String::as_str));
    }
    if found != imports.len() {
        return Err(format!(
            "The wasm imports {} functions, but the glue names {found} of them.",
            imports.len()
        ));
    }
    let module = list("imports").first().and_then(|names| names[0].as_str());
    let module = module.unwrap_or_default();
    Ok(short.replace(&format!("\"{module}\": "), &format!("\"{MODULE}\": ")))
}

/// A text cut where names begin and end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '$';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|sign| in_name(sign) != in_name(first));
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
const import0 = {
    __wbg_set_63ff: function(memory) { wasm.memory.grow(wasm.main_1); },
    __wbg_set_63ff0: x,
};
return { \"./app_bg.js\": import0 };";

    #[test]
    fn the_glue_gets_the_names_of_the_wasm() {
        let renamed = r#"{"imports": [["./app_bg.js", "__wbg_set_63ff", "$a"], ["./app_bg.js", "__wbg_set_63ff0", "b"]],
            "exports": [["memory", "c"], ["main_1", "d"]]}"#;
        assert_eq!(
            shorten(GLUE, renamed).as_deref(),
            Ok("\
const import0 = {
    $a: function(memory) { wasm.c.grow(wasm.d); },
    b: x,
};
return { \"a\": import0 };")
        );
    }

    #[test]
    fn an_import_that_the_glue_lacks_is_told() {
        let renamed = r#"{"imports": [["./app_bg.js", "__wbg_get", "a"]], "exports": []}"#;
        assert_eq!(
            shorten(GLUE, renamed),
            Err("The wasm imports 1 functions, but the glue names 0 of them.".to_owned())
        );
    }

    #[test]
    fn what_is_no_json_is_told() {
        assert!(shorten(GLUE, "oops").is_err());
    }
}
