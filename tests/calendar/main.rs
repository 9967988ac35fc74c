//! Calendar files.
