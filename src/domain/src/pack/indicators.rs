//! Checking a pack's indicators.

use super::{Files, Reader};
use crate::indicator::{self, Indicator};
use crate::survey::Survey;

impl Reader {
    /// Checks an indicator against its survey, if that could be read.
    pub(super) fn indicator(
        &mut self,
        path: &str,
        indicator: &Indicator,
        survey: Option<&Survey>,
        files: &Files,
    ) {
        let (id, of) = (&indicator.id, &indicator.survey);
        if path != format!("indicators/{id}.json") {
            let text = format!("The file of indicator \"{id}\" is called indicators/{id}.json.");
            self.say(path, "/id", text);
        }
        // A survey with problems of its own is there: those are told, and once.
        if survey.is_none() && !files.contains_key(&format!("surveys/{of}.json")) {
            self.say(path, "/survey", format!("There is no survey \"{of}\"."));
        }
        let problems = indicator::check(indicator, survey).into_iter();
        self.problems
            .extend(problems.map(|problem| problem.in_file(path)));
    }
}
