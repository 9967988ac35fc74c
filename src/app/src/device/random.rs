//! Random numbers that nobody can guess.

use hark_domain::wire::ResponseId;
use leptos::prelude::window;

/// A new name for a response; nothing where the browser has no randomness to give.
pub(crate) fn response_id() -> Option<ResponseId> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let mut bytes = [0; 16];
    window()
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    Some(ResponseId::from_bytes(bytes))
}
