//! Tables as councils write them.

use hark::sheets::delimited;
use hark_domain::activity::import;
use serde_json::{Value, json};

use crate::borough::{Came, within};

fn table(text: &str) -> Came {
    let rows = delimited::read(text.as_bytes()).unwrap();
    Came::of(within(|setting| {
        import::table(&rows, "youth-offer_2026", setting)
    }))
}

const HEADINGS: &str = "Name,Where,Postcode,Day,Start,End,Age,Cost,Access,Checked";

fn row(row: &str) -> Came {
    table(&format!("{HEADINGS}\n{row}"))
}

#[test]
fn a_row_is_a_service_of_whoever_sent_the_table() {
    let came = row(
        "Weir Hall drop in,Weir Hall,ZZ2 1AA,Fri & Sat,17:30,21:30,11-19 (25 SEND),50p,Step free; loop,02/11/2026",
    );
    assert_eq!(came.organisations[0]["name"], "Youth offer 2026");
    let service = came.service();
    assert_eq!(service["ages"], json!({"from": 11, "to": 19, "to_ldd": 25}));
    assert_eq!(service["cost"], json!({"pence": 50}));
    assert_eq!(service["checked"]["on"], "2026-11-02");
    assert_eq!(
        came.session(),
        json!({"days": ["fri", "sat"], "from": "17:30", "to": "21:30"})
    );
    assert_eq!(
        (&came.place()["locality"], &came.place()["has"]),
        (
            &json!("south"),
            &json!(["wheelchair-entrance", "hearing-loop"])
        )
    );
    for line in [
        "Day: repaired: \"Fri & Sat\" is read as: Friday, Saturday.",
        "Cost: repaired: \"50p\" is read as 50p.",
        "Checked: repaired: \"02/11/2026\" is read as 2026-11-02.",
    ] {
        came.says(&format!("row 2 (Weir Hall drop in), {line}"));
    }
}

#[test]
fn cells_that_were_merged_belong_to_the_row_above() {
    let came = table(&format!(
        "{HEADINGS}\nClub,Weir Hall,ZZ2 1AA,Fri,17:30,21:30,11-19,50p,,\n,Mill,ZZ1 1AA,Sat,0.75,0.875,,,,\n,,,Sun,10am,noon,,,,\n,,,,,,,,,\n"
    ));
    let sessions = came.service()["sessions"].as_array().unwrap();
    let said: Vec<Value> = sessions
        .iter()
        .map(|session| {
            json!([
                session["place"],
                session["days"],
                session["from"],
                session["to"]
            ])
        })
        .collect();
    assert_eq!(
        said,
        [
            json!(["weir-hall", ["fri"], "17:30", "21:30"]),
            json!(["mill", ["sat"], "18:00", "21:00"]),
            json!(["mill", ["sun"], "10:00", "12:00"]),
        ]
    );
    came.says("row 2 (Club), Start in row 3: repaired: \"0.75\" is taken as 18:00.");
}

#[test]
fn times_in_the_cells_of_days_and_of_times() {
    for (headings, cells, session) in [
        (
            "Name,When",
            "Club,Fri & Sat 6-9",
            json!({"days": ["fri", "sat"], "from": "18:00", "to": "21:00"}),
        ),
        (
            "Name,Time",
            "Club,\"Fridays, 6.30pm to 9pm\"",
            json!({"days": ["fri"], "from": "18:30", "to": "21:00"}),
        ),
        (
            "Name,Day,Time",
            "Club,Fri,6pm-9pm",
            json!({"days": ["fri"], "from": "18:00", "to": "21:00"}),
        ),
        (
            "Name,Day,Time",
            "Club,Mon-Thu term time,4-6",
            json!({"days": ["mon", "tue", "wed", "thu"], "season": "term", "from": "16:00", "to": "18:00"}),
        ),
        (
            "Name,Date,Start,End",
            "Club,28 Dec 2026,10:00,12:00",
            json!({"dates": ["2026-12-28"], "from": "10:00", "to": "12:00"}),
        ),
        (
            "Name,Day,Start,End",
            "Club,28/12/2026,10:00,12:00",
            json!({"dates": ["2026-12-28"], "from": "10:00", "to": "12:00"}),
        ),
        (
            "Name,Day,Start,End",
            "Club,last Friday of month,6.30pm,8.30pm",
            json!({"monthly": ["last fri"], "from": "18:30", "to": "20:30"}),
        ),
        (
            "Name,Day,Frequency,Start date,Start,End",
            "Club,Tue,Fortnightly,08/09/2026,16:00,18:00",
            json!({"days": ["tue"], "every": 2, "starts": "2026-09-08", "from": "16:00", "to": "18:00"}),
        ),
    ] {
        assert_eq!(
            table(&format!("{headings}\n{cells}")).session(),
            session,
            "{cells}"
        );
    }
}

#[test]
fn a_column_for_each_day() {
    let sessions = |text: &str| {
        let came = table(text);
        let sessions = came.service()["sessions"].as_array().unwrap().iter();
        let said = sessions.map(|it| json!([it["days"], it["from"], it["to"]]));
        said.collect::<Vec<_>>()
    };
    assert_eq!(
        sessions("Name,Venue,Mon,Tue,Wed\nClub,Weir,6-9pm,,16:00-18:00"),
        [
            json!([["mon"], "18:00", "21:00"]),
            json!([["wed"], "16:00", "18:00"])
        ]
    );
    assert_eq!(
        sessions("Name,Venue,Start,End,Friday,Saturday\nClub,Weir,18:00,21:00,x,no"),
        [json!([["fri"], "18:00", "21:00"])]
    );
}

