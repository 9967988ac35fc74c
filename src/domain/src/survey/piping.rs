//! Piping: answers named in the words of later questions.
//!
//! `{year}` stands for the answer to the question `year` in the reader's words, and
//! `{year|your year}` for that or, where there is none, for what follows the bar. `{{`
//! is one brace. What is no id between braces is left as it is.

use super::answers::{Answer, Answers};
use super::definition::Survey;
use crate::id::QuestionId;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// The answer to a question, or else these words.
    Answer(&'a str, &'a str),
}

/// Whether a text may have anything but words in it.
pub fn is_piped(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'{')
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let mut put = |words| pieces.push(Piece::Words(words));
        put(before);
        if let Some(after) = after.strip_prefix('{') {
            put("{");
            rest = after;
            continue;
        }
        let named = after.split_once('}').and_then(|(inside, after)| {
            let (id, otherwise) = inside.split_once('|').unwrap_or((inside, ""));
            QuestionId::new(id).ok()?;
            Some((Piece::Answer(id, otherwise), after))
        });
        if let Some((piece, after)) = named {
            pieces.push(piece);
            rest = after;
        } else {
            put("{");
            rest = after;
        }
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

/// A text with the answers in their places, in the words of a reader of `language`.
/// `comma` is what stands between several.
pub fn piped(
    text: &str,
    survey: &Survey,
    answers: &Answers,
    language: &str,
    comma: &str,
) -> String {
    let said = |piece: Piece<'_>| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Answer(id, otherwise) => {
            said(survey, answers, id, language, comma).unwrap_or_else(|| otherwise.to_owned())
        }
    };
    pieces(text).into_iter().map(said).collect()
}

/// The answer to a question in the reader's words.
fn said(
    survey: &Survey,
    answers: &Answers,
    id: &str,
    language: &str,
    comma: &str,
) -> Option<String> {
    let question = survey.question(id)?;
    let label = |id: &String| {
        let choices = question.kind.choices().iter();
        let mut choices = choices.filter(|choice| choice.id.as_str() == id);
        let label = choices.next().map(|choice| choice.label.pick(language));
        label.unwrap_or(id).to_owned()
    };
    match answers.get(id)? {
        Answer::Word(word) => Some(label(word)),
        Answer::Many(words) => {
            let labels: Vec<String> = words.iter().map(label).collect();
            Some(labels.join(comma))
        }
        Answer::Number(number) => Some(number.to_string()),
        // What was chosen in which row would be another table.
        Answer::Rows(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Piece::{Answer, Words};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_in_braces_are_answers_and_everything_else_is_words() {
        for (text, expected) in [
            ("Plain", vec![Words("Plain")]),
            (
                "In {year}?",
                vec![Words("In "), Answer("year", ""), Words("?")],
            ),
            ("{a|your a}", vec![Answer("a", "your a")]),
            ("{{a}", vec![Words("{"), Words("a}")]),
            ("{not an id}", vec![Words("{"), Words("not an id}")]),
            ("open {", vec![Words("open "), Words("{")]),
            ("", vec![]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn answers_are_said_in_the_readers_words() {
        let survey = crate::survey::read(
            r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[{"id":"p","title":"P","questions":[
                {"id":"year","kind":"single","title":"Y","choices":[{"id":"8","label":{"en":"Year 8","cs":"8. ročník"}},{"id":"9","label":"Year 9"}]},
                {"id":"been","kind":"multiple","title":"B","choices":[{"id":"park","label":"the park"},{"id":"club","label":"a club"}]},
                {"id":"hours","kind":"number","title":"H","decimals":1}]}]}"#,
        )
        .unwrap();
        let answers: Answers =
            crate::json::read(r#"{"year":"8","been":["park","club"],"hours":1.5}"#).unwrap();
        let said = |text, language| piped(text, &survey, &answers, language, ", ");
        assert_eq!(said("You are in {year}.", "en"), "You are in Year 8.");
        assert_eq!(said("{year}: {been}", "cs"), "8. ročník: the park, a club");
        assert_eq!(said("{hours} h", "en"), "1.5 h");
        let nothing = Answers::default();
        assert_eq!(
            piped("In {year|your year}", &survey, &nothing, "en", ", "),
            "In your year"
        );
    }

    proptest! {
        #[test]
        fn no_text_is_lost_but_names(text in "[a-z{}| ]{0,30}") {
            let written = pieces(&text).into_iter().map(|piece| match piece {
                Words(words) => words.to_owned(),
                Answer(id, otherwise) => format!("{{{id}|{otherwise}}}"),
            });
            // But for the bars that are no must, and the brace that makes another one a word.
            let bare = |text: &str| text.replace(['{', '|'], "");
            prop_assert_eq!(bare(&written.collect::<String>()), bare(&text));
        }
    }
}
