//! What has to hold within a theme.

use super::{Need, Theme};
use crate::problem::Problem;
use crate::text::Text;

/// Everything wrong with a theme by itself. Whether its numbers, services and helplines
/// fit the rest of the pack, the pack's reader sees.
pub fn check(theme: &Theme) -> Vec<Problem> {
    let mut problems = Vec::new();
    gap(&mut problems, "/title", &theme.title);
    if theme.needs.is_empty() {
        problems.push(Problem::at("/needs", "Name one need at least."));
    }
    for (index, need) in theme.needs.iter().enumerate() {
        check_need(&mut problems, &format!("/needs/{index}"), need);
    }
    problems
}

fn check_need(problems: &mut Vec<Problem>, at: &str, need: &Need) {
    if need.number == 0 {
        let text = "Numbers begin with 1: this is the need's address.";
        problems.push(Problem::at(format!("{at}/number"), text));
    }
    for (name, text) in [
        ("say", &need.say),
        ("about", &need.about),
        ("back", &need.back),
    ] {
        gap(problems, &format!("{at}/{name}"), text);
    }
    if need.steps.is_empty() {
        let text = "Say one step at least: what is there, and who decides.";
        problems.push(Problem::at(format!("{at}/steps"), text));
    }
    let mut before = None;
    for (index, step) in need.steps.iter().enumerate() {
        let at = format!("{at}/steps/{index}");
        if before.is_some_and(|before| before >= step.level) {
            let text = "Steps go up, one each: universal, then targeted, then specialist.";
            problems.push(Problem::at(format!("{at}/level"), text));
        }
        before = Some(step.level);
        for (name, text) in [
            ("what", &step.what),
            ("decides", &step.decides),
            ("long", &step.long),
            ("ask", &step.ask),
            ("tells", &step.tells),
        ] {
            gap(problems, &format!("{at}/{name}"), text);
        }
    }
}

fn gap(problems: &mut Vec<Problem>, at: &str, text: &Text) {
    if text.has_gap() {
        problems.push(Problem::at(at, "There are no words here."));
    }
}
