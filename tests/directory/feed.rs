//! Feeds of several pages: what was said last is what counts.

use hark_domain::activity::import;
use serde_json::{Value, json};

use crate::borough::{Came, within};

fn feed(pages: &[Value]) -> Came {
    let files: Vec<(String, Value)> = (1..)
        .zip(pages)
        .map(|(number, page)| (format!("{number}.json"), page.clone()))
        .collect();
    Came::of(within(|setting| import::openactive(&files, setting)))
}

fn page(items: &[Value]) -> Value {
    json!({"next": "https://feed.example/next", "license": "CC BY 4.0", "items": items})
}

/// An item whose id in the feed is not the id of what it describes.
fn item(id: u8, modified: Value, name: &str) -> Value {
    json!({"id": id, "kind": "SessionSeries", "modified": modified, "state": "updated", "data": {
        "@type": "SessionSeries", "@id": format!("https://feed.example/series/{id}"), "name": name,
        "location": {"name": "Baths", "geo": {"latitude": 53.52, "longitude": -2.59}},
        "eventSchedule": [{"repeatFrequency": "P1W", "byDay": ["schema:Friday"], "startTime": "18:00", "endTime": "19:00"}],
    }})
}

fn deleted(id: u8, modified: Value) -> Value {
    json!({"id": id, "kind": "SessionSeries", "modified": modified, "state": "deleted"})
}

fn names(came: &Came) -> Vec<&str> {
    let services = came.services().into_iter();
    services
        .map(|service| service["name"].as_str().unwrap())
        .collect()
}

#[test]
fn what_a_later_page_deletes_is_gone() {
    let came = feed(&[
        page(&[item(1, json!(1), "Stays"), item(2, json!(1), "Goes")]),
        page(&[deleted(2, json!("2"))]),
        page(&[]),
    ]);
    assert_eq!(names(&came), ["Stays"]);
    came.says("item 2, modified: left out: The feed says something newer of it.");
    came.says("item 1, state: refused: Its publisher deleted it.");
    // A feed ends in a page without items: that is no mistake.
    assert!(!came.lines.iter().any(|line| line.starts_with("the file")));
}

#[test]
fn what_was_deleted_and_came_back_is_there() {
    let came = feed(&[
        page(&[deleted(1, json!(1))]),
        page(&[item(1, json!(2), "Back")]),
    ]);
    assert_eq!(names(&came), ["Back"]);
}

#[test]
fn the_newest_state_counts_wherever_it_stands() {
    let newer = item(1, json!(10), "Newer");
    let older = item(1, json!("9"), "Older");
    for pages in [[&newer, &older], [&older, &newer]] {
        let came = feed(&pages.map(|item| page(std::slice::from_ref(item))));
        assert_eq!(names(&came), ["Newer"]);
    }
    // Of two at one time, the later.
    let again = item(1, json!(10), "Again");
    assert_eq!(names(&feed(&[page(&[newer, again])])), ["Again"]);
}

#[test]
fn an_empty_page_alone_is_said_to_be_empty() {
    feed(&[page(&[])])
        .is_refused("the file: refused: There is nothing in it that OpenActive describes.");
}
