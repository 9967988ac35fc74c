//! `/help`: someone to talk to.

use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::SiteContent;
use crate::language::say;
use crate::parts::art::{Art, drawing};
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::screen::arrive;

/// Everybody there is to talk to.
pub(crate) fn help() -> impl IntoView {
    arrive(|| say(Word::SomeoneToTalkTo));
    view! {
        {drawing(Art::Talk)}
        <h1 tabindex="-1">{say(Word::SomeoneToTalkTo)}</h1>
        <p class="lead">{say(Word::HelpLead)}</p>
        {when_ready(SiteContent::get(), |site| helplines::list(site.helplines_by_need()))}
    }
}
