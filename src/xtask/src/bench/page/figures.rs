//! What was measured: for each page and each profile, a figure a round.

use crate::Outcome;
use serde_json::Value;

/// A page that was measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// Ours.
    Hark,
    /// Rendered before it is sent, hydrated afterwards.
    Preact,
    /// Plain HTML, a page a question.
    GovUk,
    /// A survey engine for the browser.
    SurveyJs,
}

impl Page {
    /// All of them, Hark first.
    pub(super) const ALL: [Self; 4] = [Self::Hark, Self::Preact, Self::GovUk, Self::SurveyJs];

    fn key(self) -> &'static str {
        match self {
            Self::Hark => "hark",
            Self::Preact => "preact",
            Self::GovUk => "govuk",
            Self::SurveyJs => "surveyjs",
        }
    }

    /// As it stands in a table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Hark => "Hark",
            Self::Preact => "Preact, prerendered",
            Self::GovUk => "GOV.UK Frontend",
            Self::SurveyJs => "SurveyJS",
        }
    }
}

/// How it was measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Profile {
    /// Lighthouse, with its settings for a phone.
    Lighthouse,
    /// Slow 4G, and a processor slowed down six times.
    Slow,
}

impl Profile {
    fn key(self) -> &'static str {
        match self {
            Self::Lighthouse => "lighthouse",
            Self::Slow => "slow",
        }
    }

    /// As it stands behind a figure's name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Lighthouse => "Lighthouse",
            Self::Slow => "Slow 4G + 6 ×",
        }
    }
}

/// All figures of one run.
pub(super) struct Figures(Value);

impl Figures {
    /// Reads what the measuring script wrote.
    pub(super) fn read(json: &[u8]) -> Outcome<Self> {
        serde_json::from_slice(json)
            .map(Self)
            .map_err(|error| format!("The figures can't be read: {error}."))
    }

    /// The middle one of all rounds, and of all taps where there are several a round.
    pub(super) fn median(&self, page: Page, profile: Profile, name: &str) -> Outcome<f64> {
        let mut all = self.every(page, profile, name)?;
        all.sort_by(f64::total_cmp);
        let middle = all.len() / 2;
        let upper = all[middle];
        if all.len() % 2 == 1 {
            return Ok(upper);
        }
        Ok(f64::midpoint(all[middle - 1], upper))
    }

    /// The largest one.
    pub(super) fn worst(&self, page: Page, profile: Profile, name: &str) -> Outcome<f64> {
        let all = self.every(page, profile, name)?;
        Ok(all.into_iter().fold(f64::NEG_INFINITY, f64::max))
    }

    /// At least one figure, or the sentence that says which there is none of.
    fn every(&self, page: Page, profile: Profile, name: &str) -> Outcome<Vec<f64>> {
        let rounds = self.0[page.key()][profile.key()].as_array();
        let every: Vec<f64> = rounds
            .into_iter()
            .flatten()
            .flat_map(|round| match &round[name] {
                Value::Array(several) => several.iter().filter_map(Value::as_f64).collect(),
                one => Vec::from_iter(one.as_f64()),
            })
            .collect();
        if every.is_empty() {
            let (page, profile) = (page.name(), profile.name());
            return Err(format!("{page} has no figure '{name}' ({profile})."));
        }
        Ok(every)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, Page, Profile};

    const JSON: &[u8] = br#"{"hark": {"slow": [
        {"lcp": 5, "taps": [1, 9]}, {"lcp": 1, "taps": [2, 3]}, {"lcp": 3, "taps": [4, 4]}
    ]}}"#;

    #[test]
    fn the_median_is_the_middle_of_all_rounds() {
        let figures = Figures::read(JSON).unwrap_or_else(|error| panic!("{error}"));
        let median = |name| figures.median(Page::Hark, Profile::Slow, name);
        assert_eq!(median("lcp"), Ok(3.0));
        assert_eq!(median("taps"), Ok(3.5));
        assert_eq!(figures.worst(Page::Hark, Profile::Slow, "taps"), Ok(9.0));
    }

    #[test]
    fn what_was_not_measured_is_named() {
        let figures = Figures::read(JSON).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(
            figures.median(Page::SurveyJs, Profile::Lighthouse, "lcp"),
            Err("SurveyJS has no figure 'lcp' (Lighthouse).".to_owned())
        );
    }
}
