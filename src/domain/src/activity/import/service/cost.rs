//! What a service costs.

use serde_json::{Map, Value};

use crate::activity::import::draft::{Draft, Price};
use crate::activity::import::line::Log;
use crate::activity::import::plain::{folded, has_words, plain, quoted};
use crate::activity::import::{price, times};
use crate::calendar::LocalDate;

/// What it costs: what a young person has to bring at most, with the rest in words.
pub(super) fn cost(draft: &Draft, today: LocalDate, log: &mut Log) -> Value {
    let mut prices: Vec<(u32, String, bool)> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for price in &draft.prices {
        if let Some(read) = one_price(price, today, log) {
            let (pence, words, young) = read;
            if !words.is_empty() && !said.contains(&words) {
                said.push(words.clone());
            }
            prices.push((pence, words, young));
        } else {
            let words = price.words.iter().map(|cell| plain(&cell.text).0);
            said.extend(words.filter(|words| words.chars().any(char::is_alphabetic)));
        }
    }
    said.dedup();
    let several = prices
        .iter()
        .any(|(pence, ..)| prices.first().is_some_and(|first| first.0 != *pence));
    let young = prices
        .iter()
        .filter(|(.., young)| *young)
        .map(|(pence, ..)| *pence)
        .max();
    let highest = young.or(prices.iter().map(|(pence, ..)| *pence).max());
    let free = draft.free.as_ref().filter(|cell| cell.is_yes()).map(|_| 0);
    let pence = highest.or(free);
    let mut cost = Map::new();
    match pence {
        Some(pence) => {
            cost.insert("pence".to_owned(), pence.into());
            if several {
                let field = draft.prices.first().map_or("cost", |price| field_of(price));
                log.repaired(field, format!("There are several prices: {pence} pence is shown, and all of them in words."));
                said = prices
                    .iter()
                    .map(|(pence, words, _)| {
                        let sum = pounds(*pence);
                        if words.is_empty() {
                            sum
                        } else if words.starts_with(&sum) {
                            words.clone()
                        } else {
                            format!("{sum}: {words}")
                        }
                    })
                    .collect();
            }
        }
        None => log.repaired("cost", "Nobody says what it costs: people are told to ask."),
    }
    let words: String = said.join("; ").chars().take(300).collect();
    if !words.is_empty() {
        cost.insert("words".to_owned(), words.into());
    }
    Value::Object(cost)
}

fn pounds(pence: u32) -> String {
    match (pence / 100, pence % 100) {
        (0, 0) => "free".to_owned(),
        (0, pence) => format!("{pence}p"),
        (pounds, 0) => format!("£{pounds}"),
        (pounds, pence) => format!("£{pounds}.{pence:02}"),
    }
}

fn field_of(price: &Price) -> &str {
    let cell = price.amount.as_ref().or(price.words.first());
    cell.map_or("cost", |cell| cell.field.as_str())
}

/// Pence, what else is said, and whether it is a price for young people.
fn one_price(price: &Price, today: LocalDate, log: &mut Log) -> Option<(u32, String, bool)> {
    if let Some(until) = times::day(price.until.as_ref(), log).filter(|until| *until < today) {
        let field = field_of(price);
        log.left_out(field, format!("This price ended on {until}."));
        return None;
    }
    if let Some(cell) = &price.currency
        && folded(&cell.text) != "gbp"
    {
        log.left_out(
            &cell.field,
            format!("A price in {}: prices are in pounds.", quoted(&cell.text)),
        );
        return None;
    }
    let words: Vec<String> = price.words.iter().map(|cell| plain(&cell.text).0).collect();
    let sum = price
        .amount
        .as_ref()
        .and_then(|cell| price::pounds(&cell.text));
    // "50p: with a drink", beside an amount of 0.50: the sum need not be said again.
    let without_sum = |words: String| {
        let (said, rest) = words.split_once(": ").unwrap_or((&words, ""));
        let again = sum.is_some_and(|pence| said.eq_ignore_ascii_case(&pounds(pence)));
        if again { rest.to_owned() } else { words }
    };
    let words = words
        .into_iter()
        .map(without_sum)
        .filter(|words| !words.is_empty());
    let joined = words.collect::<Vec<_>>().join(", ");
    let young = [
        "young",
        "child",
        "children",
        "junior",
        "juniors",
        "student",
        "students",
        "under",
        "concession",
        "u18",
        "youth",
    ]
    .iter()
    .any(|word| has_words(&folded(&joined), word));
    if let Some(cell) = &price.amount {
        if let Some(pence) = price::pounds(&cell.text) {
            // "0 … otherwise 3 pounds" is not free for everybody.
            let told = price::told(&joined).filter(|told| pence == 0 && told.pence > 0);
            if let Some(told) = &told {
                let field = price.words.first().map_or(&cell.field, |cell| &cell.field);
                log.repaired(
                    field,
                    format!(
                        "The price is 0, and {} says {}: that is shown.",
                        quoted(&joined),
                        pounds(told.pence)
                    ),
                );
            }
            return Some((told.map_or(pence, |told| told.pence), joined, young));
        }
        if let Some(told) = price::told(&cell.text) {
            log.repaired(
                &cell.field,
                format!("{} is read as {}.", quoted(&cell.text), pounds(told.pence)),
            );
            let words = if told.more { cell.text.clone() } else { joined };
            return Some((told.pence, words, young));
        }
        log.left_out(&cell.field, format!("{} is no price.", quoted(&cell.text)));
        return None;
    }
    for cell in &price.words {
        if let Some(told) = price::told(&cell.text) {
            if folded(&cell.text) != "free" {
                log.repaired(
                    &cell.field,
                    format!("{} is read as {}.", quoted(&cell.text), pounds(told.pence)),
                );
            }
            let words = if told.more { joined } else { String::new() };
            return Some((told.pence, words, young));
        }
        if !cell.text.chars().any(char::is_alphabetic) {
            log.left_out(&cell.field, format!("{} is no price.", quoted(&cell.text)));
        }
    }
    None
}
