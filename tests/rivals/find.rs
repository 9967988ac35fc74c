//! Finding among 10,000 services, beside the `simsearch` crate, which is made for finding
//! with slips of the finger in memory: it searches the same words, without any filter,
//! count or time. `cargo xtask bench find` runs it.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hark_domain::activity::find::{Finds, Part, Wordbook};
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
    let (directory, book) = many(&shipped());
    let directory = Arc::new(directory);
    let zone = |at: clock::Instant| i32::from(at.seconds() < 0);
    // Tuesday 24 November 2026, 18:00.
    let now = clock::Instant::from_seconds(1_795_543_200);
    let clock = Clock { now, zone: &zone };
    let before = Instant::now();
    let mut finder = Finder::new(directory.clone(), clock);
    finder.know(book.clone());
    say(&format!("made ready\t{}\t", shown(before.elapsed())));
    let mut rival: simsearch::Index<usize> = simsearch::Index::new();
    for (service, words) in words_of(&book, directory.services.len()).iter().enumerate() {
        rival.insert(service, words);
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

fn shipped() -> (Directory, Wordbook) {
    let read = hark::folder::pack(&packs::shipped());
    let (_, pack) = read.unwrap_or_else(|problems| panic!("{problems:#?}"));
    (
        activity::directory(&pack.organisations, &pack.site, english()),
        activity::wordbook(&pack.organisations, &pack.site, english()),
    )
}

/// The shipped services again and again, each time with two words of its own, so that there
/// are as many words as in so many services.
fn many((directory, book): &(Directory, Wordbook)) -> (Directory, Wordbook) {
    let own = directory.services.len();
    let mut many = directory.clone();
    let services = directory.services.iter().cycle();
    many.services = services.take(SERVICES).cloned().collect();
    let again = |finds: &Finds| -> Finds {
        let times = (0..SERVICES).step_by(own);
        let all = times.flat_map(|first| finds.iter().map(move |(at, part)| (first + at, *part)));
        all.filter(|(service, _)| *service < SERVICES).collect()
    };
    let words = book.words.iter();
    let mut words: Vec<(String, Finds)> = words
        .map(|(word, finds)| (word.clone(), again(finds)))
        .collect();
    for service in 0..SERVICES {
        let word = syllables(service);
        words.push((format!("{word}s"), vec![(service, Part::About)]));
        words.push((word, vec![(service, Part::Name)]));
    }
    let same = book.same.iter();
    let same = same.map(|(words, named, finds)| (words.clone(), named.clone(), again(finds)));
    (
        many,
        Wordbook {
            words,
            same: same.collect(),
        },
    )
}

/// All words of each service, as a text.
fn words_of(book: &Wordbook, services: usize) -> Vec<String> {
    let mut texts = vec![String::new(); services];
    let words = book.words.iter().map(|(word, finds)| (word.clone(), finds));
    let same = book
        .same
        .iter()
        .map(|(words, _, finds)| (words.join(" "), finds));
    for (word, finds) in words.chain(same) {
        for (service, _) in finds {
            texts[*service].push_str(&word);
            texts[*service].push(' ');
        }
    }
    texts
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
