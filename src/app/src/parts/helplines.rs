//! Who is there to talk to.

use hark_domain::id::HelplineId;
use hark_domain::site::{Helpline, Site};
use hark_domain::words::Word;

use super::icon::{Icon, picture};
use crate::language::{say_with, shown};
use crate::view::{View, view};

/// Helplines as a list; each number rings with one tap.
pub(crate) fn list<'a>(helplines: impl Iterator<Item = &'a Helpline>) -> View {
    let items: Vec<View> = helplines.map(item).collect();
    view! { <ul class="helplines">{items}</ul> }
}

/// Those of that name.
pub(crate) fn named(site: &Site, ids: &[HelplineId]) -> View {
    list(ids.iter().filter_map(|id| site.helpline(id.as_str())))
}

fn item(helpline: &Helpline) -> View {
    let phone = helpline.tel().zip(helpline.phone.clone());
    let phone = phone.map(|(tel, phone)| call(tel, &phone));
    let text = helpline.text.clone().map(|text| {
        let text = say_with(Word::TextTo, &[("words", &text)]);
        view! { <p class="helpline-text">{picture(Icon::Message)}{text}</p> }
    });
    let web = helpline.url().zip(helpline.web.clone());
    let web = web.map(|(url, web)| elsewhere(url, web));
    view! {
        <li class="helpline">
            <h2>{shown(&helpline.name)}</h2>
            <p>{shown(&helpline.about)}</p>
            <p class="quiet">{shown(&helpline.who)}" · "{shown(&helpline.hours)}</p>
            {phone}
            {text}
            {web}
        </li>
    }
}

/// What rings a number with one tap.
pub(crate) fn call(tel: String, phone: &str) -> View {
    let call = say_with(Word::Call, &[("number", &whole(phone))]);
    view! { <a class="button button-call" href=tel>{picture(Icon::Phone)}{call}</a> }
}

/// A link to somebody else, who is not told where from.
pub(crate) fn elsewhere(url: String, words: String) -> View {
    view! { <p><a href=url dir="ltr" rel="noreferrer" referrerpolicy="no-referrer">{words}</a></p> }
}

/// A number that stays on one line where there is room for it.
fn whole(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}
