//! Precision and recall of each kind, and the floor they may not fall below.
//!
//! The rules were made to fit most of these texts, so what they reach here says only that
//! nothing got worse. What new texts may expect: the last part of each file was written
//! when the rules stood, and gave the first time
//!
//! | kind | pieces | precision | recall |
//! |---|---|---|---|
//! | phone | 28 | 100 % | 100 % |
//! | e-mail | 14 | 92 % | 92 % |
//! | postcode | 10 | 100 % | 100 % |
//! | handle | 38 | 85 % | 89 % |
//! | link | 7 | 100 % | 100 % |
//!
//! "@wigan it is dead" is still taken for a handle: which places there are is no rule's
//! to know.

use std::fmt::Write as _;
use std::io::Write as _;

use hark_domain::survey::personal::{Found, What, find, taken_out};

use crate::labelled::{KINDS, Labelled, negatives, positives};

/// What was reached: precision and recall in per cent, rounded down.
const FLOORS: [(What, usize, usize); 5] = [
    (What::Phone, 100, 100),
    (What::Email, 100, 100),
    (What::Postcode, 100, 100),
    (What::Handle, 98, 100),
    (What::Link, 100, 100),
];

#[test]
fn each_kind_is_found_as_well_as_it_was() {
    let (positives, negatives) = (positives(), negatives());
    assert!(positives.len() >= 120 && negatives.len() >= 120);
    let texts: Vec<Labelled> = positives.into_iter().chain(negatives).collect();
    let mut table = String::from("\nkind      right  missed  wrong  precision  recall\n");
    let (mut wrong, mut below) = (Vec::new(), Vec::new());
    for ((name, what), (_, precise, recalled)) in KINDS.into_iter().zip(FLOORS) {
        let score = Score::of(what, &texts);
        let (right, missed, spurious) = (score.right, score.missed.len(), score.spurious.len());
        let share = |all: usize| right * 100 / all.max(1);
        let (precision, recall) = (share(right + spurious), share(right + missed));
        let row = [right, missed, spurious].map(|count| format!("{count:7}"));
        let row = row.concat();
        writeln!(table, "{name:8}{row} {precision:9}% {recall:6}%").unwrap();
        if precision < precise || recall < recalled {
            below.push(name);
        }
        wrong.extend([score.missed, score.spurious].concat());
    }
    // Not by `println!`, which the test harness keeps to itself when a test passes.
    std::io::stdout()
        .lock()
        .write_all(table.as_bytes())
        .unwrap();
    let wrong = wrong.join("\n");
    assert!(below.is_empty(), "{below:?} fell\n{table}{wrong}");
}

/// How well one kind is found.
#[derive(Default)]
struct Score {
    right: usize,
    missed: Vec<String>,
    spurious: Vec<String>,
}

impl Score {
    fn of(what: What, texts: &[Labelled]) -> Self {
        let mut score = Self::default();
        let of_kind = |found: &&Found| found.what == what;
        for Labelled { text, expected } in texts {
            let found = find(text);
            let told =
                |word, piece: &Found| format!("{word} \"{}\" in: {text}", piece.quoted(text));
            for piece in expected.iter().filter(of_kind) {
                if found.contains(piece) {
                    score.right += 1;
                } else {
                    score.missed.push(told("missed", piece));
                }
            }
            let spurious = found
                .iter()
                .filter(of_kind)
                .filter(|piece| !expected.contains(piece));
            score
                .spurious
                .extend(spurious.map(|piece| told("wrong", piece)));
        }
        score
    }
}

#[test]
fn the_rest_still_reads() {
    for (text, left) in [
        (
            "Ring me on 07700 900123 after six",
            "Ring me on … after six",
        ),
        ("ring 07700 900123 or 07700 900456", "ring … or …"),
        ("07700 900123 07700 900456 please", "… please"),
        ("call (01632) 960123.", "call …."),
        ("I like chess", "I like chess"),
        ("07700 900123", ""),
        (" 07700 900123! ", ""),
        ("رقمي ٠٧٧٠٠ ٩٠٠١٢٣ شكرا", "رقمي … شكرا"),
        ("sam@example.com@sam_j", ""),
    ] {
        assert_eq!(taken_out(text), left, "{text}");
    }
}
