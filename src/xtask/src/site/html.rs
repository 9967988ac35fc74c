//! The few things that must be found in a page: its `<link>` and `<script>` tags.
//!
//! Not a parser for any page, only for our own index.html as Trunk leaves it.

use std::ops::Range;

/// A start tag with its place in the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// `link` or `script`.
    pub(crate) name: String,
    /// Attributes in their order; without a value for one like `crossorigin`.
    pub(crate) attributes: Vec<(String, Option<String>)>,
    /// Where in the page it stands, from `<` to `>`.
    pub(crate) place: Range<usize>,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .and_then(|(_, value)| value.as_deref())
    }

    /// Sets an attribute, in its place when it is there already.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = Some(value),
            None => self.attributes.push((name.to_owned(), Some(value))),
        }
    }

    /// The tag as it is written.
    pub(crate) fn written(&self) -> String {
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| match value {
                Some(value) => format!(" {name}=\"{}\"", value.replace('"', "&quot;")),
                None => format!(" {name}"),
            })
            .collect::<String>();
        format!("<{}{attributes}>", self.name)
    }
}

/// All `<link>` and `<script>` start tags outside comments, in order.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|offset| at + offset) {
        let rest = &page[start..];
        at = if rest.starts_with("<!--") {
            rest.find("-->").map_or(page.len(), |end| start + end + 3)
        } else if let Some(tag) = ["link", "script"]
            .iter()
            .find_map(|name| tag(page, start, name))
        {
            let end = tag.place.end;
            found.push(tag);
            end
        } else {
            start + 1
        };
    }
    found
}

/// A text in the place of words or of an attribute's value.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Puts other text in the place of some tags, which are in the page's order.
pub(crate) fn replace(page: &str, changes: &[(Range<usize>, String)]) -> String {
    let mut result = String::with_capacity(page.len());
    let mut at = 0;
    for (place, text) in changes {
        result.push_str(&page[at..place.start]);
        result.push_str(text);
        at = place.end;
    }
    result.push_str(&page[at..]);
    result
}

fn tag(page: &str, start: usize, name: &str) -> Option<Tag> {
    let after = start + 1 + name.len();
    let own = page.get(start + 1..after)?;
    let next = page[after..].chars().next()?;
    if !own.eq_ignore_ascii_case(name) || !(next.is_ascii_whitespace() || "/>".contains(next)) {
        return None;
    }
    let mut attributes = Vec::new();
    let mut at = after;
    loop {
        at += spaces(&page[at..]);
        match page[at..].chars().next()? {
            '>' => break,
            '/' => at += 1,
            _ => {
                let (attribute, length) = attribute(&page[at..])?;
                attributes.push(attribute);
                at += length;
            }
        }
    }
    Some(Tag {
        name: name.to_owned(),
        attributes,
        place: start..at + 1,
    })
}

/// One attribute at the start of the text, and how long it is.
fn attribute(text: &str) -> Option<((String, Option<String>), usize)> {
    let ends_name = |c: char| c.is_ascii_whitespace() || "=>/".contains(c);
    let length = text.find(ends_name)?;
    let name = text[..length].to_ascii_lowercase();
    let equals = length + spaces(&text[length..]);
    let Some(value) = text[equals..].strip_prefix('=') else {
        // Never nothing: a stray `=` or quote must not stop the reading.
        return Some(((name, None), length.max(1)));
    };
    let start = equals + 1 + spaces(value);
    let quote = text[start..].chars().next()?;
    if quote == '"' || quote == '\'' {
        let end = start + 1 + text[start + 1..].find(quote)?;
        let value = text[start + 1..end].replace("&quot;", "\"");
        return Some(((name, Some(value)), end + 1));
    }
    let end = start + text[start..].find(|c: char| c.is_ascii_whitespace() || c == '>')?;
    Some(((name, Some(text[start..end].to_owned())), end))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_ascii_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes() {
        let page = r#"<head><link rel=icon href='/i.svg'/><SCRIPT src="/a.js" defer></SCRIPT>"#;
        let found = tags(page);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].get("rel"), Some("icon"));
        assert_eq!(found[0].get("href"), Some("/i.svg"));
        assert_eq!(found[1].written(), r#"<script src="/a.js" defer>"#);
        assert_eq!(
            &page[found[0].place.clone()],
            "<link rel=icon href='/i.svg'/>"
        );
    }

    #[test]
    fn comments_and_other_elements_are_no_tags() {
        let page = "<!-- <link href='a'> --><linked><p>1 < 2</p><link";
        assert_eq!(tags(page), Vec::new());
    }

    #[test]
    fn a_greater_than_sign_in_a_value_does_not_end_the_tag() {
        let found = tags(r#"<link title="a > b" href="c">"#);
        assert_eq!(found[0].get("href"), Some("c"));
    }

    #[test]
    fn text_takes_the_place_of_tags() {
        let page = "a<link>b<link>c";
        let changes: Vec<_> = tags(page)
            .into_iter()
            .zip(["1", "2"])
            .map(|(tag, text)| (tag.place, text.to_owned()))
            .collect();
        assert_eq!(replace(page, &changes), "a1b2c");
    }
}
