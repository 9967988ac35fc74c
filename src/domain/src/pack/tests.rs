use super::*;

const SITE: &str = r#"{"name":"Hark","area":"Leigh","languages":["en"],
    "localities":[{"id":"leigh","name":"Leigh","lat":53.5,"lon":-2.5}],
    "helplines":[{"id":"line","name":"Line","who":"all","phone":"111 then option 2","hours":"24/7","about":"x"},
                 {"id":"now","name":"<Now> & \"here\"","who":"all","web":"now.example","hours":"24/7","about":"x"}],
    "urgent":["now"],"contact":{"name":"Team","email":"a@b.example"},
    "disclosure":{"hide_below":8,"round_to":5,"smallest_base":10,"percent_base":30}}"#;
const SURVEY: &str = r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"Thanks",
    "pages":[{"id":"p","questions":[{"id":"q","kind":"text","title":"Q","helplines":["line"]}]}]}"#;
const CLUB: &str = r#"{"id":"club","name":"Club","places":[{"id":"hall","name":"Hall","locality":"leigh"}],
    "services":[{"id":"s","name":"S","about":"S","kind":"club","level":"universal",
    "ages":{"from":11,"to":19},"cost":{"pence":50},"joining":"drop-in","join":"Come",
    "checked":{"on":"2026-11-01","by":"team"},
    "sessions":[{"place":"hall","days":["fri"],"from":"18:00","to":"20:00"}]}]}"#;
const INDICATOR: &str = r#"{"id":"i","title":"I","about":"I","survey":"years","questions":["year"],
    "numerator":"year = '10'","answered":"any","missing":"out","weighting":"none","better":"larger",
    "source":"S","status":"sourced"}"#;
const YEARS: &str = r#"{"id":"years","version":1,"title":"B","about":"B","minutes":1,"thanks":"Thanks",
    "pages":[{"id":"p","questions":[{"id":"year","kind":"single","title":"Y","choices":[
        {"id":"8","label":"8"},{"id":"10","label":"10"}]}]}]}"#;

