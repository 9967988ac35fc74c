//! Whatever is wrong with a pack, it is said in sentences and nothing crashes.

use std::fs;
use std::path::Path;

use hark_domain::pack::{self, Files};
use hark_tests::packs::{sample, shipped};
use proptest::prelude::*;
use proptest::sample::Index;

/// One slip of a hand or a disk.
#[derive(Clone, Debug)]
enum Damage {
    Replace(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize),
    Truncate(Index),
    Token(Index, &'static str),
}

/// What a hand may write in the wrong place.
const TOKENS: [&str; 14] = [
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999",
    "\"\"",
    "[]",
    "{}",
    "\"visible_if\":\"a = 'b'\",",
    "\"least\":300,",
    "\u{0}",
    "\\ud800",
    "(((((((((",
    "not not not ",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        (at(), 1..40_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (at(), 1..200_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        at().prop_map(Damage::Truncate),
        (at(), prop::sample::select(&TOKENS[..])).prop_map(|(at, token)| Damage::Token(at, token)),
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
            let end = (at + length).min(bytes.len());
            let part = bytes[at..end].to_vec();
            bytes.splice(end..end, part);
        }
        Damage::Truncate(at) => bytes.truncate(at.index(bytes.len())),
        Damage::Token(at, token) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, token.bytes());
        }
    }
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// What every outcome has to be: a pack that can be published, or sentences.
fn assert_sound(outcome: Result<(Files, pack::Pack), Vec<String>>) {
    match outcome {
        Ok((files, pack)) => {
            assert!(pack::published(&files, &pack, &[]).contains_key("site.json"));
            assert!(pack::helplines_html(&pack.site).ends_with("</ul></div>"));
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            for problem in problems {
                let (file, sentence) = problem.split_once(": ").unwrap();
                assert!(
                    file.contains(".json") || file == "map.svg",
                    "no file: {problem}"
                );
                assert!(sentence.contains(' '), "no sentence: {problem}");
            }
        }
    }
}

/// What fails once becomes a test of its own, by hand; nothing is kept in a file.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_damaged_pack_is_read_or_refused(
        file in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        let (files, _) = sample();
        let folder = tempfile::tempdir().unwrap();
        let spoilt = files.keys().nth(file.index(files.len())).unwrap();
        for (path, text) in &files {
            let mut bytes = text.clone().into_bytes();
            if path == spoilt {
                for damage in &damages {
                    apply(&mut bytes, damage);
                }
            }
            write(folder.path(), path, &bytes);
        }
        assert_sound(hark::folder::pack(folder.path()));
    }

    #[test]
    fn a_damaged_shipped_pack_is_read_or_refused(
        file in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..4),
    ) {
        // Its surveys are long; only one file is read, so that many cases are quick.
        let files = hark::folder::read(&shipped()).unwrap().files;
        let (path, text) = files.iter().nth(file.index(files.len())).unwrap();
        let mut bytes = text.clone().into_bytes();
        for damage in &damages {
            apply(&mut bytes, damage);
        }
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), path, &bytes);
        assert_sound(hark::folder::pack(folder.path()));
    }
}
