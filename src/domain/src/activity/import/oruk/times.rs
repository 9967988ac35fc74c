//! When services of Open Referral UK are.

use super::place;
use crate::activity::import::draft::{Cell, Draft, Time};
use crate::activity::import::node::Node;

/// Every schedule: those of the service, of its services at locations, and of holidays.
pub(super) fn read(node: &Node<'_>, at: Option<&Node<'_>>, draft: &mut Draft) {
    for (place, holder) in place::holders(node, at).iter().enumerate() {
        let mut own = schedules(holder);
        if own.is_empty()
            && let Some(location) = holder.get(&["location"])
        {
            own = schedules(&location);
        }
        draft.times.extend(own.into_iter().map(|time| Time {
            place: Some(place),
            ..time
        }));
    }
    let ids: Vec<Option<String>> = place::holders(node, at)
        .iter()
        .map(|holder| holder.cell(&["id"]).map(|cell| cell.text))
        .collect();
    let of_service = ["schedules", "regular_schedules", "regular_schedule"];
    for schedule in lists(node, &of_service)
        .into_iter()
        .chain(lists(node, &HOLIDAYS))
    {
        let wanted = schedule
            .cell(&["service_at_location_id"])
            .map(|cell| cell.text);
        let place =
            wanted.and_then(|wanted| ids.iter().position(|id| id.as_ref() == Some(&wanted)));
        let time = Time {
            place,
            ..time(&schedule)
        };
        // The same schedule again, in the service and in its place. At another place it is
        // another one.
        let elsewhere = |own: &Time| {
            let places = own.place.zip(time.place);
            places.is_some_and(|(own, other)| own != other)
        };
        let mut known = draft.times.iter();
        let known = known.any(|own| same(own, &time) && !elsewhere(own));
        if !known {
            draft.times.push(time);
        }
    }
}

const HOLIDAYS: [&str; 2] = ["holiday_schedules", "holidayScheduleCollection"];

fn schedules(node: &Node<'_>) -> Vec<Time> {
    let mut all = lists(
        node,
        &["schedules", "regular_schedule", "regular_schedules"],
    );
    all.extend(lists(node, &HOLIDAYS));
    all.iter().map(time).collect()
}

fn lists<'a>(node: &Node<'a>, names: &[&str]) -> Vec<Node<'a>> {
    let mut all: Vec<Node<'a>> = names.iter().flat_map(|name| node.list(&[name])).collect();
    all.retain(|one| one.fields().is_some());
    all
}

fn same(one: &Time, two: &Time) -> bool {
    let texts = |time: &Time| {
        let cells = [
            &time.frequency,
            &time.starts,
            &time.valid_from,
            &time.until,
            &time.opens,
            &time.closes,
            &time.every,
            &time.month_days,
            &time.count,
        ];
        let mut texts: Vec<Option<String>> = cells
            .into_iter()
            .map(|cell| cell.as_ref().map(|cell| cell.text.clone()))
            .collect();
        texts.extend(time.days.iter().map(|cell| Some(cell.text.clone())));
        texts
    };
    one.closed == two.closed && texts(one) == texts(two)
}

fn time(node: &Node<'_>) -> Time {
    let mut days: Vec<Cell> = node.cell(&["byday"]).into_iter().collect();
    if days.is_empty() {
        let named = node
            .get(&["weekday", "day"])
            .map(Node::items)
            .unwrap_or_default();
        days.extend(named.iter().filter_map(Node::own));
    }
    let closed = node.cell(&["closed"]).is_some_and(|cell| cell.is_yes());
    let words = [node.cell(&["description"]), node.cell(&["notes"])];
    Time {
        field: node.at.clone(),
        frequency: node.cell(&["freq"]),
        every: node.cell(&["interval"]).filter(|cell| cell.text != "1"),
        days,
        month_days: node.cell(&["bymonthday"]),
        starts: node.cell(&["dtstart"]),
        valid_from: node.cell(&["valid_from", "start_date"]),
        until: node.cell(&["valid_to", "until", "end_date"]),
        count: node.cell(&["count"]),
        opens: node.cell(&["opens_at"]),
        closes: node.cell(&["closes_at"]),
        words: words.into_iter().flatten().collect(),
        closed,
        ..Time::default()
    }
}
