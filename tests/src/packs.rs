//! Content packs for tests.

use std::path::{Path, PathBuf};

use hark_domain::pack::{Files, Pack};
use hark_domain::site::Site;

/// The folder of the fixture called `name`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
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
