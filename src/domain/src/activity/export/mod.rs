//! Things to do as open data: calendar files, Open Referral UK 3.0, and a table.
//!
//! All of it is made of a pack alone, by whoever has its files: `cargo xtask site` puts it
//! beside the pages, `hark serve` answers with it. The browser's program uses none of it.
//! Every text is in the pack's own language, the first of `site.json`.
//!
//! | address | what it is |
//! |---|---|
//! | `/calendar/ID.ics` | the dates of one service |
//! | `/calendar/all-fri.ics`, `-sat`, `-weekend` | everything on Fridays, Saturdays, or on both and Sundays |
//! | `/calendar/LOCALITY-fri.ics` and so on | the same in one part of the borough |
//! | `/activities.csv` | a row for each session |
//! | `/oruk.json` | what the interface is |
//! | `/services/index.json`, `/services/page/N.json`, `/services/UUID.json` | services, in pages and whole |
//! | `/service_at_locations.json`, `/taxonomies.json`, `/taxonomy_terms.json` | the other lists; an entry is `/LIST/UUID.json` |

mod csv;
mod ics;
mod oruk;
mod rule;
mod uuid;

use std::collections::BTreeMap;

pub use self::ics::{SEARCHES, search_name, search_names};
pub use self::oruk::{List, PER_PAGE};
use super::place::Place;
use super::service::{Organisation, Service};
use super::session::Session;
use crate::calendar::LocalDate;
use crate::clock::Zone;
use crate::site::{Locality, Site};
use crate::text::Text;
use crate::words::{Catalogue, english};

/// The table's path.
const TABLE: &str = "activities.csv";

/// A file as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What it is.
    pub kind: FileKind,
    /// What it holds.
    pub text: String,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A calendar (RFC 5545).
    Calendar,
    /// A table (RFC 4180).
    Table,
    /// An answer of Open Referral UK.
    Referral,
}

impl FileKind {
    /// Its content type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Table => "text/csv; charset=utf-8",
            Self::Referral => "application/json",
        }
    }

    /// Whether pages of other sites may read it: Open Referral UK asks for that.
    pub fn is_for_all_origins(self) -> bool {
        self == Self::Referral
    }
}

/// Everything that is given out of a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The files, by path below the root of the site, such as `calendar/all-fri.ics`.
    pub files: BTreeMap<String, File>,
    /// What is listed in pages, for a server that is asked for other pages than the files.
    pub lists: Vec<List>,
}

impl Export {
    /// Makes all of it, with the site's words in every language and the rules of the
    /// borough's clocks.
    pub fn of(
        organisations: &[Organisation],
        site: &Site,
        words: &[Catalogue],
        zone: Zone<'_>,
    ) -> Self {
        let own = site.languages.first();
        let words = words.iter().find(|words| Some(&words.language) == own);
        // Whoever exports without the words of a language gets those of the site's own.
        let words = words.unwrap_or_else(|| english());
        let services = organisations.iter().flat_map(|it| &it.services);
        let checked = services.filter_map(|it| it.checked.as_ref().map(|checked| checked.on));
        let source = Source {
            organisations,
            site,
            words,
            checked: checked.max().unwrap_or(LocalDate::from_days(EARLIEST)),
        };
        let mut files = BTreeMap::new();
        let mut put = |kind: FileKind, path: String, text: String| {
            files.insert(path, File { kind, text });
        };
        for (name, text) in ics::calendars(&source, zone) {
            put(FileKind::Calendar, format!("calendar/{name}.ics"), text);
        }
        put(FileKind::Table, TABLE.to_owned(), csv::table(&source));
        let lists = oruk::lists(&source);
        for (path, value) in oruk::files(&source, &lists) {
            put(FileKind::Referral, path, value.to_string());
        }
        Self { files, lists }
    }

    /// What a path below the root of the site may be, whether there is anything or not:
    /// nothing else answers there.
    pub fn kind(path: &str) -> Option<FileKind> {
        let first = path.split('/').next().unwrap_or_default();
        let name = first.strip_suffix(".json").unwrap_or(first);
        match first {
            "calendar" => Some(FileKind::Calendar),
            TABLE => Some(FileKind::Table),
            _ => (name == "oruk" || oruk::LISTS.contains(&name)).then_some(FileKind::Referral),
        }
    }
}

/// What all forms are made of.
struct Source<'a> {
    organisations: &'a [Organisation],
    site: &'a Site,
    words: &'a Catalogue,
    /// When somebody last made sure of anything.
    checked: LocalDate,
}

/// The first of January 2026: nothing that this program reads was written before.
const EARLIEST: i32 = 20_454;

impl<'a> Source<'a> {
    /// From when on something is told of a service: since somebody made sure of it, or
    /// where nobody has yet, of anything else.
    fn since(&self, service: &Service) -> LocalDate {
        let own = service.checked.as_ref();
        own.map_or(self.checked, |checked| checked.on)
    }

    /// Every service with whoever runs it.
    fn services(&self) -> impl Iterator<Item = (&'a Organisation, &'a Service)> {
        let all = self.organisations.iter();
        all.flat_map(|organisation| {
            organisation
                .services
                .iter()
                .map(move |it| (organisation, it))
        })
    }

    /// A text in the language of the export.
    fn said<'t>(&self, text: &'t Text) -> &'t str {
        text.pick(&self.words.language)
    }

    /// The part of the borough that a place is in.
    fn locality(&self, place: &Place) -> Option<&'a Locality> {
        self.site.locality(place.locality.as_str())
    }

    /// What a session costs, said, with the rest that there is to say about it.
    fn cost(&self, service: &Service, session: Option<&Session>) -> String {
        let own = session.and_then(|session| session.cost.as_ref());
        let cost = own.unwrap_or(&service.cost);
        let words = cost.words.as_ref().map(|words| self.said(words));
        let said = cost.said(self.words);
        words.map_or(said.clone(), |words| [&said, ": ", words].concat())
    }

    /// The stable name of a thing.
    fn uuid(&self, parts: &[&str]) -> String {
        uuid::uuid(&self.site.area, parts)
    }
}

/// The sessions of a service with their names in files: the place, and a number where
/// there are several at that place, so that a new session at another place changes none.
fn named_sessions(service: &Service) -> impl Iterator<Item = (String, &Session)> {
    let sessions = service.sessions.iter().enumerate();
    sessions.map(|(index, session)| {
        let before = service.sessions.iter().take(index);
        let number = before.filter(|other| other.place == session.place).count();
        (format!("{}.{number}", session.place), session)
    })
}
