//! What a page needs before it can be painted and tapped, in the page itself: its style,
//! and the script that starts the app. A file of their own would be fetched only once the
//! page has come, which on a slow line takes as long again. The server names their hashes
//! in the Content-Security-Policy, which stays as strict.

use super::{Files, html};
use crate::Outcome;

/// Puts the stylesheet and the starting script into the page; their files go.
pub(crate) fn inline(page: &str, site: &mut Files) -> Outcome<String> {
    let mut changes = Vec::new();
    for mut tag in html::tags(page) {
        if tag.get("rel") == Some("stylesheet") {
            let style = taken(site, tag.get("href"))?;
            changes.push((tag.place, whole("style", "<style>", &style)?));
        } else if tag.get("data-wasm").is_some() {
            let script = bare(&taken(site, tag.get("src"))?);
            tag.attributes
                .retain(|(name, _)| name != "src" && name != "integrity");
            // The end of the element is there already.
            let start = whole("script", &tag.written(), &script)?;
            let start = start.trim_end_matches("</script>").to_owned();
            changes.push((tag.place, start));
        }
    }
    if changes.len() == 2 {
        Ok(html::replace(page, &changes))
    } else {
        Err("index.html must have one stylesheet and one script that starts the app.".to_owned())
    }
}

fn taken(site: &mut Files, address: Option<&str>) -> Outcome<String> {
    let name = address.unwrap_or_default().trim_start_matches('/');
    let bytes = site
        .remove(name)
        .ok_or_else(|| format!("index.html names {name}, which is not there."))?;
    String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))
}

fn whole(name: &str, start: &str, inside: &str) -> Outcome<String> {
    let end = format!("</{name}");
    if inside.contains(&end) {
        return Err(format!(
            "What goes into the page's {name} must not contain {end}."
        ));
    }
    Ok(format!("{start}{inside}{end}>"))
}

/// A script without indentation, empty lines, and lines that are only a comment. It has
/// no string of more than one line, where these would mean something.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Files {
        Files::from([
            ("a.css".to_owned(), b"a{b:c}".to_vec()),
            ("b.js".to_owned(), b"// x\n  d(); // e\n\n".to_vec()),
        ])
    }

    const PAGE: &str = r#"<script src="/b.js" integrity="x" data-wasm="/c"></script><link rel="stylesheet" href="/a.css">-"#;

    #[test]
    fn style_and_script_go_into_the_page() {
        let mut site = site();
        let expected = "<script data-wasm=\"/c\">d(); // e</script><style>a{b:c}</style>-";
        assert_eq!(inline(PAGE, &mut site).as_deref(), Ok(expected));
        assert!(site.is_empty());
    }

    #[test]
    fn what_would_end_the_element_is_refused() {
        let mut site = site();
        site.insert("a.css".to_owned(), b"a{content:'</style'}".to_vec());
        assert!(inline(PAGE, &mut site).is_err());
        assert!(inline("-", &mut site).is_err());
    }
}
