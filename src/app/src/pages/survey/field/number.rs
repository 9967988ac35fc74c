//! A number in a box.

use hark_domain::number::Number;
use hark_domain::survey::Answer;
use hark_domain::text::Text;
use leptos::prelude::*;

use super::super::errors::field_id;
use super::Parts;
use crate::parts::live::{live, on_event};
use crate::view::{View, view};

impl Parts<'_> {
    pub(super) fn number(&self, unit: Option<&Text>, decimals: u8) -> View {
        let (sitting, id) = (self.sitting, self.question.id.clone());
        // As it was typed, while it says the same: "1.0" is on its way to "1.05".
        let typed = StoredValue::new(String::new());
        let value = live(move || match sitting.answer(&id) {
            Some(Answer::Number(number)) => {
                let typed = typed.get_value();
                if Number::typed(&typed, decimals) == Some(number) {
                    typed
                } else {
                    number.to_string()
                }
            }
            Some(Answer::Word(word)) => word,
            _ => String::new(),
        });
        let id = self.question.id.clone();
        // What is no number is kept as it was typed, so that nothing is lost and the
        // error can say what to do.
        let change = on_event(move |event| {
            let text = event_target_value(&event);
            typed.set_value(text.clone());
            let number = Number::typed(&text, decimals).map(Answer::Number);
            sitting.set(&id, number.unwrap_or(Answer::Word(text)));
        });
        let unit_id = format!("unit-{}", self.id());
        let described = match unit {
            Some(_) => format!("{unit_id} {}", self.described_by()),
            None => self.described_by(),
        };
        let keyboard = if decimals > 0 { "decimal" } else { "numeric" };
        let input = view! {
            <div class="number">
                <input
                    id=field_id(self.id())
                    type="text"
                    inputmode=keyboard
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=self.invalid()
                    prop:value=value
                    on:input=change
                />
                {unit.map(|unit| view! { <span id=unit_id>{sitting.shown(unit)}</span> })}
            </div>
        };
        self.labelled(None, input)
    }
}
