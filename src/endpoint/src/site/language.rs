//! Which of several languages a browser would rather have.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

/// The place of the language that fits best among those on offer, by RFC 9110, 12.5.4,
/// and the lookup of RFC 4647, 3.4: the heaviest range first, and of a range its longer
/// form before its shorter one. The first on offer where none fits.
pub(super) fn wanted(headers: &HeaderMap, offered: &[&str]) -> usize {
    let mut ranges: Vec<(&str, f32)> = headers
        .get_all(ACCEPT_LANGUAGE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(range)
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    // A stable sort: of equal weights the one named first.
    ranges.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let fits = |(range, _): &(&str, f32)| {
        let main = range.split('-').next().unwrap_or_default();
        [*range, main].into_iter().find_map(|tag| {
            offered
                .iter()
                .position(|other| other.eq_ignore_ascii_case(tag))
        })
    };
    ranges.iter().find_map(fits).unwrap_or(0)
}

fn range(text: &str) -> (&str, f32) {
    let (range, weight) = text.split_once(';').unwrap_or((text, "q=1"));
    let weight = weight.trim().strip_prefix("q=").map(str::trim);
    let weight = weight.and_then(|weight| weight.parse().ok());
    (range.trim(), weight.unwrap_or(0.0))
}

/// The page with only those languages on offer that the pack has: the site may have been
/// built with others. Where the pack has none of them, the page stays as it is.
pub(super) fn offer(page: &str, languages: &[String]) -> String {
    const START: &str = " data-languages=\"";
    let parts = page.split_once(START).and_then(|(before, rest)| {
        let (list, after) = rest.split_once('"')?;
        Some((before, list, after))
    });
    let Some((before, list, after)) = parts else {
        return page.to_owned();
    };
    let is_offered = |entry: &&str| {
        let tag = entry.split('|').next();
        languages.iter().any(|own| Some(own.as_str()) == tag)
    };
    let offered: Vec<&str> = list.split(';').filter(is_offered).collect();
    if offered.is_empty() {
        return page.to_owned();
    }
    [before, START, &offered.join(";"), "\"", after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_that_is_there_wins() {
        let offered = ["en", "pl", "ur", "ar"];
        for (value, tag) in [
            ("pl", "pl"),
            ("ur-PK,en;q=0.5", "ur"),
            ("fr, ar;q=0.4, pl;q=0.6", "pl"),
            ("PL-pl", "pl"),
            ("ar;q=0, pl;q=0.1", "pl"),
            ("fr", "en"),
            ("*", "en"),
            ("pl;q=x", "en"),
            ("", "en"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, value.parse().unwrap());
            assert_eq!(offered[wanted(&headers, &offered)], tag, "{value}");
        }
        assert_eq!(wanted(&HeaderMap::new(), &offered), 0);
    }

    #[test]
    fn only_the_packs_own_languages_are_on_offer() {
        let page = |list: &str| format!("<script data-languages=\"{list}\">");
        let whole = page("en|English|/e;pl|Polski|/p");
        let own = |tags: &[&str]| tags.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(offer(&whole, &own(&["pl", "cs"])), page("pl|Polski|/p"));
        assert_eq!(offer(&whole, &own(&["cs"])), whole);
        assert_eq!(offer("<p>", &own(&["en"])), "<p>");
    }
}
