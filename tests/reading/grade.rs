//! The age that a text asks of its reader.

use crate::syllables;

/// What is counted of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) sentences: u32,
    pub(crate) words: u32,
    pub(crate) syllables: u32,
}

impl Counts {
    /// Counts a text. A text that ends without a full stop, such as a heading, is a
    /// sentence too.
    pub(crate) fn of(text: &str) -> Self {
        sentences(text)
            .map(|sentence| Self::of_sentence(&sentence))
            .sum()
    }

    fn of_sentence(sentence: &str) -> Self {
        let syllables: usize = words(sentence).map(syllables::count).sum();
        Self {
            sentences: 1,
            words: u32::try_from(words(sentence).count()).unwrap(),
            syllables: u32::try_from(syllables).unwrap(),
        }
    }

    /// The reading age in years: the grade of Flesch and Kincaid, and five, at which
    /// school starts. The grade is
    /// `0.39 × words / sentences + 11.8 × syllables / words - 15.59`
    /// (Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of new readability
    /// formulas for Navy enlisted personnel, Research Branch Report 8-75).
    pub(crate) fn age(self) -> f64 {
        let ratio = |one: u32, two: u32| f64::from(one) / f64::from(two.max(1));
        let grade = 0.39 * ratio(self.words, self.sentences)
            + 11.8 * ratio(self.syllables, self.words)
            - 15.59;
        grade + 5.0
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, one| Self {
            sentences: sum.sentences + one.sentences,
            words: sum.words + one.words,
            syllables: sum.syllables + one.syllables,
        })
    }
}

/// The sentences of a text. A mark ends one only before white space or the end, so
/// that neither `2.50` nor `hark.example` does; what it closes goes with it.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = String> {
    let mut sentences = vec![String::new()];
    for word in text.split_whitespace() {
        if let Some(sentence) = sentences.last_mut() {
            if !sentence.is_empty() {
                sentence.push(' ');
            }
            sentence.push_str(word);
        }
        if word
            .trim_end_matches(['"', '\'', '”', '’', ')'])
            .ends_with(['.', '!', '?', '…'])
        {
            sentences.push(String::new());
        }
    }
    sentences
        .into_iter()
        .filter(|sentence| words(sentence).next().is_some())
}

/// The words of a sentence: what stands between white space and has a letter or a
/// figure in it.
pub(crate) fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_those_of_the_formula() {
        for (sentences, words, syllables, grade) in [
            // "The cat sat on the mat."
            (1, 6, 6, -1.45),
            // "The Australian platypus is seemingly a hybrid of a mammal and reptilian
            // creature.", with 24 syllables as it is usually counted.
            (1, 13, 24, 11.26),
            // A text of 100 words in 5 sentences.
            (5, 100, 150, 9.91),
        ] {
            let counts = Counts {
                sentences,
                words,
                syllables,
            };
            assert!(
                (counts.age() - (grade + 5.0)).abs() < 0.005,
                "{counts:?}: {}",
                counts.age()
            );
        }
    }

    #[test]
    fn a_text_is_counted_by_its_sentences() {
        assert_eq!(
            Counts::of("The cat sat on the mat."),
            Counts {
                sentences: 1,
                words: 6,
                syllables: 6
            }
        );
        let found = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            found(
                "Call 999 now. It costs £2.50 at hark.example! Really? \"Yes, it does.\" Look out"
            ),
            [
                "Call 999 now.",
                "It costs £2.50 at hark.example!",
                "Really?",
                "\"Yes, it does.\"",
                "Look out",
            ]
        );
        assert_eq!(found(" … – \n"), [""; 0]);
        assert_eq!(
            words("One – two, 3 …").collect::<Vec<_>>(),
            ["One", "two,", "3"]
        );
        assert_eq!(Counts::of(""), Counts::default());
    }
}
