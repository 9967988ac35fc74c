//! Placeholders in words: `{name}`.

/// The text with values in the place of their placeholders. One that has no value stays,
/// so that a mistake can be seen.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        let place = ["{", name, "}"].concat();
        filled = filled.replace(&place, value);
    }
    filled
}

/// The names of a text's placeholders, sorted, each once.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
