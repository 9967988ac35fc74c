//! The script that starts the app, in the page itself. A file of its own would be fetched
//! only once the page has come, which on a slow line takes as long again. The server names
//! its hash in the Content-Security-Policy, which stays as strict.

use super::{Files, html};
use crate::{Outcome, files};

/// Puts the starting script into the page; its file goes.
pub(crate) fn inline(page: &str, site: &mut Files) -> Outcome<String> {
    let mut changes = Vec::new();
    for mut tag in html::tags(page) {
        if tag.get("data-wasm").is_some() {
            let script = taken(site, tag.get("src"))?;
            if script.contains("</script") {
                return Err("The script that starts the app must not contain </script.".to_owned());
            }
            tag.attributes
                .retain(|(name, _)| name != "src" && name != "integrity");
            // The end of the element is there already.
            changes.push((tag.place.clone(), tag.written() + &script));
        }
    }
    if changes.len() == 1 {
        Ok(html::replace(page, &changes))
    } else {
        Err("index.html must have one script that starts the app.".to_owned())
    }
}

/// Makes the scripts of the site's top folder smaller.
pub(crate) fn bare_scripts(site: &mut Files) {
    let scripts = site
        .iter_mut()
        .filter(|(name, _)| files::has_ending(name, "js") && !name.contains('/'));
    for (_, bytes) in scripts {
        if let Ok(script) = std::str::from_utf8(bytes) {
            *bytes = bare(script).into_bytes();
        }
    }
}

fn taken(site: &mut Files, address: Option<&str>) -> Outcome<String> {
    let name = address.unwrap_or_default().trim_start_matches('/');
    let bytes = site
        .remove(name)
        .ok_or_else(|| format!("index.html names {name}, which is not there."))?;
    String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))
}

/// A script without indentation, empty lines, and lines that are only a comment. None of
/// ours has a string of more than one line, where these would mean something.
fn bare(script: &str) -> String {
    let mut in_comment = false;
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| {
        let begins = in_comment || line.starts_with("/*");
        in_comment = begins && !line.ends_with("*/");
        !begins && !line.is_empty() && !line.starts_with("//")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<script src="/b.js" integrity="x" data-wasm="/c"></script>-"#;

    fn site(script: &str) -> Files {
        Files::from([("b.js".to_owned(), script.as_bytes().to_vec())])
    }

    #[test]
    fn the_script_goes_into_the_page() {
        let mut site = site("d();");
        let expected = "<script data-wasm=\"/c\">d();</script>-";
        assert_eq!(inline(PAGE, &mut site).as_deref(), Ok(expected));
        assert!(site.is_empty());
    }

    #[test]
    fn what_would_end_the_element_is_refused() {
        assert!(inline(PAGE, &mut site("'</script'")).is_err());
        assert!(inline("-", &mut site("a()")).is_err());
    }

    #[test]
    fn scripts_get_smaller_and_other_files_stay() {
        let mut site = site("// x\n  d(); // e\n\n/* f\n * g\n */\n/** h */\ni();\n");
        site.insert("a.css".to_owned(), b"  a".to_vec());
        bare_scripts(&mut site);
        assert_eq!(
            (&*site["b.js"], &*site["a.css"]),
            (&b"d(); // e\ni();"[..], &b"  a"[..])
        );
    }
}
