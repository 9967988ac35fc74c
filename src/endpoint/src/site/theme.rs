//! The borough's colours, where the page was built with another borough's. The style in
//! a page ends with those of the pack it was built with, so a page needs a link, and the
//! browser a request, only where they differ.

use std::fs;
use std::path::Path;

use hark_domain::pack::{THEME, THEME_MARK, theme_css};
use hark_domain::site::Site;

/// What names the stylesheet that [`super::Content`] serves.
const LINK: &str = "<link rel=\"stylesheet\" href=\"/content/theme.css\">";

/// What a page of the site in `folder` needs to have the colours of `site`: a link,
/// or nothing. `cargo xtask site` leaves the colours that the site was built with in
/// its `content/` folder; a site without them may have any.
pub(super) fn link(folder: &Path, site: &Site) -> &'static str {
    let built = fs::read(folder.join("content").join(THEME)).ok();
    if built.as_deref() == Some(theme_css(site).as_bytes()) {
        ""
    } else {
        LINK
    }
}

/// The page with that link at its mark, after all other stylesheets.
///
/// # Errors
/// Why not, in words: the page has no place for it, or several. Such a page would have
/// the colours of another borough.
pub(super) fn put(page: &str, link: &str) -> Result<String, String> {
    match page.split_once(THEME_MARK) {
        Some((before, after)) if !after.contains(THEME_MARK) => {
            Ok(format!("{before}{THEME_MARK}{link}{after}"))
        }
        _ => Err(format!(
            "it has to have one place for the colours, {THEME_MARK}; \
             build the site again with `cargo xtask site`"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_names_the_file_served() {
        assert!(LINK.contains(&format!("\"/content/{THEME}\"")));
    }

    #[test]
    fn a_page_needs_one_place() {
        let page = format!("a{THEME_MARK}b");
        assert_eq!(put(&page, ""), Ok(page.clone()));
        assert_eq!(put(&page, LINK), Ok(format!("a{THEME_MARK}{LINK}b")));
        for page in ["a".to_owned(), format!("{page}{page}")] {
            assert!(
                put(&page, "").is_err() && put(&page, LINK).is_err(),
                "{page}"
            );
        }
    }
}
