//! The pack that is shipped: it is right, and it names only helplines whose numbers
//! have been found to be supported.

use hark_domain::site::Helpline;
use hark_domain::text::FALLBACK;
use hark_tests::cases;
use hark_tests::packs::{root, shipped};

use crate::ran::run;

#[test]
fn the_shipped_pack_is_right() {
    let ran = run(["check".as_ref(), shipped().as_os_str()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

/// The pack that benchmarks set beside rivals: no test asks its questions otherwise.
#[test]
fn the_pack_of_the_rivals_is_right() {
    let pack = root().join("tests/rivals/pack");
    let ran = run(["check".as_ref(), pack.as_os_str()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

/// One line of the list of helplines that were looked up.
struct Supported {
    name: String,
    phone: String,
    text: String,
    web: String,
    confidence: String,
}

fn read(csv: &str) -> Vec<Supported> {
    let mut lines = csv.lines();
    let heading = lines.next().unwrap();
    assert!(heading.starts_with("name,who,phone,text,web,hours,confidence,"));
    lines
        .map(|line| {
            // The list has no quoted fields; a comma more would shift the columns.
            assert!(!line.contains('"'), "{line}");
            let fields: Vec<&str> = line.split(',').collect();
            assert_eq!(fields.len(), 9, "{line}");
            Supported {
                name: fields[0].to_owned(),
                phone: fields[2].to_owned(),
                text: fields[3].to_owned(),
                web: fields[4].to_owned(),
                confidence: fields[6].to_owned(),
            }
        })
        .collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

impl Supported {
    /// Whether the list is sure of a channel: "phone high / text low" speaks of each,
    /// "high" of all of them. A web site is as sure as the line that names it.
    fn is_sure_of(&self, channel: &[&str]) -> bool {
        let parts: Vec<&str> = self.confidence.split(" / ").collect();
        let named = |part: &&&str| channel.iter().any(|name| part.starts_with(name));
        match parts.iter().find(named) {
            Some(part) => part.contains("high"),
            None if parts.len() == 1 || channel == ["web"] => self.confidence.contains("high"),
            None => false,
        }
    }

    /// The number to ring stands before words such as "then option 2".
    fn rings(&self, phone: &str) -> bool {
        let number = self.phone.split(" then ").next().unwrap_or_default();
        digits(number) == digits(phone) && self.is_sure_of(&["phone", "number"])
    }

    fn takes_text(&self, text: &str) -> bool {
        self.text == text && self.is_sure_of(&["text"])
    }

    fn is_at(&self, web: &str) -> bool {
        self.web == web && self.is_sure_of(&["web"])
    }
}

/// What of a helpline no line of the list supports.
fn unsupported(helpline: &Helpline, list: &[Supported]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ask = |channel: &Option<String>, supports: &dyn Fn(&Supported, &str) -> bool| {
        if let Some(value) = channel
            && !list.iter().any(|line| supports(line, value))
        {
            wrong.push(format!("{}: {value}", helpline.id));
        }
    };
    ask(&helpline.phone, &Supported::rings);
    ask(&helpline.text, &Supported::takes_text);
    ask(&helpline.web, &Supported::is_at);
    wrong
}

#[test]
fn every_helpline_is_in_the_list_of_supported_ones() {
    let Some(list) = cases::find("directory/helplines.csv", "the list of helplines") else {
        return;
    };
    let csv = std::fs::read_to_string(list).unwrap();
    let list = read(&csv);
    let (_, pack) = hark::folder::pack(&shipped()).unwrap();
    assert!(pack.site.helplines.len() >= 5);
    for helpline in &pack.site.helplines {
        let wrong = unsupported(helpline, &list);
        assert!(
            wrong.is_empty(),
            "{} is not supported: {wrong:?}",
            helpline.name.pick(FALLBACK)
        );
    }
}

#[test]
fn a_number_that_is_not_sure_would_be_found() {
    let csv = "name,who,phone,text,web,hours,confidence,source_and_date,note\n\
        A,anyone,0800 1,88247,a.example,,phone high / text low,,\n\
        B,anyone,0800 2,,b.example,,low,,\n\
        C,anyone,111 then option 2,SHOUT to 85258,c.example,,high,,\n";
    let list = read(csv);
    assert_eq!(list[2].name, "C");
    assert!(list[0].rings("08001") && list[2].rings("111") && list[0].is_at("a.example"));
    assert!(!list[0].takes_text("88247"), "its text number is not sure");
    assert!(!list[1].rings("0800 2"), "nothing of it is sure");
    assert!(!list[2].rings("1112"), "option 2 is not dialled");
    assert!(list[2].takes_text("SHOUT to 85258"));
}
