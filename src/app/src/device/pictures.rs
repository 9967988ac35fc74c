//! Pictures that are asked for before they are shown.

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::Element;

thread_local! {
    // A browser may forget a picture that nobody holds.
    static ASKED: RefCell<Vec<(String, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for the pictures at these addresses, in this order, unless that was just done.
pub(crate) fn ask_for(addresses: Vec<String>) {
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    ASKED.with_borrow_mut(|asked| {
        if asked.iter().map(|(address, _)| address).eq(&addresses) {
            return;
        }
        let held = addresses.into_iter().filter_map(|address| {
            let picture = document().create_element("img").ok()?;
            picture.set_attribute("src", &address).ok()?;
            Some((address, picture))
        });
        *asked = held.collect();
    });
}
