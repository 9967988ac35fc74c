//! When things of `OpenActive` are: schedules, and single sessions of them.

use super::Chain;
use crate::activity::import::Setting;
use crate::activity::import::draft::{Cell, Draft, Moved, Time};
use crate::activity::import::line::Log;
use crate::activity::import::local::{Moment, iso, minutes};
use crate::activity::import::node::Node;
use crate::activity::import::plain::quoted;
use crate::calendar::LocalDate;

/// Every time of an event.
pub(super) fn read(chain: &Chain<'_>, setting: &Setting<'_>, draft: &mut Draft) {
    let length = chain
        .cell(&["duration"])
        .and_then(|cell| minutes(&cell.text));
    let mut all: Vec<Time> = chain
        .list(&["eventSchedule"])
        .iter()
        .filter(|node| node.fields().is_some())
        .map(|node| schedule(node, length, setting, &mut draft.log))
        .collect();
    let mut singles = chain.list(&["subEvent"]);
    // The event itself, where it is a single one.
    if let Some(own) = chain
        .0
        .first()
        .filter(|own| own.cell(&["startDate"]).is_some())
        && all.is_empty()
        && singles.is_empty()
    {
        singles.push(own.clone());
    }
    for node in singles.iter().filter(|node| node.fields().is_some()) {
        single(node, length, setting, &mut all, &mut draft.log);
    }
    draft.times.extend(all);
}

fn schedule(node: &Node<'_>, length: Option<u32>, setting: &Setting<'_>, log: &mut Log) -> Time {
    let opens = node.cell(&["startTime"]);
    let mut days: Vec<Cell> = Vec::new();
    for cell in node.list(&["byDay"]).iter().filter_map(Node::own) {
        days.push(cell);
    }
    let zone = node.cell(&["scheduleTimezone"]);
    if let Some(zone) = zone.filter(|zone| zone.text != setting.site.time_zone) {
        log.repaired(
            &zone.field,
            format!(
                "Its clocks are those of {}: the times are kept as they are.",
                quoted(&zone.text)
            ),
        );
    }
    let by_month = node.list(&["byMonth"]);
    if let Some(month) = by_month.first() {
        log.left_out(&month.at, "That it is in some months only.");
    }
    let month_days: Vec<String> = node
        .list(&["byMonthDay"])
        .iter()
        .filter_map(Node::own)
        .map(|cell| cell.text)
        .collect();
    let not = node.list(&["exceptDate"]);
    let not: Vec<LocalDate> = not
        .iter()
        .filter_map(|one| except(one, opens.as_ref(), setting, log))
        .collect();
    Time {
        field: node.at.clone(),
        frequency: node.cell(&["repeatFrequency"]),
        days,
        month_days: Cell::of(node.way("byMonthDay"), &month_days.join(",")),
        starts: node.cell(&["startDate"]),
        until: node.cell(&["endDate"]),
        count: node
            .cell(&["repeatCount"])
            .filter(|_| node.cell(&["endDate"]).is_none()),
        opens,
        closes: node.cell(&["endTime"]),
        minutes: node
            .cell(&["duration"])
            .and_then(|cell| minutes(&cell.text))
            .or(length),
        not,
        words: node.cell(&["description"]).into_iter().collect(),
        ..Time::default()
    }
}

/// A date on which it isn't. Feeds write the start of the session, and some an hour off:
/// the date is what counts.
fn except(
    node: &Node<'_>,
    opens: Option<&Cell>,
    setting: &Setting<'_>,
    log: &mut Log,
) -> Option<LocalDate> {
    let cell = node.own()?;
    let Some(at) = here(&cell, setting) else {
        log.left_out(
            &cell.field,
            format!("{} is no date that there is.", quoted(&cell.text)),
        );
        return None;
    };
    let said = at.time.map(|time| time.to_string());
    if let (Some(said), Some(opens)) = (said, opens)
        && !opens.text.starts_with(&said)
    {
        log.repaired(
            &cell.field,
            format!(
                "It is at {said}, and the session at {}: the date {} counts.",
                opens.text, at.day
            ),
        );
    }
    Some(at.day)
}

fn here(cell: &Cell, setting: &Setting<'_>) -> Option<Moment> {
    let (at, written) = iso(&cell.text)?;
    setting.here(at, written)
}

/// Puts a single session to the schedule that has its times, or with others of its times.
fn single(
    node: &Node<'_>,
    length: Option<u32>,
    setting: &Setting<'_>,
    all: &mut Vec<Time>,
    log: &mut Log,
) {
    let Some(cell) = node.cell(&["startDate"]) else {
        return;
    };
    let Some(at) = here(&cell, setting) else {
        log.left_out(
            &cell.field,
            format!("{} is no date that there is.", quoted(&cell.text)),
        );
        return;
    };
    let opens = at.time.map(|time| time.to_string());
    let closes = node
        .cell(&["endDate"])
        .and_then(|cell| here(&cell, setting))
        .and_then(|end| end.time)
        .map(|time| time.to_string());
    let status = node
        .cell(&["eventStatus"])
        .map(|cell| cell.text)
        .unwrap_or_default();
    let cancelled = status.ends_with("EventCancelled");
    let before = node
        .cell(&["previousStartDate"])
        .and_then(|cell| here(&cell, setting));
    let starts = |time: &&mut Time| {
        let own = time.opens.as_ref().map(|cell| cell.text.as_str());
        opens
            .as_deref()
            .is_some_and(|opens| own.is_some_and(|own| own.starts_with(opens)))
    };
    if let (Some(before), Some(opens)) = (before, &opens) {
        let moved = Moved {
            date: before.day,
            to: at.day,
            from: opens.clone(),
            until: closes.clone(),
        };
        if let Some(time) = all
            .iter_mut()
            .find(|time| time.frequency.is_some() || !time.days.is_empty())
        {
            time.moved.push(moved);
            return;
        }
    }
    let found = all.iter_mut().find(starts);
    if let Some(time) = found {
        if cancelled {
            time.cancelled.push((at.day, None));
        }
        time.dates.push(at.day);
        return;
    }
    all.push(Time {
        field: if node.at.is_empty() {
            "startDate".to_owned()
        } else {
            node.at.clone()
        },
        opens: opens.and_then(|text| Cell::of(cell.field.clone(), &text)),
        closes: closes.and_then(|text| Cell::of(node.way("endDate"), &text)),
        minutes: node
            .cell(&["duration"])
            .and_then(|cell| minutes(&cell.text))
            .or(length),
        dates: vec![at.day],
        cancelled: cancelled.then_some((at.day, None)).into_iter().collect(),
        ..Time::default()
    });
}
