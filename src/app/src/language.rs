//! The language of the screen: the words of one language at a time, exchanged at any
//! moment without anything else being lost.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use hark_domain::activity::listed::tenths_of_miles;
use hark_domain::calendar::LocalDate;
use hark_domain::survey::Written;
use hark_domain::text::Text;
use hark_domain::words::{Catalogue, Word};

use crate::content::Fetched;
use crate::device::intl::{self, DateStyle};
use crate::device::page;
use crate::view::{IntoView, View, view};

thread_local! {
    // Every text of every screen needs it, also where no context can be reached: after
    // a reply has come, or in what a tap does.
    static WORDS: Cell<Option<Fetched<Catalogue>>> = const { Cell::new(None) };
    static OWN: RefCell<String> = const { RefCell::new(String::new()) };
    // A browser takes a millisecond for one on a slow phone, and a list has twenty with
    // every letter that is typed. In one language: that of the tag.
    static SHORT_DATES: RefCell<(String, Vec<(LocalDate, String)>)> =
        const { RefCell::new((String::new(), Vec::new())) };
}

/// A language the site can be read in.
#[derive(Clone)]
pub(crate) struct Offered {
    /// Its tag (BCP 47).
    pub(crate) tag: String,
    /// What its speakers call it.
    pub(crate) name: String,
    /// The address of its words.
    pub(crate) path: String,
}

#[cfg(target_arch = "wasm32")]
impl Offered {
    /// Reads the list that the page carries: `TAG|NAME|PATH;TAG|NAME|PATH`.
    pub(crate) fn list(text: &str) -> Vec<Self> {
        let one = |text: &str| {
            let mut parts = text.split('|').map(str::to_owned);
            Some(Self {
                tag: parts.next()?,
                name: parts.next()?,
                path: parts.next()?,
            })
        };
        text.split(';').filter_map(one).collect()
    }
}

/// Speaks these words from now on.
pub(crate) fn begin(words: Arc<Catalogue>) {
    WORDS.set(Some(Fetched::here(words)));
    let own = page::offered().into_iter().next();
    OWN.set(own.map(|own| own.tag).unwrap_or_default());
}

/// The pack's own language, the first on offer.
fn own() -> String {
    OWN.with_borrow(Clone::clone)
}

/// Exchanges the words: every text on the screen follows.
pub(crate) fn exchange(words: Arc<Catalogue>) {
    if let Some(spoken) = WORDS.get() {
        spoken.set(words);
    }
}

/// The words of now. Whatever view asks for them follows the language.
pub(crate) fn words() -> Arc<Catalogue> {
    let spoken = WORDS.get().and_then(Fetched::ready);
    spoken.unwrap_or_default()
}

/// What the site says.
pub(crate) fn say(word: Word) -> String {
    words().say(word).to_owned()
}

/// What the site says, with values in their places.
pub(crate) fn say_with(word: Word, values: &[(&str, &str)]) -> String {
    words().say_with(word, values)
}

/// What the site says of a number.
pub(crate) fn say_count(word: Word, count: usize) -> String {
    let words = words();
    words.say_count(word, count, intl::plural(&words.intl, count))
}

/// A date as people say it.
pub(crate) fn date(date: LocalDate) -> String {
    plain_spaces(&intl::date(&words().intl, date, DateStyle::Long))
}

/// A date that is near: "Fri 27 Nov".
pub(crate) fn short_date(date: LocalDate) -> String {
    let language = words().intl.clone();
    SHORT_DATES.with_borrow_mut(|(spoken, dates)| {
        if *spoken != language {
            dates.clear();
            spoken.clone_from(&language);
        }
        let known = dates.iter().find(|(own, _)| *own == date);
        if let Some((_, said)) = known {
            return said.clone();
        }
        let said = plain_spaces(&intl::date(&language, date, DateStyle::Short));
        dates.push((date, said.clone()));
        said
    })
}

/// How far away something is: "About 1.2 miles away", "About 12 miles away".
pub(crate) fn distance(metres: u32) -> String {
    let words = words();
    let tenths = tenths_of_miles(metres);
    let (miles, tenth) = (tenths / 10, tenths % 10);
    let number = if miles < 10 {
        let mark = intl::decimal_mark(&words.intl);
        [&miles.to_string(), &*mark, &tenth.to_string()].concat()
    } else {
        ((tenths + 5) / 10).to_string()
    };
    words.say_with(Word::MilesAway, &[("number", &number)])
}

/// When a survey opens or closes, on the borough's clock: "Monday 2 November 2026 at 9am".
pub(crate) fn when(written: Written) -> String {
    let words = words();
    let day = plain_spaces(&intl::date(&words.intl, written.day(), DateStyle::Full));
    match written {
        Written::Day(_) => day,
        Written::Time(local) => {
            let time = local.time.said(&words);
            words.say_with(Word::AtTime, &[("date", &day), ("time", &time)])
        }
    }
}

/// The editions of Unicode's data differ in the kinds of space between the parts of a
/// date, so that all of them are made plain.
fn plain_spaces(said: &str) -> String {
    said.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The words of a text of the pack, as bare text: for titles and for lists of words.
pub(crate) fn text(text: &Text) -> String {
    text.pick(&words().language).to_owned()
}

/// The words of a text of the pack on the screen. Words of another language than the
/// screen's say so (WCAG 2.2, 3.1.2), and keep to their own direction.
pub(crate) fn shown(text: &Text) -> View {
    let words = words();
    let said = text.pick(&words.language).to_owned();
    let language = language_of(text);
    if language == words.language {
        return said.into_view();
    }
    view! { <span lang=language dir="auto">{said}</span> }
}

/// The language in which a text of the pack is on the screen.
pub(crate) fn language_of(text: &Text) -> String {
    let (language, _) = text.pick_with_language(&words().language);
    language.map_or_else(own, str::to_owned)
}

/// The words of an optional text of the pack.
pub(crate) fn shown_of(text: Option<&Text>) -> Option<View> {
    text.map(shown)
}
