//! Placeholders in words: `{name}`.

/// The text with values in the place of their placeholders. One that has no value stays,
/// so that a mistake can be seen.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let named = |(name, value): &(&str, &str)| {
            let rest = piece.strip_prefix(name)?.strip_prefix('}')?;
            Some([value, rest].concat())
        };
        let as_it_is = || ["{", piece].concat();
        let said = values.iter().find_map(named).unwrap_or_else(as_it_is);
        filled.push_str(&said);
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
