//! `hark check DIR`

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::ran::{refused, run, sample};

/// A copy of the small pack, to be spoilt.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (files, _) = hark_tests::packs::sample();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn check(folder: &Path) -> String {
    refused(["check".as_ref(), folder.as_os_str()])
}

fn spoil(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_right_pack_is_one_line_and_exit_0() {
    let ran = run(["check".as_ref(), sample("").as_os_str()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    for count in [
        "Surveys: 2",
        "5 questions",
        "Organisations: 1",
        "Helplines: 1",
    ] {
        assert!(ran.out.contains(count), "{count}: {}", ran.out);
    }
}

#[test]
fn every_problem_is_a_line_with_file_place_and_sentence() {
    let pack = copy();
    spoil(
        pack.path(),
        "site.json",
        "\"urgent\": [\"line\"]",
        "\"urgent\": [\"x\"]",
    );
    spoil(pack.path(), "surveys/clubs.json", "nights > 0", "days > 0");
    spoil(pack.path(), "activities/club.json", "\"fri\"", "\"friday\"");
    let err = check(pack.path());
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 3, "{err}");
    for (line, place) in lines.iter().zip([
        "activities/club.json: /services/0/sessions/0/days/0: ",
        "site.json: /urgent/0: ",
        "surveys/clubs.json: /pages/2/visible_if: ",
    ]) {
        let sentence = line.strip_prefix(place).unwrap_or_else(|| panic!("{line}"));
        assert!(sentence.starts_with(char::is_uppercase), "{line}");
    }
}

#[test]
fn a_time_zone_that_is_nowhere_is_said_with_the_rest() {
    let pack = copy();
    spoil(
        pack.path(),
        "site.json",
        "{",
        r#"{ "time_zone": "Europe/Wigan","#,
    );
    spoil(
        pack.path(),
        "site.json",
        r#""urgent": ["line"]"#,
        r#""urgent": ["x"]"#,
    );
    let err = check(pack.path());
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(lines[0].starts_with("site.json: /urgent/0: "), "{err}");
    assert_eq!(
        lines[1],
        "site.json: /time_zone: There is no time zone \"Europe/Wigan\": write it like \
         \"Europe/London\", as the IANA database does."
    );
    spoil(pack.path(), "site.json", "Europe/Wigan", "Pacific/Apia");
    spoil(
        pack.path(),
        "site.json",
        r#""urgent": ["x"]"#,
        r#""urgent": ["line"]"#,
    );
    let ran = run(["check".as_ref(), pack.path().as_os_str()]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn colours_that_nobody_could_read_are_said() {
    let pack = copy();
    let colours = r##"{ "colours": {"light": {"accent": "#b684dd", "highlight": "#ffc533"},
        "dark": {"accent": "violet"}},"##;
    spoil(pack.path(), "site.json", "{", colours);
    let err = check(pack.path());
    let written = "site.json: /colours/dark/accent: A colour is written \"#4a1f8a\"";
    assert!(err.starts_with(written), "{err}");

    spoil(pack.path(), "site.json", "violet", "#d3bcff");
    assert_eq!(
        check(pack.path()),
        "site.json: /colours/light/accent: This colour has a contrast of 2.6:1 on the page's \
         background; words need 4.5:1. Take a darker one.\n"
    );

    spoil(pack.path(), "site.json", "#b684dd", "#8a1f7d");
    let ran = run(["check".as_ref(), pack.path().as_os_str()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn danger_words_that_find_nothing_or_everything_are_said() {
    let pack = copy();
    let danger = r#"{ "danger": {"en": ["kill myself", "…", "k*"], "polish": []},"#;
    spoil(pack.path(), "site.json", "{", danger);
    let err = check(pack.path());
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 4, "{err}");
    for (line, place) in lines.iter().zip([
        "site.json: /danger: The site is offered in \"cs\"",
        "site.json: /danger/en/1: This is empty",
        "site.json: /danger/en/2: In \"k*\" a * stands for too much",
        "site.json: /danger/polish: \"polish\" is no language",
    ]) {
        assert!(line.starts_with(place), "{line}");
    }
}

#[test]
fn a_folder_that_is_none_is_said() {
    let pack = copy();
    let err = check(&pack.path().join("nowhere"));
    assert!(err.contains("there is no such folder"), "{err}");
    let err = check(&pack.path().join("site.json"));
    assert!(err.contains("this is not a folder"), "{err}");
    let empty = tempfile::tempdir().unwrap();
    let err = check(empty.path());
    assert!(err.starts_with("site.json: This file is missing"), "{err}");
}

#[test]
fn awkward_files_are_said() {
    let pack = copy();
    let at = |name: &str| pack.path().join(name);
    fs::write(at("surveys/latin.json"), [b'{', 0xe9, b'}']).unwrap();
    fs::create_dir(at("surveys/folder.json")).unwrap();
    fs::File::create(at("surveys/huge.json"))
        .unwrap()
        .set_len(5 * 1024 * 1024)
        .unwrap();
    std::os::unix::fs::symlink("nowhere", at("surveys/broken.json")).unwrap();
    std::os::unix::fs::symlink(pack.path(), at("surveys/loop")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(at("surveys/pipe.json"))
        .status();
    assert!(pipe.unwrap().success());
    // None of these is anybody's business.
    fs::write(at(".DS_Store"), "x").unwrap();
    fs::write(at(".hidden.json"), "x").unwrap();
    fs::write(at("notes.svg"), [0xff]).unwrap();

    let err = check(pack.path());
    let expected = [
        "surveys/broken.json: This file can't be read",
        "surveys/huge.json: This file is too large: 4 MB is the most.",
        "surveys/latin.json: This is not UTF-8 text, from byte 1: save it as UTF-8.",
        "surveys/loop: This is a link to a folder that it lies in itself.",
        "surveys/pipe.json: This is not a file.",
    ];
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{err}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}");
    }
}

#[test]
fn a_pack_of_links_is_read() {
    // A cluster mounts a pack as links to a hidden folder.
    let pack = copy();
    let mount = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(pack.path(), mount.path().join("..data")).unwrap();
    for name in ["site.json", "surveys", "activities"] {
        let target = Path::new("..data").join(name);
        std::os::unix::fs::symlink(target, mount.path().join(name)).unwrap();
    }
    let ran = run(["check".as_ref(), mount.path().as_os_str()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("Surveys: 2"), "{}", ran.out);
}

#[test]
fn a_file_saved_with_a_byte_order_mark_is_read() {
    let pack = copy();
    let path = pack.path().join("site.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("\u{feff}{text}")).unwrap();
    let ran = run(["check".as_ref(), pack.path().as_os_str()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn folders_without_end_are_not_read() {
    let pack = copy();
    let deep: std::path::PathBuf = std::iter::repeat_n("a", 40).collect();
    fs::create_dir_all(pack.path().join(deep)).unwrap();
    let err = check(pack.path());
    assert!(err.contains("Folders can lie 8 deep at most."), "{err}");
    assert_eq!(err.lines().count(), 1);
}

#[test]
fn a_server_does_not_start_with_a_wrong_pack() {
    let pack = copy();
    spoil(pack.path(), "surveys/clubs.json", "nights > 0", "days > 0");
    spoil(
        pack.path(),
        "site.json",
        "\"urgent\": [\"line\"]",
        "\"urgent\": [\"x\"]",
    );
    let data = pack.path().join("data");
    let err = refused([
        "serve".as_ref(),
        "--port".as_ref(),
        "0".as_ref(),
        "--data".as_ref(),
        data.as_os_str(),
        "--content".as_ref(),
        pack.path().as_os_str(),
    ]);
    assert_eq!(err.lines().count(), 2, "{err}");
    assert!(
        err.contains("/urgent/0") && err.contains("/visible_if"),
        "{err}"
    );
    assert!(!data.exists(), "it touched the data");
}

#[test]
fn pictures_and_recordings_are_checked_with_everything_else() {
    let pack = copy();
    let media = pack.path().join("media");
    fs::create_dir_all(media.join("easy")).unwrap();
    spoil(
        pack.path(),
        "surveys/clubs.json",
        "\"kind\":",
        "\"media\": {\"audio\": \"say.mp3\"}, \"easy\": {\"picture\": \"easy/park.svg\"}, \"kind\":",
    );
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>";
    fs::write(media.join("easy/park.svg"), drawing).unwrap();
    fs::write(media.join("say.mp3"), "sound").unwrap();
    fs::write(media.join(".DS_Store"), "x").unwrap();
    let ran = run(["check".as_ref(), pack.path().as_os_str()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("Pictures and recordings: 2"),
        "{}",
        ran.out
    );

    fs::remove_file(media.join("say.mp3")).unwrap();
    fs::write(media.join("easy/park.svg"), "<svg><script>x</script></svg>").unwrap();
    fs::write(media.join("notes.txt"), "x").unwrap();
    fs::write(media.join("huge.svg"), "x".repeat(300_001)).unwrap();
    fs::write(media.join("latin.svg"), [b'<', 0xe9]).unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.png"), "x").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.png"), media.join("link.png")).unwrap();
    spoil(
        pack.path(),
        "site.json",
        "\"urgent\": [\"line\"]",
        "\"urgent\": [\"x\"]",
    );
    let err = check(pack.path());
    let expected = [
        "media/easy/park.svg: A drawing must not have <script>",
        "media/huge.svg: This file is too large: 300 KB is the most",
        "media/latin.svg: This is not UTF-8 text.",
        "media/link.png: This is a link to a file outside the pack's folder.",
        "media/notes.txt: Hark shows no such file",
        "site.json: /urgent/0: ",
        "surveys/clubs.json: /pages/0/questions/0/media/audio: There is no file media/say.mp3 in this pack.",
    ];
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{err}");
    for (line, start) in lines.iter().zip(expected) {
        assert!(line.starts_with(start), "{line}");
    }
}
