//! What would find something, where nothing was found.

use super::Finder;
use super::facets::AREA;
use super::found::Instead;
use super::query::{Query, WHEN};
use crate::activity::listed::Spot;

/// How many other options are named of each of the two groups where they help.
const OTHERS: usize = 3;

impl Finder {
    /// Other parts of the borough, other times, then each thing that was asked for left out.
    pub(super) fn instead(
        &self,
        query: &Query,
        counts: &[(String, Vec<(String, usize)>)],
        count: &dyn Fn(Option<usize>) -> usize,
    ) -> Vec<(Instead, usize)> {
        let mut instead = Vec::new();
        for (index, (group, options)) in counts.iter().enumerate() {
            if query.of(group).next().is_none() {
                continue;
            }
            if group == WHEN || group == AREA {
                // The nearest parts of the borough; times are in order already.
                let from = query.of(group).next().filter(|_| group == AREA);
                let apart = |key: &str| u128::from(self.metres_between(from, key).unwrap_or(0));
                let mut others: Vec<(u128, usize)> = Vec::new();
                for (place, (key, count)) in options.iter().enumerate() {
                    if *count > 0 {
                        others.push((apart(key), place));
                    }
                }
                others.sort_unstable();
                for (_, place) in others.iter().take(OTHERS) {
                    let (key, count) = &options[*place];
                    instead.push((Instead::Option(group.clone(), key.clone()), *count));
                }
            }
            let without = count(Some(index));
            if without > 0 {
                instead.push((Instead::Without(group.clone()), without));
            }
        }
        instead
    }

    /// The middle of a part of the borough.
    pub(super) fn spot_of(&self, key: &str) -> Option<Spot> {
        let mut groups = self.directory.groups.iter();
        let area = groups.find(|group| group.key == AREA)?;
        area.options.iter().find(|option| option.key == key)?.spot
    }

    fn metres_between(&self, from: Option<&str>, to: &str) -> Option<u32> {
        Some(self.spot_of(from?)?.metres_to(self.spot_of(to)?))
    }
}
