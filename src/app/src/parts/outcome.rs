//! What became of sending, said so that everybody knows what to do next.

use leptos::prelude::*;

use super::icon::{Icon, picture};
use crate::device::post::Sent;

/// Where the sending of one response stands.
#[derive(Clone, PartialEq)]
pub(crate) enum Sending {
    /// Nobody has asked for it.
    No,
    /// It is on its way.
    Now,
    /// It did not arrive. `stored`: whether this device keeps it.
    Stopped { why: Sent, stored: bool },
    /// There is nothing left to send; why, in words.
    Done(&'static str),
}

/// A notice about a response that did not arrive. `stored`: whether this device keeps it.
pub(crate) fn stopped(why: Sent, stored: bool) -> AnyView {
    let (title, text) = match why {
        Sent::NotOpen => (
            "This survey is not open now.",
            "It takes no answers just now. Yours were not sent.".to_owned(),
        ),
        Sent::Changed => (
            "This survey has changed.",
            "Please look at your answers again before you send them.".to_owned(),
        ),
        Sent::Before => (
            "We already have your answers.",
            "They arrived the first time. What you changed since then was not added. You can delete them here.".to_owned(),
        ),
        Sent::Refused(why) => (
            "Not sent.",
            format!("Something does not fit: {why} Your answers are still here."),
        ),
        _ if stored => (
            "Not sent yet. Try again.",
            "Your answers are safe on this phone. You can close this page and come back later.".to_owned(),
        ),
        _ => (
            "Not sent yet. Try again.",
            "Keep this page open: this browser does not let us store your answers.".to_owned(),
        ),
    };
    view! {
        <div class="stopped notice notice-alert" role="alert" tabindex="-1">
            <p>{picture(Icon::Alert)}<strong>{title}</strong></p>
            <p>{text}</p>
        </div>
    }
    .into_any()
}
