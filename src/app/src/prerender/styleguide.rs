//! `/styleguide`: every part in every state, for whoever builds a page and for the tests
//! that photograph it. It is made with the first pages and is part of no site that is
//! published.

use hark_domain::activity::Directory;
use hark_domain::route::Route;
use hark_domain::words::Word;

use super::pages::Page;
use super::{build, shell};
use crate::content::{Fetched, SiteContent};
use crate::device::post::Sent;
use crate::language::say;
use crate::navigation::Navigation;
use crate::pages::{activities, home, not_found, survey};
use crate::parts::art::{Art, drawing};
use crate::parts::button::{button, quiet};
use crate::parts::empty::empty;
use crate::parts::fetched::{failed, waiting};
use crate::parts::frame::{brand, footer, help_link, menu, sample_notice, skip_link};
use crate::parts::icon::{Icon, picture};
use crate::parts::language::switcher;
use crate::parts::live::tap;
use crate::parts::unsent;
use crate::parts::{confirm, helplines, outcome};
use crate::view::{IntoView, View, view};

/// The page, in the language spoken now.
pub(super) fn page() -> Page {
    Navigation::start(Route::Home, false);
    SiteContent::fetch();
    let view = view! {
        {skip_link()}
        {sample_notice()}
        <header class="header">{brand()}{help_link()}{menu()}{switcher()}</header>
        <main id="main">
            <h1 tabindex="-1">"Style guide"</h1>
            {part("Buttons", buttons())}
            {part("Tags", tags())}
            {part("Start page", home::home())}
            {part("Things to do", things())}
            {part("Helplines", lines())}
            {part("Notices", notices())}
            {part("States", states())}
            {part("Survey", survey::guide::pages())}
            {part("Icons", icons())}
            {part("Drawings", drawings())}
        </main>
        {footer()}
    };
    let html = chosen(view.to_html());
    // Nothing starts here, so nothing is to be on its way for it.
    let _ = build::noted();
    Page {
        path: "styleguide".to_owned(),
        title: "Style guide – Hark".to_owned(),
        html,
        asks: Vec::new(),
        ..shell::page()
    }
}

fn part(name: &'static str, view: View) -> View {
    let id = name.to_lowercase().replace(' ', "-");
    view! { <section id=id aria-label=name><h2 lang="en">{name}</h2>{view}</section> }
}

fn nothing() -> crate::parts::button::Tap {
    tap(|_| {})
}

fn buttons() -> View {
    view! {
        <div class="actions">
            {button(say(Word::Continue).into_view(), nothing())}
            <button type="button" class="button" aria-disabled="true">{say(Word::Sending)}</button>
            <button type="button" class="button button-quiet">{say(Word::Skip)}</button>
            <a class="button" href="/styleguide">{say(Word::Start)}</a>
            {quiet(say(Word::Back).into_view(), nothing())}
        </div>
        {confirm::delete(Word::StopAndDelete, || {})}
        {confirm::guide(Word::DeleteMine)}
    }
}

fn tags() -> View {
    view! {
        <p class="tags">
            <span class="tag tag-strong">{say(Word::Free)}</span>
            <span class="tag">{picture(Icon::People)}"11–19"</span>
            <span class="tag tag-quiet">"step-free"</span>
        </p>
    }
}

fn things() -> View {
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    let list = directory.ready().zip(SiteContent::get().ready());
    list.map(|(directory, site)| activities::list(&directory, &site))
        .into_view()
}

fn lines() -> View {
    let site = SiteContent::get().ready();
    site.map(|site| helplines::list(site.helplines_by_need().take(4)))
        .into_view()
}

fn notices() -> View {
    let all = [
        Sent::NotYet,
        Sent::Changed,
        Sent::NotOpen,
        Sent::Before,
        Sent::Refused("…".to_owned()),
    ];
    let stopped: Vec<View> = all
        .into_iter()
        .map(|why| outcome::stopped(why, true))
        .collect();
    view! {
        <div class="notice"><p><strong>{say(Word::SurveyComing)}</strong></p></div>
        <div class="notice notice-good">
            <p>{picture(Icon::Tick)}<strong>{say(Word::Thanks)}</strong></p>
            <p>{say(Word::ThanksForgotten)}</p>
        </div>
        {unsent::guide()}
        {stopped}
    }
}

fn states() -> View {
    view! {
        {waiting()}
        <p class="opening">{say(Word::Opening)}</p>
        {empty(Word::NothingHere)}
        {failed(nothing())}
        <div>{not_found::not_found()}</div>
    }
}

fn icons() -> View {
    let all = Icon::ALL.into_iter().map(picture);
    view! { <p>{all.collect::<Vec<_>>()}</p> }
}

fn drawings() -> View {
    let all = Art::ALL.into_iter().map(drawing);
    view! { <div>{all.collect::<Vec<_>>()}</div> }
}

/// What somebody chose or typed is a property in a browser and no markup; here it has to
/// be markup to be seen.
fn chosen(html: String) -> String {
    survey::guide::CHOSEN
        .iter()
        .fold(html, |html, (id, markup)| {
            let id = format!("id=\"{id}\"");
            html.replace(&id, &format!("{id} {markup}"))
        })
}
