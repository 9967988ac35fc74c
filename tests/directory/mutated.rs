//! Whatever is wrong with a directory, it is said in sentences and nothing crashes; what is
//! kept is right.

use hark::sheets::delimited;
use hark_domain::activity::import::Imported;
use hark_domain::activity::{Organisation, check, import};
use hark_domain::json;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::borough::within;

const ORUK: &str = r#"{"total_pages":2,"page_number":1,"contents":[{"id":"1","name":"Club","status":"active","description":"<p>Pool &amp; music (25 SEND)</p>","minimum_age":11,"maximum_age":19,"url":"https://example.org/a","email":"a@example.org","assured_date":"02/11/2026","fees":"£3/£2","schedules":[{"freq":"WEEKLY","interval":2,"byday":"FR,-1SA","dtstart":"2026-10-02","valid_from":"2026-10-01","valid_to":"2027-07-23","opens_at":"18:00Z","closes_at":"late","count":5},{"freq":"MONTHLY","bymonthday":"2,3","opens_at":"6pm","closes_at":"9"},{"closed":true,"valid_from":"2026-12-24","valid_to":"2027-01-02"}],"cost_options":[{"option":"Young","amount":0.5,"valid_to":"2030-01-01","currency":"gbp"}],"service_at_locations":[{"id":"9","location":{"name":"Hub","latitude":"53.52","longitude":-2.59,"addresses":[{"address_1":"Mill","city":"Weir","postal_code":"zz21aa","country":"GB"}],"accessibility":[{"description":"Step free"}]}},{"location":{"name":"Grid","latitude":360829,"longitude":402803}}],"languages":[{"name":"Polish"}],"contacts":[{"name":"A","phones":[{"number":"01942 000000"}]}],"attributes":[{"taxonomy_term":{"name":"Targeted"}}]}]}"#;

const OPENACTIVE: &str = r#"{"items":[{"state":"updated","kind":"SessionSeries","id":"1","modified":1580293007248,"data":{"@type":"SessionSeries","@id":"s","name":"Badminton","ageRange":{"minValue":11},"offers":[{"price":"5.00","priceCurrency":"GBP"}],"location":{"@type":"Place","name":"53.5, -2.5","geo":{"latitude":53.52,"longitude":-2.59},"amenityFeature":[{"name":"Lift","value":true}]},"eventSchedule":[{"@type":"Schedule","repeatFrequency":"P7D","byDay":["https://schema.org/Thursday"],"startDate":"2026-09-03","startTime":"11:00","duration":"PT3H","exceptDate":["2026-12-24T11:00:00Z"]}],"subEvent":[{"startDate":"2026-12-05T11:00:00+01:00","endDate":"2026-12-05T12:00:00Z","eventStatus":"EventCancelled"}]}},{"state":"updated","data":{"@type":"ScheduledSession","superEvent":"s","startDate":"2027-01-05T19:15:00Z","duration":"PT1H"}}]}"#;

const TABLE: &str = "Offer 2026;;\nName;Where;Postcode;Day;Start;End;Age;Cost;Access;Checked;Latitude;Longitude\n\"Club, late\";Hub;ZZ2 1AA;Fri & Sat 6-9;17:30;;11-19 (25 SEND);50p;Step free;02/11/2026;53,52;-2,59\n;Hall;zz11aa;1st and 3rd Tues;0.75;0.875;;;;;;\nSkate jam;Weir;;28/12/2026;10am;noon;Yr 9 and up;£3/£2;no;TBC;;\n";

const CALENDAR: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:Hub\nBEGIN:VEVENT\nUID:a\nSUMMARY:Club\\, 11-19\nLOCATION:Hall\\, Weir\nDTSTART;TZID=Europe/Berlin:20260905T003000\nDTEND;TZID=Europe/Berlin:20260905T033000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SA;WKST=SU;UNTIL=20270723T203000Z\nEXDATE;VALUE=DATE:20261225\nEXDATE:20261226T173000Z,20270101T173000Z\nRDATE;TZID=Europe/London:20261230T140000\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261127T233000Z\nDTSTART:20261128T183000Z\nDURATION:PT2H\nSUMMARY:Moved\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261204T233000Z\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n";

#[derive(Clone, Copy, Debug)]
enum Format {
    Oruk,
    OpenActive,
    Table,
    Calendar,
}

impl Format {
    fn seed(self) -> &'static str {
        match self {
            Self::Oruk => ORUK,
            Self::OpenActive => OPENACTIVE,
            Self::Table => TABLE,
            Self::Calendar => CALENDAR,
        }
    }

    /// Imports bytes; nothing where they are no JSON at all.
    fn import(self, bytes: &[u8]) -> Option<Imported> {
        within(|setting| {
            let files = || {
                Some(vec![(
                    String::new(),
                    serde_json::from_slice::<Value>(bytes).ok()?,
                )])
            };
            Some(match self {
                Self::Oruk => import::oruk(&files()?, setting),
                Self::OpenActive => import::openactive(&files()?, setting),
                Self::Table => import::table(&delimited::read(bytes).ok()?, "offer", setting),
                Self::Calendar => import::ics(&delimited::text(bytes), "hub", setting),
            })
        })
    }
}

