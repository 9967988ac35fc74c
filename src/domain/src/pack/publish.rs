//! What the browser gets of a pack.

use serde_json::Value;

use super::{Files, MAP, Map, Pack, offer};
use crate::activity;
use crate::site::{Helpline, Site};
use crate::survey::Listed;
use crate::text::{FALLBACK, Text};
use crate::words::{Catalogue, english};

/// What the browser fetches of a pack, by path below `/content/`: the files that
/// are right, without white space; `activities.json` with all there is to do, ready to be
/// looked through, `words.json` with the words that find it, and `activities/ID.json` with
/// the page of each, said in `words`;
/// `surveys.json` with what the list of surveys shows, and which of them have a
/// `said-did/ID.json`; `offer.json` and the needs it lists; [`DANGER`]; [`MAP`]. All but the last two are there once more for each language
/// of the pack, below `LANGUAGE/`, with its words alone: that is what the app asks for.
///
/// Indicators are not among them: no screen shows one yet, so they would only be bytes
/// on a slow line. They are to come with the results they define, where a reader needs them.
pub fn published(files: &Files, pack: &Pack, words: &[Catalogue]) -> Files {
    let mut published = listed(files, pack, words);
    let own = pack.site.languages.first();
    for language in &pack.site.languages {
        let words = words_of(language, words);
        let map = pack.map.as_ref();
        for detail in activity::details(&pack.organisations, &pack.site, map, words) {
            let path = format!("activities/{}.json", detail.id);
            let text = in_language(detail.to_json(), language, pack);
            published.insert([language, "/", &path].concat(), text.clone());
            if Some(language) == own {
                published.insert(path, text);
            }
        }
    }
    published
}

/// The paths of the pages of single things to do among what is [`published`].
pub fn details(pack: &Pack) -> impl Iterator<Item = String> {
    let services = pack.organisations.iter().flat_map(|it| &it.services);
    services.flat_map(|service| {
        let path = format!("activities/{}.json", service.id);
        let more = pack.site.languages.iter();
        let more: Vec<String> = more.map(|own| format!("{own}/{path}")).collect();
        more.into_iter().chain([path])
    })
}

/// The page of a single thing to do at one of the paths of [`details`]. A borough has
/// thousands of them, and few are asked for in any one language: a server makes each when
/// it is.
pub fn detail(path: &str, pack: &Pack, words: &[Catalogue]) -> Option<String> {
    let (before, name) = path.rsplit_once("activities/")?;
    let own = pack.site.languages.first();
    let language = before.strip_suffix('/').or(own.map(String::as_str))?;
    let (organisation, service) = pack.service(name.strip_suffix(".json")?)?;
    let words = words_of(language, words);
    let map = pack.map.as_ref();
    let detail = activity::Detail::of(organisation, service, &pack.site, map, words);
    Some(in_language(detail.to_json(), language, pack))
}

/// What there is to do with the words that a reader of a language gets.
fn in_language(mut value: Value, language: &str, pack: &Pack) -> String {
    let all = &pack.site.languages;
    let own = all.first().map_or(FALLBACK, String::as_str);
    keep_language(&mut value, language, own, all);
    value.to_string()
}

/// The same as [`published`] without the pages of single things to do.
pub fn listed(files: &Files, pack: &Pack, words: &[Catalogue]) -> Files {
    let value = |path: &str| {
        files
            .get(path)
            .and_then(|text| serde_json::from_str::<Value>(text).ok())
    };
    let mut published = Files::new();
    let mut put = |path: String, value: Option<Value>| {
        published.extend(value.map(|value| (path, value.to_string())));
    };
    let mut site = value("site.json");
    // Most visits need no danger words, and they are as long as the rest of the file. The
    // colours are in the style, and postcodes are for imports.
    if let Some(site) = site.as_mut().and_then(Value::as_object_mut) {
        for only_here in ["danger", "colours", "school", "search", "web"] {
            site.remove(only_here);
        }
        let localities = site.get_mut("localities").and_then(Value::as_array_mut);
        for locality in localities.into_iter().flatten() {
            locality
                .as_object_mut()
                .map(|fields| fields.remove("postcodes"));
        }
    }
    put("site.json".to_owned(), site);
    put(DANGER.to_owned(), Some(pack.site.danger.phrases().into()));
    let mut list = Vec::new();
    for survey in &pack.surveys {
        let path = format!("surveys/{}.json", survey.id);
        let Some(whole) = value(&path) else { continue };
        let shown = Listed::FIELDS
            .iter()
            .filter_map(|key| Some(((*key).to_owned(), whole.get(key)?.clone())));
        let came = pack.said_did.iter().find(|came| came.survey == survey.id);
        let answered = came.map(|_| ("answered".to_owned(), Value::Bool(true)));
        list.push(Value::Object(shown.chain(answered).collect()));
        put(path, Some(whole));
    }
    put("surveys.json".to_owned(), Some(Value::Array(list)));
    for came in &pack.said_did {
        let path = format!("said-did/{}.json", came.survey);
        put(path.clone(), value(&path));
    }
    let mut published = in_languages(published, &pack.site.languages);
    for language in &pack.site.languages {
        things_to_do(&mut published, pack, language, words_of(language, words));
    }
    let map = pack.map.as_ref().and_then(|_| files.get(MAP));
    published.extend(map.map(|text| (MAP.to_owned(), Map::published(text))));
    published
}

