//! What things of `OpenActive` are, for whom, by whom and for how much.

use super::{Chain, Known, kind, resolved};
use crate::activity::import::ages;
use crate::activity::import::dates;
use crate::activity::import::draft::{Cell, Draft, Price};
use crate::activity::import::node::Node;
use crate::calendar::LocalDate;

/// For which ages it is.
pub(super) fn ages(chain: &Chain<'_>, draft: &mut Draft) {
    let Some(range) = chain.get(&["ageRange"]) else {
        draft.ages.extend(chain.cell(&["typicalAgeRange"]));
        return;
    };
    draft.youngest = range.cell(&["minValue"]);
    draft.oldest = range.cell(&["maxValue"]);
}

/// What kind it is, whom it supports and whom it is for.
pub(super) fn words(chain: &Chain<'_>, draft: &mut Draft) {
    let label = |node: &Node<'_>| node.cell(&["prefLabel", "name"]).or_else(|| node.own());
    draft
        .kinds
        .extend(chain.list(&["activity"]).iter().filter_map(label));
    let categories: Vec<Cell> = chain.list(&["category"]).iter().filter_map(label).collect();
    draft.kinds.extend(categories.clone());
    draft.levels.extend(categories);
    draft.supports.extend(
        chain
            .list(&["accessibilitySupport"])
            .iter()
            .filter_map(label),
    );
    for cell in chain
        .list(&["genderRestriction"])
        .iter()
        .filter_map(Node::own)
    {
        let whom = match cell.text.rsplit(['/', ':']).next().unwrap_or_default() {
            "FemaleOnly" => "It is for girls and women.",
            "MaleOnly" => "It is for boys and men.",
            _ => continue,
        };
        draft.besides.push(whom.to_owned());
    }
}

/// What it costs; prices for older people are passed over.
pub(super) fn prices(chain: &Chain<'_>) -> Vec<Price> {
    let offers = chain.list(&["offers"]);
    let for_elders = |offer: &&Node<'_>| {
        let least = offer
            .get(&["ageRestriction"])
            .and_then(|range| range.cell(&["minValue"]));
        least
            .and_then(|least| ages::years(&least.text))
            .is_some_and(|least| least > ages::OLDEST)
    };
    offers
        .iter()
        .filter(|offer| !for_elders(offer))
        .map(|offer| Price {
            amount: offer.cell(&["price"]),
            words: offer.cell(&["name"]).into_iter().collect(),
            until: offer.cell(&["validThrough"]),
            currency: offer.cell(&["priceCurrency"]).filter(|_| {
                offer
                    .cell(&["price"])
                    .is_some_and(|price| price.text != "0")
            }),
        })
        .collect()
}

/// Who runs it and how to reach them.
pub(super) fn organizer<'a>(chain: &Chain<'a>, known: &Known<'a>, draft: &mut Draft) {
    let Some(node) = chain
        .get(&["organizer", "provider"])
        .map(|node| resolved(node, known))
    else {
        return;
    };
    let name = node.cell(&["name"]);
    if kind(&node).as_deref() == Some("Person") {
        draft.person = name;
    } else {
        draft.organisation = name;
    }
    draft.organisation_id = node.cell(&["@id", "id", "identifier"]);
    draft.phones.extend(node.cell(&["telephone"]));
    draft.emails.extend(node.cell(&["email"]));
    draft
        .webs
        .extend(node.cell(&["url"]).filter(|_| draft.webs.is_empty()));
    let leaders = chain.list(&["leader"]);
    let leader = leaders
        .iter()
        .find_map(|leader| leader.cell(&["name", "givenName"]));
    draft.person = draft.person.take().or(leader);
}

/// Whether it is on.
pub(super) fn status(chain: &Chain<'_>) -> Option<Cell> {
    let cell = chain.cell(&["eventStatus"])?;
    let said = cell.text.rsplit('/').next().unwrap_or_default();
    let words = match said {
        "EventCancelled" => "cancelled",
        "EventPostponed" => "postponed",
        _ => return None,
    };
    Some(Cell {
        field: cell.field,
        text: words.to_owned(),
    })
}

/// The day of a change, where `modified` is one: it may be any number that grows.
pub(super) fn modified(envelope: &Node<'_>) -> Option<Cell> {
    let cell = envelope.cell(&["modified"])?;
    if cell.text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = cell.text.parse().ok()?;
        let seconds = if number > 100_000_000_000 {
            number / 1000
        } else {
            number
        };
        // From 2010 to 2100; anything else counts something else.
        let known = (1_262_304_000..4_102_444_800).contains(&seconds);
        let days = i32::try_from(seconds / 86_400).ok().filter(|_| known)?;
        let day = LocalDate::from_days(days);
        return Some(Cell {
            field: cell.field,
            text: day.to_string(),
        });
    }
    dates::date(&cell.text).map(|_| cell)
}
