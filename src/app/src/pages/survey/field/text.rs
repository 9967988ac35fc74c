//! A text in one's own words.

use hark_domain::survey::Answer;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::super::errors::field_id;
use super::Parts;
use crate::language::say_count;
use crate::parts::live::{live, on_event};

impl Parts<'_> {
    pub(super) fn text(&self, longest: u16, long: bool) -> AnyView {
        let (sitting, id) = (self.sitting, self.question.id.clone());
        let value = live(move || match sitting.answer(&id) {
            Some(Answer::Word(text)) => text,
            _ => String::new(),
        });
        let id = self.question.id.clone();
        let change = on_event(move |event| {
            sitting.set(&id, Answer::Word(event_target_value(&event)));
        });
        let input = view! {
            <textarea
                id=field_id(self.id())
                rows=if long { "8" } else { "4" }
                autocomplete="off"
                aria-describedby=self.described_by()
                aria-invalid=self.invalid()
                prop:value=value
                on:input=change
            ></textarea>
        };
        self.labelled(
            Some(say_count(Word::LettersMost, usize::from(longest))),
            input.into_any(),
        )
    }
}
