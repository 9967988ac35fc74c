//! What is on a screen, as values of one type.
//!
//! Leptos gives each element, attribute and closure a type of its own, and the compiler
//! makes code for each. Here an element is a name with lists of attributes and children,
//! so that there is one copy of what builds it, and one of what changes it. Signals,
//! effects, owners and tasks are Leptos' own.

mod attribute;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
mod html;

use std::borrow::Cow;

pub(crate) use attribute::{Attribute, Listen, Property};
pub(crate) use hark_view::view;

/// A text of the screen.
type Words = Cow<'static, str>;

/// Something to show.
pub(crate) enum View {
    /// Nothing, which something can take the place of.
    Nothing,
    /// A text.
    Text(Words),
    /// An element with all that is in it.
    Element(Box<Element>),
    /// Several, one after the other.
    Many(Vec<View>),
    /// What follows its signals.
    Live(Box<dyn Fn() -> View>),
}

/// An element with all that is in it.
pub(crate) struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, Attribute)>,
    children: Vec<View>,
}

impl Element {
    /// An empty element.
    #[expect(
        clippy::unnecessary_box_returns,
        reason = "passed on by value, it costs 3 KB of wasm more"
    )]
    pub(crate) fn new(tag: &'static str) -> Box<Self> {
        Box::new(Self {
            tag,
            attributes: Vec::new(),
            children: Vec::new(),
        })
    }

    /// Adds a child after the others.
    pub(crate) fn child(&mut self, child: View) {
        self.children.push(child);
    }

    /// Gives it an attribute.
    pub(crate) fn attribute(&mut self, name: &'static str, value: impl Into<Attribute>) {
        self.attributes.push((name, value.into()));
    }

    /// Lets it listen to an event.
    pub(crate) fn listen(&mut self, name: &'static str, listener: impl Into<Listen>) {
        let listener = Attribute::Listener(listener.into());
        self.attributes.push((name, listener));
    }

    /// Lets a property of it follow something.
    pub(crate) fn property(&mut self, name: &'static str, value: impl Into<Property>) {
        let value = Attribute::Property(value.into());
        self.attributes.push((name, value));
    }
}

impl From<Box<Element>> for View {
    fn from(element: Box<Element>) -> Self {
        Self::Element(element)
    }
}

impl From<Vec<View>> for View {
    fn from(views: Vec<View>) -> Self {
        Self::Many(views)
    }
}

/// What can stand on a screen.
pub(crate) trait IntoView {
    /// It, on the screen.
    fn into_view(self) -> View;
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for Vec<View> {
    fn into_view(self) -> View {
        self.into()
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::Nothing, T::into_view)
    }
}
