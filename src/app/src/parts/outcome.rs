//! What became of sending, said so that everybody knows what to do next.

use hark_domain::words::Word;

use super::icon::{Icon, picture};
use crate::device::post::Sent;
use crate::language::{say, say_with};
use crate::view::{View, view};

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
    Done(Word),
}

/// A notice about a response that did not arrive. `stored`: whether this device keeps it.
pub(crate) fn stopped(why: Sent, stored: bool) -> View {
    let (title, text) = match why {
        Sent::NotOpen => (Word::StoppedNotOpen, say(Word::StoppedNotOpenDo)),
        Sent::Changed => (Word::StoppedChanged, say(Word::StoppedChangedDo)),
        Sent::Before => (Word::StoppedBefore, say(Word::StoppedBeforeDo)),
        Sent::Refused(why) => (
            Word::StoppedRefused,
            say_with(Word::StoppedRefusedDo, &[("why", &why)]),
        ),
        _ if stored => (Word::StoppedNoSignal, say(Word::StoppedStored)),
        _ => (Word::StoppedNoSignal, say(Word::StoppedNotStored)),
    };
    // What only waits is not wrong.
    let (class, icon) = match title {
        Word::StoppedNoSignal => ("stopped notice notice-offline", Icon::WifiOff),
        _ => ("stopped notice notice-alert", Icon::Alert),
    };
    view! {
        <div class=class role="alert" tabindex="-1">
            <p>{picture(icon)}<strong>{say(title)}</strong></p>
            <p>{text}</p>
        </div>
    }
}
