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
}
