//! What is left out, and what that does to the file.

use crate::form::{read, said, survey};

#[test]
fn types_that_hark_does_not_ask_are_left_out_with_the_reason() {
    for (kind, reason) in [
        ("date", "it asks for a date or a time."),
        ("dateTime", "it asks for a date or a time."),
        ("geopoint", "it asks where somebody is,"),
        ("start-geopoint", "it asks where somebody is,"),
        ("image", "it asks for a photo, a recording or a file,"),
        (
            "background-audio",
            "it asks for a photo, a recording or a file,",
        ),
        ("barcode", "it scans a code,"),
        ("acknowledge", "it is a box to tick."),
        ("trigger", "it is a box to tick."),
        ("calculate", "it works something out (a calculation),"),
        (
            "select_one_from_file towns.csv",
            "its choices come from another file or sheet,",
        ),
        (
            "select_one_external towns",
            "its choices come from another file or sheet,",
        ),
        (
            "start",
            "for privacy: it notes something about the person, their phone or the time,",
        ),
        (
            "username",
            "for privacy: it notes something about the person, their phone or the time,",
        ),
        (
            "email",
            "for privacy: it notes something about the person, their phone or the time,",
        ),
        (
            "audit",
            "for privacy: it notes something about the person, their phone or the time,",
        ),
        ("hidden", "it sends something that nobody sees,"),
        ("hologram", "Hark knows no such type."),
    ] {
        let said = said(&survey("", &["text | a | A", &format!("{kind} | b | B")]));
        let start = format!("survey, row 4 (b), type: left out: \"{kind}\": {reason}");
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with(&start), "{start}: {said:?}");
    }
}

#[test]
fn rows_with_something_in_them_that_hark_does_not_do_are_left_out() {
    for (row, line) in [
        (
            "text | b | B | | 2+2",
            "survey, row 4 (b), calculation: left out: It works something out (a calculation), and Hark doesn't: answers stay as they were given.",
        ),
        (
            "select_one yes_no | b | B | search('towns')",
            "survey, row 4 (b), appearance: left out: Its choices come from another file (search()), and Hark has only those of the sheet choices.",
        ),
        (
            "text | b | B | | | . != ${later}",
            "survey, row 4 (b), constraint: left out: It looks at \"later\", which comes later. Put that question before this one.",
        ),
        (
            "integer | b | B | | | . > 5 and . < 5",
            "survey, row 4 (b), hark_most: left out: No answer fits: 4 at most and 6 at least.",
        ),
        (
            "integer | b | B | | | false()",
            "survey, row 4 (b), constraint: left out: No answer can meet this.",
        ),
        (
            "text | b c | B",
            "survey, row 4 (b c), name: left out: An id has only letters, digits, \"_\", \"-\" and \".\", and starts with a letter, a digit or \"_\".",
        ),
        (
            "text | | B",
            "survey, row 4, name: left out: A question needs a name.",
        ),
        (
            "| b | B",
            "survey, row 4 (b), type: left out: It has no type, so nobody can tell what it asks.",
        ),
        (
            "text | a | B",
            "survey, row 4 (a), name: left out: Another question is called \"a\" already.",
        ),
        (
            "text | and | B",
            "survey, row 4 (and), name: left out: A question can't be called \"and\": conditions use that word.",
        ),
    ] {
        let rows = ["text | a | A", row, "text | later | L"];
        let form = survey("appearance | calculation | constraint", &rows);
        assert_eq!(said(&form), [line], "{row}");
    }
}

#[test]
fn a_repeat_is_left_out_with_everything_in_it() {
    let rows = [
        "text | a | A",
        "begin repeat | people | People",
        "text | name | Name",
        "begin group | g | G",
        "text | age | Age",
        "end group",
        "end repeat",
        "text | b | B",
    ];
    assert_eq!(
        said(&survey("", &rows)),
        [
            "survey, row 4 (people), type: left out: It is a repeat: it asks the same again for each person or thing, and Hark asks once.",
            "survey, row 5 (name): left out: It stands in the repeat \"people\".",
            "survey, row 7 (age): left out: It stands in the repeat \"people\".",
        ]
    );
}

#[test]
fn a_file_that_refers_to_a_row_left_out_is_refused() {
    for (column, row, line) in [
        (
            "relevant",
            "text | b | B | ${gone} = 'x'",
            "survey, row 4 (b), relevant: refused: It refers to \"gone\" (row 3), which is left out.",
        ),
        (
            "hint",
            "text | b | B | See ${gone}",
            "survey, row 4 (b), hint: refused: It refers to \"gone\" (row 3), which is left out.",
        ),
        (
            "constraint",
            "text | b | B | . != ${gone}",
            "survey, row 4 (b), constraint: refused: It refers to \"gone\" (row 3), which is left out.",
        ),
        (
            "choice_filter",
            "select_one yes_no | b | B | ${gone} = 'x'",
            "survey, row 4 (b), choice_filter: refused: It refers to \"gone\" (row 3), which is left out.",
        ),
    ] {
        let imported = read(&survey(column, &["date | gone | Gone", row]));
        assert!(imported.survey.is_none());
        assert_eq!(imported.lines.last().unwrap().to_string(), line);
    }
    // Not where the row that refers is left out itself.
    let rows = [
        "date | gone | Gone",
        "calculate | b | B | ${gone}",
        "text | c | C",
    ];
    assert!(read(&survey("relevant", &rows)).survey.is_some());
}

#[test]
fn a_form_of_which_nothing_is_left_is_refused() {
    let imported = read(&survey("", &["date | a | A"]));
    assert!(imported.survey.is_none());
    assert_eq!(
        imported.lines.last().unwrap().to_string(),
        "survey: refused: Nothing is left to ask."
    );
    let imported = read("| other |\n| | type |\n| | text |");
    assert!(imported.survey.is_none());
    let said: Vec<String> = imported.lines.iter().map(ToString::to_string).collect();
    assert!(said.contains(&"survey: refused: There is no sheet called \"survey\".".to_owned()));
}
