//! A text in one's own words: the box, what to leave out of it, how much room is left, and
//! what Hark notices in it. All of that happens on the device, and none of it is kept.

mod danger;
mod personal;

use hark_domain::id::QuestionId;
use hark_domain::survey::{self, Answer, Room};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::super::errors::field_id;
use super::super::sitting::Sitting;
use super::Parts;
use super::told::Told;
use crate::device::page::reveal;
use crate::device::speech;
use crate::language::{say, say_count, say_with};
use crate::parts::live::{live, live_text, on_event};
use crate::view::{View, view};

pub(in super::super) use personal::notice_id;

impl Parts<'_> {
    pub(super) fn text(&self, longest: u16, long: bool) -> View {
        let (sitting, id) = (self.sitting, self.question.id.clone());
        let value = live(move || written(sitting, &id));
        let before = untrack(|| written(sitting, &self.question.id));
        let room = Told::new(room(&before, longest));
        let personal = Told::new(personal::said(&before));
        let danger = RwSignal::new(untrack(|| sitting.is_danger(&before)));
        let own = self.question.id.clone();
        // Also when the words come later than the text: after a reload, on a slow line.
        Effect::new(move |_| {
            let is_danger = sitting.is_danger(&written(sitting, &own));
            if danger.get_untracked() != is_danger {
                danger.set(is_danger);
                speech::appear_later(danger::NOTICE);
                if is_danger {
                    reveal(danger::NOTICE);
                }
            }
        });
        let id = self.question.id.clone();
        let change = on_event(move |event| {
            let text = event_target_value(&event);
            room.renew(self::room(&text, longest));
            personal.renew(personal::said(&text));
            sitting.set(&id, Answer::Word(text));
        });
        let warning = format!("leave-out-{}", self.id());
        let input = view! {
            <p class="quiet" id=warning.clone()>{say(Word::LeaveOut)}</p>
            <textarea
                id=field_id(self.id())
                rows=if long { "8" } else { "4" }
                autocomplete="off"
                aria-describedby=format!("{} {warning}", self.described_by())
                aria-invalid=self.invalid()
                prop:value=value
                on:input=change
            ></textarea>
            {danger::notice(danger)}
            {counter(sitting, self.question.id.clone(), longest)}
            <p class="visually-hidden" role="status">{live_text(move || room.get())}</p>
            {personal::notice(sitting, self.question.id.clone(), personal, room, longest)}
        };
        self.labelled(
            Some(say_count(Word::LettersMost, usize::from(longest))),
            input,
        )
    }
}

/// What stands in the box.
fn written(sitting: Sitting, question: &QuestionId) -> String {
    match sitting.answer(question) {
        Some(Answer::Word(text)) => text,
        _ => String::new(),
    }
}

/// How much is written, for whoever looks.
fn counter(sitting: Sitting, question: QuestionId, longest: u16) -> View {
    let words = live_text(move || {
        let count = written(sitting, &question).chars().count().to_string();
        say_with(
            Word::LettersUsed,
            &[("count", &count), ("most", &longest.to_string())],
        )
    });
    view! { <p class="quiet">{words}</p> }
}

/// The same for whoever listens.
fn room(text: &str, longest: u16) -> String {
    match survey::room(text, longest) {
        Room::Plenty => String::new(),
        Room::Little(left) => say_with(Word::LettersLeft, &[("count", &left.to_string())]),
        Room::Full => say(Word::LettersNone),
        Room::Over => say(Word::LettersOver),
    }
}
