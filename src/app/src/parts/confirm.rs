//! Deleting for good, in two taps, so that no slip of a thumb does it.

use leptos::prelude::*;

use super::live::{live_view, tap};
use crate::device::page::focus;

/// A quiet button that asks once more before it acts.
pub(crate) fn delete(label: &'static str, act: impl Fn() + Send + Sync + 'static) -> AnyView {
    asked(label, StoredValue::new(Box::new(act)))
}

fn asked(label: &'static str, act: StoredValue<Box<dyn Fn() + Send + Sync>>) -> AnyView {
    let asking = RwSignal::new(false);
    let view = live_view(move || {
        let ask = tap(move |_| {
            asking.set(true);
            focus("#delete-no");
        });
        let no = tap(move |_| asking.set(false));
        let yes = tap(move |_| act.with_value(|act| act()));
        if !asking.get() {
            return view! { <button type="button" class="link" on:click=ask>{label}</button> }
                .into_any();
        }
        view! {
            <span>"Delete for good?"</span>
            <button type="button" class="link" on:click=yes>"Yes, delete"</button>
            <button type="button" class="link" id="delete-no" on:click=no>"No, keep"</button>
        }
        .into_any()
    });
    view! { <div class="confirm">{view}</div> }.into_any()
}