#[test]
fn free_words_for_ages_prices_and_dates() {
    for (age, ages) in [
        ("8+", json!({"from": 8, "to": 25})),
        ("16 to 19", json!({"from": 16, "to": 19})),
        ("Yr 9 and up", json!({"from": 13, "to": 25})),
        ("u18", json!({"from": 11, "to": 17})),
        ("teens", json!({"from": 13, "to": 19})),
    ] {
        assert_eq!(
            row(&format!("Club,Weir,,Fri,18:00,21:00,{age},,,")).service()["ages"],
            ages,
            "{age}"
        );
    }
    for (cost, expected) in [
        ("FREE", json!({"pence": 0})),
        ("£1", json!({"pence": 100})),
        ("£3/£2", json!({"pence": 300, "words": "£3/£2"})),
        ("-", json!({})),
        ("TBC", json!({})),
    ] {
        assert_eq!(
            row(&format!("Club,Weir,,Fri,18:00,21:00,11-19,{cost},,")).service()["cost"],
            expected,
            "{cost}"
        );
    }
    let came = row("Club,ask,,Fri,18:00,21:00,11-19,-,yes,31/6/2026");
    came.says("row 2 (Club), Cost: left out: \"-\" is no price.");
    came.says(
        "row 2 (Club), Access: left out: \"yes\" is none of the things that a place can have.",
    );
    came.says("row 2 (Club), Checked: left out: \"31/6/2026\" is no date that there is.");
    assert_eq!(came.service().get("checked"), None);
}

#[test]
fn headings_may_stand_below_titles_and_in_other_words() {
    let came = table(
        "Summer programme 2026;;\n;;\nActivity;Venue;Weekday;Colour of the door\nSkate jam;Weir park;Saturdays 10:00-12:00;red\n",
    );
    assert_eq!(
        came.session(),
        json!({"days": ["sat"], "from": "10:00", "to": "12:00"})
    );
    came.says("the headings, Colour of the door: left out: No column called \"Colour of the door\" is known here.");
    for nothing in ["", "a,b\n1,2", "Postcode,Day\nZZ1 1AA,Fri"] {
        table(nothing).is_refused("the headings: refused: There is no row of headings with a column for the name of each thing, such as \"Name\" or \"Activity\".");
    }
}

/// Outpost's own import file: rows belong to others by number.
#[test]
fn rows_that_belong_to_others_by_number() {
    let headings = "import_id,import_id_reference,name,description,organisation,approved,visible,needs_referral,min_age,max_age,contact_name,contact_visible,contact_phone,location_name,location_postcode,mask_exact_address,location_accessibilities,free,cost_amount,schedules_opens_at,schedules_closes_at,scheduled_weekday,suitabilities";
    let came = table(&format!(
        "{headings}\n1,,Club,Pool.,Trust,TRUE,TRUE,TRUE,11,19,Ann Person,TRUE,01942 000000,Hall,ZZ2 1AA,FALSE,Hoist; Building has lift,FALSE,1,18:00:00,21:00:00,monday,Autism;Hearing impairment\n2,1,,,,,,,,,Bob Person,FALSE,01942 000001,,,,,,,,,,\n3,1,,,,,,,,,,,,Annexe,ZZ1 1AA,TRUE,,,,,,,\n4,1,,,,,,,,,,,,,,,,,,hh:mm:ss,hh:mm:ss,tuesday,\n5,9,,,,,,,,,,,,,,,,,,,,,\n6,,Old,,Trust,FALSE,TRUE,,,,,,,,,,,,,,,,\n"
    ));
    let service = came.service();
    assert_eq!(
        (&service["supports"], &service["level"], &service["phone"]),
        (
            &json!(["social", "hearing"]),
            &json!("specialist"),
            &json!("01942 000000")
        )
    );
    assert_eq!(
        (&came.organisations[0]["name"], &came.place()["has"]),
        (&json!("Trust"), &json!(["hoist", "lift"]))
    );
    came.says("row 2 (Club), scheduled_weekday: repaired: \"monday\" is read as: Monday.");
    came.says("row 2 (Club), contact_phone in row 3: left out: It's marked as not for everybody.");
    came.says("row 2 (Club), schedules_opens_at in row 5: left out: \"hh:mm:ss\" is no time of day: people are told to ask.");
    came.says("row 6, import_id_reference: refused: It belongs to \"9\", which isn't above it.");
    came.says("row 7 (Old), approved: refused: It is marked as \"not approved\".");
    assert!(!came.organisations[0].to_string().contains("Person"));
}

#[test]
fn one_thing_in_several_rows_is_one_thing() {
    let came = table(&format!(
        "{HEADINGS}\nClub,Weir,,Fri,18:00,21:00,11-19,,,\nClub,Weir,,Sat,18:00,21:00,11-19,,,\nCLUB,weir,,Sat,18:00,21:00,11-19,,,\n"
    ));
    assert_eq!(came.service()["sessions"].as_array().unwrap().len(), 2);
    came.says("row 4 (CLUB), name: refused: It has the same name and place as row 2 (Club): only that is kept.");
}
