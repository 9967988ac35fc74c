//! "This looks like a phone number": what points at somebody can be taken out.

use hark_domain::id::QuestionId;
use hark_domain::survey::Answer;
use hark_domain::survey::personal::{What, find, taken_out};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::super::super::errors::field_id;
use super::super::super::sitting::Sitting;
use super::super::told::Told;
use super::{room, written};
use crate::device::page::focus_id;
use crate::language::{say, say_with};
use crate::parts::button::quiet;
use crate::parts::live::{live_maybe, tap};
use crate::view::{IntoView, View, view};

/// The id of the notice below the box of a question, while something was found.
pub(in super::super::super) fn notice_id(question: &str) -> String {
    format!("found-{question}")
}

/// What was found in a text, a sentence a line.
pub(super) fn said(text: &str) -> String {
    let lines: Vec<String> = find(text)
        .iter()
        .map(|found| {
            let word = match found.what {
                What::Phone => Word::FoundPhone,
                What::Email => Word::FoundEmail,
                What::Postcode => Word::FoundPostcode,
                What::Handle => Word::FoundHandle,
                What::Link => Word::FoundLink,
            };
            // The piece keeps its own direction within the sentence.
            let piece = ["\u{2068}", found.quoted(text), "\u{2069}"].concat();
            say_with(word, &[("piece", &piece)])
        })
        .collect();
    lines.join("\n")
}

/// What was found, and the one way to take it out. Nobody has to: whoever goes on twice
/// has decided.
pub(super) fn notice(
    sitting: Sitting,
    question: QuestionId,
    said: Told,
    spoken: Told,
    longest: u16,
) -> View {
    let notice = live_maybe(move || {
        let lines = said.get();
        if lines.is_empty() {
            return None;
        }
        let lines: Vec<View> = lines
            .lines()
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect();
        let id = question.clone();
        let take_out = tap(move |_| {
            let left = taken_out(&untrack(|| written(sitting, &id)));
            spoken.renew(room(&left, longest));
            sitting.set(&id, Answer::Word(left));
            focus_id(&field_id(id.as_str()));
            said.renew(String::new());
        });
        let label = say(Word::FoundTitle);
        let notice = view! {
            <div class="notice" id=notice_id(question.as_str()) tabindex="-1" role="group" aria-label=label.clone()>
                <p><strong>{label}</strong></p>
                {lines}
                <p>{say(Word::FoundWhy)}</p>
                {quiet(say(Word::TakeOut).into_view(), take_out)}
            </div>
        };
        Some(notice)
    });
    view! { <div role="status">{notice}</div> }
}
