//! The youth offer of a pack: checking it beside the rest, and what is published of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Pack, Reader};
use crate::activity::Organisation;
use crate::id::ServiceId;
use crate::offer::{self, Need, Theme};
use crate::problem::Problem;
use crate::site::Site;
use crate::text::Text;

impl Pack {
    /// The need at `/offer/NUMBER`.
    pub fn need(&self, number: u16) -> Option<&Need<ServiceId>> {
        let mut needs = self.offer.iter().flat_map(|theme| &theme.needs);
        needs.find(|need| need.number == number)
    }
}

impl Reader {
    /// Checks the themes by themselves, beside each other, and against what they name.
    pub(super) fn offer(
        &mut self,
        themes: &[(&str, Theme)],
        organisations: &[(&str, Organisation)],
        site: &Site,
    ) {
        // A file that can't be read has its own problems, and its services are not unknown.
        let broken = |problem: &Problem| problem.file.starts_with("activities/");
        let services = (!self.problems.iter().any(broken)).then(|| {
            let all = organisations.iter().flat_map(|(_, it)| &it.services);
            all.map(|service| service.id.as_str()).collect()
        });
        let mut numbers: BTreeMap<u16, &str> = BTreeMap::new();
        for (path, theme) in themes {
            let id = &theme.id;
            if *path != format!("offer/{id}.json") {
                let text = format!("The file of theme \"{id}\" is called offer/{id}.json.");
                self.say(path, "/id", text);
            }
            let problems = offer::check(theme).into_iter();
            self.problems
                .extend(problems.map(|problem| problem.in_file(path)));
            for (index, need) in theme.needs.iter().enumerate() {
                let at = format!("/needs/{index}");
                let number = need.number;
                if let Some(other) = numbers.insert(number, path) {
                    let text = format!("{number} is the number of a need in {other} already.");
                    self.say(path, &format!("{at}/number"), text);
                }
                self.named(path, &at, need, services.as_ref(), site);
            }
        }
    }

    /// Whether the services and helplines of a need are there.
    fn named(
        &mut self,
        path: &str,
        at: &str,
        need: &Need<ServiceId>,
        services: Option<&BTreeSet<&str>>,
        site: &Site,
    ) {
        for (index, step) in need.steps.iter().enumerate() {
            for (place, id) in step.services.iter().enumerate() {
                if services.is_some_and(|services| !services.contains(id.as_str())) {
                    let at = format!("{at}/steps/{index}/services/{place}");
                    self.say(
                        path,
                        &at,
                        format!("There is no service \"{id}\" in activities/."),
                    );
                }
            }
            for (place, id) in step.helplines.iter().enumerate() {
                if site.helpline(id.as_str()).is_none() {
                    let at = format!("{at}/steps/{index}/helplines/{place}");
                    self.say(
                        path,
                        &at,
                        format!("There is no helpline \"{id}\" in site.json."),
                    );
                }
            }
        }
    }
}

/// What the browser gets: `offer.json` with what the list shows, theme by theme in the
/// order of their smallest numbers, and each need in a file of its own, `offer/7.json`,
/// where services have their names: all organisations would be a hundred times as long.
///
/// `themes` are files of the pack, whole.
pub(super) fn published(themes: Vec<Value>, pack: &Pack) -> Vec<(String, Value)> {
    let services = pack.organisations.iter().flat_map(|it| &it.services);
    let names = services
        .map(|service| (service.id.as_str(), &service.name))
        .collect();
    let mut list = Vec::new();
    let mut files = Vec::new();
    for mut theme in themes {
        let needs = theme["needs"].as_array_mut().map(std::mem::take);
        let mut needs = needs.unwrap_or_default();
        needs.sort_by_key(number);
        let said = |need: &Value| json!({"number": need["number"], "say": need["say"]});
        let said: Vec<Value> = needs.iter().map(said).collect();
        let first = needs.first().map(number);
        list.push((first, json!({"title": theme["title"], "needs": said})));
        for mut need in needs {
            name_services(&mut need, &names);
            files.push((format!("offer/{}.json", need["number"]), need));
        }
    }
    list.sort_by_key(|(first, _)| *first);
    let list = list.into_iter().map(|(_, theme)| theme).collect();
    files.push(("offer.json".to_owned(), list));
    files
}

fn number(need: &Value) -> Option<u64> {
    need["number"].as_u64()
}

/// Puts services with their names in the place of their ids.
fn name_services(need: &mut Value, names: &BTreeMap<&str, &Text>) {
    for step in need["steps"].as_array_mut().into_iter().flatten() {
        let with_name = |id: &Value| {
            let name = names.get(id.as_str()?)?;
            Some(json!({"id": id, "name": name.to_json()}))
        };
        let ids = step["services"].as_array().into_iter().flatten();
        let services: Vec<Value> = ids.filter_map(with_name).collect();
        step["services"] = services.into();
    }
}

#[cfg(test)]
mod tests;
