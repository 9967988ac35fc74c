//! How to reach whoever runs it: web sites, addresses and numbers that are safe to show.

use super::draft::Cell;
use super::line::Log;
use super::plain::quoted;

/// The longest address kept, in characters.
const LONGEST: usize = 300;

/// The first that can be taken, of several that say the same; a line for each that can't.
pub(super) fn first(
    cells: &[Cell],
    read: fn(&str) -> Option<String>,
    wrong: &str,
    log: &mut Log,
) -> Option<String> {
    let mut found = None;
    for cell in cells {
        match read(&cell.text) {
            Some(text) => found = found.or(Some(text)),
            None => log.left_out(&cell.field, format!("{} {wrong}", quoted(&cell.text))),
        }
    }
    found
}

/// What a web address must be, for a line.
pub(super) const NO_WEB: &str = "is no address of a web site, such as https://example.org.";

/// What an e-mail address must be, for a line.
pub(super) const NO_EMAIL: &str = "is no e-mail address.";

/// What a number must be, for a line.
pub(super) const NO_PHONE: &str = "is no telephone number of the United Kingdom.";

/// A web address without its scheme. Only `http` and `https` lead to pages; anything else,
/// such as `javascript:`, may do something else.
pub(super) fn web(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let rest = match lower.split_once("://") {
        Some(("http" | "https", rest)) => text.get(text.len() - rest.len()..)?,
        Some(_) => return None,
        None => text,
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let host = host
        .strip_suffix(":443")
        .or(host.strip_suffix(":80"))
        .unwrap_or(host);
    let parts: Vec<&str> = host.split('.').collect();
    let is_name = |part: &&str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = parts.last().copied().unwrap_or_default();
    let is_host = parts.len() >= 2
        && parts.iter().all(is_name)
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic());
    let is_path = path.chars().all(|c| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '\\' | '`')
    });
    let fits = is_host && is_path && rest.len() <= LONGEST;
    let host = host.to_ascii_lowercase();
    fits.then(|| format!("{host}{}", path.trim_end_matches('/')))
}

/// An e-mail address.
pub(super) fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (name, host) = text.split_once('@')?;
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._%+-'".contains(&b));
    let is_host = web(host).is_some_and(|read| read.eq_ignore_ascii_case(host));
    (is_name && is_host && text.len() <= LONGEST).then(|| text.to_owned())
}

/// A number of the United Kingdom, or one of its short ones, as people write it. Where
/// several stand in one cell, the first.
pub(super) fn phone(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('"').trim();
    let first = text.split(['/', ';', ',']).next().unwrap_or_default();
    let first = first.split(" or ").next().unwrap_or_default();
    let (first, _) = first.split_once("ext").unwrap_or((first, ""));
    let first = first.trim();
    let known =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-' | '.' | '\u{a0}');
    if !first.chars().all(known) {
        return None;
    }
    let words: Vec<&str> = first
        .split(|c: char| !c.is_ascii_digit() && c != '+')
        .filter(|word| !word.is_empty())
        .collect();
    let mut said = words.join(" ");
    for country in ["+44", "0044"] {
        if let Some(rest) = said.strip_prefix(country) {
            let rest = rest.trim_start();
            // "+44 (0)1942".
            let rest = rest.strip_prefix("0 ").unwrap_or(rest);
            said = if rest.starts_with('0') {
                rest.to_owned()
            } else {
                format!("0{rest}")
            };
        }
    }
    let digits: String = said.chars().filter(char::is_ascii_digit).collect();
    let whole = digits.starts_with('0') && (10..=11).contains(&digits.len());
    let short = digits.starts_with('1') && (3..=6).contains(&digits.len()) || digits == "999";
    (!said.contains('+') && (whole || short)).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_web_addresses() {
        for (text, expected) in [
            ("https://example.org/chat", Some("example.org/chat")),
            ("http://Example.org/", Some("example.org")),
            ("HTTPS://example.org/A?b=c", Some("example.org/A?b=c")),
            ("www.example.org", Some("www.example.org")),
            ("javascript:alert(1)", None),
            ("JavaScript://example.org/%0aalert(1)", None),
            ("data:text/html,x", None),
            ("example/counselling", None),
            ("https://user:pass@example.org", None),
            ("https://example.org/<script>", None),
            ("file://example.org/x", None),
            ("//example.org", None),
            ("", None),
            ("é", None),
            ("tbc", None),
        ] {
            assert_eq!(web(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn addresses_and_numbers() {
        for (text, expected) in [
            ("team@example.org", Some("team@example.org")),
            ("mailto:team@example.org", Some("team@example.org")),
            ("not-an-email", None),
            ("email-example_com", None),
            ("a@b", None),
            ("a b@example.org", None),
        ] {
            assert_eq!(email(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("01942 000000", Some("01942 000000")),
            ("\"+44 1234 234567\"", Some("01234 234567")),
            ("+44 (0)1942 000000", Some("01942 000000")),
            ("+441942000000", Some("01942000000")),
            ("01942 000000 / 07000 000000", Some("01942 000000")),
            ("111", Some("111")),
            ("92939293", None),
            ("ask at the door", None),
            ("+1 555 0100", None),
            ("", None),
        ] {
            assert_eq!(phone(text).as_deref(), expected, "{text}");
        }
    }
}
