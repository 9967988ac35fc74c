//! The table of everything, read back.

use hark_tests::packs;

use crate::files::export;

/// Reads a table (RFC 4180): rows of fields.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'));
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    assert!(field.is_empty() && row.is_empty() && !quoted);
    rows
}

#[test]
fn every_session_is_a_row() {
    let (_, pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let export = export(&pack.organisations, &pack.site);
    let text = &export.files["activities.csv"].text;
    let rows = read(text.strip_prefix('\u{feff}').unwrap());
    let (head, rows) = rows.split_first().unwrap();
    let services = pack.organisations.iter().flat_map(|it| &it.services);
    let sessions: usize = services.clone().map(|it| it.sessions.len().max(1)).sum();
    assert_eq!(rows.len(), sessions);
    assert!(rows.iter().all(|row| row.len() == head.len()));
    let column = |name: &str| head.iter().position(|it| it == name).unwrap();
    let (id, name, place) = (column("service_id"), column("service"), column("place"));
    let mut rows = rows.iter();
    for organisation in &pack.organisations {
        for service in &organisation.services {
            for session in &service.sessions {
                let row = rows.next().unwrap();
                assert_eq!(row[id], service.id.as_str());
                assert_eq!(row[name], service.name.pick("en"));
                let own = organisation.place(session.place.as_str()).unwrap();
                assert_eq!(row[place], own.name.pick("en"));
                assert_eq!(row[column("from")], session.timetable.from.to_string());
            }
            if service.sessions.is_empty() {
                assert_eq!(rows.next().unwrap()[column("when")], "");
            }
        }
    }
}

/// OWASP, CSV injection: no text of a pack may run as a formula.
#[test]
fn no_text_is_a_formula_and_numbers_stay_numbers() {
    let (_, mut pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let evil = "=HYPERLINK(\"http://evil.example\",\"x\")";
    for organisation in &mut pack.organisations {
        organisation.name = evil.into();
        for service in &mut organisation.services {
            service.name = evil.into();
            service.about = "@SUM(A1)".into();
            service.join = "\t=1".into();
            service.phone = Some("+44 1942 000000".to_owned());
            for session in &mut service.sessions {
                session.note = Some("-1+1".into());
            }
        }
        for place in &mut organisation.places {
            place.name = "\r=1".into();
            place.address = Some("=1".to_owned());
        }
    }
    let export = export(&pack.organisations, &pack.site);
    let text = &export.files["activities.csv"].text;
    let rows = read(text.strip_prefix('\u{feff}').unwrap());
    let longitude = rows[0].iter().position(|it| it == "longitude").unwrap();
    let mut numbers = 0;
    for row in rows {
        for (column, field) in row.iter().enumerate() {
            let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
            if column == longitude && formula {
                numbers += usize::from(field.parse::<f64>().is_ok());
            } else {
                assert!(!formula, "{field}");
            }
        }
    }
    assert!(numbers > 100, "{numbers}");
}
