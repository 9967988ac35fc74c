//! One file for each screen, named after its route.

pub(crate) mod access;
pub(crate) mod activities;
pub(crate) mod activity;
pub(crate) mod area;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod not_found;
pub(crate) mod offer;
pub(crate) mod privacy;
pub(crate) mod survey;
pub(crate) mod surveys;
