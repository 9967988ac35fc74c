//! Which part of the style a page carries in itself, and which comes with the app.
//!
//! The style is a row of files whose order means something. A page carries those that
//! every page needs and those that its own classes ask for; all others are in one file,
//! which the app waits for. That file has to be in the middle: what every page needs stands
//! before it or after it, so that, once it has come, the page has the whole style in its
//! order. What a page carries of the middle comes a second time then, and changes nothing.

use super::{Files, selectors};
use crate::Outcome;
use hark_domain::pack::THEME_MARK;
use std::collections::BTreeSet;

/// The part that comes with the app, before it gets a fingerprint. The start page's script
/// names it.
pub(crate) const REST: &str = "hark.css";

/// Where a page has its style.
pub(crate) const MARK: &str = "<!-- hark:style -->";

/// One file of `style/`, made small.
pub(crate) struct Sheet {
    css: String,
    needs: Vec<selectors::Needs>,
}

impl Sheet {
    pub(crate) fn new(css: String) -> Self {
        let needs = selectors::needs(&css);
        Self { css, needs }
    }

    /// Whether any of its rules can mean something in a page with these classes.
    fn is_for(&self, classes: &BTreeSet<&str>) -> bool {
        let mut needs = self.needs.iter();
        needs.any(|needs| needs.iter().all(|class| classes.contains(&**class)))
    }
}

/// The style, and where its middle is.
pub(crate) struct Style {
    sheets: Vec<Sheet>,
    /// How many every page has before the middle.
    first: usize,
    /// Where those begin that every page has after it.
    last: usize,
    /// The pack's colours.
    theme: String,
}

impl Style {
    /// The style of a site with these pages, which ends with the pack's colours.
    pub(crate) fn new<'a>(
        sheets: Vec<Sheet>,
        theme: &str,
        pages: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let pages: Vec<_> = pages.into_iter().map(classes).collect();
        let is_common = |sheet: &&Sheet| pages.iter().all(|classes| sheet.is_for(classes));
        let first = sheets.iter().take_while(is_common).count();
        let after = sheets[first..].iter().rev().take_while(is_common).count();
        Self {
            last: sheets.len() - after,
            first,
            sheets,
            theme: theme.to_owned(),
        }
    }

    /// What comes with the app.
    pub(crate) fn rest(&self) -> String {
        joined(&self.sheets[self.first..self.last])
    }

    /// Puts what a page needs to its mark, in two elements: the rest goes between them.
    pub(crate) fn put(&self, page: &str) -> Outcome<String> {
        let Some((before, after)) = page
            .split_once(MARK)
            .filter(|(_, after)| after.matches(THEME_MARK).count() == 1)
        else {
            // A server with another pack names its own colours there.
            return Err(format!(
                "index.html must link its stylesheets, and have {THEME_MARK} once after them."
            ));
        };
        let classes = classes(page);
        let (common, rest) = self.sheets.split_at(self.first);
        let (middle, last) = rest.split_at(self.last - self.first);
        let own = middle.iter().filter(|sheet| sheet.is_for(&classes));
        let first = joined(common.iter().chain(own));
        let last = joined(last) + &self.theme;
        if [&first, &last].iter().any(|css| css.contains("</style")) {
            return Err("What goes into the page's style must not contain </style.".to_owned());
        }
        Ok(format!(
            "{before}<style>{first}</style><style>{last}</style>{after}"
        ))
    }
}

fn joined<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> String {
    sheets.into_iter().map(|sheet| &*sheet.css).collect()
}

/// All classes that stand in a page.
fn classes(page: &str) -> BTreeSet<&str> {
    let lists = page.split(" class=\"").skip(1);
    lists
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_ascii_whitespace)
        .collect()
}

