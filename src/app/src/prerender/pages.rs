//! Which pages are made, and how each is.

use std::collections::BTreeMap;
use std::sync::Arc;

use hark_domain::activity::Directory;
use hark_domain::clock::{Clock, Instant};
use hark_domain::id::ServiceId;
use hark_domain::json::{self, Fields, FromJson, Place};
use hark_domain::offer::Sheet;
use hark_domain::route::{Route, Step};
use hark_domain::site::Site;
use hark_domain::survey::{Answers, Listed, Season, Survey, journey};
use hark_domain::words::{Catalogue, Word};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::build::{self, Build};
use super::{shell, styleguide};
use crate::app::app;
use crate::device::clock::zone;
use crate::language::{self, Offered, say};
use crate::pages::activity;

/// What to make pages of.
struct Order {
    now: Instant,
    /// The published files of the pack, by their address.
    files: BTreeMap<String, String>,
    /// Published words, by their address.
    words: Vec<(String, Catalogue)>,
}

impl FromJson for Order {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let now = fields.needed("now").map(Instant::from_seconds);
        let (files, words) = (
            fields.needed::<Texts>("files"),
            fields.needed::<Texts>("words"),
        );
        fields.finish();
        let words = words?.0.into_iter().map(|(path, text)| {
            let words = json::read(&text).ok()?;
            Some((path, words))
        });
        Some(Self {
            now: now?,
            files: files?.0,
            words: words.collect::<Option<_>>()?,
        })
    }
}

/// Texts by address.
struct Texts(BTreeMap<String, String>);

impl FromJson for Texts {
    fn from_json(value: Value, _: &mut Place) -> Option<Self> {
        serde_json::from_value(value).ok().map(Self)
    }
}

/// One page in one language.
#[derive(Serialize)]
pub(super) struct Page {
    /// Its address without the first slash; `404` is the page for every address that has
    /// none of its own.
    pub(super) path: String,
    /// The language's tag.
    pub(super) language: String,
    /// `ltr` or `rtl`.
    pub(super) direction: &'static str,
    /// The title of its tab.
    pub(super) title: String,
    /// What it is about, for search engines.
    pub(super) description: String,
    /// What stands in the place of the app.
    pub(super) html: String,
    /// What is shown where the app can't start.
    pub(super) plain: String,
    /// The addresses of the files that the app will ask for here.
    pub(super) asks: Vec<String>,
}

/// All pages, and what they were made for.
#[derive(Serialize)]
struct Made {
    pages: Vec<Page>,
    /// Where each survey stood, by its id. Its pages are right as long as it stands there.
    seasons: BTreeMap<String, &'static str>,
}

/// All pages in all languages, as JSON.
pub(super) fn all(order: &str) -> Result<String, String> {
    let order: Order = json::read(order).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        lines.join(" ")
    })?;
    let site: Site = file(&order, "site.json")?;
    if TimeZone::get(&site.time_zone).is_err() {
        return Err(format!("there is no time zone \"{}\".", site.time_zone));
    }
    let (routes, seasons) = routes(&order, &site)?;
    let many = things_to_do(&order, &site)?;
    let mut order = order;
    // The pack's own language first, as in the list that a page carries.
    let own = site.languages;
    let place = |tag: &str| own.iter().position(|own| own == tag);
    order.words.sort_by_key(|(_, words)| place(&words.language));
    let offered = order.words.iter().map(|(path, words)| Offered {
        tag: words.language.clone(),
        name: words.name.clone(),
        path: path.clone(),
    });
    build::begin(Build {
        offered: offered.collect(),
        now: order.now,
        files: order.files,
        asked: std::collections::BTreeSet::new(),
        title: String::new(),
    });
    let mut pages = Vec::new();
    for (_, words) in order.words {
        let words = Arc::new(words);
        pages.push(in_language(&words, shell::page));
        pages.push(in_language(&words, styleguide::page));
        // Of the many, readers of other languages get the page that says that the app is on
        // its way: in all of them they would take as long to make as all the others.
        let is_own = own.first() == Some(&words.language);
        for route in routes.iter().chain(many.iter().filter(|_| is_own)) {
            pages.push(in_language(&words, || page(route)));
        }
    }
    serde_json::to_string(&Made { pages, seasons }).map_err(|error| error.to_string())
}

