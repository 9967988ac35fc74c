//! Conditions evaluated while they are read, by the shunting-yard method: one
//! stack of verdicts, one of operators, and no tree. A text that isn't a
//! condition panics, because only conditions the engine has read come here.

use serde_json::Value;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// An id, a number or a word of the language.
    Bare(String),
    Quoted(String),
    Sign(String),
}

/// Whether a condition holds, given what `read` knows of each question.
pub(super) fn holds<'a>(condition: &str, read: &dyn Fn(&str) -> Option<&'a Value>) -> bool {
    let tokens = tokens(condition);
    let mut rest = &tokens[..];
    let mut verdicts = Vec::new();
    let mut waiting: Vec<&str> = Vec::new();
    while let Some(token) = rest.first() {
        match token {
            // "not" waits for what follows and never pushes anything out before.
            Token::Bare(word) if word == "not" => waiting.push("not"),
            Token::Sign(sign) if sign == "(" => waiting.push("("),
            Token::Bare(word) if word == "and" || word == "or" => {
                let weight = weight(word);
                settle(&mut verdicts, &mut waiting, |top| {
                    self::weight(top) >= weight
                });
                waiting.push(word);
            }
            Token::Sign(sign) if sign == ")" => {
                settle(&mut verdicts, &mut waiting, |top| top != "(");
                assert_eq!(waiting.pop(), Some("("), "{condition}");
            }
            _ => {
                let (verdict, taken) = test(rest, read);
                verdicts.push(verdict);
                rest = &rest[taken..];
                continue;
            }
        }
        rest = &rest[1..];
    }
    settle(&mut verdicts, &mut waiting, |_| true);
    assert_eq!(verdicts.len(), 1, "{condition}");
    verdicts[0]
}

fn weight(operator: &str) -> u8 {
    match operator {
        "not" => 3,
        "and" => 2,
        "or" => 1,
        _ => 0,
    }
}

/// Applies the waiting operators from the last on, as long as they are `due`.
fn settle(verdicts: &mut Vec<bool>, waiting: &mut Vec<&str>, due: impl Fn(&str) -> bool) {
    while let Some(operator) = waiting.pop_if(|top| due(top)) {
        let last = verdicts.pop().unwrap();
        let verdict = match operator {
            "not" => !last,
            "and" => verdicts.pop().unwrap() & last,
            "or" => verdicts.pop().unwrap() | last,
            other => panic!("{other} was never closed"),
        };
        verdicts.push(verdict);
    }
}

/// The verdict of the test that stands first, and how many tokens it takes.
fn test<'a>(tokens: &[Token], read: &dyn Fn(&str) -> Option<&'a Value>) -> (bool, usize) {
    let bare = |at: usize| match &tokens[at] {
        Token::Bare(word) => word.as_str(),
        other => panic!("{other:?} stands where a word should"),
    };
    let sign = |at: usize| match &tokens[at] {
        Token::Sign(sign) => sign.as_str(),
        other => panic!("{other:?} stands where a sign should"),
    };
    match bare(0) {
        // answered ( q )
        "answered" => (read(bare(2)).is_some(), 4),
        // selected ( q , 'c' )
        "selected" => (chosen(read(bare(2))).contains(&quoted(&tokens[4])), 6),
        // count-selected ( q ) op n
        "count-selected" => {
            let count = i64::try_from(chosen(read(bare(2))).len()).unwrap();
            (compared(count, sign(4), number(bare(5))), 6)
        }
        id => {
            let answer = read(id);
            match &tokens[1] {
                Token::Bare(word) if word == "answered" => (answer.is_some(), 2),
                Token::Bare(word) if word == "not" => (answer.is_none(), 3),
                Token::Bare(word) => {
                    let (list, length) = list(&tokens[3..]);
                    let chosen = chosen(answer);
                    let mut list = list.iter();
                    let verdict = match word.as_str() {
                        "any" => list.any(|word| chosen.contains(word)),
                        "all" => list.all(|word| chosen.contains(word)),
                        other => panic!("{other} is no test"),
                    };
                    (verdict, 3 + length)
                }
                _ => (constant(answer, sign(1), &tokens[2]), 3),
            }
        }
    }
}

/// A question compared with a constant. Without an answer only "!=" is true.
fn constant(answer: Option<&Value>, op: &str, constant: &Token) -> bool {
    let Some(answer) = answer else {
        return op == "!=";
    };
    match (constant, op) {
        (Token::Quoted(word), "=") => answer == word.as_str(),
        (Token::Quoted(word), "!=") => answer != word.as_str(),
        (Token::Bare(text), op) => compared(answer.as_i64().unwrap(), op, number(text)),
        other => panic!("{other:?} can't be compared"),
    }
}

fn compared(left: i64, op: &str, right: i64) -> bool {
    match op {
        "=" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        other => panic!("{other} is no comparison"),
    }
}

/// The choices made: none, one or several.
fn chosen(answer: Option<&Value>) -> Vec<&str> {
    match answer {
        Some(Value::Array(words)) => words.iter().map(|word| word.as_str().unwrap()).collect(),
        Some(Value::String(word)) => vec![word],
        _ => Vec::new(),
    }
}

/// The words of a list that stands first, and how many tokens it takes.
fn list(tokens: &[Token]) -> (Vec<&str>, usize) {
    let end = tokens
        .iter()
        .position(|token| *token == Token::Sign("]".into()))
        .unwrap();
    (
        tokens[1..end].iter().step_by(2).map(quoted).collect(),
        end + 1,
    )
}

fn quoted(token: &Token) -> &str {
    match token {
        Token::Quoted(word) => word,
        other => panic!("{other:?} stands where a quoted word should"),
    }
}

fn number(text: &str) -> i64 {
    text.parse().unwrap()
}

fn tokens(condition: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = condition.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut text = String::new();
        match letter {
            ' ' => {}
            '\'' | '"' => {
                text.extend(letters.by_ref().take_while(|next| *next != letter));
                tokens.push(Token::Quoted(text));
            }
            '!' | '<' | '>' => {
                text.push(letter);
                text.extend(letters.next_if_eq(&'='));
                tokens.push(Token::Sign(text));
            }
            '=' | '(' | ')' | '[' | ']' | ',' => tokens.push(Token::Sign(letter.into())),
            _ => {
                text.push(letter);
                while let Some(next) = letters.next_if(|next| is_bare(*next)) {
                    text.push(next);
                }
                tokens.push(Token::Bare(text));
            }
        }
    }
    tokens
}

fn is_bare(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "_-.".contains(letter)
}

#[test]
fn the_oracle_itself_reads_precedence_and_emptiness_as_documented() {
    let year = Value::from(8);
    let read = |id: &str| (id == "a").then_some(&year);
    for (condition, expected) in [
        ("a = 8 or b = 1 and c = 1", true),
        ("(a = 8 or b = 1) and c = 1", false),
        ("not a = 8 and b = 1", false),
        ("not a = 8 or a = 8", true),
        ("not not a = 8", true),
        ("not (a = 8 and b != 1)", false),
        ("a>=8 and a<=8 and a!=-8", true),
        ("b answered or count-selected(b) > 0", false),
        ("b != 'x' and b not answered and not answered(b)", true),
        (
            "b any of ['x', \"y\"] or b all of ['x'] or selected(b, 'x')",
            false,
        ),
    ] {
        assert_eq!(holds(condition, &read), expected, "{condition}");
    }
}
