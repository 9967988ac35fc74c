//! Sets of sessions, one bit each.

/// A set of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of `count`.
    pub(super) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    /// All of `count`.
    pub(super) fn all(count: usize) -> Self {
        let mut all = Self(vec![u64::MAX; count.div_ceil(64)]);
        if let Some(last) = all.0.last_mut()
            && !count.is_multiple_of(64)
        {
            *last = (1 << (count % 64)) - 1;
        }
        all
    }

    pub(super) fn set(&mut self, index: usize) {
        if let Some(word) = self.0.get_mut(index / 64) {
            *word |= 1 << (index % 64);
        }
    }

    /// Keeps what is in the other one too.
    pub(super) fn keep(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// What is in all of these, out of `all`.
    pub(super) fn of_all<'a>(all: &Self, sets: impl Iterator<Item = &'a Self>) -> Self {
        let mut left = all.clone();
        sets.for_each(|set| left.keep(set));
        left
    }

    pub(super) fn for_each(&self, take: &mut dyn FnMut(usize)) {
        for (index, word) in self.0.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                take(index * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }

    /// How many services have a session in both sets, where `ends` has the last session of
    /// each.
    ///
    /// Without looking at single bits: a service's sessions but the last are filled up with
    /// ones and added to; what is in the set carries over into the place of the last. (The
    /// trick with which Hacker's Delight, chapter 6, finds bytes that are not zero.)
    pub(super) fn services(&self, other: &Self, ends: &Self) -> usize {
        let (mut count, mut carry) = (0, false);
        for ((word, other), ends) in self.0.iter().zip(&other.0).zip(&ends.0) {
            let set = word & other;
            let (sum, over) = (set & !ends).overflowing_add(!ends);
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            carry = over || over_again;
            count += ((sum | set) & ends).count_ones() as usize;
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn services_are_counted_once(
            sizes in prop::collection::vec(1..90_usize, 1..12),
            chosen in prop::collection::vec(any::<bool>(), 1_100),
        ) {
            let owners: Vec<usize> = sizes
                .iter()
                .enumerate()
                .flat_map(|(service, size)| std::iter::repeat_n(service, *size))
                .collect();
            let (mut set, mut ends) = (Bits::none(owners.len()), Bits::none(owners.len()));
            let mut expected = BTreeSet::new();
            for (index, owner) in owners.iter().enumerate() {
                if chosen[index] {
                    set.set(index);
                    expected.insert(owner);
                }
                if owners.get(index + 1) != Some(owner) {
                    ends.set(index);
                }
            }
            prop_assert_eq!(set.services(&Bits::all(owners.len()), &ends), expected.len());
            let mut seen = Vec::new();
            set.for_each(&mut |index| seen.push(index));
            let all: Vec<usize> = (0..owners.len()).filter(|index| chosen[*index]).collect();
            prop_assert_eq!(seen, all);
        }
    }
}
