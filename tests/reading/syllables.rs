//! How many syllables an English word has, by rules.
//!
//! A run of vowels is a syllable, but for what is silent and for what is spoken apart.
//! The rules are for plain words; a word they get wrong stands in [`SPOKEN`].

/// Words that the rules get wrong.
const SPOKEN: [(&str, usize); 23] = [
    ("area", 3),
    ("areas", 3),
    ("behaviour", 3),
    ("business", 2),
    ("choir", 2),
    ("create", 2),
    ("created", 3),
    ("element", 3),
    ("evening", 2),
    ("evenings", 2),
    ("every", 2),
    ("hundred", 2),
    ("idea", 3),
    ("ideas", 3),
    ("maybe", 2),
    ("ok", 2),
    ("poem", 2),
    ("react", 2),
    ("safety", 2),
    ("science", 2),
    ("vegetable", 3),
    ("vegetables", 3),
    ("video", 3),
];

/// First parts of compounds: their last vowel would be taken for one within a word.
const FIRST: [&str; 8] = [
    "any", "else", "every", "home", "like", "safe", "some", "there",
];

/// Endings of one syllable that leave the word before them as it is spoken alone.
const LAST: [&str; 9] = [
    "ful", "less", "ly", "ment", "ments", "ness", "self", "ship", "ships",
];

/// How many syllables a word has when it is read aloud, one at least.
///
/// The parts of `after-school` are counted one by one. Figures are read aloud, as
/// Flesch (1948) counts them: below 100 as a number, others figure by figure, as
/// people read the number of a phone. Letters without a vowel are spelt: `NHS`, `pm`.
pub(crate) fn count(word: &str) -> usize {
    let parts = word.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
    let spoken: usize = parts.flat_map(runs).map(|run| part(&run)).sum();
    let pounds = word.matches('£').count();
    (spoken + pounds).max(1)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A word's runs of figures and of letters: `3D` has two.
fn runs(word: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    for c in word.chars() {
        let of_same_kind = |run: &&mut String| run.ends_with(char::is_numeric) == c.is_numeric();
        match runs.last_mut().filter(of_same_kind) {
            Some(run) => run.push(c),
            None => runs.push(c.to_string()),
        }
    }
    runs
}

fn part(run: &str) -> usize {
    if run.starts_with(|c: char| c.is_ascii_digit()) {
        return figures(run);
    }
    let lower = run.to_lowercase();
    // "didn't" and "isn't" have a syllable more than "did" and "is"; "don't" has not.
    let (word, more) = match lower.replace('’', "'").split_once('\'') {
        Some((word, "t")) if word.ends_with("dn") || word.ends_with("sn") => {
            (word[..word.len() - 1].to_owned(), 1)
        }
        Some((word, "t")) => (format!("{word}t"), 0),
        // "you're", "Hark's" and "they'll" have none more.
        Some((word, _)) => (word.to_owned(), 0),
        None => (lower, 0),
    };
    letters(&word) + more
}

fn figures(run: &str) -> usize {
    let two = |is_two: bool| if is_two { 2 } else { 1 };
    match run.parse::<usize>() {
        Ok(11 | 17) => 3,
        Ok(number @ 0..20) if run.len() <= 2 => two(matches!(number, 0 | 7 | 13..)),
        Ok(number @ 20..100) if run.len() == 2 => {
            let tens = if number / 10 == 7 { 3 } else { 2 };
            match number % 10 {
                0 => tens,
                ones => tens + two(ones == 7),
            }
        }
        // "Seven" and "zero" have two.
        _ => run.chars().map(|c| two(matches!(c, '0' | '7'))).sum(),
    }
}

fn letters(word: &str) -> usize {
    let known = SPOKEN.iter().find(|(spoken, _)| *spoken == word);
    known.map_or_else(|| by_rules(word), |(_, count)| *count)
}

fn by_rules(word: &str) -> usize {
    let has_vowel = |part: &str| part.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if !has_vowel(word) {
        // Spelt: W is the one letter with more than one, and has three.
        return word.chars().map(|c| if c == 'w' { 3 } else { 1 }).sum();
    }
    for first in FIRST {
        if let Some(rest) = word.strip_prefix(first)
            && rest.len() > 2
            && has_vowel(rest)
        {
            return letters(first) + letters(rest);
        }
    }
    for last in LAST {
        if let Some(rest) = word.strip_suffix(last)
            && rest.len() > 1
            && has_vowel(rest)
        {
            return letters(rest) + 1;
        }
    }
    (groups(word) + apart(word))
        .saturating_sub(silent(word))
        .max(1)
}

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

/// Runs of vowels. A `y` before a vowel, at the start or after another vowel, is none:
/// `you`, `player`.
fn groups(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let sounds = |at: usize| {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1).copied();
        let glides =
            letters[at] == 'y' && after.is_some_and(is_vowel) && before.is_none_or(is_vowel);
        is_vowel(letters[at]) && !glides
    };
    let starts = |at: &usize| sounds(*at) && (*at == 0 || !sounds(at - 1));
    (0..letters.len()).filter(starts).count()
}

