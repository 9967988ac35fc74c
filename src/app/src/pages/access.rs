//! `/access`: who can use the site, and what was tested how.

use hark_domain::words::Word;

use crate::content::SiteContent;
use crate::language::say;
use crate::parts::frame::contact;
use crate::parts::live::live_maybe;
use crate::parts::screen::arrive;
use crate::parts::statement::{heading, list, paragraph};
use crate::view::{View, view};

/// The accessibility statement: only what the tests of this very build do.
pub(crate) fn access() -> View {
    arrive(|| say(Word::Access));
    let site = SiteContent::get();
    view! {
        <h1 tabindex="-1">{say(Word::Access)}</h1>
        <p class="lead">{say(Word::AccessLead)}</p>
        {heading(Word::AccessAim)}
        {paragraph(Word::AccessAimText)}
        {heading(Word::AccessTested)}
        {list(&[
            Word::AccessTestedAxe,
            Word::AccessTestedKeyboard,
            Word::AccessTestedSize,
            Word::AccessTestedReader,
            Word::AccessTestedWords,
        ])}
        {heading(Word::AccessNot)}
        {list(&[Word::AccessNotPeople, Word::AccessNotLanguages])}
        {heading(Word::AccessTell)}
        {paragraph(Word::AccessTellText)}
        {live_maybe(move || site.ready().map(|site| contact(&site)))}
    }
}
