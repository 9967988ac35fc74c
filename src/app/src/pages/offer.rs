//! `/offer`: what somebody may need, in their own words; `/offer/7`: the way to help with
//! one need, and back down again.

use hark_domain::offer::{Part, Sheet, Way};
use hark_domain::route::Route;
use hark_domain::site::Site;
use hark_domain::text::Text;
use hark_domain::words::Word;

use crate::content::{Fetched, SiteContent};
use crate::language::shown;
use crate::parts::exit;
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::screen::arrive;
use crate::parts::statement::link;
use crate::view::{View, view};

/// The list, or the need of that address.
pub(crate) fn offer(route: &Route) -> View {
    // Files of the pack are named after the addresses that show them.
    let path = [&route.href()[1..], ".json"].concat();
    let sheet: Fetched<Sheet> = Fetched::content(&path);
    let is_list = *route == Route::Offer;
    when_ready(sheet, move |sheet| {
        when_ready(SiteContent::get(), move |site| {
            whole(&sheet, is_list, &site)
        })
    })
}

fn whole(sheet: &Sheet, is_list: bool, site: &Site) -> View {
    arrive(String::new);
    let parts: Vec<View> = sheet.parts.iter().map(|it| part(it, site)).collect();
    let class = if is_list { "themes" } else { "steps" };
    view! {
        {(!is_list).then(|| link(&Route::Offer, Word::Offer))}
        <h1 tabindex="-1">{shown(&sheet.title)}</h1>
        <p class="lead">{shown(&sheet.about)}</p>
        <ol class=class>{parts}</ol>
        {exit::about()}
    }
}

fn part(part: &Part, site: &Site) -> View {
    let texts: Vec<View> = part.texts.iter().map(|texts| paragraph(texts)).collect();
    let ways: Vec<View> = part.ways.iter().map(bubble).collect();
    let ways = (!ways.is_empty()).then(|| view! { <ul class="bubbles">{ways}</ul> });
    let lines = (!part.helplines.is_empty()).then(|| helplines::named(site, &part.helplines));
    view! { <li><h2>{shown(&part.title)}</h2>{texts}{ways}{lines}</li> }
}

fn paragraph(texts: &[Text]) -> View {
    if let [question, answer] = texts {
        return view! { <p><strong>{shown(question)}</strong>" "{shown(answer)}</p> };
    }
    view! { <p>{texts.iter().map(shown).collect::<Vec<_>>()}</p> }
}

fn bubble(way: &Way) -> View {
    view! { <li><a href=way.href.clone()>{shown(&way.say)}</a></li> }
}
