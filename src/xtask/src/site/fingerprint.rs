//! Names that change whenever the bytes do, so that a browser may keep a file for
//! ever. A fingerprint is a hyphen and 16 hexadecimal digits before the ending:
//! `hark-0123456789abcdef.js`.

use super::Files;
use crate::{Outcome, files, inputs};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;

/// A file under the name it is shipped with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shipped {
    /// Its path in the site, with the fingerprint.
    pub(crate) name: String,
    /// For `integrity` attributes: `sha384-…`.
    pub(crate) integrity: String,
}

/// Gives all wasm, scripts and stylesheets of the site's top folder their
/// fingerprints. The result has them by their names before.
pub(crate) fn rename(site: &mut Files) -> Outcome<BTreeMap<String, Shipped>> {
    let mut shipped = BTreeMap::new();
    // The wasm comes first, as its glue names it.
    for ending in ["wasm", "js", "css"] {
        let names: Vec<String> = site
            .keys()
            .filter(|name| takes_part(name, ending))
            .cloned()
            .collect();
        for name in names {
            let Some(mut bytes) = site.remove(&name) else {
                continue;
            };
            if ending == "js" {
                bytes = with_names(&name, bytes, &shipped)?;
            }
            let new = Shipped {
                name: with_hash(&name, &bytes),
                integrity: integrity(&bytes),
            };
            site.insert(new.name.clone(), bytes);
            shipped.insert(name, new);
        }
    }
    Ok(shipped)
}

/// Files that other places know by their names keep them.
fn takes_part(name: &str, ending: &str) -> bool {
    const FIXED: [&str; 2] = ["sw.js", "embed.js"];
    files::has_ending(name, ending) && !name.contains('/') && !FIXED.contains(&name)
}

/// The glue with the wasm's new name in it.
fn with_names(name: &str, bytes: Vec<u8>, shipped: &BTreeMap<String, Shipped>) -> Outcome<Vec<u8>> {
    let mut text = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))?;
    let wasm = shipped
        .iter()
        .filter(|(old, _)| files::has_ending(old, "wasm"));
    for (old, new) in wasm {
        text = text.replace(old.as_str(), &new.name);
    }
    Ok(text.into_bytes())
}

pub(crate) fn with_hash(name: &str, bytes: &[u8]) -> String {
    let hash = inputs::hex(&Sha256::digest(bytes));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", &hash[..16])
}

/// Subresource integrity as the browser writes it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_browsers_compute() {
        // echo -n abc | openssl dgst -sha384 -binary | base64
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn the_name_follows_the_bytes() {
        // echo -n abc | sha256sum
        assert_eq!(with_hash("a.css", b"abc"), "a-ba7816bf8f01cfea.css");
        assert_ne!(with_hash("a.css", b"abc"), with_hash("a.css", b"abd"));
    }

    #[test]
    fn the_glue_names_the_wasm_it_ships_with() {
        let mut site = Files::from([
            ("app.js".to_owned(), b"load('app_bg.wasm')".to_vec()),
            ("app_bg.wasm".to_owned(), b"abc".to_vec()),
        ]);
        let shipped = rename(&mut site).unwrap_or_default();
        let wasm = "app_bg-ba7816bf8f01cfea.wasm";
        assert_eq!(shipped["app_bg.wasm"].name, wasm);
        let glue = &site[&shipped["app.js"].name];
        assert_eq!(glue, format!("load('{wasm}')").as_bytes());
    }

    #[test]
    fn folders_and_well_known_names_stay() {
        let mut site = Files::from([
            ("content/map.svg".to_owned(), Vec::new()),
            ("sw.js".to_owned(), Vec::new()),
            ("robots.txt".to_owned(), Vec::new()),
        ]);
        let before = site.clone();
        assert_eq!(rename(&mut site), Ok(BTreeMap::new()));
        assert_eq!(site, before);
    }
}
