use super::*;

const DRAWING: &str = r##"<?xml version="1.0"?><!-- A park. --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
    <title>A &amp; B</title><defs><linearGradient id="a"/><style>path { fill: url(#a) }</style></defs>
    <use href="#b"/><path d='M0 0' style="fill:url('#a')" fill="url(#a)"/></svg>"##;

fn file(text: &str) -> MediaFile {
    MediaFile {
        bytes: text.len() as u64,
        text: Some(text.to_owned()),
    }
}

fn said(files: &Files, media: &MediaFiles) -> Vec<String> {
    check(files, media)
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn of_one(path: &str, file: MediaFile) -> Vec<String> {
    said(&Files::new(), &MediaFiles::from([(path.to_owned(), file)]))
}

#[test]
fn shapes_are_all_right() {
    assert_eq!(of_one("easy/park.svg", file(DRAWING)), [""; 0]);
}

#[test]
fn drawings_that_run_or_bring_in_something_are_refused() {
    for bad in [
        "<script>x()</script>",
        "<SCRIPT/>",
        "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\"/>",
        "<foreignObject><p>x</p></foreignObject>",
        "<path onload=\"x()\"/>",
        "<path\nONLOAD = 'x()'/>",
        "<image href=\"https://elsewhere.example/a.png\"/>",
        "<image xlink:href='//elsewhere.example/a.png'/>",
        "<image href=\"data:image/svg+xml,x\"/>",
        "<use href=\"other.svg#a\"/>",
        "<use href=\" #a\"/>",
        "<use href=\"&#106;avascript:x()\"/>",
        "<a href=\"#b\">x</a>",
        "<path style=\"fill: URL( 'https://elsewhere.example' )\"/>",
        "<path fill='url(//elsewhere.example)'/>",
        "<path style='fill:\\75rl(//elsewhere.example)'/>",
        "<path style='fill:&#117;rl(//elsewhere.example)'/>",
        "<style>@import 'https://elsewhere.example';</style>",
        "<style>p{background:image-set('https://elsewhere.example' 1x)}</style>",
        "<style><![CDATA[@import 'x';]]></style>",
        "<path d=M0/>",
        "<path d=\"M0",
        "<!-- no end",
    ] {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{bad}</svg>");
        let found = of_one("a.svg", file(&text));
        assert_eq!(found.len(), 1, "{bad}: {found:?}");
        assert!(found[0].starts_with("media/a.svg: "), "{found:?}");
    }
    for text in [
        "",
        "words",
        "<html><svg/></html>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>",
        "<?xml-stylesheet href=\"https://elsewhere.example\"?><svg/>",
    ] {
        assert_eq!(of_one("a.svg", file(text)).len(), 1, "{text}");
    }
}

#[test]
fn names_kinds_and_sizes_have_limits() {
    let of = |bytes| MediaFile { bytes, text: None };
    for (path, file, sentence) in [
        ("a.exe", of(1), "media/a.exe: Hark shows no such file"),
        ("a.SVG", of(1), "Hark shows no such file"),
        ("a b.png", of(1), "media/a b.png: A file's name here"),
        ("a.png", of(300_001), "300 KB is the most for a picture"),
        (
            "a.mp3",
            of(2_000_001),
            "2000 KB is the most for a recording",
        ),
        ("a.mp4", of(25_000_001), "25000 KB is the most for a film"),
        ("a.svg", of(1), "media/a.svg: This is not UTF-8 text."),
    ] {
        let found = of_one(path, file);
        assert!(found.len() == 1 && found[0].contains(sentence), "{found:?}");
    }
    for path in ["a.png", "a.jpeg", "b/c/d.webp", "a.opus", "a.mp4"] {
        assert_eq!(of_one(path, of(300_000)), [""; 0], "{path}");
    }
}

#[test]
fn what_a_survey_names_has_to_be_there_and_to_fit() {
    let survey = r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[{"id":"p","questions":[
        {"id":"q","kind":"matrix","title":"Q","easy":{"title":"Q","picture":"gone.svg"},"media":{"audio":{"en":"here.png","pl":"here.mp3"}},
         "rows":[{"id":"r","label":"R","media":{"video":"gone.mp4"}}],
         "choices":[{"id":"x","label":"X","easy":{"picture":"here.png"}},{"id":"y","label":"Y","media":{"image":"here.mp3"}}]}]}]}"#;
    let files = Files::from([("surveys/a.json".to_owned(), survey.to_owned())]);
    let media = ["here.png", "here.mp3"].map(|path| (path.to_owned(), MediaFile::default()));
    let at = "surveys/a.json: /pages/0/questions/0";
    assert_eq!(
        said(&files, &media.into()),
        [
            format!("{at}/easy/picture: There is no file media/gone.svg in this pack."),
            format!("{at}/media/audio: \"here.png\" has to be a recording: mp3, m4a, ogg or opus."),
            format!(
                "{at}/choices/1/media/image: \"here.mp3\" has to be a picture: svg, png, jpg or webp."
            ),
            format!("{at}/rows/0/media/video: There is no file media/gone.mp4 in this pack."),
        ]
    );
}
