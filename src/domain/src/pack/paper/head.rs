//! What stands before the questions.

use super::written::Written;
use super::{PAPER, Sheet};
use crate::route::{Route, Step};
use crate::survey::paper::Address;
use crate::text::{FALLBACK, Text};
use crate::words::{Direction, Word};

impl Sheet<'_> {
    /// The head of the document. The foot of each sheet of paper needs a style with the
    /// survey's name in it: of a page, CSS knows nothing but what stands in a style.
    pub(super) fn meta(&self, to: &mut Written) {
        to.raw("<head><meta charset=\"utf-8\">");
        to.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        // An empty icon: a browser would ask the server for one.
        to.raw("<link rel=\"icon\" href=\"data:,\">");
        let title = self.sayer.text(&self.survey.title);
        to.element("title", "", &[&title, " – ", &self.pack.site.name].concat());
        to.raw(
            &[
                "<link rel=\"stylesheet\" href=\"/content/",
                PAPER,
                "\"><style>",
            ]
            .concat(),
        );
        let name = css_string(&title);
        let version = css_string(&self.version());
        let (start, end) = match self.words.direction {
            Direction::Ltr => ("left", "right"),
            Direction::Rtl => ("right", "left"),
        };
        // Isolated, whatever the direction of the words around (Unicode UAX 9).
        to.raw(&format!(
            "@page{{@bottom-{start}{{content:\"\\2068 {name}\\2069  \\b7  {version}\"}}\
             @bottom-{end}{{content:\"\\2066 \" counter(page) \" / \" counter(pages)}}}}"
        ));
        if self.large {
            to.raw("@page{font-size:16pt}");
        }
        to.raw("</style></head>");
    }

    /// "Version 3": which questions the answers belong to.
    pub(super) fn version(&self) -> String {
        let number = self.survey.version.to_string();
        self.words
            .say_with(Word::PaperVersion, &[("number", &number)])
    }

    /// What is on the screen only: the other forms, and how to print.
    pub(super) fn screen(&self, to: &mut Written) {
        to.start(
            "nav",
            &[
                ("class", "screen"),
                ("aria-label", self.words.say(Word::Language)),
            ],
        );
        to.raw("<p>");
        let start = Route::Survey(self.survey.id.clone(), Step::Start).href();
        to.link(&start, self.words.say(Word::Back));
        let size = if self.large {
            Word::PaperNormal
        } else {
            Word::PaperLarge
        };
        let other = self.address(!self.large, &self.words.language);
        to.link(&other, self.words.say(size));
        to.raw("</p><ul>");
        for language in self.languages {
            to.raw("<li>");
            let here = self.address(self.large, &language.language);
            let mut attributes = vec![
                ("href", here.as_str()),
                ("lang", language.language.as_str()),
                ("hreflang", language.language.as_str()),
            ];
            if language.language == self.words.language {
                attributes.push(("aria-current", "true"));
            }
            to.start("a", &attributes);
            to.text(&language.name);
            to.raw("</a></li>");
        }
        to.raw("</ul>");
        to.element("p", "", self.words.say(Word::PaperPrint));
        to.end("nav");
    }

    fn address(&self, large: bool, language: &str) -> String {
        let address = Address {
            survey: self.survey.id.clone(),
            large,
            language: Some(language.to_owned()),
        };
        address.to_string()
    }

    /// Title, what it is about, how to answer, and the box for the group code.
    pub(super) fn head(&self, to: &mut Written) {
        let site = &self.pack.site;
        to.raw("<header class=\"head\">");
        if site.sample {
            to.raw("<p class=\"sample\">");
            match &site.notice {
                Some(notice) => self.said(to, notice),
                None => to.text(self.words.say(Word::Sample)),
            }
            to.raw("</p>");
        }
        to.raw("<p class=\"site\"><span dir=\"auto\">");
        to.text(&site.name);
        to.raw("</span></p><h1>");
        self.said(to, &self.survey.title);
        to.raw("</h1><p class=\"about\">");
        self.said(to, &self.survey.about);
        to.raw("</p><div class=\"start\"><div class=\"how\">");
        to.element("h2", "", self.words.say(Word::PaperHow));
        to.raw("<ul>");
        let can_skip = self
            .survey
            .questions()
            .all(|(_, question)| !question.required);
        let rules = [
            (true, Word::PaperNoName),
            (true, Word::PaperTick),
            (self.form.has_jumps(), Word::PaperJump),
            (can_skip, Word::MaySkip),
            (true, Word::PaperHandIn),
        ];
        for (_, word) in rules.into_iter().filter(|(fits, _)| *fits) {
            let class = if word == Word::PaperNoName {
                "strong"
            } else {
                ""
            };
            to.element("li", class, self.words.say(word));
        }
        to.raw("</ul></div><div class=\"code\"><p>");
        to.text(self.words.say(Word::PaperCode));
        to.raw("</p><span class=\"cells\">");
        for _ in 0..CODE {
            to.drawn("cell");
        }
        to.raw("</span></div></div></header>");
    }

    /// A text of the survey. Where it is in another language than the form, it says so.
    pub(super) fn said(&self, to: &mut Written, text: &Text) {
        let words = self.sayer.text(text);
        let own = self
            .pack
            .site
            .languages
            .first()
            .map_or(FALLBACK, String::as_str);
        let (named, _) = text.pick_with_language(&self.words.language);
        let language = named.unwrap_or(own);
        if language == self.words.language {
            to.text(&words);
        } else {
            to.start("span", &[("lang", language), ("dir", "auto")]);
            to.text(&words);
            to.raw("</span>");
        }
    }
}

/// How many letters have a cell of their own in the box for the group code.
const CODE: usize = 8;

/// A text as it stands between quotes in a style: all but letters, digits and spaces as
/// escapes (CSS Syntax 3, 4.3.7), so that none of it can end the string or the style.
fn css_string(text: &str) -> String {
    let coded = |c: char| {
        if c.is_alphanumeric() || c == ' ' {
            c.to_string()
        } else {
            format!("\\{:x} ", u32::from(c))
        }
    };
    text.chars().map(coded).collect()
}
