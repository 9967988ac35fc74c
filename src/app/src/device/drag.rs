//! Dragging an item of a list to another place, with a finger, a pen or a mouse.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

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
        let Some(place) = items(&list).iter().position(|other| *other == item) else {
            return;
        };
        event.prevent_default();
        listen();
        DRAG.set(Some(Drag {
            pointer: event.pointer_id(),
            list,
            place,
            drop_at: Rc::new(drop_at.clone()),
        }));
    })
}

/// An item on its way.
#[derive(Clone)]
struct Drag {
    pointer: i32,
    list: Element,
    place: usize,
    drop_at: Rc<dyn Fn(usize, usize)>,
}

thread_local! {
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

fn items(list: &Element) -> Vec<Element> {
    let found = list.query_selector_all("li").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count)
        .filter_map(|index| found.as_ref()?.item(index)?.dyn_into().ok())
        .collect()
}

/// Listens to the pointer, from the first drag on.
fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    let follow = Closure::<dyn FnMut(PointerEvent)>::new(|event| follow(&event)).into_js_value();
    for name in ["pointermove", "pointerup", "pointercancel"] {
        let _ = window().add_event_listener_with_callback(name, follow.unchecked_ref());
    }
}

/// Takes the item to where the pointer is, until it is let go.
fn follow(event: &PointerEvent) {
    let drag = DRAG.with_borrow(Clone::clone);
    let Some(mut drag) = drag.filter(|drag| drag.pointer == event.pointer_id()) else {
        return;
    };
    if event.type_() != "pointermove" {
        DRAG.set(None);
        return;
    }
    let y = f64::from(event.client_y());
    let over = items(&drag.list).iter().position(|item| {
        let area = item.get_bounding_client_rect();
        y >= area.top() && y < area.bottom()
    });
    if let Some(to) = over.filter(|to| *to != drag.place) {
        let from = std::mem::replace(&mut drag.place, to);
        let drop_at = drag.drop_at.clone();
        DRAG.set(Some(drag));
        drop_at(from, to);
    }
}
