//! `/surveys`: what can be answered now, what comes, and what came of the others.

use hark_domain::clock::Clock;
use hark_domain::route::{Route, Step};
use hark_domain::site::Site;
use hark_domain::survey::{Listed, Season};
use hark_domain::words::Word;

use crate::content::{Fetched, SiteContent};
use crate::device::clock;
use crate::language::{say, say_count, say_with, shown, when};
use crate::parts::empty::empty;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;
use crate::view::{View, view};

/// All surveys.
pub(crate) fn surveys() -> View {
    arrive(|| say(Word::HaveYourSay));
    let surveys: Fetched<Vec<Listed>> = Fetched::content("surveys.json");
    view! {
        <h1 tabindex="-1">{say(Word::HaveYourSay)}</h1>
        <p class="lead">{say(Word::SurveysLead)}</p>
        {unsent_notice()}
        {when_ready(SiteContent::get(), move |site| {
            when_ready(surveys, move |surveys| list(&site, &surveys))
        })}
    }
}

fn list(site: &Site, surveys: &[Listed]) -> View {
    let mut cards = cards(site, surveys, &[Season::Open]);
    let none = cards.is_empty().then(|| empty(Word::NoSurveyOpen));
    cards.extend(self::cards(site, surveys, &[Season::Before, Season::After]));
    let cards = (!cards.is_empty()).then(|| view! { <ul class="cards">{cards}</ul> });
    view! { {none}{cards} }
}

/// The surveys of these seasons, in the seasons' order.
pub(crate) fn cards(site: &Site, surveys: &[Listed], seasons: &[Season]) -> Vec<View> {
    let zone = clock::zone(&site.time_zone);
    let clock = Clock {
        now: clock::now(),
        zone: &*zone,
    };
    let mut cards = Vec::new();
    for season in seasons {
        for survey in surveys {
            if survey.season(clock) == *season {
                cards.push(card(survey, *season));
            }
        }
    }
    cards
}

fn card(survey: &Listed, season: Season) -> View {
    let href = Route::Survey(survey.id.clone(), Step::Start).href();
    let (class, fact) = match (season, survey.opens) {
        (Season::Before, Some(opens)) => {
            ("tag", say_with(Word::OpensOn, &[("when", &when(opens))]))
        }
        (Season::After, _) if survey.answered => ("tag tag-strong", say(Word::SeeChanges)),
        (Season::After, _) => ("tag", say(Word::Closed)),
        _ => ("tag", say_count(Word::Minutes, usize::from(survey.minutes))),
    };
    view! {
        <li class="card card-link">
            <h2><a href=href>{shown(&survey.title)}</a></h2>
            <p>{shown(&survey.about)}</p>
            <p class="tags"><span class=class>{fact}</span></p>
        </li>
    }
}
