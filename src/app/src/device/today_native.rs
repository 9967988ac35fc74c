//! What day it is where the first pages are made.

pub(crate) use crate::prerender::today;
