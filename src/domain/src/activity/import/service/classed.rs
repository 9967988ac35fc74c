//! What a service is by the lists of our own: its kind and level, whom it supports, and in
//! which languages.

use crate::activity::import::draft::Draft;
use crate::activity::import::line::Log;
use crate::activity::import::lists;
use crate::activity::import::plain::quoted;

/// The kind that its words tell, else a club.
pub(super) fn kind(draft: &Draft, name: &str, log: &mut Log) -> &'static str {
    let told = draft.kinds.iter().find_map(|cell| lists::kind(&cell.text));
    told.or_else(|| lists::kind(name)).unwrap_or_else(|| {
        log.repaired(
            "kind",
            "No word of it tells what kind of thing it is: it's called a club.",
        );
        "club"
    })
}

/// The level that its words tell; whoever is referred comes to something for specialists.
pub(super) fn level(draft: &Draft, name: &str) -> &'static str {
    let told = draft
        .levels
        .iter()
        .find_map(|cell| lists::level(&cell.text));
    let referred = draft
        .joining
        .iter()
        .any(|cell| lists::joining(&cell.text) == Some("referral"));
    let otherwise = if referred { "specialist" } else { "universal" };
    told.or_else(|| lists::level(name)).unwrap_or(otherwise)
}

/// Whom it supports.
pub(super) fn supports(draft: &Draft) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for cell in &draft.supports {
        for name in lists::supports(&cell.text) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

/// The languages spoken there besides English, by their tags.
pub(super) fn languages(draft: &Draft, log: &mut Log) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tongue in &draft.languages {
        let code = tongue
            .code
            .as_ref()
            .map(|cell| cell.text.as_str())
            .filter(|code| lists::is_tag(code));
        let by_name = || lists::language(&tongue.name.as_ref()?.text);
        let Some(tag) = code.or_else(by_name) else {
            let text = match tongue.name.as_ref().or(tongue.code.as_ref()) {
                Some(cell) => format!(
                    "{} is no language that is known here: give its code, such as \"pl\".",
                    quoted(&cell.text)
                ),
                None => "A language without a name.".to_owned(),
            };
            log.left_out(&tongue.field, text);
            continue;
        };
        // The site's own is spoken everywhere.
        if tag != "en" && !tags.iter().any(|own| own == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
