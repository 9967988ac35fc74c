//! The form of a survey as a plain page: to look at, and above all to print. It needs no
//! script; its style is a file of its own, [`PAPER_CSS`].

mod draw;
mod foot;
mod head;
mod question;
mod written;

use super::Pack;
use crate::survey::Survey;
use crate::survey::paper::{Address, Form, Sayer};
use crate::words::Catalogue;
use written::Written;

/// The style of all forms, for the screen and for print.
pub const PAPER_CSS: &str = include_str!("../../../../../style/paper.css");

/// Where the browser finds [`PAPER_CSS`], below `/content/`.
pub const PAPER: &str = "paper.css";

/// What a form is made from.
struct Sheet<'a> {
    pack: &'a Pack,
    survey: &'a Survey,
    form: Form<'a>,
    sayer: Sayer<'a>,
    words: &'a Catalogue,
    /// Every language it can be had in.
    languages: &'a [&'a Catalogue],
    large: bool,
}

/// All forms of a pack with their addresses: each survey in both sizes, in every language
/// of the pack that there are words in, and once more at the address without a language,
/// in the first of these.
pub fn papers(pack: &Pack, catalogues: &[Catalogue]) -> Vec<(Address, String)> {
    let offered = pack.site.languages.iter();
    let words = |tag: &String| catalogues.iter().find(|words| words.language == *tag);
    let languages: Vec<&Catalogue> = offered.filter_map(words).collect();
    let mut papers = Vec::new();
    for survey in &pack.surveys {
        // A school's own questions need its group code, which only the app knows.
        let asked = survey.asked_of(None);
        for large in [false, true] {
            for (place, words) in languages.iter().enumerate() {
                let form = Form::new(&asked);
                let html = Sheet {
                    pack,
                    survey: &asked,
                    sayer: Sayer::new(&form, words),
                    form,
                    words,
                    languages: &languages,
                    large,
                }
                .html();
                let address = |language| Address {
                    survey: survey.id.clone(),
                    large,
                    language,
                };
                if place == 0 {
                    papers.push((address(None), html.clone()));
                }
                papers.push((address(Some(words.language.clone())), html));
            }
        }
    }
    papers
}

impl Sheet<'_> {
    fn html(&self) -> String {
        let mut to = Written::default();
        to.raw("<!DOCTYPE html>");
        let class = if self.large { "paper large" } else { "paper" };
        let (language, direction) = (&self.words.language, self.words.direction.as_str());
        to.start(
            "html",
            &[("lang", language), ("dir", direction), ("class", class)],
        );
        self.meta(&mut to);
        to.raw("<body>");
        self.screen(&mut to);
        to.raw("<main>");
        self.head(&mut to);
        self.questions(&mut to);
        self.foot(&mut to);
        to.raw("</main></body></html>");
        to.done()
    }
}
#[cfg(test)]
mod tests;
