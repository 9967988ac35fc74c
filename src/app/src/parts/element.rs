//! Elements that pages of many parts consist of, each made in one place: every place that
//! makes one of its own costs wasm, half a kilobyte and more.

use leptos::prelude::*;

fn class_of(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// A paragraph; without a class where that is empty.
pub(crate) fn paragraph(class: &'static str, body: AnyView) -> AnyView {
    view! { <p class=class_of(class)>{body}</p> }.into_any()
}

/// A few words in a line.
pub(crate) fn span(class: &'static str, body: AnyView) -> AnyView {
    view! { <span class=class_of(class)>{body}</span> }.into_any()
}

/// A block.
pub(crate) fn block(class: &'static str, body: AnyView) -> AnyView {
    view! { <div class=class_of(class)>{body}</div> }.into_any()
}

/// A list.
pub(crate) fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    let item = |body: AnyView| view! { <li>{body}</li> }.into_any();
    let items: Vec<AnyView> = items.into_iter().map(item).collect();
    cards(class, items)
}

/// A list of what are items already.
pub(crate) fn cards(class: &'static str, items: Vec<AnyView>) -> AnyView {
    view! { <ul class=class_of(class)>{items}</ul> }.into_any()
}

/// A link.
pub(crate) fn link(class: &'static str, href: String, body: AnyView) -> AnyView {
    view! { <a class=class_of(class) href=href>{body}</a> }.into_any()
}

/// A part of a page under a heading of its own.
pub(crate) fn section(title: String, body: AnyView) -> AnyView {
    view! { <section><h2>{title}</h2>{body}</section> }.into_any()
}

/// What a tap came to: it is read aloud when it comes.
pub(crate) fn status(said: AnyView) -> AnyView {
    view! { <p class="quiet" role="status">{said}</p> }.into_any()
}

/// Several things, one after the other.
pub(crate) fn all<const N: usize>(parts: [AnyView; N]) -> AnyView {
    Vec::from(parts).into_any()
}
