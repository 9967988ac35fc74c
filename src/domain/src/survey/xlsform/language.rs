//! The languages of an `XLSForm`: `English (en)`, `en`, or only `English`.

/// Languages by the names that people give them in a heading: their English name and
/// their own, with the BCP 47 tag.
const NAMES: &[(&str, &[&str])] = &[
    ("am", &["amharic", "አማርኛ"]),
    ("ar", &["arabic", "العربية", "عربي"]),
    ("bg", &["bulgarian", "български"]),
    ("bn", &["bengali", "bangla", "বাংলা"]),
    ("cs", &["czech", "čeština", "česky"]),
    ("cy", &["welsh", "cymraeg"]),
    ("da", &["danish", "dansk"]),
    ("de", &["german", "deutsch"]),
    ("el", &["greek", "ελληνικά"]),
    ("en", &["english"]),
    ("es", &["spanish", "español", "espanol", "castellano"]),
    ("et", &["estonian", "eesti"]),
    ("fa", &["persian", "farsi", "dari", "فارسی"]),
    ("fi", &["finnish", "suomi"]),
    ("fr", &["french", "français", "francais"]),
    ("ga", &["irish", "gaeilge"]),
    ("gd", &["gaelic", "scottish gaelic", "gàidhlig"]),
    ("gu", &["gujarati", "ગુજરાતી"]),
    ("ha", &["hausa"]),
    ("he", &["hebrew", "עברית"]),
    ("hi", &["hindi", "हिन्दी", "हिंदी"]),
    ("hr", &["croatian", "hrvatski"]),
    ("ht", &["haitian", "haitian creole"]),
    ("hu", &["hungarian", "magyar"]),
    ("id", &["indonesian", "bahasa", "bahasa indonesia"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("km", &["khmer", "ខ្មែរ"]),
    ("ko", &["korean", "한국어"]),
    ("ku", &["kurdish", "kurmanji", "kurdî"]),
    ("lo", &["lao"]),
    ("lt", &["lithuanian", "lietuvių"]),
    ("lv", &["latvian", "latviešu"]),
    ("ml", &["malayalam", "മലയാളം"]),
    ("ms", &["malay", "bahasa melayu"]),
    ("my", &["burmese", "မြန်မာ"]),
    ("ne", &["nepali", "नेपाली"]),
    ("nl", &["dutch", "nederlands"]),
    ("no", &["norwegian", "norsk"]),
    ("pa", &["punjabi", "panjabi", "ਪੰਜਾਬੀ"]),
    ("pl", &["polish", "polski"]),
    ("ps", &["pashto", "پښتو"]),
    ("pt", &["portuguese", "português", "portugues"]),
    ("ro", &["romanian", "română", "romana"]),
    ("rom", &["romani", "romany"]),
    ("ru", &["russian", "русский"]),
    ("rw", &["kinyarwanda"]),
    ("sk", &["slovak", "slovenčina", "slovensky"]),
    ("sl", &["slovenian", "slovene", "slovenščina"]),
    ("so", &["somali", "soomaali"]),
    ("sq", &["albanian", "shqip"]),
    ("sr", &["serbian", "српски", "srpski"]),
    ("sv", &["swedish", "svenska"]),
    ("sw", &["swahili", "kiswahili"]),
    ("ta", &["tamil", "தமிழ்"]),
    ("te", &["telugu"]),
    ("th", &["thai", "ไทย"]),
    ("ti", &["tigrinya", "ትግርኛ"]),
    ("tl", &["tagalog", "filipino"]),
    ("tr", &["turkish", "türkçe"]),
    ("uk", &["ukrainian", "українська"]),
    ("ur", &["urdu", "اردو"]),
    ("vi", &["vietnamese", "tiếng việt"]),
    ("yo", &["yoruba"]),
    ("zh", &["chinese", "mandarin", "中文"]),
];

/// The BCP 47 tag of a language as a heading names it; nothing where nobody can tell.
pub(super) fn tag(language: &str) -> Option<String> {
    let language = language.trim();
    let inside = language
        .strip_suffix(')')
        .and_then(|open| open.rsplit_once('('));
    if let Some((_, tag)) = inside {
        return is_tag(tag.trim()).then(|| tag.trim().to_owned());
    }
    let lower = language.to_lowercase();
    let by_name = NAMES.iter().find(|(_, names)| names.contains(&&*lower));
    match by_name {
        Some((tag, _)) => Some((*tag).to_owned()),
        None => is_tag(language).then(|| language.to_owned()),
    }
}

/// A heading's language for a tag: `English (en)`, or the tag alone where it has no
/// name here.
pub(super) fn heading(tag: &str) -> String {
    let name = NAMES.iter().find(|(own, _)| *own == tag);
    let name = name.and_then(|(_, names)| names.first());
    match name {
        Some(name) => {
            let (first, rest) = name.split_at_checked(1).unwrap_or((name, ""));
            format!("{}{rest} ({tag})", first.to_uppercase())
        }
        None => format!("{tag} ({tag})"),
    }
}

/// Whether it is built as a tag is: two or three letters, and parts of up to eight
/// letters and digits after hyphens (RFC 5646, section 2.1).
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let main = parts.next().unwrap_or_default();
    let letters = main.bytes().all(|b| b.is_ascii_alphabetic());
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    (2..=3).contains(&main.len()) && letters && parts.all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_tag_and_by_name() {
        for (language, expected) in [
            ("English (en)", Some("en")),
            ("Brazilian(pt-BR)", Some("pt-BR")),
            ("english", Some("en")),
            ("Français", Some("fr")),
            ("cs", Some("cs")),
            ("zh-Hant", Some("zh-Hant")),
            ("Klingon", None),
            ("Dothraki (made up)", None),
            ("", None),
        ] {
            assert_eq!(tag(language).as_deref(), expected, "{language}");
        }
    }

    #[test]
    fn a_heading_is_read_as_the_tag_it_was_made_of() {
        for (own, _) in NAMES {
            assert_eq!(tag(&heading(own)).as_deref(), Some(*own));
        }
        assert_eq!(heading("en"), "English (en)");
        assert_eq!(tag(&heading("pt-BR")).as_deref(), Some("pt-BR"));
    }
}
