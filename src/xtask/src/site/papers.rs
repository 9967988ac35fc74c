//! The forms to print as plain files, for servers that only have files.

use super::Files;
use crate::{Outcome, files, project::Project};
use hark_domain::{
    pack::{self, PAPER, PAPER_CSS, Pack},
    survey::paper::Address,
    words::Catalogue,
};

/// Puts every form of the pack into the site, and their style.
pub(crate) fn put(project: &Project, pack: &Pack, site: &mut Files) -> Outcome<()> {
    let mut words = Vec::new();
    for (name, path) in files::list(&project.root.join("public/locales"))? {
        let text = String::from_utf8_lossy(&files::read(&path)?).into_owned();
        let read = Catalogue::read(&text);
        words.push(read.map_err(|_| format!("public/locales/{name} can't be read."))?);
    }
    for (address, html) in pack::papers(pack, &words) {
        let name = format!("{}/index.html", address.to_string().trim_start_matches('/'));
        site.insert(name, html.into_bytes());
    }
    site.insert(format!("content/{PAPER}"), PAPER_CSS.into());
    Ok(())
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