/// What hands and programs write in the wrong place.
const TOKENS: [&str; 40] = [
    "null",
    "true",
    "-1",
    "1e308",
    "99999999999999999999",
    "\"\"",
    "[]",
    "{}",
    "\"",
    "\\",
    "\n",
    "\r\n ",
    ";",
    ",",
    ":",
    "=",
    "é",
    "\u{202e}",
    "\u{fdfa}",
    "İ",
    "ẞ",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "99991231T235959Z",
    "24:00",
    "25:61",
    "-999FR",
    "5FR",
    "P99999999999D",
    "PT-1H",
    "<script>",
    "&#x110000;",
    "£££",
    "0.",
    "NaN",
    "-",
    "WN7 1XX",
    "1-2-3-4",
    "65535",
];

#[derive(Clone, Debug)]
enum Damage {
    Replace(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize),
    Truncate(Index),
    Token(Index, &'static str),
    /// In the place of a word, so that much stays as it was.
    Word(Index, &'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    let token = || prop::sample::select(&TOKENS[..]);
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<Index>(), 1..400_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        any::<Index>().prop_map(Damage::Truncate),
        (any::<Index>(), token()).prop_map(|(at, token)| Damage::Token(at, token)),
        (any::<Index>(), token()).prop_map(|(at, token)| Damage::Word(at, token)),
        (any::<Index>(), token()).prop_map(|(at, token)| Damage::Word(at, token)),
        (any::<Index>(), token()).prop_map(|(at, token)| Damage::Word(at, token)),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    if bytes.is_empty() {
        return;
    }
    match damage {
        Damage::Replace(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Damage::Remove(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + length).min(bytes.len()));
        }
        Damage::Repeat(at, length) => {
            let at = at.index(bytes.len());
            let part = bytes[at..(at + length).min(bytes.len())].to_vec();
            bytes.splice(at..at, part);
        }
        Damage::Truncate(at) => bytes.truncate(at.index(bytes.len())),
        Damage::Token(at, token) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, token.bytes());
        }
        Damage::Word(at, token) => {
            let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte > 127;
            let start = at.index(bytes.len());
            let start = start
                + bytes[start..]
                    .iter()
                    .take_while(|byte| !is_word(byte))
                    .count();
            let end = start
                + bytes[start..]
                    .iter()
                    .take_while(|byte| is_word(byte))
                    .count();
            bytes.splice(start..end, token.bytes());
        }
    }
}

/// What fails once becomes a test of its own, by hand; nothing is kept in a file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        cases: 1_000,
        ..ProptestConfig::default()
    }
}

/// Everything that is true of any import.
fn is_right(imported: &Imported) {
    let mut organisations = Vec::new();
    for (path, file) in &imported.files {
        organisations.push((
            path.as_str(),
            json::take::<Organisation>(file.clone()).unwrap(),
        ));
        let text = file.to_string();
        assert!(
            !text.contains("<script") && !text.contains("javascript:"),
            "{text}"
        );
    }
    let all: Vec<(&str, &Organisation)> = organisations
        .iter()
        .map(|(path, own)| (*path, own))
        .collect();
    let problems = within(|setting| check(&all, setting.site));
    assert!(problems.is_empty(), "{problems:?}");
    for line in &imported.lines {
        assert!(
            !line.record.is_empty() && line.text.contains(' '),
            "{line:?}"
        );
        assert_eq!(line.to_string().lines().count(), 1, "{line:?}");
    }
    assert!(!imported.files.is_empty() || !imported.lines.is_empty());
}

#[test]
fn the_seeds_are_kept() {
    for format in [
        Format::Oruk,
        Format::OpenActive,
        Format::Table,
        Format::Calendar,
    ] {
        let imported = format.import(format.seed().as_bytes()).unwrap();
        is_right(&imported);
        assert!(
            !imported.files.is_empty(),
            "{format:?}: {:#?}",
            imported.lines
        );
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_damaged_directory_is_read_or_refused(
        format in prop::sample::select(&[Format::Oruk, Format::OpenActive, Format::Table, Format::Calendar][..]),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut bytes = format.seed().as_bytes().to_vec();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        if let Some(imported) = format.import(&bytes) {
            is_right(&imported);
        }
    }

    #[test]
    fn any_bytes_are_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for format in [Format::Table, Format::Calendar] {
            if let Some(imported) = format.import(&bytes) {
                is_right(&imported);
            }
        }
    }

    /// Each value of the JSON in turn may be anything.
    #[test]
    fn any_value_may_be_another(
        format in prop::sample::select(&[Format::Oruk, Format::OpenActive][..]),
        at in any::<Index>(),
        token in prop::sample::select(&TOKENS[..]),
    ) {
        let mut value: Value = serde_json::from_str(format.seed()).unwrap();
        let mut pointers = Vec::new();
        walk(&value, String::new(), &mut pointers);
        let other = serde_json::from_str(token).unwrap_or_else(|_| token.into());
        *value.pointer_mut(&pointers[at.index(pointers.len())]).unwrap() = other;
        let imported = format.import(value.to_string().as_bytes()).unwrap();
        is_right(&imported);
    }
}

fn walk(value: &Value, at: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| walk(value, format!("{at}/{name}"), pointers)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| walk(value, format!("{at}/{index}"), pointers)),
        _ => {}
    }
    pointers.push(at);
}
