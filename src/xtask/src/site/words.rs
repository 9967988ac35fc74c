//! The site's own words: a file a language, in the form that browsers get.

use super::{Files, fingerprint};
use crate::{Outcome, files, project::Project};
use hark_domain::words::Catalogue;

/// The words of one language as they are shipped.
pub(crate) struct Words {
    /// The language's tag.
    pub(crate) language: String,
    /// What its speakers call it.
    pub(crate) name: String,
    /// The file's path in the site, with a fingerprint.
    pub(crate) path: String,
    /// What it holds.
    pub(crate) text: String,
}

/// The words of every language as people write them.
pub(crate) fn written(project: &Project) -> Outcome<Vec<Catalogue>> {
    let mut all = Vec::new();
    for (name, path) in files::list(&project.root.join("public/locales"))? {
        let text = String::from_utf8_lossy(&files::read(&path)?).into_owned();
        all.push(read(&name, &text)?);
    }
    Ok(all)
}

fn read(name: &str, text: &str) -> Outcome<Catalogue> {
    Catalogue::read(text).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("public/locales/{name} has mistakes:\n{}", lines.join("\n"))
    })
}

/// Takes the languages that people wrote out of the site, and puts what browsers get in
/// their place. `first` is the language that comes first.
pub(crate) fn publish(site: &mut Files, first: &str) -> Outcome<Vec<Words>> {
    let names: Vec<String> = site
        .keys()
        .filter(|name| name.starts_with("locales/") && files::has_ending(name, "json"))
        .cloned()
        .collect();
    let mut all = Vec::new();
    for name in names {
        let bytes = site.remove(&name).unwrap_or_default();
        let text = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))?;
        let words = read(name.trim_start_matches("locales/"), &text)?;
        let text = words.published();
        let path = fingerprint::with_hash(&name, text.as_bytes());
        site.insert(path.clone(), text.clone().into_bytes());
        all.push(Words {
            language: words.language,
            name: words.name,
            path,
            text,
        });
    }
    all.sort_by_key(|words| (words.language != first, words.language.clone()));
    Ok(all)
}

/// All languages as the page carries them: `TAG|NAME|PATH;…`.
pub(crate) fn listed(words: &[Words]) -> String {
    let entry = |words: &Words| format!("{}|{}|/{}", words.language, words.name, words.path);
    words.iter().map(entry).collect::<Vec<_>>().join(";")
}
