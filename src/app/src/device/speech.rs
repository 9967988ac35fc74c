//! Reading aloud with the browser's own voice, or with a recording of the pack.
//!
//! What is read is what stands on the screen: the words of the elements themselves, piece
//! by piece, in the order of the screen and each in its own language. Only a voice that
//! speaks on the device reads ([`hark_domain::aloud`]): any other would send the words to a
//! company, and this site asks nobody else for anything.
//!
//! Nothing is read before somebody has tapped: browsers refuse it, and whoever shares the
//! phone may sit in a quiet room.

use std::cell::{Cell, RefCell};

use hark_domain::aloud::{self, Fit};
use js_sys::{Array, Function};
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, HtmlAudioElement, SpeechSynthesis, SpeechSynthesisUtterance,
    SpeechSynthesisVoice,
};

use super::later::later;
use crate::language::words;

/// What has words of its own to be read. Of those inside each other, the innermost is read.
const WORDS: &str = "h1,h2,legend,p,li,label,dt,dd,summary,.number span,.button,button.choice,\
    .ranked,.confirm>span,.confirm>span~button";

/// What is not read: what is not seen, and what would tire whoever listens.
const SILENT: &str = "[hidden],.visually-hidden,details:not([open])>:not(summary),\
    .aids,.progress,.later,.change,[data-said]";

/// What is numbered, so that whoever listens can tell one from another.
const NUMBERED: &str = ".choice,.cell";

/// The mark of what is being read, which the style shows.
const MARK: &str = "data-reading";

/// Something to be said in one go.
struct Piece {
    element: Element,
    text: String,
    language: String,
    /// The address of a recording, which is played in the place of a voice.
    recording: Option<String>,
}

/// What is being read.
#[derive(Default)]
struct Reading {
    scope: Option<Element>,
    /// What is left, the last one first.
    left: Vec<Piece>,
    now: Option<Piece>,
    utterance: Option<SpeechSynthesisUtterance>,
    recording: Option<HtmlAudioElement>,
}

thread_local! {
    static READING: RefCell<Reading> = RefCell::default();
    /// Whether each screen is read on arrival.
    static ON: Cell<bool> = const { Cell::new(false) };
    static TAPPED: Cell<bool> = const { Cell::new(false) };
    static DONE: Function = handler(next);
    static FAILED: Function = handler(failed);
}

/// Where the first pages are made, nobody listens.
const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

fn handler(act: impl FnMut() + 'static) -> Function {
    Closure::<dyn FnMut()>::new(act)
        .into_js_value()
        .unchecked_into()
}

fn speech() -> Option<SpeechSynthesis> {
    let speech = window().speech_synthesis().ok();
    // Browsers inside other apps may have none.
    speech.filter(|speech| IN_BROWSER && !speech.is_undefined())
}

fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let all: Array = speech()?.get_voices().unchecked_into();
    let words = words();
    let mut best = (Fit::No, None);
    for voice in all.iter() {
        let voice: SpeechSynthesisVoice = voice.unchecked_into();
        let fit = aloud::fit(&voice.lang(), voice.local_service(), language, &words.intl);
        // Of equals the first, which the browser likes best.
        if fit > best.0 {
            best = (fit, Some(voice));
        }
    }
    best.1
}

/// Whether a voice on this device speaks that language.
pub(crate) fn speaks(language: &str) -> bool {
    IN_BROWSER && voice(language).is_some()
}

/// Calls `act` whenever the browser has found voices: its list comes late. One at a time.
pub(crate) fn when_voices_come(act: impl FnMut() + 'static) {
    if IN_BROWSER && let Some(speech) = speech() {
        speech.set_onvoiceschanged(Some(&handler(act)));
    }
}

/// Follows what is opened, and films that are played: neither tells the page around it.
pub(crate) fn begin() {
    let follow = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        match target {
            Some(details) if details.has_attribute("open") => appear(&details),
            Some(film) if film.local_name() == "video" => stop(),
            _ => {}
        }
    });
    let follow: Function = follow.into_js_value().unchecked_into();
    for name in ["toggle", "play"] {
        let _ = window().add_event_listener_with_callback_and_bool(name, &follow, true);
    }
}

/// From now on, whether every screen and message is read when it comes.
pub(crate) fn read_all(on: bool) {
    ON.set(on);
    if !on {
        stop();
    }
}

/// Reads the whole screen.
pub(crate) fn read_screen() {
    TAPPED.set(true);
    if let Some(main) = find("main") {
        read(main);
    }
}

/// Reads a new screen once it is painted, where everything is read.
pub(crate) fn arrive() {
    if IN_BROWSER {
        stop();
        later(|| {
            if ON.get() && TAPPED.get() {
                read_screen();
            }
        });
    }
}

/// Reads a message that has appeared, or what was opened, where everything is read.
pub(crate) fn appear(message: &Element) {
    if ON.get() && TAPPED.get() {
        let whole = message.closest(".notice,.confirm").ok().flatten();
        read(whole.unwrap_or_else(|| message.clone()));
    }
}

/// The same of what is about to appear.
pub(crate) fn appear_later(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(message) = find(selector) {
            appear(&message);
        }
    });
}

