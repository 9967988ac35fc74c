//! The questions of a form.

use super::Sheet;
use super::draw::{face, lines};
use super::written::Written;
use crate::number::Number;
use crate::survey::condition::Condition;
use crate::survey::paper::{Group, Item, Section, Target};
use crate::survey::{Choice, Kind, Look, Media, Question};
use crate::text::Text;
use crate::words::Word;

/// A list of more choices than this, all of them short, stands in two columns.
const ONE_COLUMN: usize = 5;

/// What is short, in letters.
const SHORT: usize = 34;

impl Sheet<'_> {
    pub(super) fn questions(&self, to: &mut Written) {
        for section in &self.form.sections {
            self.section(to, section);
        }
    }

    fn section(&self, to: &mut Written, section: &Section<'_>) {
        let name = if section.only.is_some() {
            "section if"
        } else {
            "section"
        };
        to.start("section", &[("class", name)]);
        if let Some(title) = &section.page.title {
            to.raw("<h2>");
            self.said(to, title);
            to.raw("</h2>");
        }
        if let Some(only) = &section.only {
            to.element("p", "only", &self.sayer.only_section(section, only));
        }
        for group in &section.groups {
            self.group(to, group);
        }
        if let Some(end) = &section.end {
            to.element("p", "end", &self.sayer.end_if(end));
        }
        to.end("section");
    }

    fn group(&self, to: &mut Written, group: &Group<'_>) {
        if let Some(only) = &group.only {
            to.raw("<div class=\"if\">");
            to.element("p", "only", &self.sayer.only_group(group, only));
        }
        for item in &group.items {
            self.item(to, item);
        }
        if group.only.is_some() {
            to.end("div");
        }
    }

    fn item(&self, to: &mut Written, item: &Item<'_>) {
        let question = item.question;
        let class = if item.number.is_some() {
            "question"
        } else {
            "note"
        };
        to.start("div", &[("class", class)]);
        if let Some(number) = item.number {
            to.start("h3", &[("id", &["q", &number.to_string()].concat())]);
            to.element("span", "number", &number.to_string());
            to.raw(" <span>");
            self.said(to, &question.title);
            to.raw("</span></h3>");
        } else {
            to.raw("<p class=\"words\">");
            self.said(to, &question.title);
            to.raw("</p>");
        }
        self.picture(to, &question.media);
        if let Some(help) = &question.help {
            self.line(to, "help", help);
        }
        self.hints(to, question);
        self.answer(to, item);
        if let Some(target) = item.left_out {
            to.element("p", "go", &self.sayer.left_out(target));
        }
        to.end("div");
    }

    fn line(&self, to: &mut Written, class: &str, text: &Text) {
        to.start("p", &[("class", class)]);
        self.said(to, text);
        to.raw("</p>");
    }

    /// How this one is answered, where the drawing alone doesn't say it.
    fn hints(&self, to: &mut Written, question: &Question) {
        let with = |word, number: String| self.words.say_with(word, &[("number", &number)]);
        let count = |least: Option<u16>, most: Option<u16>| {
            let least = least
                .filter(|least| *least > 1)
                .map(|least| with(Word::TooFew, least.to_string()));
            let most = most.map(|most| with(Word::TooMany, most.to_string()));
            [least, most]
        };
        let all = || Some(self.words.say(Word::ChooseAll).to_owned());
        let mut hints: Vec<String> = Vec::new();
        match &question.kind {
            Kind::Single { .. } | Kind::Text { .. } | Kind::Note => {}
            Kind::Multiple { least, most, .. } => {
                let counts = count(*least, *most);
                // The help has often said it better.
                let none = most.is_none() && question.help.is_none();
                hints.extend(
                    none.then(all)
                        .flatten()
                        .into_iter()
                        .chain(counts.into_iter().flatten()),
                );
            }
            Kind::Ranking { least, most, .. } => {
                hints.push(self.words.say(Word::PaperRank).to_owned());
                hints.extend(count(*least, *most).into_iter().flatten());
            }
            Kind::Matrix { .. } => hints.push(self.words.say(Word::WrongMatrix).to_owned()),
            Kind::Number {
                least,
                most,
                decimals,
                ..
            } => {
                let range = self.range(*least, *most);
                let decimal = range.is_none() && *decimals > 0;
                hints.extend(range);
                hints.extend(decimal.then(|| self.words.say(Word::WrongDecimal).to_owned()));
            }
        }
        if question.required {
            hints.push(self.words.say(Word::PaperNeeded).to_owned());
        }
        if !hints.is_empty() {
            to.element("p", "hint", &hints.join(" "));
        }
        let constraint = question.constraint.as_ref();
        if let Some(message) = constraint.and_then(|constraint| constraint.message.as_ref()) {
            self.line(to, "hint", message);
        }
    }

    fn range(&self, least: Option<Number>, most: Option<Number>) -> Option<String> {
        let (word, values) = match (least, most) {
            (Some(least), Some(most)) => (Word::NumberBetween, [least, most]),
            (Some(least), None) => (Word::TooSmall, [least, least]),
            (None, Some(most)) => (Word::TooLarge, [most, most]),
            (None, None) => return None,
        };
        let [first, second] = values.map(|number| number.to_string());
        let values = [
            ("number", first.as_str()),
            ("least", &first),
            ("most", &second),
        ];
        Some(self.words.say_with(word, &values))
    }

    fn answer(&self, to: &mut Written, item: &Item<'_>) {
        match &item.question.kind {
            Kind::Single {
                choices,
                look: Look::List,
            }
            | Kind::Multiple { choices, .. } => {
                self.list(to, item, choices, "box");
            }
            Kind::Single { choices, look } => self.scale(to, item, choices, *look),
            Kind::Ranking { choices, .. } => self.list(to, item, choices, "box rank"),
            Kind::Matrix { .. } => self.matrix(to, item),
            Kind::Number { unit, .. } => {
                to.raw("<p class=\"number-box\">");
                to.drawn("write");
                if let Some(unit) = unit {
                    to.raw(" ");
                    self.said(to, unit);
                }
                to.raw("</p>");
            }
            Kind::Text { longest, .. } => lines(to, *longest),
            Kind::Note => {}
        }
    }

    fn list(&self, to: &mut Written, item: &Item<'_>, choices: &[Choice], mark: &str) {
        let short = |choice: &Choice| {
            let plain = choice.visible_if.is_none() && choice.media.image.is_none();
            plain && self.sayer.text(&choice.label).chars().count() <= SHORT
        };
        let two = choices.len() > ONE_COLUMN && item.goes.is_empty() && choices.iter().all(short);
        to.start(
            "ul",
            &[("class", if two { "choices two" } else { "choices" })],
        );
        for (place, choice) in choices.iter().enumerate() {
            to.raw("<li>");
            // What stands alone is ticked, also where the others are numbered.
            let mark = if choice.stands_alone() { "box" } else { mark };
            self.choice(to, item, place, mark);
        }
        to.raw("</ul>");
    }

    /// A box and what stands beside it, to the end of the line.
    fn choice(&self, to: &mut Written, item: &Item<'_>, place: usize, mark: &str) {
        let Some(choice) = item.question.kind.choices().get(place) else {
            return;
        };
        to.drawn(mark);
        self.picture(to, &choice.media);
        to.raw("<span class=\"label\">");
        self.said(to, &choice.label);
        self.only_if(to, choice.visible_if.as_ref());
        let go = item.goes.iter().find(|(own, _)| *own == place);
        if let Some((_, target)) = go {
            self.go(to, *target);
        }
        to.raw("</span></li>");
    }

    fn go(&self, to: &mut Written, target: Target) {
        to.raw(" ");
        to.element("span", "go", &self.sayer.target(target));
    }

    fn only_if(&self, to: &mut Written, condition: Option<&Condition>) {
        if let Some(condition) = condition {
            to.raw(" ");
            let why = self.sayer.only_if(condition.expression());
            to.element("span", "only-if", &["(", &why, ")"].concat());
        }
    }

    /// A row of choices; what is no step of the scale stands below it.
    fn scale(&self, to: &mut Written, item: &Item<'_>, choices: &[Choice], look: Look) {
        let places = 0..choices.len();
        let (steps, below): (Vec<_>, Vec<_>) = places.partition(|place| choices[*place].is_step());
        to.raw("<ul class=\"scale\">");
        for (step, place) in steps.iter().enumerate() {
            to.raw("<li>");
            if look == Look::Faces {
                face(to, step, steps.len());
            }
            self.choice(to, item, *place, "box");
        }
        to.raw("</ul>");
        if !below.is_empty() {
            to.raw("<ul class=\"choices\">");
            for place in below {
                to.raw("<li>");
                self.choice(to, item, place, "box");
            }
            to.raw("</ul>");
        }
    }

    fn matrix(&self, to: &mut Written, item: &Item<'_>) {
        let Kind::Matrix { rows, choices } = &item.question.kind else {
            return;
        };
        let number = item.number.unwrap_or_default();
        to.start(
            "table",
            &[("aria-labelledby", &["q", &number.to_string()].concat())],
        );
        to.raw("<thead><tr><td></td>");
        for choice in choices {
            to.raw("<th scope=\"col\">");
            self.picture(to, &choice.media);
            self.said(to, &choice.label);
            self.only_if(to, choice.visible_if.as_ref());
            to.raw("</th>");
        }
        to.raw("</tr></thead><tbody>");
        for row in rows {
            to.raw("<tr><th scope=\"row\">");
            self.picture(to, &row.media);
            self.said(to, &row.label);
            self.only_if(to, row.visible_if.as_ref());
            to.raw("</th>");
            for _ in choices {
                to.raw("<td><span class=\"box\"></span></td>");
            }
            to.raw("</tr>");
        }
        to.raw("</tbody></table>");
    }

    fn picture(&self, to: &mut Written, media: &Media) {
        if let Some(image) = &media.image {
            let address = ["/content/media/", image.pick(&self.words.language)].concat();
            to.start(
                "img",
                &[("class", "picture"), ("src", &address), ("alt", "")],
            );
        }
    }
}
