//! One choice or several, as rows to tap.

use hark_domain::id::QuestionId;
use hark_domain::survey::{Answer, Choice, Kind, Look, row_reference, toggled};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::super::errors::field_id;
use super::super::sitting::Sitting;
use super::{Parts, choice_id, class_of, first_of};
use crate::device::page::focus_id;
use crate::language::{say, say_count};
use crate::parts::button::quiet;
use crate::parts::face::face;
use crate::parts::live::{hidden_if, live, live_maybe, on_event, tap};
use crate::parts::media;
use crate::view::{IntoView, View, view};

/// Whether one of these can be chosen, or several.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Count {
    One,
    Many,
}

impl Parts<'_> {
    pub(super) fn single(&self, choices: &[Choice], look: Look) -> View {
        let rows = self.choices(choices, Count::One, look);
        let clear = take_back(self.sitting, &self.question.id, None);
        self.group(None, first_of(choices), view! { {rows}{clear} })
    }

    pub(super) fn multiple(&self, choices: &[Choice]) -> View {
        let own = match &self.question.kind {
            Kind::Multiple {
                most: Some(most), ..
            } => Some(say_count(Word::ChooseUpTo, usize::from(*most))),
            // Where the question has words of its own for it, those do.
            _ => self.question.help.is_none().then(|| say(Word::ChooseAll)),
        };
        let rows = self.choices(choices, Count::Many, Look::List);
        self.group(own, first_of(choices), rows)
    }

    fn choices(&self, choices: &[Choice], count: Count, look: Look) -> View {
        let steps: Vec<_> = choices.iter().filter(|choice| choice.is_step()).collect();
        let face_of = |choice: &Choice| {
            let step = steps.iter().position(|step| step.id == choice.id)?;
            (look == Look::Faces).then(|| face(step, steps.len()))
        };
        let rows: Vec<View> = choices
            .iter()
            .enumerate()
            .map(|(index, choice)| self.choice(choices, (index, choice), count, face_of(choice)))
            .collect();
        let nothing = nothing_offered(self.sitting, self.question.id.clone());
        view! { <div class=class_of(look)>{rows}</div>{nothing} }
    }

    fn choice(
        &self,
        all: &[Choice],
        (index, choice): (usize, &Choice),
        count: Count,
        face: Option<View>,
    ) -> View {
        let (sitting, question) = (self.sitting, self.question.id.clone());
        let own = choice.id.to_string();
        let checked = live(move || match sitting.answer(&question) {
            Some(Answer::Word(chosen)) => chosen == own,
            Some(Answer::Many(chosen)) => chosen.contains(&own),
            _ => false,
        });
        let question = self.question.id.clone();
        let first = first_of(all);
        let (all, own) = (all.to_vec(), choice.clone());
        let change = on_event(move |event| {
            let answer = if count == Count::Many {
                let before = sitting.chosen(&question);
                Answer::Many(toggled(&all, &before, &own, event_target_checked(&event)))
            } else {
                Answer::Word(own.id.to_string())
            };
            sitting.set(&question, answer);
        });
        let id = choice_id(self.id(), index, first);
        let named = id.clone();
        let kind = if count == Count::Many {
            "checkbox"
        } else {
            "radio"
        };
        let recording = sitting.recording(&choice.label, &choice.easy, &choice.media);
        let aside = if choice.is_step() {
            "choice"
        } else {
            "choice choice-aside"
        };
        view! {
            <label class=aside for=named data-audio=recording hidden=hidden(sitting, &self.question.id, choice)>
                <input
                    id=id
                    type=kind
                    name=self.id().to_owned()
                    value=choice.id.to_string()
                    prop:checked=checked
                    on:change=change
                />
                {face}
                {media::pictures(&choice.easy, &choice.media, sitting.is_easy())}
                <span>{sitting.worded(&choice.label, &choice.easy)}</span>
            </label>
        }
    }
}

/// Follows whether a choice is offered; nothing to follow where it always is.
pub(super) fn hidden(
    sitting: Sitting,
    question: &QuestionId,
    choice: &Choice,
) -> Option<Box<dyn Fn() -> Option<&'static str> + Send>> {
    choice.visible_if.as_ref()?;
    let (question, id) = (question.clone(), choice.id.clone());
    Some(live(move || {
        let journey = sitting.journey();
        hidden_if(!journey.offers(&question).contains(&id))
    }))
}

/// Says so where a question has nothing to choose from: what it offers depends on an
/// answer that isn't there.
pub(super) fn nothing_offered(sitting: Sitting, question: QuestionId) -> View {
    live_maybe(move || {
        let journey = sitting.journey();
        let nothing = journey.offers(&question).is_empty();
        let said = view! { <p class="quiet">{say(Word::NothingToChoose)}</p> };
        nothing.then_some(said)
    })
}

/// A radio button can't be switched off again, so there is a way to. `row`: of a matrix.
pub(super) fn take_back(sitting: Sitting, question: &QuestionId, row: Option<String>) -> View {
    let question = question.clone();
    live_maybe(move || {
        let answer = sitting.answer(&question)?;
        let (question, row) = (question.clone(), row.clone());
        if let Some(row) = &row {
            answer.in_row(row)?;
        }
        let clear = tap(move |_| {
            let first = if let Some(row) = &row {
                sitting.choose_in_row(&question, row, "");
                row_reference(&question, row)
            } else {
                sitting.clear(&question);
                question.to_string()
            };
            focus_id(&field_id(&first));
        });
        Some(quiet(say(Word::TakeBack).into_view(), clear))
    })
}
