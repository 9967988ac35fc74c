//! Against a plain reading of what each filter says, service by service; and what people
//! type.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::activity::listed::{Choosable, Group, ListedPlace, ListedService};
use crate::activity::timetable::{Change, Repeat, Rule, Timetable};
use crate::activity::{SchoolYear, When};
use crate::calendar::LocalDate;
use crate::clock::{ClockTime, Instant};
use crate::text::Text;

/// Tuesday 24 November 2026, 12:00, by clocks that never change.
fn noon() -> Clock<'static> {
    Clock {
        now: Instant::from_seconds(1_795_521_600),
        zone: &|_| 0,
    }
}

fn group(key: &str, many: bool, options: &[&str]) -> Group {
    let option = |key: &&str| Choosable {
        key: (*key).to_owned(),
        name: Text::from(*key),
        spot: (!many).then(|| Spot {
            x: i32::try_from(key.len()).unwrap() * 1_000,
            y: 0,
        }),
    };
    Group {
        key: key.to_owned(),
        title: key.to_owned(),
        many,
        options: options.iter().map(option).collect(),
    }
}

/// Options 0 to 2 are places, 3 and 4 kinds, 5 is free, 6 to 8 what a place has.
fn groups() -> Vec<Group> {
    vec![
        group(AREA, false, &["a", "bb", "ccc"]),
        group("kind", false, &["sport", "arts"]),
        group("cost", false, &["free"]),
        group("has", true, &["lift", "loop", "bus"]),
    ]
}

fn weekly(days: u8, from: u16) -> Timetable {
    Timetable {
        rule: Some(Rule {
            every: 1,
            repeat: Repeat::Weekly(days),
            starts: None,
            until: None,
            season: None,
        }),
        from: ClockTime::from_minutes(from).unwrap(),
        to: ClockTime::from_minutes((from + 120) % 1_440).unwrap(),
        changes: Vec::new(),
    }
}

fn service(name: &str) -> ListedService {
    ListedService {
        id: name.to_lowercase().replace(' ', "-"),
        name: Text::from(name),
        cost: String::new(),
        ages: String::new(),
        years: [11, 19, 25],
        checked: LocalDate::parse("2026-11-01").unwrap(),
        paused: false,
        options: Vec::new(),
        sessions: vec![ListedSession {
            place: None,
            options: Vec::new(),
            timetable: Some(weekly(1 << 4, 18 * 60)),
            cost: None,
        }],
    }
}

fn directories() -> impl Strategy<Value = Directory> {
    let place = (
        0..3_usize,
        subsequence(vec![6_usize, 7, 8], 0..=3),
        -5_000..5_000_i32,
    );
    let place = place.prop_map(|(area, has, x)| ListedPlace {
        name: Text::from("P"),
        spot: Spot { x, y: 0 },
        options: std::iter::once(area).chain(has).collect(),
    });
    let session = (
        0..4_usize,
        any::<bool>(),
        0..128_u8,
        0..1_440_u16,
        any::<bool>(),
    );
    let session = session.prop_map(|(place, free, days, from, off)| ListedSession {
        place: Some(place),
        options: free.then_some(5).into_iter().collect(),
        cost: None,
        timetable: (days > 0).then(|| {
            let mut timetable = weekly(days, from);
            let friday = LocalDate::parse("2026-11-27").unwrap();
            timetable
                .changes
                .extend(off.then_some(Change::Cancelled(friday)));
            timetable
        }),
    });
    let sessions = prop::collection::vec(session, 1..4);
    let listed = (
        sessions,
        3..5_usize,
        11..15_u8,
        15..20_u8,
        any::<bool>(),
        -300..0_i32,
    );
    let listed = listed.prop_map(
        |(sessions, kind, from, to, paused, checked)| ListedService {
            sessions,
            options: vec![kind],
            years: [from, to, 25],
            paused,
            checked: LocalDate::from_days(noon().today().days() + checked),
            ..service("S")
        },
    );
    let places = prop::collection::vec(place, 4);
    (places, prop::collection::vec(listed, 0..30)).prop_map(|(places, services)| Directory {
        school: SchoolYear::default(),
        groups: groups(),
        places,
        services,
        ..Directory::default()
    })
}

