//! Pages of a survey in each state, for the style guide.

use std::sync::Arc;

use hark_domain::calendar::LocalDate;
use hark_domain::id::SurveyId;
use hark_domain::said_did::{Row, SaidDid, State};
use hark_domain::survey::{Answer, Season, Survey};
use leptos::prelude::*;

use super::sitting::Sitting;
use super::{after, aids, check, page, sent, start};
use crate::content::Fetched;
use crate::view::{View, view};

/// The survey that is shown: of the sample, with every kind of question.
const SURVEY: &str = "nights";

/// What is chosen and typed below, as markup: by element, and what it gets.
pub(crate) const CHOSEN: [(&str, &str); 4] = [
    ("field-area-4", "checked"),
    ("field-stops-2", "checked"),
    ("field-stops-3", "checked"),
    ("field-nights", "value=\"lots\""),
];

/// Start, questions answered and not, wrong answers, the check, and the thank you;
/// nothing where the pack has no such survey.
pub(crate) fn pages() -> View {
    let survey: Fetched<Survey> = Fetched::content(&format!("surveys/{SURVEY}.json"));
    let Some(definition) = survey.ready() else {
        return View::Nothing;
    };
    let sitting = Sitting::new(&definition, survey);
    let many = |words: &[&str]| Answer::Many(words.iter().map(ToString::to_string).collect());
    answer(
        sitting,
        &definition,
        "area",
        Answer::Word("leigh".to_owned()),
    );
    answer(sitting, &definition, "stops", many(&["cost", "travel"]));
    let idea = "A lantern walk through the park";
    answer(sitting, &definition, "idea", Answer::Word(idea.to_owned()));
    let right: Vec<View> = [1, 4, 5, 7]
        .into_iter()
        .map(|number| view! { {page::page(sitting, number)}<hr/> })
        .collect();

    let wrong = Sitting::new(&definition, survey);
    answer(
        wrong,
        &definition,
        "nights",
        Answer::Word("lots".to_owned()),
    );
    let wrong_page = page::page(wrong, 3);
    wrong
        .wrong()
        .set(untrack(|| wrong.journey()).errors.clone());
    let easy = Sitting::new(&definition, survey);
    easy.easy().set(true);
    view! {
        <div>{start::start(sitting)}</div>
        <hr/>
        {[Season::Before, Season::After].map(|season| start::in_season(sitting, &definition, season)).into_iter().collect::<Vec<_>>()}
        {after::said_did(&came(definition.id.clone()))}
        <hr/>
        {aids::guide(sitting)}
        <div class="easy">{page::page(easy, 1)}</div>
        <hr/>
        {right}
        {wrong_page}
        <hr/>
        {check::check(sitting)}
        {sent::sent(sitting)}
    }
}

/// One row in each state.
fn came(survey: SurveyId) -> SaidDid {
    let row = |said: &str, did: &str, state| Row {
        said: said.into(),
        did: did.into(),
        state,
    };
    SaidDid {
        survey,
        published: LocalDate::from_days(20_779),
        asked: "What would you like to do on Friday nights?".into(),
        rows: vec![
            row("More music", "There is a music room now.", State::Done),
            row("Later buses", "We are asking for one.", State::Doing),
            row("A beach", "The sea is too far away.", State::Cannot),
        ],
    }
}

fn answer(sitting: Sitting, survey: &Arc<Survey>, question: &str, answer: Answer) {
    if let Some(question) = survey.question(question) {
        sitting.set(&question.id, answer);
    }
}
