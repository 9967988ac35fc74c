//! What somebody looks for, as the address has it.
//!
//! It stands in the fragment, `/activities#when=tonight&age=12`, so that it can be shared
//! and come back to, and never reaches a server. What somebody typed is read there, where a
//! link has it, and never written: an address stays in the browser's history, and what
//! people ask a search for can be what nobody else should know.

use std::fmt;

use crate::activity::export::SEARCHES;

/// The name of a time in addresses.
pub const WHEN: &str = "when";
/// The name of a part of the borough.
const AREA: &str = "in";
/// The name of an age.
pub const AGE: &str = "age";
/// The mark of whoever has learning difficulties or a disability.
pub const LDD: &str = "ldd";
/// The name of a text.
pub const TEXT: &str = "q";
/// From which hit on they are shown.
const FROM: &str = "from";

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What they typed.
    pub text: String,
    /// Names of groups and options that were chosen.
    pub picks: Vec<(String, String)>,
    /// Whether the limits of age for people with learning difficulties or disabilities hold.
    pub ldd: bool,
    /// How many hits are passed over.
    pub from: usize,
}

impl Query {
    /// Reads a fragment, with or without its `#`. What means nothing is left out.
    pub fn parse(fragment: &str) -> Self {
        let mut query = Self::default();
        for field in fragment.trim_start_matches('#').split('&') {
            let (key, value) = field.split_once('=').unwrap_or((field, ""));
            let value = decoded(value);
            match key {
                TEXT => query.text = value,
                LDD => query.ldd = true,
                FROM => query.from = value.parse().unwrap_or(0),
                _ if value.is_empty() => {}
                _ => {
                    let values = value.split(',').filter(|value| !value.is_empty());
                    query
                        .picks
                        .extend(values.map(|value| (key.to_owned(), value.to_owned())));
                }
            }
        }
        query
    }

    /// The options chosen of a group.
    pub fn of(&self, group: &str) -> impl Iterator<Item = &str> {
        let own = self.picks.iter().filter(move |(key, _)| key == group);
        own.map(|(_, option)| option.as_str())
    }

    /// Chooses an option, in the place of others where only one can be chosen; without one,
    /// takes back whatever was chosen. The list begins anew.
    pub fn choose(&mut self, group: &str, option: Option<&str>, many: bool) {
        let same = |pick: &(String, String)| pick.0 == group && option == Some(pick.1.as_str());
        let had = self.picks.iter().any(same);
        self.picks
            .retain(|pick| pick.0 != group || many && option.is_some() && !same(pick));
        if let Some(option) = option
            && !(many && had)
        {
            self.picks.push((group.to_owned(), option.to_owned()));
        }
        self.from = 0;
    }

    /// The address of the calendar that has just what is looked for, for whoever wants to
    /// subscribe to it: Fridays, Saturdays or weekends, everywhere or in one part of the
    /// borough.
    pub fn calendar(&self) -> Option<String> {
        let (mut search, mut area) = (None, "all");
        for (group, option) in &self.picks {
            match &**group {
                WHEN => search = SEARCHES.iter().find(|(name, _)| name == option),
                AREA if area == "all" => area = option,
                _ => return None,
            }
        }
        let (search, _) = search.filter(|_| self.text.is_empty() && !self.ldd)?;
        Some(["/calendar/", area, "-", search, ".ics"].concat())
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.picks.is_empty() && self.text.trim().is_empty()
    }
}

/// The fragment, without its `#` and without what was typed.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        for (index, (key, _)) in self.picks.iter().enumerate() {
            if self.picks[..index].iter().any(|(other, _)| other == key) {
                continue;
            }
            let values: Vec<String> = self.of(key).map(encoded).collect();
            parts.push([key, "=", &values.join(",")].concat());
        }
        if self.ldd {
            parts.push(LDD.to_owned());
        }
        if self.from > 0 {
            parts.push([FROM, "=", &self.from.to_string()].concat());
        }
        f.write_str(&parts.join("&"))
    }
}

