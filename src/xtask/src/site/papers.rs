//! The forms to print as plain files, for servers that only have files.

use super::Files;
use hark_domain::{
    pack::{self, PAPER, PAPER_CSS, Pack},
    survey::paper::Address,
    words::Catalogue,
};

/// Puts every form of the pack into the site, and their style.
pub(crate) fn put(pack: &Pack, words: &[Catalogue], site: &mut Files) {
    for (address, html) in pack::papers(pack, words) {
        let name = format!("{}/index.html", address.to_string().trim_start_matches('/'));
        site.insert(name, html.into_bytes());
    }
    site.insert(format!("content/{PAPER}"), PAPER_CSS.into());
}

/// Whether a file of the site is a form to print, which is no page of the app.
pub(crate) fn is_paper(name: &str) -> bool {
    let folder = name.strip_suffix("/index.html");
    folder.is_some_and(|folder| Address::parse(&format!("/{folder}")).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_from_pages() {
        for (name, is) in [
            ("surveys/a/paper/index.html", true),
            ("surveys/a/paper/large/pl/index.html", true),
            ("surveys/a/index.html", false),
            ("index.html", false),
            ("surveys/a/paper/other.html", false),
        ] {
            assert_eq!(is_paper(name), is, "{name}");
        }
    }
}
