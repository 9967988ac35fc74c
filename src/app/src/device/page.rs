//! The page as the browser sees it: title, language, focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Says that the app has taken over: the loading line goes, and a script that
/// waits for the app can begin.
pub(crate) fn ready() {
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// The language of the page, as a BCP 47 tag.
pub(crate) fn language() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Gives the focus to the first element that `selector` finds, once the screen
/// that holds it is painted.
pub(crate) fn focus(selector: &'static str) {
    request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Gives the focus to the element with that id.
pub(crate) fn focus_id(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Scrolls to the top, where a new screen begins.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
