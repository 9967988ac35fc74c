//! Pages out of index.html: each with its own language, title and text, and the content it will
//! ask for.

use super::{
    Files, html,
    prerender::{FALLBACK, Page},
    style::{self, Style},
    styleguide::GUIDE,
    symbols::Symbols,
    words::Words,
};
use crate::Outcome;

/// What pages are made of.
pub(crate) struct Template<'a> {
    /// index.html, with marks where each page has its own.
    pub(crate) page: String,
    pub(crate) style: &'a Style,
    pub(crate) symbols: &'a Symbols,
}

/// Puts every page into the site. In the first language a page stands where any static
/// server finds it; in the others beside it: `help/index.html`, `help/index.pl.html`.
pub(crate) fn put(
    template: &Template,
    pages: &[Page],
    words: &[Words],
    site: &mut Files,
) -> Outcome<()> {
    let first = words.first().map(|words| &words.language);
    for page in pages {
        let tag = if first == Some(&page.language) {
            String::new()
        } else {
            format!(".{}", page.language)
        };
        let name = match page.path.as_str() {
            "" => format!("index{tag}.html"),
            FALLBACK => format!("{FALLBACK}{tag}.html"),
            path => format!("{path}/index{tag}.html"),
        };
        let filled = fill(&template.page, page)?;
        let filled = template.symbols.put(&filled)?;
        let filled = template.style.put(&filled)?;
        site.insert(name, filled.into_bytes());
    }
    Ok(())
}

/// Where the script that starts the app is told which content this page needs; a page
/// that starts nothing has none.
const ASKS: &str = "data-asks=";

fn fill(template: &str, page: &Page) -> Outcome<String> {
    let asks: Vec<&str> = page
        .asks
        .iter()
        .filter(|ask| ask.starts_with("/content/"))
        .map(String::as_str)
        .collect();
    let asks = format!("{ASKS}\"{}\"", html::escaped(&asks.join(" ")));
    let root = format!(
        "<html lang=\"{}\" dir=\"{}\">",
        html::escaped(&page.language),
        html::escaped(&page.direction)
    );
    let title = format!("<title>{}</title>", html::escaped(&page.title));
    let description = format!(
        "<meta name=\"description\" content=\"{}\">",
        html::escaped(&page.description)
    );
    let app = if page.path == FALLBACK || page.path == GUIDE {
        "<div id=\"app\">"
    } else {
        "<div id=\"app\" data-page>"
    };
    let data = if page.data.is_empty() {
        String::new()
    } else {
        format!(
            "<script type=\"application/ld+json\">{}</script>",
            page.data
        )
    };
    let filled = one(template, "<html lang=\"en\">", "", &root)?;
    let filled = one(&filled, "<title>", "</title>", &title)?;
    let filled = one(
        &filled,
        "<meta name=\"description\"",
        ">",
        &[&*description, &data].concat(),
    )?;
    let filled = if filled.contains(ASKS) {
        one(&filled, &format!("{ASKS}\"\""), "", &asks)?
    } else {
        filled
    };
    let filled = one(&filled, "<div id=\"app\">", "", app)?;
    let filled = one(
        &filled,
        "<!-- hark:app -->",
        "<!-- /hark:app -->",
        &page.html,
    )?;
    one(
        &filled,
        "<!-- hark:plain -->",
        "<!-- /hark:plain -->",
        &page.plain,
    )
}

/// Puts text in the place of everything from one mark to another, which has to be there
/// once.
fn one(page: &str, from: &str, to: &str, text: &str) -> Outcome<String> {
    let parts = page.split_once(from).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(to)?;
        (!after.contains(from)).then_some((before, after))
    });
    let (before, after) =
        parts.ok_or_else(|| format!("index.html must have {from} once, with its end {to}."))?;
    Ok([before, text, after].concat())
}

/// Moves the script that starts the app before the style: it has to listen before
/// anything can be tapped.
pub(crate) fn start_first(page: &str) -> Outcome<String> {
    let end = "</script>";
    let tags = html::tags(page);
    let style = page.find(style::MARK);
    let script = (tags.iter()).find(|tag| tag.get("data-wasm").is_some());
    let (Some(style), Some(script)) = (style, script) else {
        return Err(
            "index.html must have stylesheets and a script that starts the app.".to_owned(),
        );
    };
    let whole = script.place.start..script.place.end + end.len();
    if page.get(script.place.end..whole.end) != Some(end) {
        return Err("The script that starts the app has something inside.".to_owned());
    }
    let mut changes = [
        (whole, String::new()),
        (style..style, script.written() + end),
    ];
    changes.sort_by_key(|(place, _)| place.start);
    Ok(html::replace(page, &changes))
}

