//! Reading an expression, after `XPath` 1.0, section 3.

use super::token::{Token, tokens};
use super::{Expr, Refusal};
use crate::survey::condition::Op;

/// How deep brackets may nest, so that no cell overflows the stack.
const DEEPEST: usize = 60;

/// Reads a whole expression.
pub(in super::super) fn read(source: &str) -> Result<Expr, Refusal> {
    let mut reader = Reader {
        tokens: tokens(source)?,
        at: 0,
        depth: 0,
        source,
    };
    let expr = reader.or()?;
    match reader.tokens.get(reader.at) {
        None => Ok(expr),
        Some(_) => Err(reader.unreadable()),
    }
}

struct Reader<'a> {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    source: &'a str,
}

impl Reader<'_> {
    fn or(&mut self) -> Result<Expr, Refusal> {
        let mut parts = vec![self.and()?];
        while self.word("or") {
            parts.push(self.and()?);
        }
        Ok(joined(parts, Expr::Or))
    }

    fn and(&mut self) -> Result<Expr, Refusal> {
        let mut parts = vec![self.equality()?];
        while self.word("and") {
            parts.push(self.equality()?);
        }
        Ok(joined(parts, Expr::And))
    }

    fn equality(&mut self) -> Result<Expr, Refusal> {
        let signs = [("=", Op::Equal), ("!=", Op::NotEqual)];
        self.compared(&signs, Self::relation)
    }

    fn relation(&mut self) -> Result<Expr, Refusal> {
        let signs = [
            ("<=", Op::AtMost),
            (">=", Op::AtLeast),
            ("<", Op::Less),
            (">", Op::More),
        ];
        self.compared(&signs, Self::sum)
    }

    fn compared(
        &mut self,
        signs: &[(&str, Op)],
        part: fn(&mut Self) -> Result<Expr, Refusal>,
    ) -> Result<Expr, Refusal> {
        let left = part(self)?;
        // One only: nobody writes a = b = c, and so no cell makes a chain without end.
        match signs.iter().find(|(sign, _)| self.sign(sign)) {
            Some((_, op)) => Ok(Expr::Compare(*op, Box::new(left), Box::new(part(self)?))),
            None => Ok(left),
        }
    }

    /// One operand. Sums are read as far as it takes to name them.
    fn sum(&mut self) -> Result<Expr, Refusal> {
        let operand = self.operand()?;
        for sign in ["+", "-", "*", "|"] {
            if self.sign(sign) {
                let what = if sign == "|" {
                    "joins sets"
                } else {
                    "calculates"
                };
                return Err(format!("it {what} with \"{sign}\", and Hark doesn't."));
            }
        }
        for word in ["div", "mod"] {
            if self.word(word) {
                return Err(format!("it calculates with \"{word}\", and Hark doesn't."));
            }
        }
        if self.sign("[") {
            return Err("it looks something up with [ ], and Hark doesn't.".to_owned());
        }
        if self.sign("/") || self.sign("//") {
            return Err(path());
        }
        Ok(operand)
    }

    fn operand(&mut self) -> Result<Expr, Refusal> {
        let Some(token) = self.tokens.get(self.at).cloned() else {
            return Err(format!("the expression \"{}\" breaks off.", self.source));
        };
        self.at += 1;
        match token {
            Token::Question(name) => Ok(Expr::Question(name)),
            Token::Text(text) => Ok(Expr::Text(text)),
            Token::Number(number) => Ok(Expr::Number(number)),
            Token::Sign("(") => self.bracketed(),
            Token::Sign(".") => Ok(Expr::Own),
            Token::Sign("-") => match self.tokens.get(self.at).cloned() {
                Some(Token::Number(number)) => {
                    self.at += 1;
                    Ok(Expr::Number(format!("-{number}")))
                }
                _ => Err("it calculates with \"-\", and Hark doesn't.".to_owned()),
            },
            Token::Sign(".." | "/" | "//" | "@" | "$") => Err(path()),
            Token::Name(name) if self.sign("(") => self.call(name),
            Token::Name(name) if name.contains("::") => Err(path()),
            Token::Name(name) => Ok(Expr::Column(name)),
            Token::Sign(_) => {
                self.at -= 1;
                Err(self.unreadable())
            }
        }
    }

    fn bracketed(&mut self) -> Result<Expr, Refusal> {
        self.deeper()?;
        let inner = self.or()?;
        self.closed()?;
        Ok(inner)
    }

    fn call(&mut self, name: String) -> Result<Expr, Refusal> {
        let known = [
            "not",
            "selected",
            "count-selected",
            "string-length",
            "true",
            "false",
        ];
        if !known.contains(&name.as_str()) {
            return Err(function(&name));
        }
        self.deeper()?;
        let mut arguments = Vec::new();
        if !matches!(self.tokens.get(self.at), Some(Token::Sign(")"))) {
            arguments.push(self.or()?);
            while self.sign(",") {
                arguments.push(self.or()?);
            }
        }
        self.closed()?;
        let wanted = match name.as_str() {
            "true" | "false" => 0..=0,
            "selected" => 2..=2,
            "string-length" => 0..=1,
            _ => 1..=1,
        };
        if !wanted.contains(&arguments.len()) {
            return Err(format!(
                "{name}() has {} things in its brackets, and that is not what it takes.",
                arguments.len()
            ));
        }
        Ok(Expr::Call(name, arguments))
    }

    fn deeper(&mut self) -> Result<(), Refusal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("it has too many brackets in each other.".to_owned());
        }
        Ok(())
    }

    fn closed(&mut self) -> Result<(), Refusal> {
        self.depth -= 1;
        if self.sign(")") {
            Ok(())
        } else {
            Err(self.unreadable())
        }
    }

    fn sign(&mut self, sign: &str) -> bool {
        let there = matches!(self.tokens.get(self.at), Some(Token::Sign(own)) if *own == sign);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self, word: &str) -> bool {
        let there = matches!(self.tokens.get(self.at), Some(Token::Name(own)) if own == word);
        self.at += usize::from(there);
        there
    }

    fn unreadable(&self) -> Refusal {
        let what = match self.tokens.get(self.at) {
            None => return format!("the expression \"{}\" breaks off.", self.source),
            Some(Token::Question(name)) => format!("${{{name}}}"),
            Some(Token::Name(name) | Token::Number(name)) => name.clone(),
            Some(Token::Text(text)) => format!("'{text}'"),
            Some(Token::Sign(sign)) => (*sign).to_owned(),
        };
        format!(
            "the expression \"{}\" can't be read: {what} doesn't belong there.",
            self.source
        )
    }
}

fn path() -> Refusal {
    "it looks at another place by its path. Write ${name} instead.".to_owned()
}

/// Why a function isn't carried.
fn function(name: &str) -> Refusal {
    match name {
        "today" | "now" => {
            format!("it asks what day it is with {name}(), and Hark never looks at the clock.")
        }
        "regex" => "it compares with a pattern, regex(), and Hark doesn't.".to_owned(),
        "pulldata" | "instance" | "search" => {
            format!("it looks something up in another file with {name}(), and Hark doesn't.")
        }
        "position" | "count" | "indexed-repeat" | "sum" => {
            format!("it counts repeats with {name}(), and Hark has none.")
        }
        _ => format!("it uses {name}(), and Hark doesn't."),
    }
}

fn joined(mut parts: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.len() {
        1 => parts.remove(0),
        _ => join(parts),
    }
}
