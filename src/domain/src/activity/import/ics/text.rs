//! iCalendar as text: lines unfolded, components, properties (RFC 5545, section 3.1).

/// A property, such as `DTSTART;TZID=Europe/London:20260904T173000`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Property {
    /// Its name, in capitals.
    pub(super) name: String,
    /// Its parameters, names in capitals, values without quotes.
    pub(super) parameters: Vec<(String, String)>,
    /// Its value, escapes and all.
    pub(super) value: String,
}

impl Property {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as text: `\n`, `\,`, `\;` and `\\` are what they stand for.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut escaped = false;
        for c in self.value.chars() {
            match (escaped, c) {
                (false, '\\') => {
                    escaped = true;
                    continue;
                }
                (true, 'n' | 'N') => text.push('\n'),
                _ => text.push(c),
            }
            escaped = false;
        }
        text
    }
}

/// An event, with its place among the file's events, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) number: usize,
    pub(super) properties: Vec<Property>,
}

impl Event {
    /// The first property of that name.
    pub(super) fn get(&self, name: &str) -> Option<&Property> {
        self.all(name).next()
    }

    /// Every property of that name.
    pub(super) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Property> + use<'a> {
        let name = name.to_owned();
        self.properties.iter().filter(move |own| own.name == name)
    }
}

/// A file: its events, and the properties of the calendar itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Calendar {
    pub(super) properties: Vec<Property>,
    pub(super) events: Vec<Event>,
}

/// Reads a file. What is no line of a calendar is passed over; a component that nobody
/// ends, ends where the next begins.
pub(super) fn read(text: &str) -> Calendar {
    let mut calendar = Calendar::default();
    let mut inside: Vec<String> = Vec::new();
    for line in unfolded(text) {
        let Some(property) = property(&line) else {
            continue;
        };
        let component = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" => {
                if component == "VEVENT" {
                    inside.retain(|own| own != "VEVENT");
                    let number = calendar.events.len() + 1;
                    calendar.events.push(Event {
                        number,
                        properties: Vec::new(),
                    });
                }
                inside.push(component);
            }
            "END" => {
                if let Some(at) = inside.iter().rposition(|own| *own == component) {
                    inside.truncate(at);
                }
            }
            _ => match inside.last().map(String::as_str) {
                Some("VEVENT") => {
                    if let Some(event) = calendar.events.last_mut() {
                        event.properties.push(property);
                    }
                }
                Some("VCALENDAR") => calendar.properties.push(property),
                _ => {}
            },
        }
    }
    calendar
}

/// Lines, each with those that continue it: they begin with a space or a tab.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn property(line: &str) -> Option<Property> {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let mut colon = None;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(at),
            ':' if !quoted => {
                colon = Some(at);
                break;
            }
            _ => {}
        }
    }
    let colon = colon?;
    let head = line.get(..colon)?;
    let value = line.get(colon + 1..)?.to_owned();
    let mut bounds = vec![];
    let mut from = 0;
    for cut in cuts.into_iter().chain([head.len()]) {
        bounds.push(head.get(from..cut)?);
        from = cut + 1;
    }
    let mut parts = bounds.into_iter();
    let name = parts.next()?.trim().to_ascii_uppercase();
    let known = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if name.is_empty() || !name.bytes().all(known) {
        return None;
    }
    let parameters = parts.filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        Some((
            name.trim().to_ascii_uppercase(),
            value.trim().trim_matches('"').to_owned(),
        ))
    });
    Some(Property {
        name,
        parameters: parameters.collect(),
        value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_quoted_and_escaped_lines_are_read() {
        let text = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Hub\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:Pool\\, mu\r\n sic\\nfood\r\nDTSTART;TZID=\"Europe:London\";X=1:20260904T173000\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR";
        let calendar = read(text);
        assert_eq!(calendar.properties.len(), 1);
        let [event] = calendar.events.as_slice() else {
            panic!("{calendar:#?}");
        };
        assert_eq!(event.get("SUMMARY").unwrap().text(), "Pool, music\nfood");
        let starts = event.get("DTSTART").unwrap();
        assert_eq!(starts.parameter("TZID"), Some("Europe:London"));
        assert_eq!(starts.value, "20260904T173000");
        assert_eq!(event.all("SUMMARY").count(), 1);
    }

    #[test]
    fn events_that_nobody_ends_are_events() {
        let calendar = read("BEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nrubbish\n:\n;=:");
        let uids: Vec<&str> = calendar
            .events
            .iter()
            .map(|event| event.get("UID").unwrap().value.as_str())
            .collect();
        assert_eq!(uids, ["1", "2"]);
    }
}
