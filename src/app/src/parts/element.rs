//! Elements that pages of many parts consist of, each made in one place.

use crate::view::{IntoView, View, view};

fn class_of(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// A paragraph; without a class where that is empty.
pub(crate) fn paragraph(class: &'static str, body: View) -> View {
    view! { <p class=class_of(class)>{body}</p> }
}

/// A few words in a line.
pub(crate) fn span(class: &'static str, body: View) -> View {
    view! { <span class=class_of(class)>{body}</span> }
}

/// A block.
pub(crate) fn block(class: &'static str, body: View) -> View {
    view! { <div class=class_of(class)>{body}</div> }
}

/// A list.
pub(crate) fn list(class: &'static str, items: Vec<View>) -> View {
    let item = |body: View| view! { <li>{body}</li> };
    let items: Vec<View> = items.into_iter().map(item).collect();
    cards(class, items)
}

/// A list of what are items already.
pub(crate) fn cards(class: &'static str, items: Vec<View>) -> View {
    view! { <ul class=class_of(class)>{items}</ul> }
}

/// A link.
pub(crate) fn link(class: &'static str, href: String, body: View) -> View {
    view! { <a class=class_of(class) href=href>{body}</a> }
}

/// A part of a page under a heading of its own.
pub(crate) fn section(title: String, body: View) -> View {
    view! { <section><h2>{title}</h2>{body}</section> }
}

/// What a tap came to: it is read aloud when it comes.
pub(crate) fn status(said: View) -> View {
    view! { <p class="quiet" role="status">{said}</p> }
}

/// Several things, one after the other.
pub(crate) fn all<const N: usize>(parts: [View; N]) -> View {
    Vec::from(parts).into_view()
}
