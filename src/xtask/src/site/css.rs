//! The stylesheets that index.html links, in their order, without what means nothing.

use super::{
    Files, html,
    style::{MARK, REST, Sheet},
};
use crate::Outcome;

/// Takes the stylesheets out of the site. The page gets a mark in their place, and the
/// script that starts the app is told where the part that comes with the app will be.
pub(crate) fn take_linked(page: &str, site: &mut Files) -> Outcome<(String, Vec<Sheet>)> {
    let mut sheets = Vec::new();
    let mut changes = Vec::new();
    for mut tag in html::tags(page) {
        if tag.get("data-wasm").is_some() {
            tag.set("data-style", format!("/{REST}"));
            changes.push((tag.place.clone(), tag.written()));
        }
        if tag.name != "link" || tag.get("rel") != Some("stylesheet") {
            continue;
        }
        let name = tag.get("href").unwrap_or_default();
        let name = name.trim_start_matches('/').to_owned();
        let bytes = site.remove(&name).ok_or_else(|| {
            format!("index.html links the stylesheet {name}, which is not there.")
        })?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))?;
        if text.contains("@import") {
            return Err(format!(
                "{name} has an @import: link that file in index.html."
            ));
        }
        let text = smaller(&text).map_err(|what| format!("{name} has {what} without an end."))?;
        let mark = if sheets.is_empty() { MARK } else { "" };
        changes.push((tag.place, mark.to_owned()));
        sheets.push(Sheet::new(text));
    }
    Ok((html::replace(page, &changes), sheets))
}

/// Leaves out comments and white space that mean nothing. Strings stay as they are.
/// The error names what is still open at the end.
pub(super) fn smaller(css: &str) -> Result<String, &'static str> {
    let mut small = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}');
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            let end = rest.find("*/").ok_or("a comment")? + 2;
            // It may be all that keeps two words apart.
            if small.ends_with(is_word) && rest[end..].starts_with(is_word) {
                small.push_str("/**/");
            }
            end
        } else if c == '"' || c == '\'' {
            let end = string_end(rest, c).ok_or("a string")?;
            small.push_str(&rest[..end]);
            end
        } else if c.is_ascii_whitespace() {
            if !small.is_empty() && !small.ends_with([' ', '{', '}', ';', ',', ':', '(']) {
                small.push(' ');
            }
            1
        } else {
            // None of these needs a space before it. `(` and `:` do: `and (`, `a :is(b)`.
            if "{};,)".contains(c) && small.ends_with(' ') {
                small.pop();
            }
            if c == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(c);
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    Ok(small.trim_end().to_owned())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || "-_%.#".contains(c)
}

/// Where the string that the text begins with ends, after its closing quote.
pub(super) fn string_end(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().skip(1).find_map(|(at, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::style::Style;
    use hark_domain::pack::THEME_MARK;

    #[test]
    fn comments_and_spaces_go() {
        let css = "/* a */\n:root {\n  --gap: 1rem;\n  margin : 0 , 1px;\n}\n\np > a , b { }\n";
        assert_eq!(
            smaller(css).as_deref(),
            Ok(":root{--gap:1rem;margin :0,1px}p > a,b{}")
        );
    }

    #[test]
    fn what_means_something_stays() {
        for css in [
            "a{width:calc(1px + (2px - 3px))}",
            "@media (min-width:40rem) and (max-width:50rem){a{b:c}}",
            "a :is(b,c){d:e}",
            "a::before{content:\"  /* no { comment ; */ \\\" '\"}",
            "a{margin:1px/**/2px}",
            "@supports not (a:b){c{d:e}}",
        ] {
            assert_eq!(smaller(css).as_deref(), Ok(css));
        }
    }

    #[test]
    fn what_never_ends_is_named() {
        assert_eq!(smaller("a{} /* b"), Err("a comment"));
        assert_eq!(smaller("a{b:\"c"), Err("a string"));
    }

    #[test]
    fn sheets_are_taken_in_the_order_of_their_links() {
        let page = r#"<link rel="stylesheet" href="/b.css"/>-<link rel="stylesheet" href="/a.css"><script data-wasm="/c">"#;
        let mut site = Files::from([
            ("a.css".to_owned(), b"a { b: c }".to_vec()),
            ("b.css".to_owned(), b"b { c: d }".to_vec()),
        ]);
        let (page, sheets) = take_linked(page, &mut site).unwrap();
        let expected = r#"-<script data-wasm="/c" data-style="/hark.css">"#;
        assert_eq!(page, format!("{MARK}{expected}"));
        let all = Style::new(sheets, "", [MARK]).put(&format!("{MARK}{THEME_MARK}"));
        let style = "<style>b{c:d}a{b:c}</style><style></style>";
        assert_eq!(all, Ok(format!("{style}{THEME_MARK}")));
        assert!(site.is_empty());
    }

    #[test]
    fn a_sheet_that_is_not_there_is_named() {
        let page = r#"<link rel="stylesheet" href="/b.css">"#;
        let sentence = "index.html links the stylesheet b.css, which is not there.";
        let taken = take_linked(page, &mut Files::new()).map(|(page, _)| page);
        assert_eq!(taken, Err(sentence.to_owned()));
    }
}