fn queries() -> impl Strategy<Value = Query> {
    let maybe = |options: Vec<&'static str>| prop::option::weighted(0.3, select(options));
    let picks = (
        maybe(vec![
            "now",
            "tonight",
            "tomorrow",
            "fri",
            "sat",
            "weekend",
            "2026-12-04",
        ]),
        maybe(vec!["11", "14", "17", "21", "25"]),
        maybe(vec!["a", "bb", "ccc"]),
        maybe(vec!["sport", "arts"]),
        maybe(vec!["free"]),
        subsequence(vec!["lift", "loop", "bus"], 0..=2),
        any::<bool>(),
    );
    picks.prop_map(|(when, age, area, kind, cost, has, ldd)| {
        let mut query = Query {
            ldd,
            ..Query::default()
        };
        for (group, option) in [
            (WHEN, when),
            (AGE, age),
            (AREA, area),
            ("kind", kind),
            ("cost", cost),
        ] {
            if option.is_some() {
                query.choose(group, option, false);
            }
        }
        for option in has {
            query.choose("has", Some(option), true);
        }
        query
    })
}

/// Whether a session is all that was asked for.
fn fits(
    directory: &Directory,
    service: &ListedService,
    session: &ListedSession,
    query: &Query,
) -> bool {
    let place = session.place.map(|place| &directory.places[place]);
    query
        .picks
        .iter()
        .all(|(group, option)| match group.as_str() {
            WHEN => {
                let window = When::parse(option).unwrap().window(noon());
                let timetable = session.timetable.as_ref();
                !service.paused
                    && timetable.is_some_and(|timetable| {
                        window
                            .first_of(timetable, &directory.school, noon().zone)
                            .is_some()
                    })
            }
            AGE => {
                let age: u8 = option.parse().unwrap();
                let oldest = service.years[if query.ldd { 2 } else { 1 }];
                service.years[0] <= age && age <= oldest
            }
            _ => {
                let named = |number: &usize| directory.option(*number).unwrap().key == *option;
                service.options.iter().any(named)
                    || session.options.iter().any(named)
                    || place.is_some_and(|place| place.options.iter().any(named))
            }
        })
}

fn count(directory: &Directory, query: &Query) -> usize {
    let services = directory.services.iter();
    let found = services.filter(|service| {
        let mut sessions = service.sessions.iter();
        sessions.any(|session| fits(directory, service, session, query))
    });
    found.count()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The total, the count of every option, and every suggestion are what choosing it gives.
    #[test]
    fn counts_are_what_choosing_gives(directory in directories(), query in queries()) {
        let mut finder = Finder::new(Arc::new(directory.clone()), noon());
        let found = finder.find(&query, None, noon());
        prop_assert_eq!(found.total, count(&directory, &query));
        for (group, options) in &found.counts {
            let many = group == "has";
            for (option, counted) in options {
                let mut other = query.clone();
                if !other.of(group).any(|picked| picked == option) {
                    other.choose(group, Some(option), many);
                }
                prop_assert_eq!(*counted, count(&directory, &other), "{}={}", group, option);
            }
        }
        prop_assert_eq!(found.instead.is_empty() || found.total == 0, true);
        for (instead, counted) in &found.instead {
            let mut other = query.clone();
            match instead {
                Instead::Option(group, option) => other.choose(group, Some(option), false),
                Instead::Without(group) => other.choose(group, None, false),
                Instead::WithoutText => prop_assert!(false, "nothing was typed"),
            }
            prop_assert!(*counted > 0);
            prop_assert_eq!(*counted, count(&directory, &other), "{:?}", instead);
        }
        // Whoever asked for one thing only can always go on without it.
        if found.total == 0 && query.picks.len() == 1 && !directory.services.is_empty() {
            prop_assert!(!found.instead.is_empty());
        }
    }

    /// Every page of hits follows the one before, and nothing is there twice or missing.
    #[test]
    fn pages_follow_each_other(directory in directories(), query in queries(), here in any::<bool>()) {
        let mut finder = Finder::new(Arc::new(directory.clone()), noon());
        let here = here.then_some(Spot { x: 100, y: 100 });
        let mut query = query;
        let mut all = Vec::new();
        loop {
            let found = finder.find(&query, here, noon());
            let size = found.hits.len();
            all.extend(found.hits);
            if size < PAGE {
                prop_assert_eq!(all.len(), found.total);
                break;
            }
            query.from += PAGE;
        }
        let mut seen: Vec<usize> = all.iter().map(|hit| hit.service).collect();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), all.len());
        for pair in all.windows(2) {
            let paused = |hit: &Hit| directory.services[hit.service].paused;
            let key = |hit: &Hit| (paused(hit), hit.metres, hit.when.map_or(i32::MAX, |it| it.from.day.days()), hit.stale);
            prop_assert!(key(&pair[0]) <= key(&pair[1]), "{:?}", pair);
        }
        for hit in &all {
            let service = &directory.services[hit.service];
            prop_assert!(fits(&directory, service, &service.sessions[hit.session], &query));
        }
    }

    #[test]
    fn what_is_published_is_read_again(directory in directories()) {
        let text = directory.to_json().to_string();
        prop_assert_eq!(crate::json::read::<Directory>(&text), Ok(directory));
    }
}

