//! Dragging an item of a list to another place, with a finger, a pen or a mouse.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

/// Begins a drag where an item's handle is pressed: whenever the item comes over another
/// place, `drop_at` is told from where to where, counted from 0.
///
/// The list may be drawn anew by that: what is listened to is the window.
pub(crate) fn drags(
    drop_at: impl Fn(usize, usize) + Clone + 'static,
) -> Box<dyn FnMut(PointerEvent)> {
    Box::new(move |event: PointerEvent| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let list: Option<Element> = event.current_target().and_then(|list| list.dyn_into().ok());
        // Elsewhere a finger scrolls.
        let handle = target.and_then(|target| target.closest(".handle").ok().flatten());
        let item = handle.and_then(|handle| handle.closest("li").ok().flatten());
        let (Some(item), Some(list)) = (item, list) else {
            return;
        };
        let Some(from) = items(&list).iter().position(|other| *other == item) else {
            return;
        };
        event.prevent_default();
        follow(list, from, drop_at.clone());
    })
}

fn items(list: &Element) -> Vec<Element> {
    let found = list.query_selector_all("li").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count)
        .filter_map(|index| found.as_ref()?.item(index)?.dyn_into().ok())
        .collect()
}

/// Follows the pointer until it is let go.
fn follow(list: Element, from: usize, drop_at: impl Fn(usize, usize) + 'static) {
    let place = StoredValue::new(from);
    let moved = Closure::<dyn FnMut(PointerEvent)>::new(move |event: PointerEvent| {
        let from = place.get_value();
        let y = f64::from(event.client_y());
        let over = items(&list).iter().position(|item| {
            let area = item.get_bounding_client_rect();
            y >= area.top() && y < area.bottom()
        });
        if let Some(to) = over.filter(|to| *to != from) {
            place.set_value(to);
            drop_at(from, to);
        }
    });
    let window = window();
    let listener: js_sys::Function = moved.as_ref().unchecked_ref::<js_sys::Function>().clone();
    let _ = window.add_event_listener_with_callback("pointermove", &listener);
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let end = Closure::once_into_js(move || {
        let _ =
            leptos::prelude::window().remove_event_listener_with_callback("pointermove", &listener);
        drop(moved);
    });
    for name in ["pointerup", "pointercancel"] {
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            end.unchecked_ref(),
            &options,
        );
    }
}
