//! One question on the screen.

mod choices;
mod matrix;
mod number;
mod ranking;
mod text;
mod told;

use hark_domain::survey::{AnswerError, Choice, Kind, Look, Question};
use hark_domain::words::Word;
use leptos::prelude::*;

pub(super) use text::notice_id;

use super::aids::speaker;
use super::errors::{error_id, field_id, name_of};
use super::sitting::Sitting;
use crate::content::SiteContent;
use crate::language::{say, text, words};
use crate::parts::helplines;
use crate::parts::live::{live, live_maybe};
use crate::parts::media;
use crate::view::{View, view};

/// A question with everything that belongs to it. `heading`: whether it is the
/// heading of its page.
pub(super) fn field(sitting: Sitting, question: &Question, heading: bool) -> View {
    let parts = Parts {
        sitting,
        question,
        heading,
    };
    let input = match &question.kind {
        Kind::Single { choices, look } => parts.single(choices, *look),
        Kind::Multiple { choices, .. } => parts.multiple(choices),
        Kind::Ranking { choices, most, .. } => parts.ranking(choices, *most),
        Kind::Matrix { rows, choices } => parts.matrix(rows, choices),
        Kind::Number { unit, decimals, .. } => parts.number(unit.as_ref(), *decimals),
        Kind::Text { longest, long } => parts.text(*longest, *long),
        Kind::Note => parts.note(),
    };
    let film = media::film(&question.media);
    view! { {film}<div class="question">{input}{parts.helplines()}</div> }
}

/// A question, and what its parts on the screen share.
struct Parts<'a> {
    sitting: Sitting,
    question: &'a Question,
    heading: bool,
}

impl Parts<'_> {
    fn id(&self) -> &str {
        self.question.id.as_str()
    }

    fn title(&self) -> View {
        let title = self
            .sitting
            .worded(&self.question.title, &self.question.easy);
        let recording = self.recording();
        if self.heading {
            view! { <h1 tabindex="-1" data-audio=recording>{title}</h1> }
        } else {
            view! { <h2 data-audio=recording>{title}</h2> }
        }
    }

    /// The question as it was recorded, with its help.
    fn recording(&self) -> Option<String> {
        let Question {
            title, easy, media, ..
        } = self.question;
        self.sitting.recording(title, easy, media)
    }

    fn speaker(&self) -> View {
        speaker(self.sitting, self.recording().is_some())
    }

    /// The pictures that go with the words.
    fn pictures(&self) -> View {
        let Question { easy, media, .. } = self.question;
        media::pictures(easy, media, self.sitting.is_easy())
    }

    fn help_id(&self) -> String {
        format!("help-{}", self.id())
    }

    /// What to do, below the title.
    fn help(&self, own: Option<String>) -> View {
        let easy = self.question.easy.help.as_ref();
        let easy = easy.filter(|_| self.sitting.is_easy());
        let help = easy.or(self.question.help.as_ref());
        let help = help.map(|help| self.sitting.shown(help));
        let between = (help.is_some() && own.is_some()).then_some(" ");
        view! { <p class="help" id=self.help_id() data-said=self.recording()>{help}{between}{own}</p> }
    }

    fn error(&self) -> View {
        error_line(self.sitting, self.id().to_owned())
    }

    fn invalid(&self) -> Box<dyn Fn() -> Option<&'static str> + Send> {
        invalid(self.sitting, self.id().to_owned())
    }

    fn described_by(&self) -> String {
        format!("{} {}", self.help_id(), error_id(self.id()))
    }

    /// A group of inputs under the question as its legend. `first`: which of its choices
    /// has the id of the field.
    fn group(&self, own: Option<String>, first: Option<usize>, inputs: View) -> View {
        let (id, takes) = of_group(self.id(), first);
        view! {
            <fieldset id=id tabindex=takes aria-describedby=self.described_by()>
                <legend>{self.title()}</legend>
                {self.speaker()}
                {self.pictures()}
                {self.help(own)}
                {self.error()}
                {inputs}
            </fieldset>
        }
    }

    /// One input under the question as its label.
    fn labelled(&self, own: Option<String>, input: View) -> View {
        view! {
            <label for=field_id(self.id())>{self.title()}</label>
            {self.speaker()}
            {self.pictures()}
            {self.help(own)}
            {self.error()}
            {input}
        }
    }

    fn note(&self) -> View {
        view! { {self.title()}{self.speaker()}{self.pictures()}{self.help(None)} }
    }

    /// Help beside a question that can hurt.
    fn helplines(&self) -> View {
        let ids = self.question.helplines.clone();
        if ids.is_empty() && !self.question.sensitive {
            return View::Nothing;
        }
        let site = SiteContent::get();
        let list = live_maybe(move || {
            let site = site.ready()?;
            // A question that can hurt and names nobody offers the first of the list.
            Some(if ids.is_empty() {
                helplines::list(site.helplines_by_need().take(3))
            } else {
                helplines::named(&site, &ids)
            })
        });
        view! {
            <details class="aside">
                <summary>{say(Word::WantToTalk)}</summary>
                {list}
            </details>
        }
    }
}

/// What is wrong with the answer to a question, or to the row of a matrix, of that name.
fn error_line(sitting: Sitting, name: String) -> View {
    let id = error_id(&name);
    let text = live_maybe(move || {
        let wrong = sitting.wrong().get();
        let text = wrong
            .iter()
            .find(|error| is_of(error, &name))?
            .text(&words());
        Some(view! { <span class="visually-hidden">{say(Word::Error)}" "</span>{text} })
    });
    view! { <p class="error" id=id>{text}</p> }
}

fn invalid(sitting: Sitting, name: String) -> Box<dyn Fn() -> Option<&'static str> + Send> {
    let wrong = sitting.wrong();
    live(move || {
        let wrong = wrong.read().iter().any(|error| is_of(error, &name));
        wrong.then_some("true")
    })
}

fn is_of(error: &AnswerError, name: &str) -> bool {
    name_of(error) == name
}

/// Which of these choices has the id of their field, which the summary of errors leads to:
/// the first one that is always offered.
fn first_of(choices: &[Choice]) -> Option<usize> {
    choices
        .iter()
        .position(|choice| choice.visible_if.is_none())
}

/// The id of an element that shows one of the choices of a field.
fn choice_id(name: &str, index: usize, first: Option<usize>) -> String {
    if first == Some(index) {
        field_id(name)
    } else {
        format!("{}-{index}", field_id(name))
    }
}

/// The id of the group of a field, and how it takes the focus, where none of its choices
/// has that id: whatever is wrong, the summary of errors leads somewhere (WCAG 2.2, 2.4.3).
fn of_group(name: &str, first: Option<usize>) -> (Option<String>, Option<&'static str>) {
    match first {
        Some(_) => (None, None),
        None => (Some(field_id(name)), Some("-1")),
    }
}

/// The words of a choice as bare text, as they stand on the screen.
fn bare(sitting: Sitting, choice: &Choice) -> String {
    let easy = choice.easy.words.as_ref().filter(|_| sitting.is_easy());
    text(&sitting.filled(easy.unwrap_or(&choice.label)))
}

/// How choices are shown.
fn class_of(look: Look) -> &'static str {
    match look {
        Look::List => "choices",
        Look::Scale | Look::Faces => "choices scale",
    }
}
