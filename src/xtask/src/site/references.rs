//! What the page names: put right after files got new names, and checked.

use super::{Files, fingerprint::Shipped, html, html::Tag};
use crate::{Outcome, files};
use std::collections::BTreeMap;

/// Attributes of `<link>` and `<script>` that hold an address. `data-js`,
/// `data-wasm` and `data-style` are read by boot.js.
const ADDRESSES: [&str; 5] = ["href", "src", "data-js", "data-wasm", "data-style"];

/// Puts the shipped names in the place of the old ones, with `integrity` wherever
/// the browser checks it: scripts, modules. Browsers have no markup for
/// the integrity of wasm, so it goes to boot.js as `data-integrity`.
pub(crate) fn rewrite(page: &str, shipped: &BTreeMap<String, Shipped>) -> String {
    let changes: Vec<_> = html::tags(page)
        .into_iter()
        .map(|mut tag| {
            for name in ADDRESSES {
                let Some(new) = tag
                    .get(name)
                    .and_then(|address| shipped.get(address.strip_prefix('/')?))
                else {
                    continue;
                };
                tag.set(name, format!("/{}", new.name));
                if let Some(attribute) = integrity_attribute(name) {
                    tag.set(attribute, new.integrity.clone());
                }
            }
            (tag.place.clone(), tag.written())
        })
        .collect();
    html::replace(page, &changes)
}

/// Which attribute holds the integrity of the file that the attribute `address` names.
fn integrity_attribute(address: &str) -> Option<&'static str> {
    match address {
        "data-wasm" => Some("data-integrity"),
        "data-js" => Some("data-module-integrity"),
        "data-style" => Some("data-style-integrity"),
        "src" => Some("integrity"),
        _ => None,
    }
}

/// The site's own files that the page's links and scripts name, each once.
pub(crate) fn local(page: &str) -> Vec<String> {
    let mut names: Vec<String> = addresses(page)
        .into_iter()
        .filter_map(|address| address.strip_prefix('/').map(str::to_owned))
        .filter(|name| !name.starts_with('/'))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Addresses of other sites in any `src` or `href` of the page's links and scripts.
pub(crate) fn third_party(page: &str) -> Vec<String> {
    addresses(page)
        .into_iter()
        .filter(|address| !address.starts_with('/') || address.starts_with("//"))
        // What the page itself holds is loaded from nowhere.
        .filter(|address| !address.starts_with("data:"))
        .collect()
}

/// Checks every page of the site.
pub(crate) fn check_all(site: &Files) -> Outcome<()> {
    for (name, bytes) in site
        .iter()
        .filter(|(name, _)| files::has_ending(name, "html"))
    {
        check(&String::from_utf8_lossy(bytes), site).map_err(|why| format!("{name}: {why}"))?;
    }
    Ok(())
}

/// Refuses a page that names a file the site doesn't have, a page that names another
/// site, any script in the page but the one that starts the app, and any style but the two
/// parts of the site's own.
pub(crate) fn check(page: &str, site: &Files) -> Outcome<()> {
    if let Some(name) = local(page).iter().find(|name| !site.contains_key(*name)) {
        return Err(format!("it names /{name}, which the site has not."));
    }
    if let Some(address) = third_party(page).first() {
        return Err(format!("it names {address}: only own files may be loaded."));
    }
    let is_inline = |tag: &Tag| {
        // What is said to search engines is data, which no browser runs.
        let runs = tag.get("type") != Some("application/ld+json");
        let own = tag.get("src").is_none() && tag.get("data-wasm").is_none();
        tag.name == "script" && runs && own
    };
    if html::tags(page).iter().any(is_inline) || page.matches("<style").count() > 2 {
        return Err("it has a script or a style of its own.".to_owned());
    }
    Ok(())
}

fn addresses(page: &str) -> Vec<String> {
    let tags = html::tags(page);
    let named = tags
        .iter()
        .flat_map(|tag| ADDRESSES.iter().filter_map(|name| tag.get(name)));
    let asked = tags
        .iter()
        .filter_map(|tag| tag.get("data-asks"))
        .flat_map(str::split_ascii_whitespace);
    let words = tags
        .iter()
        .filter_map(|tag| tag.get("data-languages"))
        .filter_map(|list| own_words(page, list));
    named.chain(asked).chain(words).map(str::to_owned).collect()
}

/// Of all languages, `TAG|NAME|PATH;…`, the words in that of the page.
fn own_words<'a>(page: &str, list: &'a str) -> Option<&'a str> {
    list.split(';').find_map(|entry| {
        let mut parts = entry.split('|');
        let tag = parts.next()?;
        let own = page.contains(&format!("<html lang=\"{tag}\""));
        own.then(|| parts.nth(1))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> BTreeMap<String, Shipped> {
        ["a.css", "a.js", "a.wasm", "boot.js", "i.svg"]
            .into_iter()
            .map(|name| {
                let shipped = Shipped {
                    name: format!("1-{name}"),
                    integrity: format!("sha384-{name}"),
                };
                (name.to_owned(), shipped)
            })
            .collect()
    }

    #[test]
    fn links_get_names_and_integrity() {
        let page = r#"<script src="/a.js"></script><link rel="icon" href="/i.svg"/>"#;
        let expected = r#"<script src="/1-a.js" integrity="sha384-a.js"></script><link rel="icon" href="/1-i.svg">"#;
        assert_eq!(rewrite(page, &shipped()), expected);
    }

    #[test]
    fn the_boot_script_gets_all_it_needs() {
        let page = r#"<script src="/boot.js" data-js="/a.js" data-wasm="/a.wasm" data-style="/a.css"></script>"#;
        let expected = r#"<script src="/1-boot.js" data-js="/1-a.js" data-wasm="/1-a.wasm" data-style="/1-a.css" integrity="sha384-boot.js" data-module-integrity="sha384-a.js" data-integrity="sha384-a.wasm" data-style-integrity="sha384-a.css"></script>"#;
        assert_eq!(rewrite(page, &shipped()), expected);
    }

    #[test]
    fn what_the_app_will_ask_for_is_named_too() {
        let page = r#"<html lang="pl"><script data-wasm="/c" data-asks="/x /y" data-languages="en|E|/e;pl|P|/p"></script>"#;
        assert_eq!(local(page), ["c", "p", "x", "y"]);
    }

    #[test]
    fn a_page_may_name_only_what_is_there() {
        let site = Files::from([("a.js".to_owned(), Vec::new())]);
        for right in [
            r#"<script src="/a.js"></script>"#,
            r#"<script type="application/ld+json">{}</script>"#,
        ] {
            assert_eq!(check(right, &site), Ok(()));
        }
        for (page, sentence) in [
            (
                r#"<script src="/b.js"></script>"#,
                "it names /b.js, which the site has not.",
            ),
            (
                r#"<link rel="icon" href="//cdn.example/i.svg">"#,
                "it names //cdn.example/i.svg: only own files may be loaded.",
            ),
            (
                "<script>1</script>",
                "it has a script or a style of its own.",
            ),
            (
                "<style></style><style></style><style></style>",
                "it has a script or a style of its own.",
            ),
        ] {
            assert_eq!(check(page, &site), Err(sentence.to_owned()));
        }
    }
}