/// Services, with the words of each part, and words for one thing.
const SERVICES: [(&str, [&str; 4]); 4] = [
    (
        "Late Kick",
        [
            "late kick",
            "sport football",
            "spindle hall leigh",
            "small games lights",
        ],
    ),
    (
        "Roller Saturdays",
        [
            "roller saturdays",
            "sport skateboarding",
            "bobbin hall atherton",
            "music",
        ],
    ),
    (
        "Plug In",
        [
            "plug in",
            "music studio",
            "meadows wigan",
            "sing rap play beats football",
        ],
    ),
    ("Chill", ["chill", "support depressed", "meadows", "talk"]),
];

const SAME: [(&str, &str, usize); 3] = [
    ("football footy footie", "football", 0),
    ("skateboarding skatepark", "skateboarding", 1),
    ("depressed low", "feeling low", 3),
];

fn wordbook() -> Wordbook {
    let mut book = Wordbook::default();
    for (service, (_, parts)) in SERVICES.iter().enumerate() {
        for (part, words) in Part::ALL.into_iter().zip(parts) {
            for word in words.split(' ') {
                match book.words.iter_mut().find(|(other, _)| other == word) {
                    Some((_, finds)) => finds.push((service, part)),
                    None => book.words.push((word.to_owned(), vec![(service, part)])),
                }
            }
        }
    }
    for (words, named, service) in SAME {
        let words = words.split(' ').map(str::to_owned).collect();
        book.same
            .push((words, named.to_owned(), vec![(service, Part::Is)]));
    }
    book
}

fn typed(text: &str) -> Vec<(String, String)> {
    let directory = Directory {
        services: SERVICES.iter().map(|(name, _)| service(name)).collect(),
        ..Directory::default()
    };
    let mut finder = Finder::new(Arc::new(directory.clone()), noon());
    finder.know(crate::json::read(&wordbook().to_json().to_string()).unwrap());
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let hits = finder.find(&query, None, noon()).hits;
    let named = |hit: &Hit| {
        let name = directory.services[hit.service].name.pick("en").to_owned();
        (name, hit.word.clone().unwrap_or_default())
    };
    hits.iter().map(named).collect()
}

#[test]
fn young_peoples_words_and_slips_find_what_they_mean() {
    for (text, expected) in [
        ("footy", &[("Late Kick", "football")][..]),
        // What it is comes before what is said about it.
        (
            "football",
            &[("Late Kick", "football"), ("Plug In", "football")],
        ),
        (
            "fotball",
            &[("Late Kick", "football"), ("Plug In", "football")],
        ),
        ("skate bord", &[("Roller Saturdays", "skateboarding")]),
        ("skate park", &[("Roller Saturdays", "skateboarding")]),
        ("skat", &[("Roller Saturdays", "skateboarding")]),
        ("football leigh", &[("Late Kick", "football")]),
        ("football please leigh", &[("Late Kick", "football")]),
        ("LOW", &[("Chill", "feeling low")]),
        ("xyzzy", &[]),
        ("football music", &[("Plug In", "football")]),
    ] {
        let found = typed(text);
        let found: Vec<_> = found
            .iter()
            .map(|(name, word)| (name.as_str(), word.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    // Nothing typed is no search.
    assert_eq!(typed("  ").len(), 4);
}

#[test]
fn what_is_typed_and_finds_nothing_can_be_left_out() {
    let directory = Directory {
        services: vec![service("Late Kick")],
        ..Directory::default()
    };
    let mut finder = Finder::new(Arc::new(directory), noon());
    let query = Query {
        text: "xyzzy".to_owned(),
        ..Query::default()
    };
    let found = finder.find(&query, None, noon());
    assert_eq!(found.instead, [(Instead::WithoutText, 1)]);
}