pub(super) fn files(changes: &[(&str, &str, &str)]) -> Files {
    let mut files: Files = [
        ("site.json", SITE),
        ("surveys/a.json", SURVEY),
        ("surveys/years.json", YEARS),
        ("indicators/i.json", INDICATOR),
        ("activities/club.json", CLUB),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into();
    for (path, from, to) in changes {
        let text = files.get_mut(*path).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        *text = text.replacen(from, to, 1);
    }
    files
}

#[test]
fn a_right_pack_is_read_whole() {
    let pack = read(&files(&[])).unwrap();
    assert_eq!((pack.surveys.len(), pack.organisations.len()), (2, 1));
    let survey = pack.survey("years").unwrap();
    assert_eq!(pack.indicators_of(&survey.id).count(), 1);
    let survey = pack.survey("a").unwrap();
    assert_eq!(pack.indicators_of(&survey.id).count(), 0);
}

/// A file, what is changed in it, into what, and the sentence that comes of it.
const WRONG: &[(&str, &str, &str, &str)] = &[
    (
        "site.json",
        r#""urgent":["now"]"#,
        r#""urgent":["later"]"#,
        "site.json: /urgent/0: There is no helpline \"later\".",
    ),
    (
        "site.json",
        r#""web":"now.example","#,
        "",
        "site.json: /helplines/1: Helpline \"now\" has no phone, text or web.",
    ),
    (
        "site.json",
        "now.example",
        "https://now.example",
        "without \"https://\"",
    ),
    (
        "site.json",
        r#""lat":53.5,"lon":-2.5"#,
        r#""lat":-2.5,"lon":53.5"#,
        "are \"lat\" and \"lon\" swapped?",
    ),
    (
        "site.json",
        r#""id":"now""#,
        r#""id":"line""#,
        "site.json: /helplines/1/id: \"line\" stands here twice.",
    ),
    (
        "site.json",
        r#"["en"]"#,
        "[]",
        "site.json: /languages: Name one language",
    ),
    (
        "site.json",
        r#""area":"Leigh","#,
        "",
        "site.json: \"area\" is missing.",
    ),
    ("site.json", ":", "", "site.json: This is not JSON"),
    (
        "site.json",
        r#""round_to":5"#,
        r#""round_to":0"#,
        "site.json: /disclosure/round_to: Nothing can be rounded to 0",
    ),
    (
        "indicators/i.json",
        r#""id":"i""#,
        r#""id":"j""#,
        "indicators/i.json: /id: The file of indicator \"j\" is called indicators/j.json.",
    ),
    (
        "indicators/i.json",
        r#""survey":"years""#,
        r#""survey":"c""#,
        "indicators/i.json: /survey: There is no survey \"c\".",
    ),
    (
        "indicators/i.json",
        "year = '10'",
        "year = '11'",
        "indicators/i.json: /numerator: Question \"year\" has no choice \"11\".",
    ),
    (
        "surveys/a.json",
        r#"["line"]"#,
        r#"["lime"]"#,
        "surveys/a.json: /pages/0/questions/0/helplines/0: There is no helpline \"lime\" in site.json.",
    ),
    (
        "surveys/a.json",
        r#""id":"a""#,
        r#""id":"b""#,
        "surveys/a.json: /id: The file of survey \"b\" is called surveys/b.json.",
    ),
    (
        "surveys/a.json",
        r#""kind":"text""#,
        r#""kind":"txt""#,
        "surveys/a.json: /pages/0/questions/0",
    ),
    (
        "activities/club.json",
        r#""locality":"leigh""#,
        r#""locality":"lee""#,
        "activities/club.json: /places/0/locality: There is no locality \"lee\"",
    ),
    (
        "activities/club.json",
        r#""from":11"#,
        r#""from":20"#,
        "/services/0/ages: Ages go from the youngest",
    ),
    (
        "activities/club.json",
        r#"["fri"]"#,
        "[]",
        "/services/0/sessions/0: Name one day at least",
    ),
    (
        "activities/club.json",
        r#""18:00""#,
        r#""6pm""#,
        "A time is written like 18:30.",
    ),
];

#[test]
fn what_is_wrong_is_named_by_file_place_and_sentence() {
    for &(path, from, to, sentence) in WRONG {
        let problems = read(&files(&[(path, from, to)])).unwrap_err();
        let found: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(
            found.iter().any(|problem| problem.contains(sentence)),
            "{from} → {to}: {found:#?}"
        );
    }
}

const CLOSED: &str = r#""closes":"2026-11-09T16:00","thanks""#;
const CAME: &str = r#"{"survey":"a","published":"2026-11-10","asked":"What?",
    "rows":[{"said":"More","did":"There is more","state":"done"}]}"#;

