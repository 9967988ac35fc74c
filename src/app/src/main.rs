//! Hark's front end. The module tree follows the routes: `pages` has a file for
//! each screen, `parts` what several screens share, `device` all that touches the
//! browser beyond the page itself.

mod app;
mod content;
mod device;
mod navigation;
mod pages;
mod parts;
mod words;

fn main() {
    leptos::mount::mount_to_body(app::app);
    device::page::ready();
}
