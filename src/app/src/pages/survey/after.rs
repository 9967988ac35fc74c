//! After a survey has closed: what happens next, and once that is known, what we asked,
//! what people said, and what was done about it.

use hark_domain::said_did::{Row, SaidDid, State};
use hark_domain::survey::{Listed, Survey};
use hark_domain::words::Word;

use crate::content::Fetched;
use crate::language::{date, say, say_with, shown, when};
use crate::parts::fetched::when_ready;
use crate::parts::icon::{Icon, picture};
use crate::view::{View, view};

pub(super) fn after(survey: &Survey) -> View {
    // What is not there is not asked for: the browser would call that a mistake.
    let listed: Fetched<Vec<Listed>> = Fetched::content("surveys.json");
    let (id, thanks) = (survey.id.clone(), survey.thanks.clone());
    let closed = survey.closes.map(when).unwrap_or_default();
    view! {
        <div class="notice">
            <p>{picture(Icon::Clock)}<strong>{say(Word::SurveyClosed)}</strong></p>
            <p>{say_with(Word::ClosedOn, &[("when", &closed)])}</p>
        </div>
        {when_ready(listed, move |listed| {
            let mut listed = listed.iter();
            if listed.any(|one| one.id == id && one.answered) {
                let came = Fetched::content(&["said-did/", id.as_str(), ".json"].concat());
                return when_ready(came, |came| said_did(&came));
            }
            view! {
                <h2>{say(Word::WhatNext)}</h2>
                <p>{shown(&thanks)}</p>
            }
        })}
    }
}

/// What came of a survey.
pub(super) fn said_did(came: &SaidDid) -> View {
    let rows: Vec<View> = came.rows.iter().map(row).collect();
    let published = date(came.published);
    view! {
        <h2>{say(Word::WeAsked)}</h2>
        <p>{shown(&came.asked)}</p>
        <h2>{say(Word::YouSaid)}</h2>
        <ul class="cards">{rows}</ul>
        <p class="quiet">{say_with(Word::PublishedOn, &[("date", &published)])}</p>
    }
}

fn row(row: &Row) -> View {
    let (class, icon, word) = match row.state {
        State::Done => ("tag tag-done", Icon::Tick, Word::Done),
        State::Doing => ("tag", Icon::Clock, Word::Doing),
        State::Cannot => ("tag tag-cannot", Icon::Alert, Word::Cannot),
    };
    view! {
        <li class="card">
            <p><strong>{shown(&row.said)}</strong></p>
            <h3>{say(Word::WeDid)}</h3>
            <p>{shown(&row.did)}</p>
            <p class="tags"><span class=class>{picture(icon)}{say(word)}</span></p>
        </li>
    }
}
