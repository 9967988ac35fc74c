//! `/places/ID`: a part of the borough.

use hark_domain::id::LocalityId;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::language::{shown, text};
use crate::pages::not_found::not_found;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;

/// What there is in it.
pub(crate) fn area(id: &LocalityId) -> AnyView {
    let site = SiteContent::get();
    let own = id.clone();
    arrive(move || {
        let site = site.ready();
        let name = site.and_then(|site| Some(text(&site.locality(own.as_str())?.name)));
        name.unwrap_or_default()
    });
    let id = id.clone();
    when_ready(site, move |site| match site.locality(id.as_str()) {
        Some(locality) => view! { <h1 tabindex="-1">{shown(&locality.name)}</h1> }.into_any(),
        None => not_found().into_any(),
    })
}
