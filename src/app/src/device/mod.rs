//! All that touches the browser beyond the page itself, and what stands for it where
//! the first pages are made.

#[cfg_attr(not(target_arch = "wasm32"), path = "clock_native.rs")]
pub(crate) mod clock;
pub(crate) mod drag;
#[cfg_attr(not(target_arch = "wasm32"), path = "intl_native.rs")]
pub(crate) mod intl;
#[cfg_attr(not(target_arch = "wasm32"), path = "json_native.rs")]
pub(crate) mod json;
pub(crate) mod later;
pub(crate) mod page;
pub(crate) mod pictures;
pub(crate) mod post;
pub(crate) mod random;
pub(crate) mod share;
pub(crate) mod speech;
pub(crate) mod store;
pub(crate) mod whereabouts;
