//! What a drawing may hold: shapes. A picture in a page runs no script and loads nothing
//! in any browser; opened by itself it could, so what could do either is refused, and what
//! is not plainly harmless with it.

/// Elements that run, listen, or bring in something else.
const ELEMENTS: [&str; 10] = [
    "script",
    "foreignobject",
    "iframe",
    "embed",
    "object",
    "audio",
    "video",
    "handler",
    "listener",
    "a",
];

/// What is wrong with a drawing, as a sentence; nothing where it only draws.
pub(in crate::pack) fn wrong(text: &str) -> Option<String> {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut first = true;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        if let Some(why) = style(before) {
            return Some(why);
        }
        if let Some(after) = tag.strip_prefix("<!--") {
            let Some((_, after)) = after.split_once("-->") else {
                return Some(unreadable());
            };
            rest = after;
            continue;
        }
        let Some((inside, after)) = inside(tag) else {
            return Some(unreadable());
        };
        rest = after;
        if inside.starts_with('/') {
            continue;
        }
        let name: String = inside
            .chars()
            .take_while(|sign| !sign.is_whitespace() && *sign != '/')
            .collect();
        match name.as_bytes().first() {
            // The declaration of XML says nothing that matters; every other instruction may.
            Some(b'?') if name.eq_ignore_ascii_case("?xml") => continue,
            Some(b'?' | b'!') => {
                return Some(format!(
                    "A drawing must not have <{name}: only shapes, no instructions or entities."
                ));
            }
            _ => {}
        }
        let local = local(&name);
        if first && local != "svg" {
            return Some(unreadable());
        }
        first = false;
        if ELEMENTS.contains(&local.as_str()) {
            return Some(format!(
                "A drawing must not have <{name}>: nothing that runs, links or brings in something else."
            ));
        }
        if let Some(why) = attributes(&inside[name.len()..]) {
            return Some(why);
        }
    }
    if first {
        Some(unreadable())
    } else {
        style(rest)
    }
}

fn unreadable() -> String {
    "This can't be read as an SVG drawing.".to_owned()
}

/// What stands between `<` and the `>` that ends the tag, and what follows.
fn inside(tag: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, sign) in tag.char_indices().skip(1) {
        match quote {
            Some(open) if sign == open => quote = None,
            None if sign == '"' || sign == '\'' => quote = Some(sign),
            None if sign == '>' => return Some((&tag[1..at], &tag[at + 1..])),
            _ => {}
        }
    }
    None
}

/// A name without its prefix, in small letters.
fn local(name: &str) -> String {
    let local = name.rsplit(':').next().unwrap_or(name);
    local.to_ascii_lowercase()
}

/// What is wrong with the attributes of a tag.
fn attributes(text: &str) -> Option<String> {
    let mut rest = text.trim_matches(|sign: char| sign.is_whitespace() || sign == '/');
    while !rest.is_empty() {
        let Some((name, after)) = rest.split_once('=') else {
            return Some(unreadable());
        };
        let (name, after) = (name.trim(), after.trim_start());
        let quote = after
            .chars()
            .next()
            .filter(|sign| matches!(sign, '"' | '\''));
        let Some((value, after)) = quote.and_then(|quote| after[1..].split_once(quote)) else {
            return Some(unreadable());
        };
        rest = after.trim_start();
        let local = local(name);
        if local.starts_with("on") {
            return Some(format!(
                "A drawing must not have {name}=\"…\": nothing that runs."
            ));
        }
        // Only within itself. What is written in codes can't be told, so it is no such.
        if matches!(local.as_str(), "href" | "src") && !value.starts_with('#') {
            return Some(format!(
                "A drawing must not bring in something else: {name}=\"{}\".",
                short(value)
            ));
        }
        if let Some(why) = style(value) {
            return Some(why);
        }
    }
    None
}

/// What is wrong with a value, or with words between tags, that may be style.
fn style(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let outside = |after: &str| !after.trim_start_matches(['"', '\'']).starts_with('#');
    let loads = plain.split("url(").skip(1).any(outside)
        || plain.contains("@import")
        || plain.contains("image-set(");
    // A letter in codes could spell any of these.
    let coded = plain.contains('\\') || plain.contains("&#");
    (loads || coded).then(|| {
        format!(
            "A drawing must not bring in something else, or spell it in codes: {}",
            short(text.trim())
        )
    })
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
