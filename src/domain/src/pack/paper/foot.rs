//! What stands after the questions.

use super::Sheet;
use super::written::Written;
use crate::site::Helpline;
use crate::words::Word;

impl Sheet<'_> {
    /// The end that jumps lead to, what happens next, and who is there to talk to.
    pub(super) fn foot(&self, to: &mut Written) {
        to.raw("<footer class=\"foot\">");
        to.element("h2", "", self.words.say(Word::PaperEnd));
        to.raw("<p>");
        self.said(to, &self.survey.thanks);
        to.raw("</p>");
        to.element("p", "strong", self.words.say(Word::PaperHandIn));
        let helplines: Vec<&Helpline> = self.helplines();
        if !helplines.is_empty() {
            to.raw("<section class=\"talk\">");
            to.element("h2", "", self.words.say(Word::OnYourMind));
            to.raw("<ul>");
            for helpline in helplines {
                self.helpline(to, helpline);
            }
            to.raw("</ul></section>");
        }
        to.element("p", "version", &self.version());
        to.raw("</footer>");
    }

    /// The helplines that the survey offers anywhere, in the order of the site.
    fn helplines(&self) -> Vec<&Helpline> {
        let offered = |helpline: &&Helpline| {
            let mut questions = self.survey.questions();
            questions.any(|(_, question)| question.helplines.contains(&helpline.id))
        };
        self.pack.site.helplines_by_need().filter(offered).collect()
    }

    fn helpline(&self, to: &mut Written, helpline: &Helpline) {
        to.raw("<li><strong>");
        self.said(to, &helpline.name);
        to.raw("</strong>");
        let call = |number: &String| self.words.say_with(Word::Call, &[("number", number)]);
        let send = |words: &String| self.words.say_with(Word::TextTo, &[("words", words)]);
        let ways = [
            helpline.phone.as_ref().map(call),
            helpline.text.as_ref().map(send),
        ];
        for way in ways.iter().flatten() {
            to.raw(" · ");
            to.element("span", "way", way);
        }
        if let Some(web) = &helpline.web {
            to.raw(" · <span dir=\"ltr\">");
            to.text(web);
            to.raw("</span>");
        }
        to.raw("</li>");
    }
}
