use super::*;

fn said(text: &str) -> (String, bool) {
    days(text).map_or(("none".to_owned(), false), |days| {
        let times = if days.times.is_empty() {
            String::new()
        } else {
            format!(" [{}]", days.times)
        };
        (format!("{}{times}", days.said()), days.exact)
    })
}

#[test]
fn codes_are_read_as_the_standard_has_them() {
    for (text, expected, exact) in [
        ("FR,SA", "Friday, Saturday", true),
        ("-1FR", "the last fri of the month", true),
        ("1SA", "the first sat of the month", true),
        ("mo we", "Monday, Wednesday", false),
        ("https://schema.org/Thursday", "Thursday", true),
        (
            "MO,TU,WE,TH,FR,SA,SU",
            "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
            true,
        ),
    ] {
        assert_eq!(said(text), (expected.to_owned(), exact), "{text}");
    }
    assert_eq!(days("5FR").unwrap().beyond, ["5FR"]);
}

#[test]
fn words_are_read_as_people_write_them() {
    for (text, expected) in [
        ("FRI", "Friday"),
        ("Fri & Sat", "Friday, Saturday"),
        ("Fri & Sat 6-9", "Friday, Saturday [6 - 9]"),
        ("Fridays, 6.30 pm to 9 pm", "Friday [6.30 pm to 9 pm]"),
        (
            "Mon-Thu term time",
            "Monday, Tuesday, Wednesday, Thursday, in term time",
        ),
        (
            "Mon to Fri 4pm-6pm",
            "Monday, Tuesday, Wednesday, Thursday, Friday [4pm - 6pm]",
        ),
        ("Fri – Mon", "Monday, Friday, Saturday, Sunday"),
        ("last Friday of month", "the last fri of the month"),
        (
            "1st and 3rd Tues",
            "the first tue of the month, the third tue of the month",
        ),
        ("every other Wednesday", "Wednesday, every 2 weeks"),
        (
            "Weekdays in the school holidays",
            "Monday, Tuesday, Wednesday, Thursday, Friday, in the holidays",
        ),
        ("Sat (not school holidays)", "Saturday, in term time"),
        (
            "Half term: daily 10:00-12:00",
            "each day, in the holidays [10:00 - 12:00]",
        ),
        ("Every day", "each day"),
        ("Tues/Thurs", "Tuesday, Thursday"),
        ("Wednesdays", "Wednesday"),
        ("ask", "none"),
        ("TBC", "none"),
        ("", "none"),
        ("Frying pan, Sundries, monkey", "none"),
    ] {
        assert_eq!(said(text).0, expected, "{text}");
    }
}
