//! HTML as it is being written: everything from a pack goes through [`Written::text`] or
//! an attribute, which escape it.

use crate::pack::publish::escaped;

/// A page so far.
#[derive(Default)]
pub(super) struct Written(String);

impl Written {
    /// Markup of our own.
    pub(super) fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Words, whatever is in them.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }

    /// A start tag.
    pub(super) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.raw("<");
        self.raw(name);
        for (attribute, value) in attributes {
            self.raw(&[" ", attribute, "=\""].concat());
            self.text(value);
            self.raw("\"");
        }
        self.raw(">");
    }

    /// A whole element with words in it.
    pub(super) fn element(&mut self, name: &str, class: &str, text: &str) {
        let class: &[_] = if class.is_empty() {
            &[]
        } else {
            &[("class", class)]
        };
        self.start(name, class);
        self.text(text);
        self.end(name);
    }

    /// A link to another page of the site.
    pub(super) fn link(&mut self, href: &str, text: &str) {
        self.start("a", &[("href", href)]);
        self.text(text);
        self.end("a");
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        self.raw(&["</", name, ">"].concat());
    }

    /// An empty element that is only there to be drawn.
    pub(super) fn drawn(&mut self, class: &str) {
        self.raw(&["<span class=\"", class, "\"></span>"].concat());
    }

    pub(super) fn done(self) -> String {
        self.0
    }
}
