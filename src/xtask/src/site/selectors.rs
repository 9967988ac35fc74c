//! Which classes a stylesheet hangs on: so a page that has none of them can do without it.
//!
//! Not a parser for any stylesheet, only for those of `style/` once they are small. What it
//! does not understand counts as needed by every page.

use super::css;
use std::collections::BTreeSet;

/// The classes that must all stand in a page before one selector can mean anything there;
/// none for a selector that needs no class.
pub(super) type Needs = BTreeSet<String>;

/// What each selector of a stylesheet needs, and so does each rule that has no selector but
/// changes the page, such as `@font-face`.
pub(super) fn needs(sheet: &str) -> Vec<Needs> {
    let mut all = Vec::new();
    // Of each block that is open: whether there are selectors inside.
    let mut open: Vec<bool> = Vec::new();
    let mut start = 0;
    let mut rest = sheet;
    while let Some(c) = rest.chars().next() {
        let at = sheet.len() - rest.len();
        let length = length_of(rest, c);
        let before = sheet[start..at].trim();
        match c {
            '{' => {
                let has_selectors = open.iter().all(|inside| *inside);
                let asks = ["@media", "@supports", "@container"];
                let is_group = asks.iter().any(|name| before.starts_with(name));
                if before.starts_with('@') && !is_group {
                    all.push(Needs::new());
                } else if has_selectors && !is_group {
                    all.extend(split(before).map(of_selector));
                }
                open.push(is_group);
            }
            '}' => {
                open.pop();
            }
            // `@import`, `@layer` and the like.
            ';' if before.starts_with('@') => all.push(Needs::new()),
            _ => {}
        }
        rest = &rest[length..];
        if "{};".contains(c) {
            start = at + length;
        }
    }
    all
}

/// How far it is to the next thing to look at: strings are passed over whole.
fn length_of(rest: &str, first: char) -> usize {
    let string = (first == '"' || first == '\'').then(|| css::string_end(rest, first));
    string.flatten().unwrap_or(first.len_utf8())
}

/// A list of selectors, cut at its commas.
fn split(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let own = rest?;
        let end = outside(own).find(|(_, c)| *c == ',').map(|(at, _)| at);
        rest = end.map(|end| &own[end + 1..]);
        Some(&own[..end.unwrap_or(own.len())])
    })
}

/// What stands outside brackets: inside them classes may be alternatives, or be ruled out.
fn outside(selector: &str) -> impl Iterator<Item = (usize, char)> {
    let mut rest = selector;
    let mut depth = 0_usize;
    std::iter::from_fn(move || {
        while let Some(c) = rest.chars().next() {
            let at = selector.len() - rest.len();
            rest = &rest[length_of(rest, c)..];
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ if depth == 0 => return Some((at, c)),
                _ => {}
            }
        }
        None
    })
}

fn of_selector(selector: &str) -> Needs {
    let mut needs = Needs::new();
    let mut name: Option<String> = None;
    // Brackets end a name, too.
    let mut last = 0;
    for (at, c) in outside(selector) {
        if c == '\\' {
            return Needs::new();
        }
        let in_name = at == last + 1 && (c.is_alphanumeric() || c == '-' || c == '_');
        match &mut name {
            Some(name) if in_name => name.push(c),
            _ => {
                needs.extend(name.take());
                name = (c == '.').then(String::new);
            }
        }
        last = at;
    }
    needs.extend(name);
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(css: &str) -> Vec<String> {
        let joined = |needs: &Needs| needs.iter().cloned().collect::<Vec<_>>().join(" ");
        needs(css).iter().map(joined).collect()
    }

    #[test]
    fn a_selector_needs_all_classes_that_stand_outside_its_brackets() {
        for (css, expected) in [
            (".a{b:c}", vec!["a"]),
            (".a-b.c_d > e .f:hover::before{g:h}", vec!["a-b c_d f"]),
            (".a,b .c,.d{e:f}", vec!["a", "c", "d"]),
            (".a:not(.b):has(> .c, .d) .e{f:g}", vec!["a e"]),
            (".a[b=\".c,.d]{\"] .e{f:\"}.g{\"}.h{i:j}", vec!["a e", "h"]),
            (":is(.a,.b) ~ .c{d:e}", vec!["c"]),
            ("p{a:b}", vec![""]),
            ("#a,[hidden],*::after{b:0.5rem}", vec!["", "", ""]),
            (".a\\:b{c:d}", vec![""]),
        ] {
            assert_eq!(told(css), expected, "{css}");
        }
    }

    #[test]
    fn rules_are_found_in_groups_and_what_has_no_selector_is_always_needed() {
        for (css, expected) in [
            (
                "@media (a:b) and (c:d){.e{f:g}.h{i:j}}.k{l:m}",
                vec!["e", "h", "k"],
            ),
            (
                "@supports selector(:has(*)){@media (a:b){.c{d:e}}}",
                vec!["c"],
            ),
            (
                ".a{b:c}@keyframes d{from{e:f}to{g:h}}.i{j:k}",
                vec!["a", "", "i"],
            ),
            ("@font-face{a:b}", vec![""]),
            ("@layer a,b;.c{d:e}", vec!["", "c"]),
            ("", vec![]),
        ] {
            assert_eq!(told(css), expected, "{css}");
        }
    }
}
