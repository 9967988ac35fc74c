//! Rows that are each answered with one of the same choices.
//!
//! No table: on a phone it would scroll sideways, and a screen reader would say "1 of
//! 33". Each row is a group of its own with the row as its legend, and its radio buttons
//! are "1 of 5".

use hark_domain::survey::{Choice, Row, row_reference};
use hark_domain::words::Word;

use super::super::errors::error_id;
use super::choices::{hidden, nothing_offered, take_back};
use super::{Parts, choice_id, error_line, first_of, of_group};
use crate::language::say;
use crate::parts::live::{hidden_if, live, on_event};
use crate::parts::media;
use crate::view::{View, view};

impl Parts<'_> {
    pub(super) fn matrix(&self, rows: &[Row], choices: &[Choice]) -> View {
        let rows: Vec<View> = rows.iter().map(|row| self.row(row, choices)).collect();
        let nothing = nothing_offered(self.sitting, self.question.id.clone());
        let own = self.question.help.is_none();
        let own = own.then(|| say(Word::WrongMatrix));
        self.group(own, None, view! { {rows}{nothing} })
    }

    fn row(&self, row: &Row, choices: &[Choice]) -> View {
        let sitting = self.sitting;
        let name = row_reference(&self.question.id, row.id.as_str());
        let (question, id) = (self.question.id.clone(), row.id.clone());
        let gone = row.visible_if.is_some().then(|| {
            live(move || {
                let journey = sitting.journey();
                hidden_if(!journey.asks(&question).iter().any(|(row, _)| *row == id))
            })
        });
        let first = first_of(choices);
        let all: Vec<View> = choices
            .iter()
            .enumerate()
            .map(|(index, choice)| self.cell(choice_id(&name, index, first), row, choice))
            .collect();
        let error = error_id(&name);
        let (own, takes) = of_group(&name, first);
        let clear = take_back(sitting, &self.question.id, Some(row.id.to_string()));
        view! {
            <fieldset class="row" id=own tabindex=takes hidden=gone aria-describedby=error>
                <legend data-audio=sitting.recording(&row.label, &row.easy, &row.media)>
                    {media::pictures(&row.easy, &row.media, sitting.is_easy())}
                    {sitting.worded(&row.label, &row.easy)}
                </legend>
                {error_line(sitting, name)}
                <div class="cells">{all}</div>
                {clear}
            </fieldset>
        }
    }

    fn cell(&self, id: String, row: &Row, choice: &Choice) -> View {
        let sitting = self.sitting;
        let name = row_reference(&self.question.id, row.id.as_str());
        let (question, in_row) = (self.question.id.clone(), row.id.to_string());
        let own = choice.id.to_string();
        let checked = live(move || {
            let answer = sitting.answer(&question);
            answer.is_some_and(|answer| answer.in_row(&in_row) == Some(&own))
        });
        let (question, in_row) = (self.question.id.clone(), row.id.to_string());
        let own = choice.id.to_string();
        let change = on_event(move |_| sitting.choose_in_row(&question, &in_row, &own));
        let named = id.clone();
        let recording = sitting.recording(&choice.label, &choice.easy, &choice.media);
        view! {
            <label class="cell" for=named data-audio=recording hidden=hidden(sitting, &self.question.id, choice)>
                <input
                    id=id
                    type="radio"
                    name=name
                    value=choice.id.to_string()
                    prop:checked=checked
                    on:change=change
                />
                <span>{sitting.worded(&choice.label, &choice.easy)}</span>
            </label>
        }
    }
}
