//! All that touches the browser beyond the page itself.

pub(crate) mod page;
pub(crate) mod post;
pub(crate) mod random;
pub(crate) mod store;
pub(crate) mod today;