/// Vowels that stand together and are spoken apart.
fn apart(word: &str) -> usize {
    let mut more = 0;
    let before = |at: usize| word[..at].chars().next_back();
    for (pair, unless) in [
        // me-di-a, but so-cial
        ("ia", "ctgsr"),
        // ra-di-o, but ques-tion, re-gion, fa-shion
        ("io", "ctgshnl"),
        // u-su-al, but lan-guage, qual-i-ty
        ("ua", "gq"),
        // qui-et, so-ci-e-ty
        ("iet", ""),
    ] {
        more += word
            .match_indices(pair)
            .filter(|(at, _)| !before(*at).is_some_and(|c| unless.contains(c)))
            .count();
    }
    // go-ing, try-ing; in play-ing the y parts them already.
    if let Some(stem) = word.strip_suffix("ing").or(word.strip_suffix("ings")) {
        let letters: Vec<char> = stem.chars().collect();
        more += match letters[..] {
            [.., before, 'y'] => usize::from(!is_vowel(before)),
            [.., last] => usize::from(is_vowel(last) && last != 'y'),
            [] => 0,
        };
    }
    // eas-i-er, eas-i-est
    if word.len() > 5 && (word.ends_with("ier") || word.ends_with("iest")) {
        more += 1;
    }
    more
}

/// Vowels that stand alone and are not spoken: the `e` of `like`, `likes`, `liked`.
fn silent(word: &str) -> usize {
    let ends = |ending: &str| {
        let stem = word.strip_suffix(ending)?;
        let mut back = stem.chars().rev();
        let last = back.next()?;
        // The y of "played" and "eye" is no vowel there.
        let glides = last == 'y' && back.next().is_some_and(is_vowel);
        (!is_vowel(last) || glides).then_some((stem, last))
    };
    // lit-tle, ta-bles, cen-tre, but whole and more.
    let syllabic = |stem: &str, last: char| {
        let before = stem.chars().rev().nth(1);
        match last {
            'l' => before.is_some_and(|c| !is_vowel(c)),
            'r' => before == Some('t'),
            _ => false,
        }
    };
    let is_silent = if word.ends_with("gue") || word.ends_with("que") {
        // u-nique
        true
    } else if let Some((stem, last)) = ends("e") {
        !syllabic(stem, last)
    } else if let Some((stem, last)) = ends("es") {
        // clas-ses, a-ges, match-es
        let hisses = "sxzcg".contains(last) || stem.ends_with("sh") || stem.ends_with("ch");
        !hisses && !syllabic(stem, last)
    } else if let Some((stem, last)) = ends("ed") {
        // want-ed, need-ed, cud-dled, but called
        !"td".contains(last) && (!syllabic(stem, last) || stem.ends_with("ll"))
    } else {
        false
    };
    usize::from(is_silent)
}

#[cfg(test)]
mod tests;
