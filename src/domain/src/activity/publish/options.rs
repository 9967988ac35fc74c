//! The options of filters: only those that there is something for.

use super::super::listed::{Choosable, Ground, Group};
use super::super::lists::{Facility, Kind, Level, Support};
use super::super::place::Place;
use super::super::service::{Cost, Organisation, Service};
use super::super::session::Session;
use crate::activity::find::{AREA, COST};
use crate::site::Site;
use crate::text::Text;
use crate::words::{Catalogue, Word};

/// The groups, and for each option's name its number.
pub(in crate::activity) struct Options {
    pub(in crate::activity) groups: Vec<Group>,
}

/// The names of groups in addresses.
const KIND: &str = "kind";
const FREE: &str = "free";
const LEVEL: &str = "level";
const HAS: &str = "has";
const SUPPORTS: &str = "helps";
const LANGUAGE: &str = "lang";

impl Options {
    pub(in crate::activity) fn of(
        organisations: &[Organisation],
        site: &Site,
        words: &Catalogue,
        ground: &Ground,
    ) -> Self {
        let services = || organisations.iter().flat_map(|it| &it.services);
        let places = || organisations.iter().flat_map(|it| &it.places);
        let localities = site
            .localities
            .iter()
            .filter(|locality| places().any(|place| place.locality == locality.id));
        let areas = localities.map(|locality| Choosable {
            key: locality.id.to_string(),
            name: locality.name.clone(),
            spot: ground.spot(locality.lat, locality.lon),
        });
        let named = |key: &str, name: &str| Choosable {
            key: key.to_owned(),
            name: Text::Same(name.to_owned()),
            spot: None,
        };
        let listed = |key: &str, word: Word| named(key, words.say(word));
        let kinds = Kind::ALL
            .iter()
            .filter(|kind| services().any(|it| it.kind == **kind));
        let kinds = kinds.map(|kind| listed(kind.key(), kind.word()));
        let levels = Level::ALL
            .iter()
            .filter(|level| services().any(|it| it.level == **level));
        let levels = levels.map(|level| listed(level.key(), level.word()));
        let has = Facility::ALL
            .iter()
            .filter(|has| places().any(|it| it.has.contains(has)));
        let has = has.map(|has| listed(has.key(), has.word()));
        let supports = Support::ALL
            .iter()
            .filter(|support| services().any(|it| it.supports.contains(support)));
        let supports = supports.map(|support| listed(support.key(), support.word()));
        let mut tags: Vec<&String> = services().flat_map(|it| &it.languages).collect();
        tags.sort_unstable();
        tags.dedup();
        let languages = tags
            .into_iter()
            .map(|tag| named(tag, &language(tag, words)));
        let group = |key: &str, title: Word, many: bool, options: Vec<Choosable>| Group {
            key: key.to_owned(),
            title: words.say(title).to_owned(),
            many,
            options,
        };
        let mut groups = vec![
            group(AREA, Word::GroupWhere, false, areas.collect()),
            group(KIND, Word::GroupKind, false, kinds.collect()),
            group(COST, Word::GroupCost, false, vec![listed(FREE, Word::Free)]),
            group(LEVEL, Word::GroupLevel, false, levels.collect()),
            group(HAS, Word::GroupHas, true, has.collect()),
            group(SUPPORTS, Word::GroupSupports, true, supports.collect()),
            group(LANGUAGE, Word::GroupLanguages, false, languages.collect()),
        ];
        groups.retain(|group| !group.options.is_empty());
        Self { groups }
    }

    fn number(&self, group: &str, option: &str) -> Option<usize> {
        let mut number = 0;
        for own in &self.groups {
            if own.key == group {
                let found = own.options.iter().position(|it| it.key == option);
                return found.map(|place| number + place);
            }
            number += own.options.len();
        }
        None
    }

    fn numbers<'a>(&self, group: &str, options: impl Iterator<Item = &'a str>) -> Vec<usize> {
        options
            .filter_map(|option| self.number(group, option))
            .collect()
    }

    pub(in crate::activity) fn of_place(&self, place: &Place) -> Vec<usize> {
        let mut numbers = self.numbers(AREA, [place.locality.as_str()].into_iter());
        numbers.extend(self.numbers(HAS, place.has.iter().map(|has| has.key())));
        numbers
    }

    pub(in crate::activity) fn of_service(&self, service: &Service) -> Vec<usize> {
        let mut numbers = self.numbers(KIND, [service.kind.key()].into_iter());
        numbers.extend(self.numbers(LEVEL, [service.level.key()].into_iter()));
        let supports = service.supports.iter().map(|support| support.key());
        numbers.extend(self.numbers(SUPPORTS, supports));
        numbers.extend(self.numbers(LANGUAGE, service.languages.iter().map(String::as_str)));
        numbers
    }

    pub(in crate::activity) fn of_session(
        &self,
        service: &Service,
        session: &Session,
    ) -> Vec<usize> {
        self.of_cost(session.cost.as_ref().unwrap_or(&service.cost))
    }

    pub(in crate::activity) fn of_cost(&self, cost: &Cost) -> Vec<usize> {
        let free = (cost.pence == Some(0)).then_some(FREE);
        self.numbers(COST, free.into_iter())
    }
}

/// What a language is called by those who speak it; a tag that isn't known stays one.
pub(in crate::activity) fn language(tag: &str, words: &Catalogue) -> String {
    let name = match tag.split('-').next().unwrap_or(tag) {
        "bfi" => words.say(Word::Bsl),
        "ar" => "العربية",
        "am" => "አማርኛ",
        "bg" => "Български",
        "bn" => "বাংলা",
        "cs" => "Čeština",
        "cy" => "Cymraeg",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fa" => "فارسی",
        "fr" => "Français",
        "gu" => "ગુજરાતી",
        "hi" => "हिन्दी",
        "hu" => "Magyar",
        "it" => "Italiano",
        "ku" => "Kurdî",
        "lt" => "Lietuvių",
        "lv" => "Latviešu",
        "pa" => "ਪੰਜਾਬੀ",
        "pl" => "Polski",
        "ps" => "پښتو",
        "pt" => "Português",
        "ro" => "Română",
        "ru" => "Русский",
        "sk" => "Slovenčina",
        "so" => "Soomaali",
        "ti" => "ትግርኛ",
        "tr" => "Türkçe",
        "uk" => "Українська",
        "ur" => "اردو",
        "vi" => "Tiếng Việt",
        "yue" => "粵語",
        "zh" => "中文",
        _ => tag,
    };
    name.to_owned()
}
