//! The page as the browser sees it: title, language, focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlSelectElement};

use super::speech;
#[cfg(target_arch = "wasm32")]
use crate::language::Offered;

/// Lets the app take the place of the page that stands there; `boot.js` carries over
/// what was tapped and typed meanwhile. `whole`: whether all its content has come.
#[cfg(target_arch = "wasm32")]
pub(crate) fn take_over(app: &HtmlElement, whole: bool, language: &str, direction: &str) {
    let function = js_sys::Reflect::get(&window(), &"harkTakeOver".into());
    let function = function.map(JsCast::dyn_into::<js_sys::Function>);
    if let Ok(Ok(function)) = function {
        // What goes wrong in there says so itself.
        let _ = function.call4(
            &window(),
            app,
            &whole.into(),
            &language.into(),
            &direction.into(),
        );
    }
}

/// Whether the app has taken over.
pub(crate) fn is_ready() -> bool {
    attribute("data-ready").is_some()
}

/// The address of this page, without query and fragment.
pub(crate) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// What follows the `#` of this page's address: no browser sends it anywhere.
pub(crate) fn fragment() -> String {
    if cfg!(target_arch = "wasm32") {
        window().location().hash().unwrap_or_default()
    } else {
        String::new()
    }
}

/// The address of the words in the language that `boot.js` has chosen.
#[cfg(target_arch = "wasm32")]
pub(crate) fn words_path() -> String {
    attribute("data-words").unwrap_or_default()
}

fn attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// The languages there are words in.
#[cfg(target_arch = "wasm32")]
pub(crate) fn offered() -> Vec<Offered> {
    let script = document().query_selector("[data-languages]").ok().flatten();
    let list = script.and_then(|script| script.get_attribute("data-languages"));
    Offered::list(&list.unwrap_or_default())
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use crate::prerender::offered;

/// Says which language the page is in, and which way it is read.
pub(crate) fn set_language(tag: &str, direction: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Sets what is chosen in a list.
pub(crate) fn choose(id: &str, value: &str) {
    let found = document().get_element_by_id(id);
    if let Some(Ok(list)) = found.map(JsCast::dyn_into::<HtmlSelectElement>) {
        list.set_value(value);
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use crate::prerender::set_title;

/// Sets the title of the tab.
#[cfg(target_arch = "wasm32")]
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Gives the focus to the first element that `selector` finds, once the screen
/// that holds it is painted.
pub(crate) fn focus(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = find(selector) {
            let _ = element.focus();
            // A heading begins a screen, which is read as a whole.
            if selector != "h1" {
                speech::appear(&element);
            }
        }
    });
}

/// Brings the first element that `selector` finds into view, once it stands.
pub(crate) fn reveal(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = find(selector) {
            element.scroll_into_view_with_bool(false);
        }
    });
}

/// Gives the focus to the element with that id.
pub(crate) fn focus_id(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        // A field is no message.
        if element.has_attribute("tabindex") {
            speech::appear(&element);
        }
    }
}

/// The same, once the screen that holds it stands.
pub(crate) fn focus_id_later(id: String) {
    request_animation_frame(move || focus_id(&id));
}

/// Begins a new screen, once it stands: at its top, with the focus on its heading, where
/// a screen reader then starts. Both at once, so that the browser lays it out only once.
pub(crate) fn begin() {
    request_animation_frame(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = find("h1") {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    });
}

fn find(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into().ok())
}
