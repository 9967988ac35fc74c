//! The borough's colours, at the end of the one stylesheet: they cost no request.

use super::{Files, css::MERGED};
use crate::Outcome;
use hark_domain::pack::THEME_MARK;

/// Lets the merged stylesheet end with the pack's colours. The page has to keep its
/// mark: a server with another pack names its own colours there.
pub(crate) fn append(page: &str, site: &mut Files, theme: &str) -> Outcome<()> {
    match page.matches(THEME_MARK).count() {
        1 => {}
        other => {
            return Err(format!(
                "index.html must have {THEME_MARK} once; it has it {other} times."
            ));
        }
    }
    let sheet = site
        .get_mut(MERGED)
        .ok_or("index.html links no stylesheet, so there is none for the pack's colours.")?;
    sheet.extend_from_slice(theme.as_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_come_last() {
        let mut site = Files::from([(MERGED.to_owned(), b"a{b:c}".to_vec())]);
        assert_eq!(append(THEME_MARK, &mut site, ":root{--a:b}"), Ok(()));
        assert_eq!(site[MERGED], b"a{b:c}:root{--a:b}");
    }

    #[test]
    fn a_page_without_a_place_or_a_stylesheet_is_refused() {
        let sheet = || Files::from([(MERGED.to_owned(), Vec::new())]);
        let twice = THEME_MARK.repeat(2);
        assert!(append("", &mut sheet(), "").is_err());
        assert!(append(&twice, &mut sheet(), "").is_err());
        assert!(append(THEME_MARK, &mut Files::new(), "").is_err());
    }
}
