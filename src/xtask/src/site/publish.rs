//! Writes the finished site beside the old one and swaps them at the end.

use super::{Files, compress};
use crate::{Outcome, files, project::Project};
use hark_domain::{activity::export::Export, pack::media::MediaType};
use std::{fs, path::Path};

/// Writes all files with their compressed copies, then lets the new folder take the
/// place of the old one.
pub(crate) fn publish(project: &Project, site: &Files) -> Outcome<()> {
    // In the checkout, where a rename is sure to stay on one disk, and in the one
    // folder there that git leaves alone.
    let new = project.root.join("target/dist.new");
    let old = project.root.join("target/dist.old");
    let dist = project.dist();
    files::remove(&new)?;
    files::remove(&old)?;
    for (name, bytes) in site {
        // Hundreds of files that no visit waits for.
        let brotli = if Export::kind(name).is_some() {
            compress::quick_brotli
        } else {
            compress::brotli
        };
        write(&new.join(name), bytes, brotli)?;
    }
    if dist.exists() {
        fs::rename(&dist, &old).map_err(files::named(&dist))?;
    }
    fs::rename(&new, &dist).map_err(files::named(&dist))?;
    files::remove(&old)
}

fn write(path: &Path, bytes: &[u8], brotli: fn(&[u8]) -> Option<Vec<u8>>) -> Outcome<()> {
    files::write(path, bytes)?;
    if is_packed(path) {
        return Ok(());
    }
    for (ending, packed) in [("br", brotli(bytes)), ("gz", compress::gzip(bytes))] {
        if let Some(packed) = packed {
            let mut copy = path.as_os_str().to_owned();
            copy.push(".");
            copy.push(ending);
            files::write(Path::new(&copy), packed)?;
        }
    }
    Ok(())
}

/// Whether a file is compressed as it is: photographs, recordings and films are, and packing
/// a film once more takes minutes for nothing.
fn is_packed(path: &Path) -> bool {
    let kind = path.to_str().and_then(MediaType::of);
    kind.is_some_and(|kind| !kind.is_text())
}
