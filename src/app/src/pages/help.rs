//! `/help`: someone to talk to.

use hark_domain::route::Route;
use hark_domain::words::Word;

use crate::content::SiteContent;
use crate::language::say;
use crate::parts::art::{Art, drawing};
use crate::parts::exit;
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::screen::arrive;
use crate::parts::statement::link;
use crate::view::{View, view};

/// Everybody there is to talk to.
pub(crate) fn help() -> View {
    arrive(String::new);
    view! {
        {drawing(Art::Talk)}
        <h1 tabindex="-1">{say(Word::SomeoneToTalkTo)}</h1>
        <p class="lead">{say(Word::HelpLead)}</p>
        {link(&Route::Offer, Word::Offer)}
        {when_ready(SiteContent::get(), |site| helplines::list(site.helplines_by_need()))}
        {exit::about()}
    }
}
