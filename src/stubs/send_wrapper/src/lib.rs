//! Stands for the crate `send_wrapper`, with which leptos keeps what belongs to one
//! thread. That one tells threads apart by [`std::thread::current`], which keeps the
//! standard library's own allocator in the wasm, whatever allocator the app has; the
//! crate `fragile` counts them itself, and refuses the same.

#[cfg(feature = "futures")]
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};
use std::ops::{Deref, DerefMut};

use fragile::Fragile;
#[cfg(feature = "futures")]
use futures_core::Stream;
use pin_project_lite::pin_project;

pin_project! {
    /// A value that only the thread it was made in may touch.
    #[derive(Debug)]
    pub struct SendWrapper<T> {
        #[pin]
        kept: Fragile<T>,
    }
}

impl<T> SendWrapper<T> {
    /// Keeps a value for this thread.
    pub fn new(value: T) -> Self {
        Self {
            kept: Fragile::new(value),
        }
    }

    /// Whether this is the thread it belongs to.
    pub fn valid(&self) -> bool {
        self.kept.is_valid()
    }

    /// The value itself.
    ///
    /// # Panics
    /// In any other thread.
    pub fn take(self) -> T {
        self.kept.into_inner()
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    /// # Panics
    /// In any other thread.
    fn deref(&self) -> &T {
        self.kept.get()
    }
}

impl<T> DerefMut for SendWrapper<T> {
    /// # Panics
    /// In any other thread.
    fn deref_mut(&mut self) -> &mut T {
        self.kept.get_mut()
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    /// # Panics
    /// In any other thread.
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}

#[cfg(feature = "futures")]
impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    /// # Panics
    /// In any other thread.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.project().kept.poll(context)
    }
}

#[cfg(feature = "futures")]
impl<S: Stream> Stream for SendWrapper<S> {
    type Item = S::Item;

    /// # Panics
    /// In any other thread.
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.project().kept.poll_next(context)
    }
}
