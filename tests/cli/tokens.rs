//! The shipped colours stand in two places: `style/tokens.css` gives them to the page,
//! and the domain judges a pack's colours beside them. Here the two are compared.

use std::collections::BTreeMap;
use std::fs;

use hark_domain::site::colours::{Colour, Colours, Scheme, Theme};
use hark_tests::packs::root;

/// Custom properties by name, as they are written.
type Properties = BTreeMap<String, String>;

/// The custom properties of the first `:root` in a stylesheet.
fn first_root(css: &str) -> Properties {
    let (_, rest) = css.split_once(":root").unwrap();
    let (_, rest) = rest.split_once('{').unwrap();
    let (block, _) = rest.split_once('}').unwrap();
    let declarations = block.split(';').filter_map(|line| line.split_once(':'));
    declarations
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// A stylesheet without its comments.
fn bare(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once("*/")?.1));
    std::iter::once(first).chain(rest).collect()
}

/// The properties of each scheme in the page's tokens.
fn tokens(css: &str) -> [(Scheme, Properties); 2] {
    let css = bare(css);
    let (before, dark) = css.split_once("(prefers-color-scheme: dark)").unwrap();
    let light = first_root(before);
    let mut both = light.clone();
    both.extend(first_root(dark));
    [(Scheme::Light, light), (Scheme::Dark, both)]
}

/// The colour of a property, which may be written `#abc` or `var(--another)`.
fn colour(properties: &Properties, name: &str) -> Option<Colour> {
    let value = properties.get(name)?;
    if let Some(other) = value.strip_prefix("var(") {
        return colour(properties, other.trim_end_matches(')').trim());
    }
    let short = value.strip_prefix('#').filter(|digits| digits.len() == 3);
    let long = short.map(|digits| digits.chars().flat_map(|digit| [digit; 2]));
    match long {
        Some(long) => Colour::parse(&format!("#{}", long.collect::<String>())),
        None => Colour::parse(value),
    }
}

/// Where the domain and the page's tokens differ, a line each.
fn differences(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (scheme, properties) in tokens(css) {
        let page = scheme.page();
        let own = [
            ("--paper", page.paper),
            ("--card", page.card),
            ("--ink", page.ink),
        ];
        let theme = Theme::of(&Colours::default(), scheme);
        for (name, expected) in own.into_iter().chain(theme.properties()) {
            let scheme = scheme.name();
            match colour(&properties, name) {
                Some(shown) if shown == expected => {}
                Some(shown) => found.push(format!(
                    "{scheme} {name}: {shown} in style/tokens.css, {expected} in the domain"
                )),
                None => found.push(format!("{scheme} {name}: no colour in style/tokens.css")),
            }
        }
    }
    found
}

#[test]
fn the_page_and_the_domain_have_the_same_colours() {
    let css = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let found = differences(&css);
    assert!(
        found.is_empty(),
        "put them right in src/domain/src/site/colours/page.rs:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_colour_that_differs_is_found_in_either_scheme() {
    let css = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let count = |from: &str, to: &str| {
        assert!(css.contains(from), "{from}");
        differences(&css.replace(from, to)).len()
    };
    // The light page's value holds on a dark one that has none of its own.
    assert_eq!(count("--sun:", "/* was */ --son:"), 2);
    assert_eq!(count("--paper:", "--paper: red; --papers:"), 2);
    assert_eq!(count("--link:", "--link: var(--accent); --links:"), 0);
}

#[test]
fn short_and_borrowed_colours_are_read() {
    let properties = first_root("/**/ :root { --a: #FfC; --b : var( --a ); --c: 1rem }");
    let expected = Colour::parse("#ffffcc");
    assert_eq!(colour(&properties, "--a"), expected);
    assert_eq!(colour(&properties, "--b"), expected);
    assert_eq!(colour(&properties, "--c"), None);
    assert_eq!(bare("a/* b */c/* d: */"), "ac");
}
