//! An expression in pieces.

use super::Refusal;

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Question(String),
    Name(String),
    Text(String),
    Number(String),
    /// A sign: an operator, a bracket, a dot.
    Sign(&'static str),
}

/// Signs, longer ones first.
const SIGNS: [&str; 23] = [
    "!=", "<=", ">=", "..", "//", "::", "=", "<", ">", "(", ")", ",", "+", "-", "*", "/", "|", "[",
    "]", ".", "@", "$", ":",
];

/// Cuts an expression into its pieces.
pub(super) fn tokens(source: &str) -> Result<Vec<Token>, Refusal> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = next(first, rest).ok_or_else(|| {
            let at = source.chars().count() - rest.chars().count() + 1;
            format!("the expression \"{source}\" can't be read from character {at} on.")
        })?;
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn next(first: char, rest: &str) -> Option<(Token, &str)> {
    if let Some(inside) = rest.strip_prefix("${") {
        let (name, after) = inside.split_once('}')?;
        return Some((Token::Question(name.trim().to_owned()), after));
    }
    // Spreadsheets make curly quotes of straight ones.
    let closing = match first {
        '\'' => Some(&['\''][..]),
        '"' => Some(&['"'][..]),
        '\u{2018}' | '\u{2019}' => Some(&['\u{2018}', '\u{2019}'][..]),
        '\u{201c}' | '\u{201d}' => Some(&['\u{201c}', '\u{201d}'][..]),
        _ => None,
    };
    if let Some(closing) = closing {
        let inside = rest.get(first.len_utf8()..)?;
        let end = inside.find(closing)?;
        let (text, after) = inside.split_at_checked(end)?;
        let after = after.get(after.chars().next()?.len_utf8()..)?;
        return Some((Token::Text(text.to_owned()), after));
    }
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if is_number(rest) || rest.strip_prefix('.').is_some_and(is_number) {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (number, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        return Some((Token::Number(number.to_owned()), after));
    }
    if first.is_alphabetic() || first == '_' {
        // A colon belongs to a name with a prefix, and to nothing else.
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        let end = rest.find(|c: char| !part(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end)?;
        return Some((Token::Name(name.to_owned()), after));
    }
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
    Some((Token::Sign(sign), rest.strip_prefix(sign)?))
}
