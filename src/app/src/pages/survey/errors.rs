//! What is wrong on a page, said once at the top and again beside each question.

use hark_domain::survey::{AnswerError, row_reference};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::device::page::focus_id;
use crate::language::{say, words};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live_maybe, tap};
use crate::view::{View, view};

/// The id of the element that shows what is wrong with a question.
pub(super) fn error_id(question: &str) -> String {
    format!("error-{question}")
}

/// The name of the field an error belongs to: the question's, or `question.row`.
pub(super) fn name_of(error: &AnswerError) -> String {
    let row = error.row.as_ref();
    row.map_or_else(
        || error.question.to_string(),
        |row| row_reference(&error.question, row.as_str()),
    )
}

/// The id of the element a person answers a question with: the first one.
pub(super) fn field_id(question: &str) -> String {
    format!("field-{question}")
}

/// The summary that takes the focus when Continue finds something wrong. Each line
/// leads to its question.
pub(super) fn summary(sitting: Sitting) -> View {
    live_maybe(move || {
        let wrong = sitting.wrong().get();
        if wrong.is_empty() {
            return None;
        }
        let lines: Vec<View> = wrong.iter().map(line).collect();
        let summary = view! {
            <div id="error-summary" class="notice notice-alert" tabindex="-1" role="group" aria-labelledby="error-title">
                <h2 id="error-title">{picture(Icon::Alert)}{say(Word::LookAgain)}</h2>
                <ul>{lines}</ul>
            </div>
        };
        Some(summary)
    })
}

fn line(error: &AnswerError) -> View {
    let id = field_id(&name_of(error));
    let href = format!("#{id}");
    let jump = tap(move |event| {
        event.prevent_default();
        focus_id(&id);
    });
    view! { <li><a href=href on:click=jump>{error.text(&words())}</a></li> }
}
