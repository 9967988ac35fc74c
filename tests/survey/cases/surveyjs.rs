//! `SurveyJS` expressions rewritten in Hark's language, word by word.
//!
//! What Hark has no words for is left as it stands, for Hark's own reader to
//! refuse: the test is of Hark, not of this.

/// A piece of a `SurveyJS` expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// `{name}`
    Name(String),
    /// `'text'`, without the quotes.
    Quoted(String),
    /// `['a','b']`
    List(Vec<String>),
    /// A word, a number or a sign.
    Other(String),
}

/// Cuts an expression into its pieces.
pub(super) fn pieces(expression: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut letters = expression.chars().peekable();
    while let Some(letter) = letters.next() {
        let piece = match letter {
            ' ' => continue,
            '{' => Piece::Name(letters.by_ref().take_while(|c| *c != '}').collect()),
            '\'' => Piece::Quoted(letters.by_ref().take_while(|c| *c != '\'').collect()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                let items = inside.split(',').map(|item| item.trim().trim_matches('\''));
                Piece::List(items.map(ToOwned::to_owned).collect())
            }
            _ => {
                let alike = kind(letter);
                let mut text = String::from(letter);
                while let Some(next) = letters.next_if(|c| alike > 0 && kind(*c) == alike) {
                    text.push(next);
                }
                Piece::Other(text)
            }
        };
        pieces.push(piece);
    }
    pieces
}

/// Letters of one kind stick together: those of words and those of comparisons.
fn kind(letter: char) -> u8 {
    match letter {
        '!' | '=' | '<' | '>' => 1,
        c if c.is_alphanumeric() || c == '_' => 2,
        _ => 0,
    }
}

/// The same condition in Hark's words. `choices` knows the choices of questions
/// whose choices are numbers, so that an order of them becomes a list of them.
pub(super) fn rewritten(expression: &str, choices: &dyn Fn(&str) -> Option<Vec<String>>) -> String {
    let pieces = pieces(expression);
    let mut rest = &pieces[..];
    let mut words: Vec<String> = Vec::new();
    while let Some(piece) = rest.first() {
        let (written, taken) = match (piece, rest.get(1), rest.get(2)) {
            (Piece::Name(name), Some(Piece::Other(verb)), operand) => {
                about(name, verb, operand, choices)
            }
            _ => (plain(piece), 1),
        };
        words.push(written);
        rest = &rest[taken..];
    }
    words.join(" ")
}

/// A question and what is asked of it, and how many pieces that takes.
fn about(
    name: &str,
    verb: &str,
    operand: Option<&Piece>,
    choices: &dyn Fn(&str) -> Option<Vec<String>>,
) -> (String, usize) {
    let written = match (verb, operand) {
        ("empty", _) => return (format!("{name} not answered"), 2),
        ("notempty", _) => return (format!("{name} answered"), 2),
        ("contains", Some(Piece::Quoted(word))) => format!("selected({name}, '{word}')"),
        ("notcontains", Some(Piece::Quoted(word))) => format!("not selected({name}, '{word}')"),
        ("contains" | "allof", Some(list @ Piece::List(_))) => {
            format!("{name} all of {}", plain(list))
        }
        ("anyof", Some(list @ Piece::List(_))) => format!("{name} any of {}", plain(list)),
        ("noneof", Some(list @ Piece::List(_))) => format!("not {name} any of {}", plain(list)),
        (op, Some(Piece::Other(number)))
            if let Some(fitting) = fitting(choices(name), op, number) =>
        {
            format!("{name} any of {}", plain(&Piece::List(fitting)))
        }
        _ => return (name.to_owned(), 1),
    };
    (written, 3)
}

/// The choices that are numbers on the right side of `number`.
fn fitting(choices: Option<Vec<String>>, op: &str, number: &str) -> Option<Vec<String>> {
    let limit: i64 = number.parse().ok()?;
    let fits = |choice: &String| {
        // A choice that is no number, such as "I don't want to say", fits nothing.
        choice.parse::<i64>().is_ok_and(|choice| match op {
            "=" => choice == limit,
            "<" => choice < limit,
            "<=" => choice <= limit,
            ">" => choice > limit,
            ">=" => choice >= limit,
            other => panic!("{other} is not used on choices so far"),
        })
    };
    Some(choices?.into_iter().filter(fits).collect())
}

fn plain(piece: &Piece) -> String {
    match piece {
        Piece::Name(text) => text.clone(),
        Piece::Quoted(text) => format!("'{text}'"),
        Piece::List(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("'{item}'")).collect();
            format!("[{}]", items.join(", "))
        }
        Piece::Other(text) => match text.as_str() {
            "<>" => "!=".to_owned(),
            "!" => "not".to_owned(),
            other => other.to_owned(),
        },
    }
}
