//! What groups, options and changes are called on the screen.

use hark_domain::activity::find::{AGE, AREA, WHEN};
use hark_domain::activity::listed::{Choosable, Group};
use hark_domain::activity::{Instead, When};
use hark_domain::words::Word;

use super::looking::Looking;
use crate::language::{say, say_with, short_date, text};

/// What a time is called.
pub(super) fn time(key: &str) -> String {
    let word = match When::parse(key) {
        Some(When::Now) => Word::OnNow,
        Some(When::Tonight) => Word::Tonight,
        Some(When::Tomorrow) => Word::Tomorrow,
        Some(When::Friday) => Word::ThisFriday,
        Some(When::Saturday) => Word::ThisSaturday,
        Some(When::Weekend) => Word::ThisWeekend,
        Some(When::On(date)) => return short_date(date),
        None => Word::AnyTime,
    };
    say(word)
}

/// What a group is called where it asks for nothing.
pub(super) fn nothing_of(group: &str) -> Word {
    match group {
        WHEN => Word::AnyTime,
        AGE => Word::AnyAge,
        AREA => Word::Everywhere,
        _ => Word::AnyOf,
    }
}

impl Looking {
    /// The group of that name.
    pub(super) fn group(&self, key: &str) -> Option<&Group> {
        self.directory.groups.iter().find(|group| group.key == key)
    }

    fn option(&self, group: &str, key: &str) -> String {
        if group == WHEN {
            return time(key);
        }
        let of = |group: &Group| -> Option<String> {
            let option = group.options.iter().find(|option| option.key == key)?;
            Some(text(&option.name))
        };
        self.group(group).and_then(of).unwrap_or_default()
    }

    /// What a change is called.
    pub(super) fn instead(&self, instead: &Instead) -> String {
        let what = match instead {
            Instead::Option(group, key) => return self.option(group, key),
            Instead::Without(group) => match nothing_of(group) {
                Word::AnyOf => {
                    let chosen = self.query.of(group).map(|key| self.option(group, key));
                    chosen.collect::<Vec<_>>().join(&say(Word::Comma))
                }
                other => return say(other),
            },
            Instead::WithoutText => self.query.text.clone(),
        };
        say_with(Word::WithoutThis, &[("what", &what)])
    }

    /// The part of the borough that a place is in.
    pub(super) fn area_of(&self, place: usize) -> Option<&Choosable> {
        // Options are counted through all groups, and this group is the first.
        let group = self.directory.groups.first().filter(|it| it.key == AREA)?;
        let place = self.directory.places.get(place)?;
        let mut areas = place.options.iter().filter_map(|at| group.options.get(*at));
        areas.next()
    }
}
