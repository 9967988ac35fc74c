//! The states of a feed: what comes later in it stands in the place of what came before.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::activity::import::line::Line;
use crate::activity::import::node::Node;
use crate::import::Act;

/// An item with its file and its place there.
type Item<'a> = (&'a String, usize, &'a Value);

/// Whether a page is how feeds end: without items, but with an address to ask again.
pub(super) fn is_its_end(page: &Value) -> bool {
    let items = page.get("items").and_then(Value::as_array);
    items.is_some_and(Vec::is_empty) && page.get("next").is_some()
}

/// Takes away the states of items of which a newer one is there, also where that says that
/// the item was deleted. The newer one is modified later, and of two at one time, the later
/// in the feed.
pub(super) fn only_newest(items: &mut Vec<Item<'_>>, lines: &mut Vec<Line>) {
    let mut newest: BTreeMap<(String, String), (u64, usize)> = BTreeMap::new();
    let key = |item: &Value| {
        let node = Node::of(item);
        let kind = node.cell(&["kind"]).map_or(String::new(), |cell| cell.text);
        item.get("state")?;
        Some((kind, node.cell(&["id"])?.text))
    };
    let modified = |item: &Value| {
        let cell = Node::of(item).cell(&["modified"]);
        cell.and_then(|cell| cell.text.trim().parse().ok())
            .unwrap_or(0)
    };
    for (index, (.., item)) in items.iter().enumerate() {
        if let Some(key) = key(item) {
            let own = (modified(item), index);
            let known = newest.entry(key).or_insert(own);
            *known = own.max(*known);
        }
    }
    let mut index = 0;
    items.retain(|(file, number, item)| {
        let known = key(item).and_then(|key| newest.get(&key));
        let keep = known.is_none_or(|known| known.1 == index);
        index += 1;
        if !keep {
            lines.push(Line {
                file: (*file).clone(),
                act: Act::LeftOut,
                record: format!("item {number}"),
                field: "modified".to_owned(),
                text: "The feed says something newer of it.".to_owned(),
            });
        }
        keep
    });
}
