//! Views as the text of a page.

use super::{Attribute, Element, View};

/// Elements that have no end (HTML, 13.1.2, "void elements").
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl View {
    /// The view as it is now, as HTML.
    pub(crate) fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Self::Nothing => {}
            Self::Text(words) => escape(words, html),
            Self::Element(element) => element.write(html),
            Self::Many(views) => views.iter().for_each(|view| view.write(html)),
            Self::Live(view) => view().write(html),
        }
    }
}

impl Element {
    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        for (name, attribute) in &self.attributes {
            let value = match attribute {
                Attribute::Fixed(value) => value.clone(),
                Attribute::Live(value) => value(),
                Attribute::Property(_) | Attribute::Listener(_) => None,
            };
            if let Some(value) = value {
                html.push(' ');
                html.push_str(name);
                if !value.is_empty() {
                    html.push_str("=\"");
                    escape(&value, html);
                    html.push('"');
                }
            }
        }
        html.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        self.children.iter().for_each(|child| child.write(html));
        html.push_str("</");
        html.push_str(self.tag);
        html.push('>');
    }
}

fn escape(words: &str, html: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::view::view;

    #[test]
    fn nothing_in_a_text_or_an_attribute_is_markup() {
        let words = "\"<b>\" & co".to_owned();
        let html = view! { <p title=words.clone() hidden=false>{words}" "<br/></p> }.to_html();
        let words = "&quot;&lt;b&gt;&quot; &amp; co";
        assert_eq!(html, format!("<p title=\"{words}\">{words} <br></p>"));
    }

    #[test]
    fn what_is_absent_leaves_nothing() {
        let none: Option<String> = None;
        let html = view! { <a class=none.clone() href="/">{none}</a> }.to_html();
        assert_eq!(html, "<a href=\"/\"></a>");
    }
}
