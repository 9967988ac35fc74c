//! One question on the screen.

use hark_domain::survey::{Answer, Choice, Kind, Question, toggled};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::errors::{error_id, field_id};
use super::sitting::Sitting;
use crate::content::SiteContent;
use crate::device::page::focus_id;
use crate::language::{say, say_count, shown, shown_of, words};
use crate::parts::button::quiet;
use crate::parts::helplines;
use crate::parts::live::{live, live_maybe, on_event, tap};

/// A question with everything that belongs to it. `heading`: whether it is the
/// heading of its page.
pub(super) fn field(sitting: Sitting, question: &Question, heading: bool) -> AnyView {
    let parts = Parts {
        sitting,
        question,
        heading,
    };
    let input = match &question.kind {
        Kind::Single { choices } => parts.choices(choices, false),
        Kind::Multiple { choices, .. } => parts.choices(choices, true),
        Kind::Number { unit, .. } => parts.number(shown_of(unit.as_ref())),
        Kind::Text { longest } => parts.text(*longest),
    };
    view! { <div class="question">{input}{parts.helplines()}</div> }.into_any()
}

struct Parts<'a> {
    sitting: Sitting,
    question: &'a Question,
    heading: bool,
}

impl Parts<'_> {
    fn title(&self) -> AnyView {
        let title = shown(&self.question.title);
        if self.heading {
            view! { <h1 tabindex="-1">{title}</h1> }.into_any()
        } else {
            view! { <h2>{title}</h2> }.into_any()
        }
    }

    fn help_id(&self) -> String {
        format!("help-{}", self.question.id)
    }

    fn unit_id(&self) -> String {
        format!("unit-{}", self.question.id)
    }

    /// What to do, below the title.
    fn help(&self, own: Option<String>) -> AnyView {
        let help = shown_of(self.question.help.as_ref());
        let between = (help.is_some() && own.is_some()).then_some(" ");
        view! { <p class="help" id=self.help_id()>{help}{between}{own}</p> }.into_any()
    }

    fn error(&self) -> AnyView {
        let id = self.question.id.clone();
        let wrong = self.sitting.wrong();
        let text = live_maybe(move || {
            let wrong = wrong.read();
            let text = wrong
                .iter()
                .find(|error| error.question == id)?
                .text(&words());
            Some(
                view! { <span class="visually-hidden">{say(Word::Error)}" "</span>{text} }
                    .into_any(),
            )
        });
        view! { <p class="error" id=error_id(self.question.id.as_str())>{text}</p> }.into_any()
    }

    fn invalid(&self) -> Box<dyn Fn() -> Option<&'static str> + Send> {
        let id = self.question.id.clone();
        let wrong = self.sitting.wrong();
        live(move || {
            wrong
                .read()
                .iter()
                .any(|error| error.question == id)
                .then_some("true")
        })
    }

    fn described_by(&self) -> String {
        let error = error_id(self.question.id.as_str());
        let unit = matches!(&self.question.kind, Kind::Number { unit: Some(_), .. });
        let unit = if unit { self.unit_id() } else { String::new() };
        format!("{unit} {} {error}", self.help_id())
    }

    fn choices(&self, choices: &[Choice], many: bool) -> AnyView {
        let own = match &self.question.kind {
            Kind::Multiple {
                most: Some(most), ..
            } => Some(say_count(Word::ChooseUpTo, usize::from(*most))),
            Kind::Multiple { .. } if self.question.help.is_none() => Some(say(Word::ChooseAll)),
            _ => None,
        };
        let rows: Vec<AnyView> = choices
            .iter()
            .enumerate()
            .map(|(index, choice)| self.choice(choices, index, choice, many))
            .collect();
        let (sitting, id) = (self.sitting, self.question.id.clone());
        // A radio button can't be switched off again, so there is a way to.
        let clear = live_maybe(move || {
            let there = !many && sitting.answer(&id).is_some();
            let question = id.clone();
            let clear = tap(move |_| {
                sitting.clear(&question);
                focus_id(&field_id(question.as_str()));
            });
            there.then(|| quiet(say(Word::TakeBack).into_any(), clear))
        });
        view! {
            <fieldset aria-describedby=self.described_by()>
                <legend>{self.title()}</legend>
                {self.help(own)}
                {self.error()}
                <div class="choices">{rows}</div>
                {clear}
            </fieldset>
        }
        .into_any()
    }

    fn choice(&self, all: &[Choice], index: usize, choice: &Choice, many: bool) -> AnyView {
        let id = match index {
            0 => field_id(self.question.id.as_str()),
            _ => format!("{}-{index}", field_id(self.question.id.as_str())),
        };
        let (sitting, question) = (self.sitting, self.question.id.clone());
        let own = choice.id.to_string();
        let checked = live(move || match sitting.answer(&question) {
            Some(Answer::Word(chosen)) => chosen == own,
            Some(Answer::Many(chosen)) => chosen.contains(&own),
            _ => false,
        });
        let question = self.question.id.clone();
        let (all, own) = (all.to_vec(), choice.clone());
        let change = on_event(move |event| {
            let answer = if many {
                let before = match sitting.answer(&question) {
                    Some(Answer::Many(chosen)) => chosen,
                    _ => Vec::new(),
                };
                Answer::Many(toggled(&all, &before, &own, event_target_checked(&event)))
            } else {
                Answer::Word(own.id.to_string())
            };
            sitting.set(&question, answer);
        });
        let label = shown(&choice.label);
        let named = id.clone();
        view! {
            <label class="choice" for=named>
                <input
                    id=id
                    type=if many { "checkbox" } else { "radio" }
                    name=self.question.id.to_string()
                    value=choice.id.to_string()
                    prop:checked=checked
                    on:change=change
                />
                <span>{label}</span>
            </label>
        }
        .into_any()
    }

    fn labelled(&self, own: Option<String>, input: AnyView) -> AnyView {
        view! {
            <label for=field_id(self.question.id.as_str())>{self.title()}</label>
            {self.help(own)}
            {self.error()}
            {input}
        }
        .into_any()
    }

    fn number(&self, unit: Option<AnyView>) -> AnyView {
        let (sitting, id) = (self.sitting, self.question.id.clone());
        let value = live(move || match sitting.answer(&id) {
            Some(Answer::Number(number)) => number.to_string(),
            Some(Answer::Word(word)) => word,
            _ => String::new(),
        });
        let id = self.question.id.clone();
        // What is no number is kept as it was typed, so that nothing is lost and the
        // error can say what to do.
        let change = on_event(move |event| {
            let typed = event_target_value(&event);
            let number = western(typed.trim()).parse().map(Answer::Number);
            sitting.set(&id, number.unwrap_or(Answer::Word(typed)));
        });
        let input = view! {
            <div class="number">
                <input
                    id=field_id(self.question.id.as_str())
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby=self.described_by()
                    aria-invalid=self.invalid()
                    prop:value=value
                    on:input=change
                />
                {unit.map(|unit| view! { <span id=self.unit_id()>{unit}</span> })}
            </div>
        };
        self.labelled(None, input.into_any())
    }

    fn text(&self, longest: u16) -> AnyView {
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
                id=field_id(self.question.id.as_str())
                rows="4"
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

    /// Help beside a question that can hurt.
    fn helplines(&self) -> AnyView {
        let ids = self.question.helplines.clone();
        if ids.is_empty() && !self.question.sensitive {
            return ().into_any();
        }
        let site = SiteContent::get();
        let list = live_maybe(move || {
            let site = site.ready()?;
            // A question that can hurt and names nobody offers the first of the list.
            Some(if ids.is_empty() {
                helplines::list(site.helplines_by_need().take(3))
            } else {
                helplines::list(ids.iter().filter_map(|id| site.helpline(id.as_str())))
            })
        });
        view! {
            <details class="aside">
                <summary>{say(Word::WantToTalk)}</summary>
                {list}
            </details>
        }
        .into_any()
    }
}

/// A number in the digits that programs read: Arabic and Persian keyboards have others.
fn western(typed: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        other => Some(other),
    };
    typed.chars().filter_map(digit).collect()
}
