//! Finding among 10,000 services, beside the `simsearch` crate, which is made for finding
//! with slips of the finger in memory: it searches the same words, without any filter,
//! count or time. `cargo xtask bench find` runs it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hark_domain::activity::{self, Directory, Finder, Query};
use hark_domain::clock::{self, Clock};
use hark_domain::words::english;
use hark_tests::packs;

/// How many services there are.
const SERVICES: usize = 10_000;

/// How often each is timed; the middle counts.
const ROUNDS: usize = 101;

/// What may be asked: nothing, filters, words, and all of them.
const ASKED: [(&str, &str); 7] = [
    ("nothing", ""),
    ("tonight", "when=tonight"),
    (
        "five filters",
        "when=fri&in=leigh&age=14&cost=free&has=lift",
    ),
    ("a word", "q=football"),
    ("a word that begins", "q=foo"),
    ("two words with slips", "q=skaet%20bord"),
    ("words and filters", "q=fotball%20leigh&when=weekend&age=12"),
];

fn main() {
    let directory = Arc::new(many(&directory()));
    let zone = |at: clock::Instant| i32::from(at.seconds() < 0);
    // Tuesday 24 November 2026, 18:00.
    let now = clock::Instant::from_seconds(1_795_543_200);
    let clock = Clock { now, zone: &zone };
    let before = Instant::now();
    let mut finder = Finder::new(directory.clone(), clock);
    say(&format!("made ready\t{}\t", shown(before.elapsed())));
    let mut rival: simsearch::Index<usize> = simsearch::Index::new();
    for (index, service) in directory.services.iter().enumerate() {
        rival.insert(index, &service.words.join(" "));
    }
    for (name, fragment) in ASKED {
        let query = Query::parse(fragment);
        let own = timed(|| {
            black_box(finder.find(black_box(&query), None, clock));
        });
        let other = (!query.text.is_empty()).then(|| {
            timed(|| {
                black_box(rival.search(black_box(&query.text)));
            })
        });
        let other = other.map_or(String::new(), shown);
        say(&format!("{name}\t{}\t{other}", shown(own)));
    }
}

fn directory() -> Directory {
    let (_, pack) =
        hark::folder::pack(&packs::shipped()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    activity::directory(&pack.organisations, &pack.site, english())
}

/// The shipped services again and again, each time with another name and two words of its
/// own, so that there are as many words as in so many services.
fn many(directory: &Directory) -> Directory {
    let mut many = directory.clone();
    many.services.clear();
    let mut services = directory.services.iter().cycle();
    for number in 0..SERVICES {
        let Some(service) = services.next() else {
            break;
        };
        let mut service = service.clone();
        let own = syllables(number);
        service.id = format!("{}-{number}", service.id);
        service.words[0] = format!("{} {own}", service.words[0]);
        service.words[3] = format!("{} {own}s", service.words[3]);
        many.services.push(service);
    }
    many
}

/// A word of a number.
fn syllables(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "cor", "den", "fil", "gan", "hol", "jut", "kem", "lis", "mon", "nar", "pel", "ris",
        "sut", "tav", "wen",
    ];
    let at = |shift: usize| SYLLABLES[number >> shift & 15];
    [at(0), at(4), at(8), at(12)].concat()
}

/// The middle of many times.
fn timed(mut act: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let before = Instant::now();
            act();
            before.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn shown(time: Duration) -> String {
    time.as_micros().to_string()
}

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
fn say(line: &str) {
    println!("{line}");
}
