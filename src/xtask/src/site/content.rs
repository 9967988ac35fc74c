//! The borough's content pack: what the browser fetches of it, and the helplines that
//! stand in the page itself for when nothing else works.

use super::{Files, prerender::Page};
use crate::{Outcome, files};
use hark_domain::{
    pack::{
        self, Pack,
        media::{self, MediaFile, MediaFiles, MediaType},
    },
    problem::Problem,
    words::Catalogue,
};
use std::{collections::BTreeMap, path::Path};

/// Where a page wants the helplines. Both marks stay in the page: a server puts
/// its own pack's helplines between them.
const FROM: &str = "<!-- hark:helplines -->";
const TO: &str = "<!-- /hark:helplines -->";

/// A pack as the site ships it.
pub(crate) struct Published {
    /// Files under `content/`.
    pub(crate) files: Files,
    /// A list in HTML.
    pub(crate) helplines: String,
    /// The pack as it was read.
    pub(crate) pack: Pack,
    /// The languages offered, the pack's own first.
    pub(crate) languages: Vec<String>,
    /// The colours as a stylesheet, which is among the files too: a server compares
    /// its own pack's with it.
    pub(crate) theme: String,
}

/// Reads a pack's folder. A pack with a mistake is not published: the error has every
/// one of them.
pub(crate) fn read(folder: &Path, words: &[Catalogue]) -> Outcome<Published> {
    if !folder.is_dir() {
        return Err(format!("There is no content pack at {}.", folder.display()));
    }
    let mut texts = BTreeMap::new();
    let mut found = MediaFiles::new();
    let mut published = Files::new();
    for (name, path) in files::list(folder)? {
        let bytes = files::read(&path)?;
        if files::has_ending(&name, "json") || name == pack::MAP {
            let text = String::from_utf8(bytes)
                .map_err(|_| format!("{} is not UTF-8.", path.display()))?;
            texts.insert(name, text);
        } else if !name.split('/').any(|part| part.starts_with('.')) {
            // Pictures go out as they are.
            if let Some(name) = name.strip_prefix(media::FOLDER) {
                found.insert(name.to_owned(), noted(name, &bytes));
            }
            published.insert(format!("content/{name}"), bytes);
        }
    }
    let mut problems = media::check(&texts, &found);
    let pack = match pack::read(&texts) {
        Ok(pack) if problems.is_empty() => pack,
        Ok(_) => return Err(refusal(folder, &problems)),
        Err(others) => {
            problems.extend(others);
            return Err(refusal(folder, &problems));
        }
    };
    for (name, text) in pack::published(&texts, &pack, words) {
        published.insert(format!("content/{name}"), text.into_bytes());
    }
    let theme = pack::theme_css(&pack.site);
    published.insert(
        format!("content/{}", pack::THEME),
        theme.clone().into_bytes(),
    );
    Ok(Published {
        files: published,
        helplines: pack::helplines_html(&pack.site),
        languages: pack.site.languages.clone(),
        theme,
        pack,
    })
}

/// What has to be known of a file below `media/`.
fn noted(name: &str, bytes: &[u8]) -> MediaFile {
    let is_text = MediaType::of(name).is_some_and(MediaType::is_text);
    let text = is_text.then(|| String::from_utf8(bytes.to_vec()).ok());
    MediaFile {
        bytes: bytes.len() as u64,
        text: text.flatten(),
    }
}

fn refusal(folder: &Path, problems: &[Problem]) -> String {
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| format!("  {} {}: {}", problem.file, problem.pointer, problem.text))
        .collect();
    format!(
        "The content pack at {} has mistakes, so the site was not built:\n{}",
        folder.display(),
        lines.join("\n")
    )
}

/// Puts the helplines into every page, for whoever the app can't start for.
pub(crate) fn put_helplines(pages: &mut [Page], helplines: &str) -> Outcome<()> {
    for page in pages {
        page.plain = in_page(&page.plain, helplines)?;
    }
    Ok(())
}

fn in_page(page: &str, helplines: &str) -> Outcome<String> {
    let place = format!("{FROM}{TO}");
    match page.matches(&place).count() {
        1 => Ok(page.replace(&place, &format!("{FROM}{helplines}{TO}"))),
        other => Err(format!(
            "Each page must have {place} once; one has it {other} times."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helplines_go_to_their_place() {
        let filled = in_page(&format!("a{FROM}{TO}b"), "<ul>");
        assert_eq!(filled, Ok(format!("a{FROM}<ul>{TO}b")));
    }

    #[test]
    fn a_page_without_helplines_is_refused() {
        for page in ["a", FROM, &format!("{FROM}{TO}{FROM}{TO}")] {
            assert!(in_page(page, "<ul>").is_err(), "{page}");
        }
    }
}
