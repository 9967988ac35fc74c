//! The frame round every screen, and the screen for each route.

use hark_domain::route::Route;

use crate::content::SiteContent;
use crate::device::store;
use crate::navigation::Navigation;
use crate::pages::{
    access, activities, activity, area, help, home, not_found, offer, privacy, survey, surveys,
};
use crate::parts::exit;
use crate::parts::frame::{brand, footer, help_link, menu, sample_notice, skip_link};
use crate::parts::language::switcher;
use crate::parts::live::live_view;
use crate::view::{View, view};

/// The whole front end, at the screen it was opened at. The words of its language have
/// to be there already. `private`: see [`Navigation::start`].
///
/// Each part of the frame follows the language by itself, as do the screens; the
/// switcher stays what it is, because whoever uses it has the focus there.
pub(crate) fn app(route: Route, private: bool) -> View {
    let navigation = Navigation::start(route, private);
    SiteContent::fetch();
    store::tidy();
    view! {
        {live_view(skip_link)}
        {live_view(exit::button)}
        {live_view(sample_notice)}
        <header class="header">
            {brand()}
            {live_view(help_link)}
            {live_view(menu)}
            {switcher()}
        </header>
        <main id="main">{live_view(move || fresh(navigation.place()))}</main>
        {live_view(footer)}
    }
}

/// A screen of its own: of the one before nothing stays, such as a heading that has the focus
/// already, which nobody would hear again.
fn fresh(route: Route) -> View {
    live_view(move || screen(route.clone()))
}

fn screen(route: Route) -> View {
    match route {
        Route::Home => home::home(),
        Route::Activities => activities::activities(),
        Route::Activity(id) => activity::activity(&id),
        Route::Area(id) => area::area(&id),
        Route::Help => help::help(),
        Route::Offer | Route::Need(_) => offer::offer(&route),
        Route::Surveys => surveys::surveys(),
        Route::Survey(id, _) => survey::survey(&id),
        Route::Privacy => privacy::privacy(),
        Route::Access => access::access(),
        Route::NotFound => not_found::not_found(),
    }
}
