//! Whether something must be made again: a hash over all it is made from.

use crate::{Outcome, files};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A hash over names and bytes of all files under `paths` (relative to `root`, or
/// absolute), and over `more`, which is whatever else the result depends on.
pub(crate) fn hash(root: &Path, paths: &[PathBuf], more: &str) -> Outcome<String> {
    let mut hasher = Sha256::new();
    hasher.update(more.as_bytes());
    for path in paths {
        for (name, file) in files::list(&root.join(path))? {
            let bytes = files::read(&file)?;
            // Lengths keep two different lists from running together into one.
            let head = format!("\n{}\n{name}\n{}\n", path.display(), bytes.len());
            hasher.update(head.as_bytes());
            hasher.update(&bytes);
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

/// Remembers what something was made from.
pub(crate) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// A stamp kept in `file` for things made from inputs with this hash.
    pub(crate) fn new(file: PathBuf, hash: String) -> Self {
        Self { file, hash }
    }

    /// Whether it was made from the same inputs last time.
    pub(crate) fn is_fresh(&self) -> bool {
        files::read(&self.file).is_ok_and(|kept| kept == self.hash.as_bytes())
    }

    /// To be called before making it: what is half made is not fresh.
    pub(crate) fn clear(&self) -> Outcome<()> {
        files::remove(&self.file)
    }

    /// To be called when it was made.
    pub(crate) fn set(&self) -> Outcome<()> {
        files::write(&self.file, &self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn bytes_are_two_digits_each() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
