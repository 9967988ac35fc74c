//! Reading a condition: a hand-written recursive descent over at most
//! [`DEEPEST`] levels, because a parser library would cost the wasm more bytes
//! than the whole language is worth.

use super::{Expression, Op, Test, Unreadable};
use crate::id::QuestionId;
use crate::json::TELLS;
use crate::number::Number;

/// How deep parentheses and "not" may nest, so that no input overflows the stack.
const DEEPEST: usize = 40;

/// Reads a whole condition.
pub(super) fn expression(source: &str) -> Result<Expression, Unreadable> {
    let mut reader = Reader {
        source,
        at: 0,
        depth: 0,
    };
    let expression = reader.or()?;
    reader.space();
    if reader.at < source.len() {
        return Err(reader.expected("\"and\", \"or\" or the end"));
    }
    Ok(expression)
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn or(&mut self) -> Result<Expression, Unreadable> {
        let mut parts = vec![self.and()?];
        while self.word_is("or") {
            parts.push(self.and()?);
        }
        Ok(joined(parts, Expression::Or))
    }

    fn and(&mut self) -> Result<Expression, Unreadable> {
        let mut parts = vec![self.not()?];
        while self.word_is("and") {
            parts.push(self.not()?);
        }
        Ok(joined(parts, Expression::And))
    }

    fn not(&mut self) -> Result<Expression, Unreadable> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.expected("fewer levels of \"not\" and brackets"));
        }
        let read = if self.word_is("not") {
            Expression::Not(Box::new(self.not()?))
        } else if self.sign_is("(") {
            let inner = self.or()?;
            self.sign(")")?;
            inner
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(read)
    }

    fn test(&mut self) -> Result<Expression, Unreadable> {
        let start = self.at;
        let Some(word) = self.word() else {
            return Err(self.expected("the id of a question"));
        };
        match word {
            "answered" if self.opens() => {
                let question = self.bracketed()?;
                self.sign(")")?;
                Ok(Expression::Test(question, Test::Answered))
            }
            "selected" if self.opens() => {
                let question = self.bracketed()?;
                self.sign(",")?;
                let choice = self.string()?;
                self.sign(")")?;
                Ok(Expression::Test(question, Test::Selected(choice)))
            }
            "count-selected" | "length" if self.opens() => {
                let test = if word == "length" {
                    Test::Length as fn(_, _) -> _
                } else {
                    Test::Count
                };
                let question = self.bracketed()?;
                self.sign(")")?;
                let op = self.op()?;
                Ok(Expression::Test(question, test(op, self.number()?)))
            }
            _ => {
                let question = self.named(word, start)?;
                self.about(question)
            }
        }
    }

    /// The rest of a test that began with a question.
    fn about(&mut self, question: QuestionId) -> Result<Expression, Unreadable> {
        if self.word_is("answered") {
            return Ok(Expression::Test(question, Test::Answered));
        }
        if self.word_is("not") {
            if !self.word_is("answered") {
                return Err(self.expected("\"answered\""));
            }
            return Ok(negated(question, Test::Answered));
        }
        for (word, test) in [("any", Test::AnyOf as fn(_) -> _), ("all", Test::AllOf)] {
            if self.word_is(word) {
                if !self.word_is("of") {
                    return Err(self.expected("\"of\""));
                }
                return Ok(Expression::Test(question, test(self.list()?)));
            }
        }
        let op = self.op()?;
        self.space();
        if !self.rest().starts_with(['\'', '"']) {
            return Ok(Expression::Test(question, self.compared(op)?));
        }
        let start = self.at;
        let word = self.string()?;
        match op {
            Op::Equal => Ok(Expression::Test(question, Test::Is(word))),
            Op::NotEqual => Ok(negated(question, Test::Is(word))),
            _ => {
                self.at = start;
                Err(self.expected("a number, because only numbers can be smaller or larger"))
            }
        }
    }

    /// What a comparison without quotes is with: a number, or another question.
    fn compared(&mut self, op: Op) -> Result<Test, Unreadable> {
        let start = self.at;
        let wrong = match self.number() {
            Ok(number) => return Ok(Test::Compare(op, number)),
            Err(wrong) => wrong,
        };
        let word = self.word().and_then(|word| self.named(word, start).ok());
        let other = word.filter(|id| !id.as_str().starts_with(|c: char| c.is_ascii_digit()));
        other.map(|other| Test::Other(op, other)).ok_or(wrong)
    }

    /// Whether a bracket follows, so that the word before it is no question's id.
    fn opens(&mut self) -> bool {
        self.space();
        self.rest().starts_with('(')
    }

    fn bracketed(&mut self) -> Result<QuestionId, Unreadable> {
        self.sign("(")?;
        self.space();
        let start = self.at;
        match self.word() {
            Some(word) => self.named(word, start),
            None => Err(self.expected("the id of a question")),
        }
    }

    fn named(&self, word: &str, start: usize) -> Result<QuestionId, Unreadable> {
        let refuse = |text: &str| {
            let text = if TELLS { text } else { "" };
            self.unreadable(start, text.to_owned())
        };
        if super::RESERVED.contains(&word) {
            return Err(refuse("The id of a question was expected here."));
        }
        QuestionId::new(word).map_err(refuse)
    }

    fn list(&mut self) -> Result<Vec<String>, Unreadable> {
        self.sign("[")?;
        let mut words = vec![self.string()?];
        while self.sign_is(",") {
            words.push(self.string()?);
        }
        self.sign("]")?;
        Ok(words)
    }

    fn op(&mut self) -> Result<Op, Unreadable> {
        // Longer signs first: "<=" also starts with "<".
        for (sign, op) in [
            ("!=", Op::NotEqual),
            ("<=", Op::AtMost),
            (">=", Op::AtLeast),
            ("=", Op::Equal),
            ("<", Op::Less),
            (">", Op::More),
        ] {
            if self.sign_is(sign) {
                return Ok(op);
            }
        }
        Err(self.expected("a comparison such as = or >=, \"answered\", \"any of\" or \"all of\""))
    }

    fn number(&mut self) -> Result<Number, Unreadable> {
        self.space();
        let rest = self.rest();
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        let after = digits.trim_start_matches(is_word);
        let (number, _) = split(rest, rest.len() - after.len());
        match Number::parse(number) {
            Some(value) if number.is_ascii() => {
                self.at += number.len();
                Ok(value)
            }
            _ => Err(self.expected("a number, a question, or a word in quotes")),
        }
    }

    fn string(&mut self) -> Result<String, Unreadable> {
        self.space();
        let quote = self
            .rest()
            .chars()
            .next()
            .filter(|c| matches!(c, '\'' | '"'));
        let Some(quote) = quote else {
            return Err(self.expected("a word in quotes"));
        };
        let inner = self.rest().strip_prefix(quote).unwrap_or_default();
        let Some((word, _)) = inner.split_once(quote) else {
            return Err(self.expected("a closing quote"));
        };
        self.at += word.len() + 2;
        Ok(word.to_owned())
    }

    /// The next word, if one stands here.
    fn word(&mut self) -> Option<&'a str> {
        self.space();
        let rest = self.rest();
        let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        self.at += length;
        (length > 0).then(|| split(rest, length).0)
    }

    /// Steps over `word` if it is the whole next word.
    fn word_is(&mut self, word: &str) -> bool {
        self.space();
        let rest = self.rest();
        let there = rest
            .strip_prefix(word)
            .is_some_and(|after| !after.starts_with(is_word));
        self.at += if there { word.len() } else { 0 };
        there
    }

    fn sign_is(&mut self, sign: &str) -> bool {
        self.space();
        let there = self.rest().starts_with(sign);
        self.at += if there { sign.len() } else { 0 };
        there
    }

    fn sign(&mut self, sign: &str) -> Result<(), Unreadable> {
        if self.sign_is(sign) {
            Ok(())
        } else {
            Err(self.expected(&format!("\"{sign}\"")))
        }
    }

    fn space(&mut self) {
        self.at = self.source.len() - self.rest().trim_start().len();
    }

    fn rest(&self) -> &'a str {
        split(self.source, self.at).1
    }

    fn expected(&mut self, what: &str) -> Unreadable {
        self.space();
        if TELLS {
            self.unreadable(self.at, format!("Here {what} was expected."))
        } else {
            self.unreadable(0, String::new())
        }
    }

    fn unreadable(&self, at: usize, text: String) -> Unreadable {
        if !TELLS {
            return Unreadable { at, text };
        }
        Unreadable {
            at: split(self.source, at).0.chars().count() + 1,
            text,
        }
    }
}

/// A text in two. Slicing by brackets would bring in a panic that prints the text,
/// and with it 3 KB of character tables.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

fn negated(question: QuestionId, test: Test) -> Expression {
    Expression::Not(Box::new(Expression::Test(question, test)))
}

/// One part stays itself; several are joined.
fn joined(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        join(parts)
    }
}
