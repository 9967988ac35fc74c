//! The page of one service, as the browser gets it: all said beforehand but what hangs on
//! the time.

mod read;

use super::find::STALE;
use super::publish::language;
use super::school::SchoolYear;
use super::service::{Organisation, Service, Welcome};
use super::timetable::Timetable;
use crate::calendar::LocalDate;
use crate::pack::Map;
use crate::site::Site;
use crate::text::Text;
use crate::words::{Catalogue, Word};

/// One service, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Its name in addresses.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who runs it.
    pub by: Text,
    /// What it is like.
    pub about: Text,
    /// One sentence over everything else.
    pub alert: Option<Text>,
    /// Whether it is not running for now.
    pub paused: bool,
    /// What it is in a few words: cost, ages, how to join, who it is for.
    pub tags: Vec<String>,
    /// What it costs and how to join, as sentences.
    pub join: Vec<Text>,
    /// Questions of a young person's, each with its answers.
    pub questions: Vec<(String, Vec<Text>)>,
    /// Where and when.
    pub sessions: Vec<DetailSession>,
    /// Where they are.
    pub places: Vec<DetailPlace>,
    /// A number to ring, as people write it.
    pub phone: Option<String>,
    /// A web site, without a scheme.
    pub web: Option<String>,
    /// An address to write to.
    pub email: Option<String>,
    /// When somebody last made sure; nothing where nobody has yet.
    pub checked: Option<LocalDate>,
    /// The day young people last visited to make sure.
    pub visited: Option<LocalDate>,
    /// The school year.
    pub school: SchoolYear,
    /// The borough's map, where there is one: how wide and how high it is, in its own units,
    /// and whom it is from.
    pub map: Option<(u16, u16, String)>,
    /// Whether it is nobody's business that somebody looks at it, see
    /// [`Service::is_private`]. Its tab says no name, nothing invites to pass it on, and
    /// there is a way to leave it at once.
    pub private: bool,
}

/// A session of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailSession {
    /// When, said.
    pub said: String,
    /// What it costs where that differs, said.
    pub cost: Option<String>,
    /// Which of the places.
    pub place: usize,
    /// When.
    pub timetable: Timetable,
    /// What else there is to know.
    pub note: Option<Text>,
    /// Why it isn't on dates that were cancelled, by the days since 1970.
    pub why: Vec<(LocalDate, Text)>,
}

/// A place of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailPlace {
    /// What it is called.
    pub name: Text,
    /// The part of the borough.
    pub area: Text,
    /// The part's name in addresses.
    pub area_id: String,
    /// The street, where it is told.
    pub address: Option<String>,
    /// How to find the door.
    pub find: Option<Text>,
    /// What it is and what it has, said.
    pub has: Vec<String>,
    /// Where it is on the map, from its left and its upper edge, in the map's own units;
    /// nothing where only the part of the borough is known.
    pub point: Option<(u16, u16)>,
}

impl Detail {
    /// Whether nobody has made sure of it for long, or ever.
    pub fn is_stale(&self, today: LocalDate) -> bool {
        let since = |checked: LocalDate| today.days() - checked.days();
        self.checked.is_none_or(|checked| since(checked) > STALE)
    }

    /// The page of a service.
    pub fn of(
        organisation: &Organisation,
        service: &Service,
        site: &Site,
        map: Option<&Map>,
        words: &Catalogue,
    ) -> Self {
        let mut used: Vec<&str> = Vec::new();
        let mut sessions = Vec::new();
        for session in &service.sessions {
            let id = session.place.as_str();
            let place = used.iter().position(|own| *own == id);
            let place = place.unwrap_or_else(|| {
                used.push(id);
                used.len() - 1
            });
            sessions.push(DetailSession {
                said: session.timetable.said(words),
                cost: session.cost.as_ref().map(|cost| cost.said(words)),
                place,
                timetable: session.counted(&site.school),
                note: session.note.clone(),
                why: session.why.clone(),
            });
        }
        if service.sessions.is_empty() {
            used.extend(organisation.places.iter().map(|place| place.id.as_str()));
        }
        let places = used
            .iter()
            .filter_map(|id| place(organisation, id, site, map, words));
        let mut tags = vec![service.cost.said(words), service.ages.said(words)];
        tags.extend(
            [service.joining.word(), service.level.word()].map(|it| words.say(it).to_owned()),
        );
        let mut join: Vec<Text> = vec![service.join.clone()];
        join.extend(service.cost.words.clone());
        Self {
            id: service.id.to_string(),
            name: service.name.clone(),
            by: organisation.name.clone(),
            about: service.about.clone(),
            alert: service.alert.clone(),
            paused: service.paused,
            tags,
            join,
            questions: questions(service, words),
            sessions,
            places: places.collect(),
            phone: service.phone.clone(),
            web: service.web.clone(),
            email: service.email.clone(),
            checked: service.checked.as_ref().map(|checked| checked.on),
            visited: service.welcome.as_ref().and_then(|welcome| welcome.visited),
            school: site.school.clone(),
            map: map.map(|map| {
                let credit = map.credit.clone().unwrap_or_default();
                (map.size.0, map.size.1, credit)
            }),
            private: service.is_private(),
        }
    }
}

fn questions(service: &Service, words: &Catalogue) -> Vec<(String, Vec<Text>)> {
    let said = |word: Word| Text::Same(words.say(word).to_owned());
    let mut questions = Vec::new();
    let mut ask = |word: Word, answers: Vec<Text>| {
        if !answers.is_empty() {
            questions.push((words.say(word).to_owned(), answers));
        }
    };
    if let Some(welcome) = &service.welcome {
        let Welcome {
            decides,
            tells,
            expect,
            alone,
            friend,
            ..
        } = welcome.clone();
        ask(Word::WhatToExpect, expect.into_iter().collect());
        let mut decides: Vec<Text> = decides.into_iter().collect();
        decides.extend(alone.then(|| said(Word::ComeAlone)));
        decides.extend(friend.then(|| said(Word::BringFriend)));
        ask(Word::WhoDecides, decides);
        ask(Word::WhoTheyTell, tells.into_iter().collect());
    }
    let supports = service.supports.iter().map(|support| said(support.word()));
    ask(Word::GroupSupports, supports.collect());
    let languages = service.languages.iter();
    let languages = languages.map(|tag| Text::Same(language(tag, words)));
    ask(Word::GroupLanguages, languages.collect());
    questions
}

fn place(
    organisation: &Organisation,
    id: &str,
    site: &Site,
    map: Option<&Map>,
    words: &Catalogue,
) -> Option<DetailPlace> {
    let place = organisation.place(id)?;
    let locality = site.locality(place.locality.as_str())?;
    let mut has: Vec<String> = place
        .kind
        .iter()
        .map(|kind| words.say(kind.word()).to_owned())
        .collect();
    has.extend(place.has.iter().map(|has| words.say(has.word()).to_owned()));
    Some(DetailPlace {
        name: place.name.clone(),
        area: locality.name.clone(),
        area_id: locality.id.to_string(),
        address: place.address.clone(),
        find: place.find.clone(),
        has,
        point: map
            .zip(place.point)
            .and_then(|(map, point)| map.place(point)),
    })
}