/// Notes that somebody has tapped. What waited for the first tap is read now, within it,
/// because some browsers allow it only there.
pub(crate) fn tapped() {
    let first = !TAPPED.replace(true);
    if first && ON.get() && READING.with_borrow(|reading| reading.scope.is_none()) {
        read_screen();
    }
}

/// Reads a part of the screen; stops where that part is being read.
pub(crate) fn read_or_stop(scope: Element) {
    TAPPED.set(true);
    if READING.with_borrow(|reading| reading.scope.as_ref() == Some(&scope)) {
        stop();
    } else {
        read(scope);
    }
}

/// Falls silent.
pub(crate) fn stop() {
    let reading = READING.take();
    if let Some(piece) = &reading.now {
        let _ = piece.element.remove_attribute(MARK);
    }
    if let Some(utterance) = &reading.utterance {
        // That it was stopped is nobody's business any more.
        utterance.set_onend(None);
        utterance.set_onerror(None);
        if let Some(speech) = speech() {
            speech.cancel();
        }
    }
    if let Some(recording) = &reading.recording {
        recording.set_onended(None);
        let _ = recording.pause();
    }
}

fn read(scope: Element) {
    stop();
    let mut left = pieces(&scope);
    left.reverse();
    READING.set(Reading {
        scope: Some(scope),
        left,
        ..Reading::default()
    });
    next();
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The words of a part of the screen.
fn pieces(scope: &Element) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut number = 0;
    let found = scope.query_selector_all(WORDS).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    for index in 0..count {
        let element = found.as_ref().and_then(|found| found.item(index));
        let Some(element) = element.and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let has = |selector| element.query_selector(selector).ok().flatten();
        let within = |selector| element.closest(selector).ok().flatten();
        if has(WORDS).is_some() || within(SILENT).is_some() {
            continue;
        }
        let text = element.text_content().unwrap_or_default();
        let mut text = text.trim().to_owned();
        if text.is_empty() {
            continue;
        }
        if within(NUMBERED).is_some() {
            number += 1;
            text = [&number.to_string(), ". ", &text].concat();
        } else {
            number = 0;
        }
        // Words of another language have an element of their own, which says so.
        let named = has("[lang]").or_else(|| within("[lang]"));
        let language = named.and_then(|named| named.get_attribute("lang"));
        let language = language.unwrap_or_default();
        let recording = element.get_attribute("data-audio");
        let mut left = text.as_str();
        while !left.is_empty() {
            // A recording says all of it.
            let (said, after) = match recording {
                Some(_) => (left, ""),
                None => aloud::breath(left),
            };
            pieces.push(Piece {
                element: element.clone(),
                text: said.to_owned(),
                language: language.clone(),
                recording: recording.clone(),
            });
            left = after;
        }
    }
    pieces
}

/// Says what comes next.
fn next() {
    let piece = READING.with_borrow_mut(|reading| {
        if let Some(last) = reading.now.take() {
            let _ = last.element.remove_attribute(MARK);
        }
        (reading.utterance, reading.recording) = (None, None);
        reading.left.pop()
    });
    let Some(piece) = piece else {
        READING.take();
        return;
    };
    let _ = piece.element.set_attribute(MARK, "");
    let begun = match &piece.recording {
        Some(address) => play(address),
        None => say(&piece),
    };
    READING.with_borrow_mut(|reading| reading.now = Some(piece));
    if begun.is_none() {
        failed();
    }
}

fn say(piece: &Piece) -> Option<()> {
    let voice = voice(&piece.language)?;
    let utterance = SpeechSynthesisUtterance::new_with_text(&piece.text).ok()?;
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    DONE.with(|done| {
        utterance.set_onend(Some(done));
        utterance.set_onerror(Some(done));
    });
    speech()?.speak(&utterance);
    // A browser may forget it while it speaks, and then never says that it has ended.
    READING.with_borrow_mut(|reading| reading.utterance = Some(utterance));
    Some(())
}

fn play(address: &str) -> Option<()> {
    let recording = HtmlAudioElement::new_with_src(address).ok()?;
    DONE.with(|done| recording.set_onended(Some(done)));
    let begun = recording.play().ok()?;
    FAILED.with(|failed| {
        recording.set_onerror(Some(failed));
        // Both may tell of the same; `failed` does not mind.
        let _ = js_sys::Reflect::get(&begun, &"catch".into())
            .and_then(|catch| catch.unchecked_into::<Function>().call1(&begun, failed));
    });
    READING.with_borrow_mut(|reading| reading.recording = Some(recording));
    Some(())
}

/// Something could not be said. In the place of a recording that doesn't come, a voice
/// speaks; without a voice for it, what comes next is said.
fn failed() {
    let again = READING.with_borrow_mut(|reading| {
        if let Some(recording) = &reading.recording {
            // What was stopped before tells so late, while another one plays.
            if !recording.paused() && recording.error().is_none() {
                return false;
            }
            recording.set_onerror(None);
        } else if reading.utterance.is_some() {
            return false;
        }
        if let Some(piece) = reading.now.take() {
            let _ = piece.element.remove_attribute(MARK);
            if piece.recording.is_some() {
                reading.left.push(Piece {
                    recording: None,
                    ..piece
                });
            }
        }
        reading.scope.is_some()
    });
    if again {
        next();
    }
}
