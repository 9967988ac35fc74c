//! How to join.

use crate::activity::import::draft::Draft;
use crate::activity::import::line::Log;
use crate::activity::import::lists;
use crate::activity::import::place::Kept;
use crate::activity::import::plain::plain;

/// The way to join that its words tell, else getting in touch.
pub(super) fn joining(draft: &Draft, name: &str, log: &mut Log) -> &'static str {
    let told = draft
        .joining
        .iter()
        .find_map(|cell| lists::joining(&cell.text));
    let about = draft.about.first().map(|cell| plain(&cell.text).0);
    told.or_else(|| lists::joining(name))
        .or_else(|| lists::joining(&about?))
        .unwrap_or_else(|| {
            log.repaired(
                "joining",
                "Nobody says how to join: people are told to get in touch first.",
            );
            "book"
        })
}

/// The longest that somebody's own words about joining are, in characters: what is longer
/// is no sentence to be read at a bus stop.
const LONGEST: usize = 300;

/// How to join, as a sentence; and what people have to ask, where no times are kept.
pub(super) fn join(draft: &Draft, way: &str, unread: Option<&[String]>, places: &[Kept]) -> String {
    let own = draft.join.as_ref().map(|cell| plain(&cell.text).0);
    let own = own.filter(|own| own.contains(' ') && own.chars().count() <= LONGEST);
    let how = match way {
        "drop-in" => "Just turn up",
        "membership" => "Ask them how to become a member",
        "referral" => "Somebody has to put your name forward. Ask them how",
        _ => "Get in touch before you go",
    };
    let mut parts = vec![own.unwrap_or_else(|| how.to_owned())];
    if let Some(unread) = unread {
        parts.push("Ask them when it is on".to_owned());
        if !unread.is_empty() {
            parts.push(format!("Their list says: {}", unread.join("; ")));
        }
        let known = places.iter().filter(|place| !place.said.is_empty());
        let said = known.map(|place| format!("It is at: {}", place.said));
        parts.extend(said.take(3));
    }
    let ended = parts.iter().map(|part| {
        let stop = if part.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        [part, stop].concat()
    });
    ended.collect::<Vec<_>>().join(" ")
}
