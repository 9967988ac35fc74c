//! Stands for the crate `wasm-streams`, which leptos brings along for server functions
//! that stream. Hark has no server functions, but that crate exports its classes to
//! JavaScript, so no linker may leave them out.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// A stream of the browser's that is never read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes the browser's own.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// An empty stream, whatever `stream` holds.
    pub fn from_stream<S>(_stream: S) -> Self {
        Self(web_sys::ReadableStream::new().unwrap_throw())
    }

    /// The browser's own.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream without items.
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream without items.
#[derive(Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