/// Codes all that means something in a fragment (RFC 3986, section 2.1).
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut coded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            coded.push(char::from(byte));
        } else {
            coded.push('%');
            for half in [byte >> 4, byte & 15] {
                coded.push(char::from(DIGITS[usize::from(half)]));
            }
        }
    }
    coded
}

/// The other way round; what was coded wrongly stays.
fn decoded(text: &str) -> String {
    let digit = |at: usize| char::from(*text.as_bytes().get(at)?).to_digit(16);
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let coded = (*byte == b'%')
            .then(|| digit(at + 1).zip(digit(at + 2)))
            .flatten()
            .and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        at += if coded.is_some() { 3 } else { 1 };
        bytes.push(coded.unwrap_or(*byte));
    }
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::export::search_name;
    use crate::id::LocalityId;
    use proptest::prelude::*;

    #[test]
    fn a_fragment_is_a_query() {
        let query = Query::parse("#q=skate%20bord&when=tonight&has=lift,bsl&ldd&from=20&x&y=");
        assert_eq!(query.text, "skate bord");
        assert_eq!(query.of("has").collect::<Vec<_>>(), ["lift", "bsl"]);
        assert!(query.ldd && query.from == 20);
        assert_eq!(
            query.to_string(),
            "when=tonight&has=lift,bsl&ldd&from=20",
            "what was typed stands in no address"
        );
        assert!(Query::parse("").is_empty());
    }

    #[test]
    fn one_option_takes_the_place_of_another_or_joins_it() {
        let mut query = Query::parse("when=tonight&from=20");
        query.choose("when", Some("fri"), false);
        query.choose("has", Some("lift"), true);
        query.choose("has", Some("bsl"), true);
        assert_eq!(query.to_string(), "when=fri&has=lift,bsl");
        query.choose("has", Some("lift"), true);
        query.choose("when", None, false);
        assert_eq!(query.to_string(), "has=bsl");
        query.choose("has", None, true);
        assert!(query.is_empty());
    }

    #[test]
    fn a_search_has_a_calendar_where_that_holds_neither_more_nor_less() {
        let of = |fragment: &str| Query::parse(fragment).calendar();
        let leigh = LocalityId::new("leigh").unwrap();
        for (area, all) in [("", None), ("&in=leigh", Some(&leigh))] {
            for (search, _) in SEARCHES {
                let name = search_name(all, search);
                let own = of(&format!("when={search}{area}"));
                assert_eq!(own, Some(format!("/calendar/{name}.ics")));
            }
        }
        for other in [
            "",
            "in=leigh",
            "when=tonight",
            "when=fri&age=12",
            "when=fri&ldd",
            "when=fri&q=a",
            "when=fri&in=leigh,ince",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            text in "\\PC{1,12}",
            picks in prop::collection::vec(("[a-z]{2,5}", "[a-z0-9-]{1,8}"), 0..5),
            ldd: bool,
            from in 0..100_usize,
        ) {
            let mut query = Query { ldd, ..Query::default() };
            for (group, option) in picks {
                if ![LDD, FROM].contains(&group.as_str()) {
                    query.choose(&group, Some(&option), true);
                }
            }
            // Options of one group stand together.
            query.picks.sort();
            query.from = from;
            prop_assert_eq!(&Query::parse(&query.to_string()), &query);
            // Words of a link are read, in whatever way it has written them.
            let link = ["q=", &encoded(&text), "&", &query.to_string()].concat();
            let read = Query::parse(&link);
            prop_assert_eq!(read.to_string(), query.to_string());
            prop_assert_eq!(read.text, text);
        }

        #[test]
        fn no_fragment_panics(fragment in "\\PC{0,40}") {
            let query = Query::parse(&fragment);
            let _ = query.to_string();
        }
    }
}
