//! Passing something on: the address of a page, or a file made here.

use gloo_net::http::Request;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, RequestCredentials, Url};

/// The address of this page, without query and fragment: what somebody looked for is
/// nobody else's business.
pub(crate) fn address() -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    [origin, location.pathname().unwrap_or_default()].concat()
}

/// Lets somebody pass this page on by the device's own means; where it has none, copies the
/// address. `done` is told whether it was copied: nobody has to be told of their own device's
/// dialogue.
pub(crate) fn pass_on(title: &str, done: impl Fn(bool) + 'static) {
    let navigator: JsValue = window().navigator().into();
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &address().into());
    if let Some(shared) = call(&navigator, "share", &data) {
        // Whoever closes the dialogue has changed their mind, which is no failure.
        let nothing = Closure::<dyn FnMut(JsValue)>::new(|_| {});
        let _ = shared.catch(&nothing);
        nothing.forget();
        return;
    }
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    match call(&clipboard, "writeText", &address().into()) {
        Some(copied) => {
            let done = Closure::<dyn FnMut(JsValue)>::new(move |failed: JsValue| {
                done(failed.is_undefined());
            });
            let _ = copied.then2(&done, &done);
            done.forget();
        }
        None => done(false),
    }
}

/// What a method promises, if there is such a method.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    let method = Reflect::get(of, &name.into()).ok()?;
    let promised = method.dyn_into::<Function>().ok()?.call1(of, with);
    promised.ok()?.dyn_into().ok()
}

/// The text of a file of the site; nothing where it did not come.
pub(crate) async fn text(path: &str) -> Option<String> {
    let request = Request::get(path).credentials(RequestCredentials::Omit);
    let answer = request.send().await.ok()?;
    if answer.ok() {
        answer.text().await.ok()
    } else {
        None
    }
}

/// Hands a calendar file to the browser, as if it came from a link.
pub(crate) fn calendar_file(name: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/calendar;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind);
    let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document().create_element("a");
    if let (Ok(url), Ok(link)) = (url, link) {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        // The file is as small as a text message, and goes with the page.
        link.click();
    }
}