/// The words of a language; whoever publishes without them gets those of the site's own.
fn words_of<'a>(language: &str, words: &'a [Catalogue]) -> &'a Catalogue {
    let own = words.iter().find(|words| words.language == language);
    own.unwrap_or_else(|| english())
}

/// What there is to do, in one language; in the pack's own also without it, for a browser
/// that asks in a language that isn't there.
fn things_to_do(published: &mut Files, pack: &Pack, language: &str, words: &Catalogue) {
    let own = pack.site.languages.first();
    let mut put = |path: String, value: Value| {
        let text = in_language(value, language, pack);
        if own.is_some_and(|own| own == language) {
            published.insert(path.clone(), text.clone());
        }
        published.insert([language, "/", &path].concat(), text);
    };
    let directory = activity::directory(&pack.organisations, &pack.site, words);
    put("activities.json".to_owned(), directory.to_json());
    let book = activity::wordbook(&pack.organisations, &pack.site, words);
    put("words.json".to_owned(), book.to_json());
    for (path, sheet) in offer::published(pack, words) {
        put(path, sheet);
    }
}

/// The same files, and each once more for every language, as `LANGUAGE/PATH`, with only
/// the words that a reader of it gets: the whole of a survey in six languages is longer
/// than the app.
fn in_languages(mut published: Files, languages: &[String]) -> Files {
    let mut more = Files::new();
    let own = languages.first().map_or(FALLBACK, String::as_str);
    for language in languages {
        for (path, text) in published.iter().filter(|(path, _)| *path != DANGER) {
            if let Ok(mut value) = serde_json::from_str::<Value>(text) {
                keep_language(&mut value, language, own, languages);
                more.insert(format!("{language}/{path}"), value.to_string());
            }
        }
    }
    published.append(&mut more);
    published
}

/// Leaves of every text by language the words that a reader of `language` gets.
fn keep_language(value: &mut Value, language: &str, own: &str, languages: &[String]) {
    let is_tag = |tag: &String| tag == FALLBACK || languages.contains(tag);
    match value {
        Value::Array(items) => {
            for item in items {
                keep_language(item, language, own, languages);
            }
        }
        Value::Object(fields) => {
            let is_text = !fields.is_empty()
                && fields
                    .iter()
                    .all(|(tag, words)| is_tag(tag) && words.is_string());
            if !is_text {
                for (_, field) in fields.iter_mut() {
                    keep_language(field, language, own, languages);
                }
                return;
            }
            let all = fields
                .iter()
                .map(|(tag, words)| (tag.clone(), words.as_str().unwrap_or_default().to_owned()));
            let text = Text::ByLanguage(all.collect());
            let (tag, words) = text.pick_with_language(language);
            let tag = tag.unwrap_or(own);
            // What names no language is in the pack's own.
            *value = if tag == own {
                Value::from(words)
            } else {
                Text::ByLanguage(vec![(tag.to_owned(), words.to_owned())]).to_json()
            };
        }
        _ => {}
    }
}

/// Where the browser finds the phrases that suggest danger, below `/content/`: a list of
/// those of every language. The published `site.json` has none, and no colours.
pub const DANGER: &str = "danger.json";

/// Where the browser finds [`theme_css`], below `/content/`. A pack's own file of that
/// name is not published.
pub const THEME: &str = "theme.css";

/// Where the page wants the link to it: in the head, after the site's own stylesheet.
/// The mark stays in the built page, for a server with another pack.
pub const THEME_MARK: &str = "<!-- hark:theme -->";

/// The borough's colours as a stylesheet: seven custom properties for a light and for
/// a dark page. A pack that names no colours gets the shipped ones, so that this holds
/// whatever pack the site was built with.
pub fn theme_css(site: &Site) -> String {
    site.colours.css()
}

/// The helplines as plain HTML, for a page without scripts, and before them the
/// notice of a sample. Everything from the pack is escaped.
pub fn helplines_html(site: &Site) -> String {
    let notice = site.notice.as_ref().filter(|_| site.sample);
    // The page may be in another language; these words are in the pack's own.
    let own = site.languages.first().map_or(FALLBACK, String::as_str);
    let notice = notice.map(|notice| format!("<p>{}</p>", escaped(notice.pick(own))));
    let helplines: String = site
        .helplines_by_need()
        .map(|helpline| helpline_html(helpline, own))
        .collect();
    format!(
        "<div lang=\"{}\" dir=\"auto\">{}<ul class=\"helplines\">{helplines}</ul></div>",
        escaped(own),
        notice.unwrap_or_default()
    )
}

fn helpline_html(helpline: &Helpline, own: &str) -> String {
    let words = |text: &Text| escaped(text.pick(own));
    let link = |href: &str, attributes: &str, words: &str| {
        format!(
            "<a href=\"{}\"{attributes}>{}</a>",
            escaped(href),
            escaped(words)
        )
    };
    let phone = helpline.tel().zip(helpline.phone.as_ref());
    let web = helpline.url().zip(helpline.web.as_ref());
    let ways = [
        phone.map(|(tel, phone)| link(&tel, " dir=\"ltr\"", phone)),
        helpline
            .text
            .as_ref()
            .map(|text| format!("Text {}", escaped(text))),
        web.map(|(url, web)| link(&url, " dir=\"ltr\" rel=\"noreferrer\"", web)),
        Some(words(&helpline.hours)),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    let (name, who) = (words(&helpline.name), words(&helpline.who));
    format!(
        "<li><strong>{name}</strong> {who}<br>{}</li>",
        ways.join(" · ")
    )
}

/// Words as they stand in HTML, in the place of text or of an attribute's value.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