/// The pack with a survey that closed and what came of it.
fn closed() -> Files {
    let mut files = files(&[("surveys/a.json", r#""thanks""#, CLOSED)]);
    files.insert("said-did/a.json".into(), CAME.into());
    files
}

#[test]
fn what_came_of_a_survey_is_read_and_published_with_a_mark_in_the_list() {
    let files = closed();
    let pack = read(&files).unwrap();
    assert_eq!(pack.said_did.len(), 1);
    let published = published(&files, &pack, &[]);
    let came: SaidDid = json::read(&published["said-did/a.json"]).unwrap();
    assert_eq!(came, pack.said_did[0]);
    let list: Vec<crate::survey::Listed> = json::read(&published["surveys.json"]).unwrap();
    assert!(list[0].answered);
}

#[test]
fn what_is_wrong_with_what_came_of_it_is_named() {
    for (from, to, sentence) in [
        (r#":"a""#, r#":"b""#, r#"/survey: There is no survey "b"."#),
        (
            r#":"a""#,
            r#":"b""#,
            r#"/survey: What came of survey "b" stands in said-did/b.json."#,
        ),
        (
            "11-10",
            "11-08",
            r#"/published: It is published on 2026-11-08, before survey "a" closes on 2026-11-09 at 16:00."#,
        ),
        (r#""What?""#, r#"" ""#, "/asked: There are no words here."),
        (
            r#""More""#,
            r#"{"en":""}"#,
            "/rows/0/said: There are no words here.",
        ),
        ("There is more", "", "/rows/0/did: There are no words here."),
        (
            r#""done""#,
            r#""soon""#,
            r#"/rows/0/state: This is "done", "doing" or "cannot"."#,
        ),
        (r#""asked""#, r#""ask""#, r#""asked" is missing."#),
        (
            r#"[{"said":"More","did":"There is more","state":"done"}]"#,
            "[]",
            "/rows: Say one thing",
        ),
    ] {
        let mut files = closed();
        let came = files.get_mut("said-did/a.json").unwrap();
        assert!(came.contains(from), "{from}");
        *came = came.replacen(from, to, 1);
        let told: Vec<_> = read(&files)
            .unwrap_err()
            .iter()
            .map(ToString::to_string)
            .collect();
        let expected = format!("said-did/a.json: {sentence}");
        assert!(
            told.iter().any(|told| told.starts_with(&expected)),
            "{told:#?}"
        );
    }
    let mut endless = closed();
    endless.insert("surveys/a.json".into(), SURVEY.into());
    let told = read(&endless).unwrap_err();
    assert!(told[0].text.contains("never closes"), "{told:?}");
    // One mistake, one problem.
    endless.insert("surveys/a.json".into(), "{".into());
    assert_eq!(read(&endless).unwrap_err().len(), 1);
}

#[test]
fn a_pack_without_a_site_and_with_a_stray_file_is_named() {
    let mut files = files(&[]);
    files.remove("site.json");
    files.insert("survey/b.json".into(), "{}".into());
    files.insert("notes.txt".into(), "<svg/>".into());
    let found: Vec<_> = read(&files)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("site.json: This file is missing"));
    assert!(found[1].starts_with("survey/b.json: Hark does not know this file"));
}

#[test]
fn every_problem_of_a_pack_is_told_at_once() {
    let changes = [
        ("site.json", r#"["now"]"#, r#"["x"]"#),
        ("surveys/a.json", "line", "y"),
        ("activities/club.json", "fri", "fryday"),
        ("indicators/i.json", r#"["year"]"#, r#"["age"]"#),
    ];
    assert_eq!(read(&files(&changes)).unwrap_err().len(), 4);
}

/// The survey's own problem is told, and not that there is no such survey.
#[test]
fn an_indicator_of_a_survey_with_a_mistake_is_not_blamed() {
    let problems = read(&files(&[(
        "surveys/years.json",
        r#""version":1"#,
        r#""version":0"#,
    )]));
    let problems = problems.unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].file, "surveys/years.json");
}

#[test]
fn the_browser_gets_what_its_screens_show() {
    let files = files(&[]);
    let published = published(&files, &read(&files).unwrap(), &[]);
    assert_eq!(
        published
            .keys()
            .filter(|path| !path.starts_with("en/"))
            .collect::<Vec<_>>(),
        [
            "activities.json",
            "activities/s.json",
            "danger.json",
            "offer.json",
            "site.json",
            "surveys.json",
            "surveys/a.json",
            "surveys/years.json",
            "words.json"
        ],
        "no indicator"
    );
    assert_eq!(
        published["surveys.json"],
        r#"[{"about":"A","id":"a","minutes":1,"title":"A"},{"about":"B","id":"years","minutes":1,"title":"B"}]"#
    );
    let survey: Survey = json::read(&published["surveys/a.json"]).unwrap();
    assert_eq!(survey.id.as_str(), "a");
}

/// They say where imported places are; the browser's reader knows no such field.
#[test]
fn postcodes_of_localities_stay_behind() {
    let mut files = files(&[]);
    let without = published(&files, &read(&files).unwrap(), &[]);
    let site = files["site.json"].replacen("\"lat\"", "\"postcodes\": [\"ZZ1\"], \"lat\"", 1);
    files.insert("site.json".into(), site);
    let pack = read(&files).unwrap();
    assert_eq!(pack.site.localities[0].postcodes, ["ZZ1"]);
    let with = published(&files, &pack, &[]);
    assert_eq!(with["site.json"], without["site.json"]);
}

#[test]
fn danger_words_have_a_file_of_their_own() {
    let files = files(&[]);
    let none = published(&files, &read(&files).unwrap(), &[]);
    assert_eq!(none["danger.json"], "[]");

    let mut files = files;
    let words = r#"{"danger":{"en":["Kill  myself!"]},"#;
    let site = files["site.json"].replacen('{', words, 1);
    files.insert("site.json".into(), site);
    let pack = read(&files).unwrap();
    let some = published(&files, &pack, &[]);
    assert_eq!(some["danger.json"], r#"["kill myself"]"#);
    assert_eq!(some["site.json"], none["site.json"]);

    files.insert(
        "site.json".into(),
        files["site.json"].replace("Kill  myself!", ""),
    );
    let problems = read(&files).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    let place = "site.json: /danger/en/0: This is empty";
    assert!(problems[0].to_string().starts_with(place), "{problems:?}");
}

#[test]
fn helplines_without_scripts_are_escaped_and_ring_the_first_number() {
    let html = helplines_html(&read(&files(&[])).unwrap().site);
    assert!(
        html.contains("&lt;Now&gt; &amp; &quot;here&quot;"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"tel:111\" dir=\"ltr\">111 then option 2</a>"),
        "{html}"
    );
    assert!(
        html.find("Now").unwrap() < html.find("Line").unwrap(),
        "urgent first"
    );
}

#[test]
fn each_language_gets_its_own_words_and_no_others() {
    let site = SITE.replace("\"languages\":[\"en\"]", "\"languages\":[\"en\",\"ur\"]");
    assert_ne!(site, SITE, "the site has one language");
    let survey = r#"{"id":"a","version":1,"title":{"en":"Hi","ur":"سلام"},"about":{"en":"About","pl":"O"},"minutes":1,"thanks":"T",
        "pages":[{"id":"p","questions":[{"id":"id","kind":"note","title":{"ur":"صرف"}}]}]}"#;
    let files = Files::from([
        ("site.json".to_owned(), site),
        ("surveys/a.json".to_owned(), survey.to_owned()),
    ]);
    let published = published(&files, &read(&files).unwrap(), &[]);
    let of = |path: &str| serde_json::from_str::<serde_json::Value>(&published[path]).unwrap();
    let (english, urdu) = (of("en/surveys/a.json"), of("ur/surveys/a.json"));
    assert_eq!(english["title"], "Hi");
    assert_eq!(urdu["title"], serde_json::json!({"ur": "سلام"}));
    assert_eq!(urdu["thanks"], "T");
    // A language the site isn't read in stays beside the others.
    assert_eq!(
        english["about"],
        serde_json::json!({"en": "About", "pl": "O"})
    );
    let note = |survey: &serde_json::Value| survey["pages"][0]["questions"][0].clone();
    assert_eq!(
        note(&english)["title"],
        serde_json::json!({"ur": "صرف"}),
        "it says what it is in"
    );
    assert_eq!(note(&english)["id"], "id");
    assert_eq!(of("en/surveys.json")[0]["title"], "Hi");
    assert!(
        published.contains_key("surveys/a.json"),
        "whole, for whoever wants all"
    );
}

#[test]
fn a_thing_to_do_made_alone_is_as_it_is_among_all() {
    let files = files(&[]);
    let pack = read(&files).unwrap();
    let all = published(&files, &pack, &[]);
    let listed = listed(&files, &pack, &[]);
    let paths: Vec<String> = details(&pack).collect();
    assert_eq!(paths.len(), 1 + pack.site.languages.len());
    for path in &paths {
        assert_eq!(detail(path, &pack, &[]).as_ref(), all.get(path), "{path}");
        assert!(!listed.contains_key(path), "{path}");
    }
    assert_eq!(listed.len() + paths.len(), all.len());
    for path in ["activities/none.json", "activities.json", "site.json"] {
        assert_eq!(detail(path, &pack, &[]), None, "{path}");
    }
}
