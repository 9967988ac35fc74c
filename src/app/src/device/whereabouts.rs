//! Where this device is: asked only when somebody taps for it, and told to nobody.
//!
//! It stays in memory until the page is left. Nothing here or elsewhere puts it into a
//! request, an address or the device's storage.

use js_sys::{JSON, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// How long is waited for an answer, which may take a while indoors, and how old it may be,
/// because nobody walks far in five minutes; in milliseconds.
const OPTIONS: &str = "{\"timeout\":15000,\"maximumAge\":300000}";

/// Asks the device where it is: degrees of latitude and longitude (WGS 84), or nothing
/// where somebody says no or the device can't tell.
pub(crate) fn ask(act: impl Fn(Option<(f64, f64)>) + 'static) {
    // One for both answers: a refusal has no coordinates.
    let answer = Closure::<dyn FnMut(JsValue)>::new(move |answer| act(degrees(&answer)));
    let answer: js_sys::Function = answer.into_js_value().unchecked_into();
    let options = JSON::parse(OPTIONS).unwrap_or_default().unchecked_into();
    let asked = window().navigator().geolocation().and_then(|place| {
        place.get_current_position_with_error_callback_and_options(&answer, Some(&answer), &options)
    });
    if asked.is_err() {
        let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
    }
}

fn degrees(answer: &JsValue) -> Option<(f64, f64)> {
    let coordinates = Reflect::get(answer, &"coords".into()).ok()?;
    let of = |name: &str| Reflect::get(&coordinates, &name.into()).ok()?.as_f64();
    Some((of("latitude")?, of("longitude")?))
}
