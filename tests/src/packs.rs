//! Content packs for tests.

use std::path::PathBuf;
use std::{env, fs};

use hark_domain::pack::{Files, Pack};
use hark_domain::site::Site;
use hark_domain::words::Catalogue;

/// The folder of the fixture called `name`.
pub fn fixture(name: &str) -> PathBuf {
    own().join("fixtures").join(name)
}

/// The root of the project.
pub fn root() -> PathBuf {
    own().join("..")
}

/// The folder of the tests, asked when they run: what comes from the cache may have been
/// built elsewhere.
fn own() -> PathBuf {
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .unwrap_or_default()
}

/// The pack that is shipped.
pub fn shipped() -> PathBuf {
    root().join("public/content")
}

/// The borough of the pack that is shipped.
pub fn sample_site() -> Site {
    hark::folder::pack(&shipped()).unwrap().1.site
}

/// The small pack, read.
pub fn sample() -> (Files, Pack) {
    hark::folder::pack(&fixture("pack")).unwrap()
}

/// The site's own words in every language.
pub fn words() -> Vec<Catalogue> {
    let folder = fs::read_dir(root().join("public/locales")).unwrap();
    let mut words: Vec<Catalogue> = folder
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .map(|text| Catalogue::read(&text).unwrap())
        .collect();
    words.sort_by(|a, b| a.language.cmp(&b.language));
    words
}