/// Makes a page while these words are spoken.
fn in_language(words: &Arc<Catalogue>, make: impl FnOnce() -> Page) -> Page {
    let owner = Owner::new();
    let page = owner.with(|| {
        language::begin(words.clone());
        Page {
            language: words.language.clone(),
            direction: words.direction.as_str(),
            plain: shell::plain(),
            ..make()
        }
    });
    owner.cleanup();
    page
}

fn page(route: &Route) -> Page {
    // Parts of the frame come before what says so.
    let private = match route {
        Route::Activity(id) => activity::is_private(id),
        _ => false,
    };
    let html = app(route.clone(), private).to_html();
    let (title, asks) = build::noted();
    Page {
        path: route.href().trim_start_matches('/').to_owned(),
        title,
        description: say(description(route)),
        html,
        asks: asks.into_iter().collect(),
        ..shell::page()
    }
}

fn description(route: &Route) -> Word {
    match route {
        Route::Activities | Route::Activity(_) | Route::Area(_) => Word::ActivitiesLead,
        Route::Help => Word::HelpLead,
        Route::Surveys | Route::Survey(..) => Word::SurveysLead,
        Route::Privacy => Word::PrivacyNothing,
        Route::Access => Word::AccessLead,
        // Of a need not even this is told: it is what a shared link would show.
        Route::Home | Route::Offer | Route::Need(_) | Route::NotFound => Word::HomeLead,
    }
}

/// The pages that somebody may come to first, and where each survey stands.
fn routes(
    order: &Order,
    site: &Site,
) -> Result<(Vec<Route>, BTreeMap<String, &'static str>), String> {
    let mut routes = vec![
        Route::Home,
        Route::Activities,
        Route::Help,
        Route::Surveys,
        Route::Privacy,
        Route::Access,
        Route::Offer,
    ];
    let offer: Sheet = file(order, "offer.json")?;
    let needs = offer.parts.iter().flat_map(|theme| &theme.ways);
    routes.extend(needs.map(|need| Route::parse(&need.href)));
    let mut seasons = BTreeMap::new();
    let zone = zone(&site.time_zone);
    let clock = Clock {
        now: order.now,
        zone: &*zone,
    };
    let listed: Vec<Listed> = file(order, "surveys.json")?;
    for listed in listed {
        let season = listed.season(clock);
        seasons.insert(listed.id.to_string(), season.as_str());
        routes.push(Route::Survey(listed.id.clone(), Step::Start));
        if season == Season::Open {
            let survey: Survey = file(order, &format!("surveys/{}.json", listed.id))?;
            let first = first_page(&survey.asked_of(None));
            routes.extend(first.map(|page| Route::Survey(survey.id, Step::Page(page))));
        }
    }
    Ok((routes, seasons))
}

/// The pages of each thing to do and of each part of the borough.
fn things_to_do(order: &Order, site: &Site) -> Result<Vec<Route>, String> {
    let directory: Directory = file(order, "activities.json")?;
    let ids = directory.services.iter().map(|service| &service.id);
    let things = ids.filter_map(|id| ServiceId::new(id).ok().map(Route::Activity));
    let areas = site.localities.iter().map(|it| Route::Area(it.id.clone()));
    Ok(things.chain(areas).collect())
}

/// The number of the page that somebody without any answer sees first.
fn first_page(survey: &Survey) -> Option<u16> {
    let journey = journey(survey, &Answers::default());
    let first = &journey.pages.first()?.id;
    let place = survey.pages.iter().position(|page| page.id == *first)?;
    u16::try_from(place + 1).ok()
}

fn file<T: FromJson>(order: &Order, name: &str) -> Result<T, String> {
    let text = order.files.get(&format!("/content/{name}"));
    text.and_then(|text| json::read(text).ok())
        .ok_or_else(|| format!("the pack's {name} can't be read."))
}
