//! The pictures, each drawn once as a `<symbol>` of index.html. A page carries those that
//! it shows and those that every page shows; all others come with the app, in its module:
//! that is no request more.

use super::Files;
use crate::Outcome;
use std::collections::BTreeSet;

/// The module that wasm-bindgen makes; boot.js imports it.
const MODULE: &str = "hark-app.js";

/// Where a page has its pictures.
const MARK: &str = "<!-- hark:symbols -->";

/// The element that holds them in a page.
const START: &str = "<svg hidden>";
const END: &str = "</svg>";

/// One picture.
struct Symbol {
    id: String,
    /// The whole element.
    markup: String,
    /// Whether every page shows it.
    is_common: bool,
}

/// All of them, in their order.
pub(crate) struct Symbols(Vec<Symbol>);

impl Symbols {
    /// Takes them out of index.html, which gets a mark in their place.
    pub(crate) fn take(page: &str) -> Outcome<(String, Self)> {
        let wrong = || format!("index.html must have {START} once, with nothing but symbols.");
        let (before, rest) = page.split_once(START).ok_or_else(wrong)?;
        let (inside, after) = rest.split_once(END).ok_or_else(wrong)?;
        let mut symbols = Vec::new();
        let mut rest = inside.trim_start();
        while !rest.is_empty() {
            let end = "</symbol>";
            let (own, others) = rest.split_once(end).ok_or_else(wrong)?;
            let id = own
                .strip_prefix("<symbol id=\"")
                .and_then(|own| own.split('"').next());
            symbols.push(Symbol {
                id: id.ok_or_else(wrong)?.to_owned(),
                markup: own.to_owned() + end,
                is_common: false,
            });
            rest = others.trim_start();
        }
        let page = format!("{before}{START}{MARK}{END}{after}");
        Ok((page, Self(symbols)))
    }

    /// Finds those that all of these pages show.
    pub(crate) fn note_common<'a>(&mut self, pages: impl IntoIterator<Item = &'a str>) {
        let pages: Vec<_> = pages.into_iter().map(shown).collect();
        for symbol in &mut self.0 {
            symbol.is_common = pages.iter().all(|shown| shown.contains(&*symbol.id));
        }
    }

    /// Puts those that a page shows to its mark. The error names a picture that is not there.
    pub(crate) fn put(&self, page: &str) -> Outcome<String> {
        let shown = shown(page);
        let there = |id: &&&str| !self.0.iter().any(|symbol| symbol.id == **id);
        if let Some(missing) = shown.iter().find(there) {
            return Err(format!(
                "A page shows #{missing}, which index.html does not have."
            ));
        }
        let own = |symbol: &&Symbol| symbol.is_common || shown.contains(&*symbol.id);
        Ok(page.replace(MARK, &joined(self.0.iter().filter(own))))
    }

    /// Lets the app's module bring the others.
    pub(crate) fn append(&self, site: &mut Files) -> Outcome<()> {
        let rest = joined(self.0.iter().filter(|symbol| !symbol.is_common));
        if rest.contains(['\'', '\\', '\n']) {
            return Err("A symbol of index.html has a ', a \\ or more than one line.".to_owned());
        }
        let module = site
            .get_mut(MODULE)
            .ok_or_else(|| format!("Trunk built no {MODULE}."))?;
        let whole = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{rest}</svg>");
        module.extend_from_slice(format!("\nexport const symbols = '{whole}';\n").as_bytes());
        Ok(())
    }
}

fn joined<'a>(symbols: impl Iterator<Item = &'a Symbol>) -> String {
    symbols.map(|symbol| &*symbol.markup).collect()
}

/// The pictures that a page shows.
fn shown(page: &str) -> BTreeSet<&str> {
    let uses = page.split("<use href=\"#").skip(1);
    uses.filter_map(|rest| rest.split('"').next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "a<svg hidden>\n <symbol id=\"b\"><path d=\"1\"/></symbol>\n <symbol id=\"c\"/></symbol>\
        <symbol id=\"d\"></symbol>\n</svg>e";

    const PAGES: [&str; 2] = [
        "<use href=\"#c\"></use><use href=\"#d\">",
        "<use href=\"#c\"></use>",
    ];

    fn symbols() -> (String, Symbols) {
        let (page, mut symbols) = Symbols::take(PAGE).unwrap();
        symbols.note_common(PAGES);
        (page, symbols)
    }

    #[test]
    fn a_page_has_what_it_shows_and_what_every_page_shows() {
        let (template, symbols) = symbols();
        assert_eq!(template, "a<svg hidden><!-- hark:symbols --></svg>e");
        let page = symbols.put(&(template.clone() + PAGES[0])).unwrap();
        let both = "<symbol id=\"c\"/></symbol><symbol id=\"d\"></symbol>";
        assert_eq!(page, format!("a<svg hidden>{both}</svg>e{}", PAGES[0]));
        let page = symbols.put(&template).unwrap();
        assert_eq!(page, "a<svg hidden><symbol id=\"c\"/></symbol></svg>e");
    }

    #[test]
    fn a_picture_that_is_not_there_is_named() {
        let why = symbols().1.put("<use href=\"#x\">").unwrap_err();
        assert!(why.contains("#x"), "{why}");
    }

    #[test]
    fn all_others_come_with_the_module() {
        let mut site = Files::from([(MODULE.to_owned(), b"a();".to_vec())]);
        symbols().1.append(&mut site).unwrap();
        let module = String::from_utf8(site[MODULE].clone()).unwrap();
        let rest = "<symbol id=\"b\"><path d=\"1\"/></symbol><symbol id=\"d\"></symbol>";
        let whole = format!("'<svg xmlns=\"http://www.w3.org/2000/svg\">{rest}</svg>'");
        assert_eq!(module, format!("a();\nexport const symbols = {whole};\n"));
        assert!(symbols().1.append(&mut Files::new()).is_err());
    }

    #[test]
    fn anything_else_among_them_is_refused() {
        for page in [
            "a",
            "<svg hidden>",
            "<svg hidden>b</svg>",
            "<svg hidden><symbol id=\"b\"></svg>",
        ] {
            assert!(Symbols::take(page).is_err(), "{page}");
        }
    }
}
