//! `hark journey --survey FILE|ID --answers FILE`

use std::fmt::Write;
use std::path::PathBuf;

use hark_domain::json;
use hark_domain::problem::Problem;
use hark_domain::survey::{self, Answers, Journey, Survey};
use hark_domain::text::FALLBACK;
use hark_domain::wire::GroupCode;
use hark_domain::words::english;

use super::Failure;
use crate::folder;

/// Show one person's way through a survey: what they see, what is wrong, what
/// would be sent.
#[derive(clap::Args)]
pub(super) struct Options {
    /// A survey's file, or its id in the pack.
    #[arg(long, value_name = "FILE|ID")]
    survey: String,
    /// A file with answers by question, such as {"year": "10"}.
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// The group code somebody came with, whose school may have picked further questions.
    #[arg(long, value_name = "CODE", value_parser = group)]
    group: Option<GroupCode>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// The content pack.
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let survey = super::survey::read(&options.survey, &options.content)?;
    let shown = options.answers.display();
    let text = folder::read_text(&options.answers).map_err(|why| format!("{shown}: {why}"))?;
    let answers: Answers = json::read(&text).map_err(|problems| {
        let line = |problem: Problem| problem.in_file(&shown.to_string()).to_string();
        Failure(problems.into_iter().map(line).collect())
    })?;
    let survey = survey.asked_of(options.group.as_ref());
    let journey = survey::journey(&survey, &answers);
    let lines = if options.json {
        serde_json::to_string(&journey).map_err(|error| error.to_string())?
    } else {
        readable(&survey, &journey)
    };
    super::print(&lines);
    Ok(())
}

fn group(code: &str) -> Result<GroupCode, String> {
    let refused = || "a group code is 4 to 12 capital letters and digits".to_owned();
    GroupCode::parse(code).ok_or_else(refused)
}

/// The journey for a person: each visible question with its answer or what is wrong.
fn readable(survey: &Survey, journey: &Journey) -> String {
    let mut text = format!("{}, version {}\n", survey.id, survey.version);
    for page in &journey.pages {
        let _ = writeln!(text, "\nPage {}", page.id);
        for id in &page.questions {
            let question = survey.question(id.as_str());
            let title = question.map_or("", |question| question.title.pick(FALLBACK));
            let needed = if journey.required.contains(id) {
                " (needed)"
            } else {
                ""
            };
            let answer = journey
                .kept
                .get(id.as_str())
                .and_then(|answer| serde_json::to_string(answer).ok())
                .unwrap_or_else(|| "no answer".to_owned());
            let _ = writeln!(text, "  {id}{needed}: {title}\n    {answer}");
            for error in journey.errors.iter().filter(|error| error.question == *id) {
                let _ = writeln!(text, "    wrong: {}", error.text(english()));
            }
        }
    }
    let on_page = |id| journey.pages.iter().any(|page| page.questions.contains(id));
    for error in journey
        .errors
        .iter()
        .filter(|error| !on_page(&error.question))
    {
        let _ = writeln!(text, "\n{}: {}", error.question, error.text(english()));
    }
    text.push_str(if journey.complete {
        "\nIt can be sent."
    } else {
        "\nIt can't be sent yet."
    });
    text
}
