//! The frame round every screen, and the screen for each route.

use hark_domain::route::Route;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::navigation::Navigation;
use crate::pages::{activities, help, home, not_found, privacy, survey, surveys};
use crate::parts::frame::{footer, header, sample_notice, skip_link};
use crate::parts::live::live_view;

/// The whole front end.
pub(crate) fn app() -> impl IntoView {
    let navigation = Navigation::start();
    provide_context(navigation);
    provide_context(SiteContent::fetch());
    view! {
        {skip_link()}
        {sample_notice()}
        {header()}
        <main id="main">{live_view(move || screen(navigation.place()))}</main>
        {footer()}
    }
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Home => home::home().into_any(),
        Route::Activities => activities::activities().into_any(),
        Route::Help => help::help().into_any(),
        Route::Surveys => surveys::surveys().into_any(),
        Route::Survey(id, _) => survey::survey(&id),
        Route::Privacy => privacy::privacy().into_any(),
        Route::NotFound => not_found::not_found().into_any(),
    }
}
