//! The borough's helplines in the page itself, for whoever the front end can't start
//! for. The pack that the page was built with may be another borough's.

use hark_domain::pack;
use hark_domain::site::Site;

/// Where they stand in the page; `cargo xtask site` leaves both marks.
const FROM: &str = "<!-- hark:helplines -->";
const TO: &str = "<!-- /hark:helplines -->";

/// The page with the helplines of `site` in the place of those it was built with.
///
/// # Errors
/// Why not, in words: the page has no place for them, or several. Such a page is not
/// served, because it could send a young person to a line of another borough.
pub(super) fn put(page: &str, site: &Site) -> Result<String, String> {
    let parts = page
        .split_once(FROM)
        .and_then(|(before, rest)| Some((before, rest.split_once(TO)?.1)));
    match parts {
        Some((before, after)) if !before.contains(TO) && !after.contains(FROM) => {
            let helplines = pack::helplines_html(site);
            Ok(format!("{before}{FROM}{helplines}{TO}{after}"))
        }
        _ => Err(format!(
            "it has to have one place for the helplines, from {FROM} to {TO}; \
             build the site again with `cargo xtask site`"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let text = r#"{"name":"Hark","area":"A","sample":false,"languages":["en"],"localities":[],
            "helplines":[{"id":"line","name":"Line","who":"anyone","phone":"116 123","hours":"always","about":"A"}],
            "urgent":["line"],"contact":{"name":"C","email":"c@hark.example"},
            "disclosure":{"hide_below":8,"round_to":5,"smallest_base":10,"percent_base":30}}"#;
        hark_domain::json::read(text).unwrap()
    }

    #[test]
    fn what_stood_there_goes() {
        let list = pack::helplines_html(&site());
        for old in ["", "<ul>old</ul>"] {
            let page = format!("a{FROM}{old}{TO}b");
            assert_eq!(put(&page, &site()), Ok(format!("a{FROM}{list}{TO}b")));
        }
    }

    #[test]
    fn a_page_needs_one_place() {
        for page in [
            "a".to_owned(),
            format!("a{FROM}b"),
            format!("a{TO}b{FROM}c"),
            format!("{FROM}{TO}{FROM}{TO}"),
            format!("{TO}{FROM}{TO}"),
        ] {
            assert!(put(&page, &site()).is_err(), "{page}");
        }
    }
}