/// Puts the icon into the page itself: a file of its own is a request more.
pub(crate) fn icon_inside(page: &str, site: &mut Files) -> Outcome<String> {
    let mut changes = Vec::new();
    for mut tag in html::tags(page) {
        if tag.get("rel") != Some("icon") {
            continue;
        }
        let name = tag.get("href").unwrap_or_default();
        let name = name.trim_start_matches('/').to_owned();
        let bytes = site
            .remove(&name)
            .ok_or_else(|| format!("index.html names the icon {name}, which is not there."))?;
        let svg = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8."))?;
        // RFC 2397: what could end the address or be taken for a code is coded.
        let coded = svg
            .trim()
            .replace('%', "%25")
            .replace('#', "%23")
            .replace('"', "'")
            .replace('<', "%3C")
            .replace('>', "%3E");
        tag.set("href", format!("data:image/svg+xml,{coded}"));
        changes.push((tag.place.clone(), tag.written()));
    }
    Ok(html::replace(page, &changes))
}

/// Tells the script which languages there are.
pub(crate) fn name_languages(page: &str, listed: &str) -> String {
    let changes: Vec<_> = html::tags(page)
        .into_iter()
        .filter(|tag| tag.get("data-wasm").is_some())
        .map(|mut tag| {
            tag.set("data-languages", listed.to_owned());
            // Each page has its own: see `fill`.
            tag.set("data-asks", String::new());
            (tag.place.clone(), tag.written())
        })
        .collect();
    html::replace(page, &changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::style::Sheet;

    const TEMPLATE: &str = "<html lang=\"en\"><title>x</title><meta name=\"description\" content=\"x\">\
        <script data-asks=\"\"></script><!-- hark:style --><!-- hark:theme -->\
        <div id=\"app\"><!-- hark:app -->x<!-- /hark:app --></div>\
        <!-- hark:plain -->x<!-- /hark:plain --><svg hidden></svg>";

    /// A part of the style for pages that have a list in their text, and another for those
    /// that have one where the app can't start.
    fn put_all(pages: &[Page], words: &[Words], site: &mut Files) -> Outcome<()> {
        let sheets = ["a{b:c}", ".text{d:e}", ".plain{f:g}", ".other{h:i}"];
        let sheets = sheets.map(|css| Sheet::new(css.to_owned()));
        let style = Style::new(sheets.into(), "", [""]);
        let (page, symbols) = Symbols::take(TEMPLATE)?;
        let template = Template {
            page,
            style: &style,
            symbols: &symbols,
        };
        put(&template, pages, words, site)
    }

    fn page(path: &str, language: &str) -> Page {
        Page {
            path: path.to_owned(),
            language: language.to_owned(),
            direction: "rtl".to_owned(),
            title: "A & B".to_owned(),
            description: "\"C\"".to_owned(),
            html: "<main class=\"text\">".to_owned(),
            plain: "<p class=\"plain\">".to_owned(),
            asks: vec!["/content/site.json".to_owned()],
            data: String::new(),
        }
    }

    fn words(language: &str) -> Words {
        Words {
            language: language.to_owned(),
            name: language.to_owned(),
            path: format!("locales/{language}-1.json"),
            text: String::new(),
        }
    }

    #[test]
    fn a_page_has_its_own_language_title_text_preloads_and_style() {
        let mut site = Files::new();
        let words = [words("en"), words("ur")];
        put_all(&[page("help", "ur")], &words, &mut site).unwrap();
        let expected = "<html lang=\"ur\" dir=\"rtl\"><title>A &amp; B</title>\
            <meta name=\"description\" content=\"&quot;C&quot;\">\
            <script data-asks=\"/content/site.json\"></script>\
            <style>a{b:c}.text{d:e}.plain{f:g}</style><style></style><!-- hark:theme -->\
            <div id=\"app\" data-page><main class=\"text\"></div><p class=\"plain\"><svg hidden></svg>";
        let written = String::from_utf8(site["help/index.ur.html"].clone()).unwrap();
        assert_eq!(written, expected);
    }

    #[test]
    fn pages_stand_where_static_servers_look() {
        let mut site = Files::new();
        let pages = [
            page("", "en"),
            page("a/b", "en"),
            page("404", "en"),
            page("404", "ur"),
        ];
        put_all(&pages, &[words("en"), words("ur")], &mut site).unwrap();
        let names: Vec<&str> = site.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["404.html", "404.ur.html", "a/b/index.html", "index.html"]
        );
    }

    #[test]
    fn what_starts_the_app_comes_before_the_style() {
        let page = r#"<!-- hark:style --><script src="/b.js" data-wasm="/c"></script>-"#;
        let expected = r#"<script src="/b.js" data-wasm="/c"></script><!-- hark:style -->-"#;
        assert_eq!(start_first(page).as_deref(), Ok(expected));
        assert!(start_first("<!-- hark:style -->").is_err());
    }

    #[test]
    fn the_icon_goes_into_the_page() {
        let mut site = Files::from([("i.svg".to_owned(), b"<svg a=\"#b\"/>".to_vec())]);
        let page = r#"<link rel="icon" href="/i.svg">"#;
        let expected = r#"<link rel="icon" href="data:image/svg+xml,%3Csvg a='%23b'/%3E">"#;
        assert_eq!(icon_inside(page, &mut site).as_deref(), Ok(expected));
        assert!(site.is_empty() && icon_inside(page, &mut site).is_err());
    }
}
