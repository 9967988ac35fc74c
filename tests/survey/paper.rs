//! Forms on paper: a reader who does to the letter what a form says, and nothing else,
//! answers just the questions that the app would have shown.

use crate::generate::answers::{answered, read, right_sheets};
use hark_domain::id::QuestionId;
use hark_domain::survey::condition::Expression;
use hark_domain::survey::paper::{Form, Item, Only, Section, Target};
use hark_domain::survey::{Answer, Answers, Kind, Question, journey, row_reference};
use proptest::prelude::*;

/// Somebody with a form and a pen. It knows nothing of pages, of hidden questions or of
/// what the app does: only what stands on the sheet, from the top down.
struct Reader<'a> {
    /// What it would answer to each question it is asked.
    mind: &'a Answers,
    /// What it has put down; a row of a matrix under its own name too.
    sheet: Vec<(QuestionId, Answer)>,
    /// The questions it came by, in order.
    seen: Vec<&'a QuestionId>,
    /// Where it was sent and has not arrived yet.
    sent: Option<Target>,
}

impl<'a> Reader<'a> {
    fn read(form: &Form<'a>, mind: &'a Answers) -> Vec<&'a QuestionId> {
        let mut reader = Self {
            mind,
            sheet: Vec::new(),
            seen: Vec::new(),
            sent: None,
        };
        for section in &form.sections {
            reader.section(section);
        }
        let never_arrived = matches!(reader.sent, Some(Target::Question(_)));
        assert!(
            !never_arrived,
            "sent to a number that comes before, or nowhere"
        );
        reader.seen
    }

    fn section(&mut self, section: &Section<'a>) {
        let first = section.groups.first().and_then(|group| group.items.first());
        self.arrive(first);
        if self.is_left_out(section.only.as_ref()) {
            return;
        }
        for group in &section.groups {
            self.arrive(group.items.first());
            if self.is_left_out(group.only.as_ref()) {
                continue;
            }
            for item in &group.items {
                self.arrive(Some(item));
                if self.sent.is_none() {
                    self.item(item);
                }
            }
        }
        if self.sent.is_none() && section.end.as_ref().is_some_and(|end| self.holds(end)) {
            self.sent = Some(Target::End);
        }
    }

    /// Whoever looks for a number finds it at its question, and reads what is right above.
    fn arrive(&mut self, item: Option<&Item<'a>>) {
        let number = item.and_then(|item| item.number);
        if number.is_some() && self.sent == number.map(Target::Question) {
            self.sent = None;
        }
    }

    /// Reads the words above questions, if it isn't on its way to others.
    fn is_left_out(&mut self, only: Option<&Only>) -> bool {
        match only.filter(|only| self.sent.is_none() && !self.holds(&only.condition)) {
            Some(only) => {
                self.sent = only.otherwise;
                true
            }
            None => false,
        }
    }

    fn item(&mut self, item: &Item<'a>) {
        let question = item.question;
        self.seen.push(&question.id);
        let answer = self
            .mind
            .get(question.id.as_str())
            .and_then(|answer| self.ticks(question, answer));
        let Some(answer) = answer else {
            self.sent = item.left_out;
            return;
        };
        let ticked = |place: usize| {
            let id = question.kind.choices()[place].id.as_str();
            match &answer {
                Answer::Word(word) => word == id,
                Answer::Many(words) => words.iter().any(|word| word == id),
                _ => false,
            }
        };
        let mut goes = item.goes.iter().filter(|(place, _)| ticked(*place));
        self.sent = goes.next().map(|(_, target)| *target);
        assert_eq!(goes.next(), None, "sent to two places");
        if let Answer::Rows(rows) = &answer {
            for (row, choice) in rows {
                let id = QuestionId::new(&row_reference(&question.id, row)).unwrap();
                self.sheet.push((id, Answer::Word(choice.clone())));
            }
        }
        self.sheet.push((question.id.clone(), answer));
    }

    /// The answer without the choices and rows that are "only if" something else.
    fn ticks(&self, question: &Question, answer: &Answer) -> Option<Answer> {
        let choices = question.kind.choices().iter();
        let choices = choices.filter(|choice| {
            let only = choice.visible_if.as_ref();
            self.may(only.map(hark_domain::survey::Condition::expression))
        });
        let choices: Vec<&str> = choices.map(|choice| choice.id.as_str()).collect();
        let rows = question.kind.rows().iter();
        let rows = rows.filter(|row| {
            let only = row.visible_if.as_ref();
            self.may(only.map(hark_domain::survey::Condition::expression))
        });
        let rows: Vec<&str> = rows.map(|row| row.id.as_str()).collect();
        let left = match answer {
            Answer::Word(word) if matches!(question.kind, Kind::Single { .. }) => {
                return choices.contains(&word.as_str()).then(|| answer.clone());
            }
            Answer::Many(words) => {
                let there = words.iter().filter(|word| choices.contains(&word.as_str()));
                Answer::Many(there.cloned().collect())
            }
            Answer::Rows(pairs) => {
                let there = pairs.iter().filter(|(row, choice)| {
                    rows.contains(&row.as_str()) && choices.contains(&choice.as_str())
                });
                Answer::rows(there.cloned())
            }
            other => other.clone(),
        };
        (!left.is_blank()).then_some(left)
    }

    fn may(&self, only: Option<&Expression>) -> bool {
        only.is_none_or(|only| self.holds(only))
    }

    fn holds(&self, condition: &Expression) -> bool {
        condition.holds(&|id| {
            let mut sheet = self.sheet.iter();
            sheet.find_map(|(own, answer)| (own == id).then_some(answer))
        })
    }
}

proptest! {
    #[test]
    fn a_form_asks_what_the_app_asks((definition, sheets) in answered(right_sheets(), 6)) {
        let survey = definition.survey();
        let form = Form::new(&survey);
        for sheet in sheets {
            let answers = read(&sheet);
            let journey = journey(&survey, &answers);
            let shown = journey.pages.iter().flat_map(|page| &page.questions);
            let asked = Reader::read(&form, &answers);
            prop_assert_eq!(asked, shown.collect::<Vec<_>>(), "{}", sheet);
        }
    }

    /// A number to go to comes later, and there is one.
    #[test]
    fn jumps_lead_forward((definition, _) in answered(right_sheets(), 0)) {
        let survey = definition.survey();
        let form = Form::new(&survey);
        let last = form.items().filter_map(|item| item.number).max().unwrap_or(0);
        for item in form.items() {
            let jumps = item.goes.iter().map(|(_, target)| target).chain(&item.left_out);
            for target in jumps {
                if let Target::Question(number) = target {
                    // One that leads to the very next question says nothing.
                    prop_assert!(Some(number - 1) > item.number && *number <= last);
                }
            }
        }
    }
}
