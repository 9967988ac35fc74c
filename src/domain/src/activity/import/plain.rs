//! Other people's text as plain text, and names made of it.

use crate::import::breaks;

/// The longest text kept, in characters: what is longer is a whole web page.
const LONGEST: usize = 2_000;

/// Text without tags, scripts, entities, control characters and doubled spaces; with
/// whether that changed more than the spaces.
pub(super) fn plain(text: &str) -> (String, bool) {
    let (untagged, tagged) = untag(text);
    let read = entities(&untagged);
    let words: Vec<&str> = read
        .split(|c: char| c.is_whitespace() || breaks(c))
        .filter(|word| !word.is_empty())
        .collect();
    let joined = words.join(" ");
    let short: String = joined.chars().take(LONGEST).collect();
    let changed = tagged || read != untagged || short.len() < joined.len();
    (short.trim_end().to_owned(), changed)
}

/// Leaves out tags, and scripts and styles with what is in them.
fn untag(text: &str) -> (String, bool) {
    let mut out = String::new();
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let name: String = tag
            .chars()
            .skip(1)
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!'))
            .collect();
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        let Some(end) = tag.find('>').filter(|_| is_tag) else {
            // A "less than" of somebody's who writes "ages < 12"; what looks like a tag that
            // nobody ends must not find an end in what is put behind it.
            out.push(if is_tag { '‹' } else { '<' });
            changed |= is_tag;
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        changed = true;
        out.push(' ');
        rest = tag.get(end + 1..).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if name == "script" || name == "style" {
            let lower = rest.to_ascii_lowercase();
            let close = format!("</{name}");
            let inside = lower.find(&close).unwrap_or(rest.len());
            rest = rest.get(inside..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    (out, changed)
}

/// The characters that entities stand for.
fn entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.find(';').filter(|end| *end <= 8);
        let name = end.and_then(|end| from.get(1..end));
        let read = name.and_then(entity);
        if let (Some(c), Some(end)) = (read, end) {
            out.push(c);
            rest = from.get(end + 1..).unwrap_or_default();
        } else {
            out.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        // Never a tag again.
        "lt" => '‹',
        "gt" => '›',
        "quot" => '"',
        "apos" | "rsquo" => '’',
        "lsquo" => '‘',
        "ldquo" => '“',
        "rdquo" => '”',
        "nbsp" => ' ',
        "pound" => '£',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "eacute" => 'é',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            match char::from_u32(code)? {
                '<' => '‹',
                '>' => '›',
                other => other,
            }
        }
    })
}

/// Words in small letters with nothing but one space between them: two texts that people
/// take for the same are the same then.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Whether `words`, one or several, stand in a [`folded`] text as whole words.
pub(super) fn has_words(folded: &str, words: &str) -> bool {
    let mut from = 0;
    while let Some(at) = folded.get(from..).and_then(|rest| rest.find(words)) {
        let start = from + at;
        let end = start + words.len();
        let before = folded
            .get(..start)
            .is_none_or(|it| it.is_empty() || it.ends_with(' '));
        let after = folded
            .get(end..)
            .is_none_or(|it| it.is_empty() || it.starts_with(' '));
        if before && after {
            return true;
        }
        from = end;
    }
    false
}

/// A name for files of a text: "Skate jam!" is `skate-jam`.
pub(super) fn slug(text: &str, longest: usize) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            '\'' | '’' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    if slug.len() > longest {
        let whole = slug.get(..longest).unwrap_or_default();
        let end = whole.rfind('-').filter(|end| *end > longest / 2);
        slug.truncate(end.unwrap_or(longest));
    }
    let slug = slug.trim_matches('-').to_owned();
    if slug.is_empty() {
        "unnamed".to_owned()
    } else {
        slug
    }
}

/// Six characters that are the same for the same text and hardly ever for another: what a
/// record is called in the source, in as few characters as keep names apart (FNV-1a).
pub(super) fn mark(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let folded = (hash ^ (hash >> 24) ^ (hash >> 48)) & 0xff_ffff;
    format!("{folded:06x}")
}

/// A text as lines quote it: on one line, and not a whole page.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("\"{short}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_scripts_and_entities_leave_the_words() {
        for (text, words, changed) in [
            ("Pool, music", "Pool, music", false),
            (" Pool,\n  music ", "Pool, music", false),
            ("<p>Drop in.<br>Ages 11–19</p>", "Drop in. Ages 11–19", true),
            ("<script>alert(1)</script> Poetry slam", "Poetry slam", true),
            ("<SCRIPT src=x>alert(1)", "", true),
            ("ages < 12 & > 8", "ages < 12 & > 8", false),
            ("a <script b", "a ‹script b", true),
            (
                "Tom &amp; Jo&#39;s &pound;1 &unknown;",
                "Tom & Jo's £1 &unknown;",
                true,
            ),
            ("&lt;script&gt;x", "‹script›x", true),
            ("&#60;b&#x3e;", "‹b›", true),
            ("a\u{202e}b", "a b", false),
        ] {
            assert_eq!(plain(text), (words.to_owned(), changed), "{text}");
        }
    }

    #[test]
    fn names_are_safe_and_the_same_each_time() {
        assert_eq!(slug("Skate jam!", 40), "skate-jam");
        assert_eq!(slug("Young people's café", 40), "young-peoples-caf");
        assert_eq!(slug("العربية", 40), "unnamed");
        assert_eq!(slug("one two three four", 10), "one-two");
        assert_eq!(slug(&"x".repeat(50), 10), "x".repeat(10));
        assert_eq!(mark("a"), mark("a"));
        assert_ne!(mark("a"), mark("b"));
        assert_eq!(mark("").len(), 6);
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(folded("drama  club "), folded("Drama Club"));
        assert!(has_words("the art of football", "art"));
        assert!(!has_words("party at the hall", "art"));
        assert!(has_words("start art", "art"));
        assert!(!has_words("", "art"));
    }
}
