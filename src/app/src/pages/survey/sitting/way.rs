//! The pages of a visit: which there are for this person, in which order, and where
//! Continue and Back lead.

use hark_domain::id::PageId;
use hark_domain::route::Step;
use hark_domain::survey::Page;
use leptos::prelude::*;

use super::Sitting;

impl Sitting {
    /// The page with that number in the definition, counted from 1.
    pub(in super::super) fn page(self, number: u16) -> Option<Page> {
        self.survey
            .read()
            .pages
            .get(usize::from(number).checked_sub(1)?)
            .cloned()
    }

    /// The number of a page in the definition.
    pub(in super::super) fn number(self, page: &PageId) -> u16 {
        let place = self
            .survey
            .read()
            .pages
            .iter()
            .position(|other| other.id == *page);
        place
            .and_then(|place| u16::try_from(place + 1).ok())
            .unwrap_or(1)
    }

    /// The numbers of the pages this person sees, in order.
    fn numbers(self) -> Vec<u16> {
        self.journey()
            .pages
            .iter()
            .map(|page| self.number(&page.id))
            .collect()
    }

    /// The first page this person sees.
    pub(in super::super) fn first_page(self) -> u16 {
        untrack(|| self.numbers()).first().copied().unwrap_or(1)
    }

    /// Whether this person sees the page with that number.
    pub(in super::super) fn shows(self, number: u16) -> bool {
        untrack(|| self.numbers()).contains(&number)
    }

    /// Where the page with that number stands among those this person sees, from 1,
    /// and how many those are.
    pub(in super::super) fn progress(self, number: u16) -> (usize, usize) {
        let numbers = self.numbers();
        let before = numbers.iter().filter(|other| **other <= number).count();
        (before.max(1), numbers.len())
    }

    /// What comes after the page with that number.
    pub(in super::super) fn after(self, number: u16) -> Step {
        let next = untrack(|| self.numbers())
            .into_iter()
            .find(|other| *other > number);
        next.map_or(Step::Check, Step::Page)
    }

    /// What comes before it.
    pub(in super::super) fn before(self, number: u16) -> Step {
        let before = untrack(|| self.numbers())
            .into_iter()
            .rfind(|other| *other < number);
        before.map_or(Step::Start, Step::Page)
    }

    /// Remembers that someone left the check to change one answer.
    pub(in super::super) fn leave_check(self) {
        let journey = untrack(|| self.journey());
        let pages = journey.pages.iter().map(|page| page.id.clone()).collect();
        self.visit
            .update_value(|visit| visit.left_check = Some(pages));
    }

    /// Remembers that someone is back at the check.
    pub(in super::super) fn reach_check(self) {
        self.visit
            .update_value(|visit| (visit.left_check, visit.page) = (None, 0));
    }

    /// Where Continue leads: the next page; for someone who came from the check
    /// back there, unless the changed answer brought up a page they never saw.
    pub(in super::super) fn onward(self, number: u16) -> Step {
        let next = self.after(number);
        let Some(before) = self.visit.with_value(|visit| visit.left_check.clone()) else {
            return next;
        };
        let new = match next {
            Step::Page(next) => {
                untrack(|| self.page(next)).is_some_and(|page| !before.contains(&page.id))
            }
            _ => false,
        };
        if new { next } else { Step::Check }
    }
}
