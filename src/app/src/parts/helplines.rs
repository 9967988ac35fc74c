//! Who is there to talk to.

use hark_domain::site::Helpline;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::icon::{Icon, picture};
use crate::language::{say_with, shown};

/// Helplines as a list; each number rings with one tap.
pub(crate) fn list<'a>(helplines: impl Iterator<Item = &'a Helpline>) -> AnyView {
    let items: Vec<AnyView> = helplines.map(item).collect();
    view! { <ul class="helplines">{items}</ul> }.into_any()
}

fn item(helpline: &Helpline) -> AnyView {
    let phone = helpline.tel().zip(helpline.phone.clone());
    let phone = phone.map(|(tel, phone)| {
        let call = say_with(Word::Call, &[("number", &whole(&phone))]);
        view! { <a class="button button-call" href=tel>{picture(Icon::Phone)}{call}</a> }.into_any()
    });
    let text = helpline.text.clone().map(|text| {
        let text = say_with(Word::TextTo, &[("words", &text)]);
        view! { <p class="helpline-text">{picture(Icon::Message)}{text}</p> }.into_any()
    });
    let web = helpline.url().zip(helpline.web.clone());
    let web = web.map(|(url, web)| {
        view! { <p><a href=url dir="ltr" rel="noreferrer" referrerpolicy="no-referrer">{web}</a></p> }.into_any()
    });
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
    .into_any()
}

/// A number that stays on one line where there is room for it.
fn whole(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}