/// Puts the part that comes with the app into the site.
pub(crate) fn publish(site: &mut Files, style: &Style) {
    site.insert(REST.to_owned(), style.rest().into_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project::Project, site::css};
    use std::fs;

    /// Every page has `.frame`; `p` and `.end` stand for what comes first and last.
    const SHEETS: [&str; 5] = ["p{a:b}", ".x{c:d}", ".frame{e:f}", ".y .z{g:h}", "i{j:k}"];
    const PAGES: [&str; 2] = [
        "<p class=\"frame x\">",
        "<p class=\"frame\"><b class=\"y\"><i class=\"q z\">",
    ];

    fn style(sheets: &[&str]) -> Style {
        let sheets = sheets.iter().map(|css| Sheet::new((*css).to_owned()));
        Style::new(sheets.collect(), ":root{--t:u}", PAGES)
    }

    fn in_page(style: &Style, body: &str) -> (String, String) {
        let page = style.put(&format!("{MARK}{THEME_MARK}{body}")).unwrap();
        let page = page
            .strip_suffix(&format!("</style>{THEME_MARK}{body}"))
            .unwrap();
        let (first, last) = page.split_once("</style><style>").unwrap();
        (
            first.trim_start_matches("<style>").to_owned(),
            last.to_owned(),
        )
    }

    #[test]
    fn a_page_has_what_its_classes_ask_for_in_the_order_of_the_links() {
        let style = style(&SHEETS);
        let (first, last) = in_page(&style, PAGES[0]);
        assert_eq!(
            (&*first, &*last),
            ("p{a:b}.x{c:d}.frame{e:f}", "i{j:k}:root{--t:u}")
        );
        assert_eq!(in_page(&style, PAGES[1]).0, "p{a:b}.frame{e:f}.y .z{g:h}");
        // A page that has nothing yet.
        assert_eq!(in_page(&style, "<p class=\"y\">").0, "p{a:b}");
    }

    #[test]
    fn what_comes_with_the_app_makes_the_style_whole_in_its_order() {
        let style = style(&SHEETS);
        let (first, last) = in_page(&style, "");
        assert_eq!(style.rest(), ".x{c:d}.frame{e:f}.y .z{g:h}");
        assert_eq!(
            first + &style.rest() + &last,
            SHEETS.concat() + ":root{--t:u}"
        );
    }

    #[test]
    fn the_colours_are_refused_where_a_page_has_no_place_for_them() {
        let style = style(&SHEETS);
        for page in [
            "",
            MARK,
            THEME_MARK,
            &format!("{THEME_MARK}{MARK}"),
            &format!("{MARK}{THEME_MARK}{THEME_MARK}"),
        ] {
            assert!(style.put(page).is_err(), "{page}");
        }
        let bad = Style::new(vec![Sheet::new("a{b:'</style'}".to_owned())], "", PAGES);
        assert!(bad.put(&format!("{MARK}{THEME_MARK}")).is_err());
    }

    /// The project's own style, as its page links it.
    fn own() -> Vec<(String, String)> {
        let root = Project::find().unwrap().root;
        let page = fs::read_to_string(root.join("public/index.html")).unwrap();
        let names = page.split("../style/").skip(1);
        names
            .map(|rest| {
                let name = rest.split('"').next().unwrap().to_owned();
                let css = fs::read_to_string(root.join("style").join(&name)).unwrap();
                (name, css::smaller(&css).unwrap())
            })
            .collect()
    }

    #[test]
    fn no_rule_of_the_projects_own_style_is_lost() {
        let own = own();
        let whole: String = own.iter().map(|(_, css)| &**css).collect();
        let sheets = || own.iter().map(|(_, css)| Sheet::new(css.clone())).collect();
        for pages in [
            &PAGES[..],
            &["<p class=\"card\">"],
            &["<p class=\"header icon\">"],
        ] {
            let style = Style::new(sheets(), "", pages.iter().copied());
            let (first, last) = in_page(&style, "");
            let (before, after) = whole.split_once(&style.rest()).unwrap();
            assert!(first.starts_with(before), "{pages:?}");
            assert_eq!(last, after, "{pages:?}");
        }
    }

    #[test]
    fn a_page_has_each_file_of_the_projects_own_style_that_its_classes_ask_for() {
        let own = own();
        let sheets = own.iter().map(|(_, css)| Sheet::new(css.clone())).collect();
        let style = Style::new(sheets, "", ["<p>"]);
        for (name, css) in &own {
            for needs in selectors::needs(css) {
                let needs: Vec<String> = needs.into_iter().collect();
                let (first, last) = in_page(&style, &format!("<p class=\"{}\">", needs.join(" ")));
                assert!((first + &last).contains(&**css), "{name}: {needs:?}");
            }
        }
        // Files that shape elements themselves are in every page.
        let (first, last) = in_page(&style, "");
        let bare = first + &last;
        for name in [
            "tokens.css",
            "base.css",
            "focus.css",
            "page.css",
            "motion.css",
        ] {
            let (_, css) = own.iter().find(|(own, _)| own == name).unwrap();
            assert!(bare.contains(&**css), "{name}");
        }
    }
}
