//! Conditions evaluated while they are read, by the shunting-yard method: one
//! stack of verdicts, one of operators, and no tree. A text that isn't a
//! condition panics, because only conditions the engine has read come here.

use super::decimal::millionths;
use serde_json::Value;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// An id, a number or a word of the language.
    Bare(String),
    Quoted(String),
    Sign(String),
}

/// Whether a condition holds, given what `read` knows of each question.
pub(super) fn holds(condition: &str, read: &dyn Fn(&str) -> Option<Value>) -> bool {
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
fn test(tokens: &[Token], read: &dyn Fn(&str) -> Option<Value>) -> (bool, usize) {
    let bare = |at: usize| match &tokens[at] {
        Token::Bare(word) => word.as_str(),
        other => panic!("{other:?} stands where a word should"),
    };
    let sign = |at: usize| match &tokens[at] {
        Token::Sign(sign) => sign.as_str(),
        other => panic!("{other:?} stands where a sign should"),
    };
    let opens = tokens.get(1) == Some(&Token::Sign("(".into()));
    let counted = |count: usize| compared(count as i128 * 1_000_000, sign(4), millionths(bare(5)));
    match bare(0) {
        // answered ( q )
        "answered" if opens => (read(bare(2)).is_some(), 4),
        // selected ( q , 'c' )
        "selected" if opens => (
            chosen(read(bare(2))).contains(&quoted(&tokens[4]).into()),
            6,
        ),
        // count-selected ( q ) op n
        "count-selected" if opens => (counted(chosen(read(bare(2))).len()), 6),
        // length ( q ) op n
        "length" if opens => {
            let answer = read(bare(2));
            let text = answer.as_ref().map_or("", |text| text.as_str().unwrap());
            (counted(text.chars().count()), 6)
        }
        id => {
            let answer = read(id);
            match &tokens[1] {
                Token::Bare(word) if word == "answered" => (answer.is_some(), 2),
                Token::Bare(word) if word == "not" => (answer.is_none(), 3),
                Token::Bare(word) => {
                    let (list, length) = list(&tokens[3..]);
                    let chosen = chosen(answer);
                    let mut list = list.iter().map(|word| (*word).to_owned());
                    let verdict = match word.as_str() {
                        "any" => list.any(|word| chosen.contains(&word)),
                        "all" => list.all(|word| chosen.contains(&word)),
                        other => panic!("{other} is no test"),
                    };
                    (verdict, 3 + length)
                }
                _ => {
                    let other = match &tokens[2] {
                        Token::Quoted(word) => Some(word.as_str().into()),
                        Token::Bare(word) if is_number(word) => {
                            return (of_numbers(answer.as_ref(), sign(1), millionths(word)), 3);
                        }
                        Token::Bare(other) => read(other),
                        sign @ Token::Sign(_) => panic!("{sign:?} can't be compared"),
                    };
                    (pair(answer, sign(1), other), 3)
                }
            }
        }
    }
}

/// Two answers, or an answer and a constant, compared. Without both only "!=" is true.
fn pair(left: Option<Value>, op: &str, right: Option<Value>) -> bool {
    match (left, op, right) {
        (Some(left), op, Some(Value::Number(right))) => {
            of_numbers(Some(&left), op, millionths(&right.to_string()))
        }
        (Some(left), "=", Some(right)) => left == right,
        (Some(left), "!=", Some(right)) => left != right,
        (_, op, _) => op == "!=",
    }
}

fn of_numbers(left: Option<&Value>, op: &str, right: i128) -> bool {
    match left {
        Some(Value::Number(left)) => compared(millionths(&left.to_string()), op, right),
        Some(other) => panic!("{other} can't be compared with a number"),
        None => op == "!=",
    }
}

fn compared(left: i128, op: &str, right: i128) -> bool {
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
fn chosen(answer: Option<Value>) -> Vec<String> {
    match answer {
        Some(Value::Array(words)) => {
            let words = words.iter().map(|word| word.as_str().unwrap().to_owned());
            words.collect()
        }
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

/// A digit, with or without a minus, begins a constant.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    digits.starts_with(|c: char| c.is_ascii_digit())
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
    let read = |id: &str| match id {
        "a" => Some(year.clone()),
        "half" => Some(Value::from(0.5)),
        "word" => Some(Value::from("três")),
        _ => None,
    };
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
        ("a > half and half<=0.50 and not half = 1", true),
        ("a != a or a = b or b = b or b >= a or half < b", false),
        ("b != b and b != a and a != b", true),
        (
            "length(word) = 4 and length(word) > 3.5 and length(b) = 0",
            true,
        ),
        (
            "b any of ['x', \"y\"] or b all of ['x'] or selected(b, 'x')",
            false,
        ),
    ] {
        assert_eq!(holds(condition, &read), expected, "{condition}");
    }
}
