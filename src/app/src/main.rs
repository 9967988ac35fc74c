//! Hark's front end. The module tree follows the routes: `pages` has a file for
//! each screen, `parts` what several screens share, `device` all that touches the
//! browser beyond the page itself.
//!
//! In a browser this program is the app. Anywhere else it writes the app's first pages
//! as HTML, by the same components, so that a phone shows them before the app is there.

mod app;
mod content;
mod device;
mod language;
mod navigation;
mod pages;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
#[cfg(target_arch = "wasm32")]
mod start;
mod view;

/// The standard library's allocator is made for servers and takes 7 KB of wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    start::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    prerender::main()
}
