//! Questions, grids and choices as rows.

use super::cells::Cells;
use super::{Exporter, own_constraint};
use crate::number::MOST_PLACES;
use crate::number::Number;
use crate::survey::condition::Condition;
use crate::survey::definition::{Choice, Kind, LONG_TEXT, LONGEST_TEXT, Look, Question, Row};

impl Exporter<'_> {
    pub(super) fn plain_question(&mut self, question: &Question, shown: Option<&Condition>) {
        let id = question.id.as_str();
        let mut row = Cells::default();
        row.put("name", id);
        row.words("label", &question.title);
        self.kind(question, &mut row);
        if let Some(help) = &question.help {
            row.words("hint", help);
        }
        self.shown(&mut row, shown, id);
        let needed = question.required_if.as_ref();
        if question.required {
            row.put("required", "yes");
            row.put(
                "hark_required_if",
                needed.map(Condition::source).unwrap_or_default(),
            );
        } else {
            let columns = ("required", "hark_required_if");
            self.condition(&mut row, columns, needed, (id, false));
        }
        if let Some(message) = &question.required_message {
            row.words("required_message", message);
        }
        self.constraint(question, &mut row);
        marks(question, &mut row);
        self.survey.push(row);
    }

    /// The constraint. Without a message it might come back as a limit, so that Hark's own
    /// words always stand beside it.
    fn constraint(&self, question: &Question, row: &mut Cells) {
        let Some(constraint) = &question.constraint else {
            return;
        };
        let columns = ("constraint", "hark_constraint");
        let own = (question.id.as_str(), true);
        let mut cells = Cells::default();
        self.condition(&mut cells, columns, Some(&constraint.condition), own);
        if constraint.message.is_none() {
            cells.set(columns.1, constraint.condition.source());
        }
        row.append(cells);
        if let Some(message) = &constraint.message {
            row.words("constraint_message", message);
        }
    }

    fn kind(&mut self, question: &Question, row: &mut Cells) {
        match &question.kind {
            Kind::Single { choices, look } => {
                let list = self.list(question.id.as_str(), choices);
                row.put("type", &format!("select_one {list}"));
                match look {
                    Look::List => {}
                    Look::Scale => row.put("appearance", "likert"),
                    Look::Faces => {
                        row.put("appearance", "likert");
                        row.put("hark_look", "faces");
                    }
                }
            }
            Kind::Multiple {
                choices,
                least,
                most,
            }
            | Kind::Ranking {
                choices,
                least,
                most,
            } => {
                let list = self.list(question.id.as_str(), choices);
                let select = match question.kind {
                    Kind::Ranking { .. } => "rank",
                    _ => "select_multiple",
                };
                row.put("type", &format!("{select} {list}"));
                limit(row, "hark_least", least.map(Number::from));
                limit(row, "hark_most", most.map(Number::from));
            }
            Kind::Number {
                least,
                most,
                decimals,
                unit,
            } => {
                row.put("type", if *decimals == 0 { "integer" } else { "decimal" });
                if !matches!(*decimals, 0 | MOST_PLACES) {
                    row.put("hark_decimals", &decimals.to_string());
                }
                if question.constraint.is_some() {
                    limit(row, "hark_least", *least);
                    limit(row, "hark_most", *most);
                } else {
                    let bounds = [(">=", least), ("<=", most)]
                        .into_iter()
                        .filter_map(|(sign, limit)| limit.map(|limit| format!(". {sign} {limit}")));
                    let bounds: Vec<String> = bounds.collect();
                    row.put("constraint", &bounds.join(" and "));
                }
                if let Some(unit) = unit {
                    row.plain("hark_unit", unit);
                }
            }
            Kind::Text { longest, long } => {
                row.put("type", "text");
                row.put("appearance", if *long { "multiline" } else { "" });
                if *longest != if *long { LONG_TEXT } else { LONGEST_TEXT } {
                    row.put("hark_longest", &longest.to_string());
                }
            }
            Kind::Note | Kind::Matrix { .. } => row.put("type", "note"),
        }
    }

    /// A grid as a group of questions with one list.
    pub(super) fn grid(
        &mut self,
        question: &Question,
        (rows, choices): (&[Row], &[Choice]),
        shown: Option<&Condition>,
        in_page: bool,
    ) {
        let id = question.id.as_str();
        let list = self.list(id, choices);
        let mut begin = Cells::default();
        begin.put("type", "begin_group");
        begin.put("name", id);
        begin.words("label", &question.title);
        if let Some(help) = &question.help {
            begin.words("hint", help);
        }
        begin.put("appearance", "table-list");
        begin.mark("hark_same_page", in_page);
        self.shown(&mut begin, shown, id);
        begin.mark("hark_required", question.required);
        if let Some(condition) = &question.required_if {
            begin.put("hark_required_if", condition.source());
        }
        if let Some(message) = &question.required_message {
            begin.words("required_message", message);
        }
        own_constraint(&mut begin, question.constraint.as_ref());
        marks(question, &mut begin);
        self.survey.push(begin);
        for row in rows {
            let mut cells = Cells::default();
            cells.put("type", &format!("select_one {list}"));
            cells.put("name", row.id.as_str());
            cells.words("label", &row.label);
            self.shown(&mut cells, row.visible_if.as_ref(), row.id.as_str());
            cells.mark("required", question.required || row.required);
            cells.mark("hark_required", question.required && row.required);
            cells.beside(&row.media, &row.easy, "hark_easy_title");
            self.survey.push(cells);
        }
        self.end_group();
    }

    /// The list with these choices; a new one where no question had them so far.
    fn list(&mut self, wanted: &str, choices: &[Choice]) -> String {
        let cells: Vec<Cells> = choices.iter().map(choice).collect();
        let known = self.lists.iter().find(|(_, own)| *own == cells);
        if let Some((name, _)) = known {
            return name.clone();
        }
        for choice in &cells {
            let mut row = Cells::default();
            row.put("list_name", wanted);
            row.append(choice.clone());
            self.choices.push(row);
        }
        self.lists.push((wanted.to_owned(), cells));
        wanted.to_owned()
    }
}

fn choice(choice: &Choice) -> Cells {
    let mut row = Cells::default();
    row.put("name", choice.id.as_str());
    row.words("label", &choice.label);
    row.mark("hark_exclusive", choice.exclusive);
    if let Some(condition) = &choice.visible_if {
        row.put("hark_visible_if", condition.source());
    }
    row.beside(&choice.media, &choice.easy, "hark_easy_label");
    row
}

fn marks(question: &Question, row: &mut Cells) {
    row.mark("hark_sensitive", question.sensitive);
    let helplines: Vec<&str> = question
        .helplines
        .iter()
        .map(crate::id::HelplineId::as_str)
        .collect();
    row.put("hark_helplines", &helplines.join(" "));
    row.mark("hark_optional", question.optional);
    row.beside(&question.media, &question.easy, "hark_easy_title");
}

fn limit(row: &mut Cells, column: &str, limit: Option<Number>) {
    if let Some(limit) = limit {
        row.put(column, &limit.to_string());
    }
}
