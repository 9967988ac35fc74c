//! Puts the site's words in every language into the binary: forms are made for whatever
//! pack the server is given. A further language is a further file of words, and no code.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // Asked when it runs: a build script from the cache may have been built elsewhere.
    let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&own).join("../../public/locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let included = files.iter().map(|file| {
        let path = file.to_string_lossy();
        format!("include_str!({path:?}),")
    });
    let list = format!("[{}]", included.collect::<String>());
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    fs::write(out.join("locales.rs"), list)
}
