//! Headings of tables, in the spellings of those who write them.

use crate::activity::import::days::weekday;
use crate::activity::import::plain::folded;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Parent,
    Name,
    Organisation,
    About,
    Place,
    Address,
    Town,
    Postcode,
    Lat,
    Lon,
    Masked,
    /// The times on one day of the week, which is the heading.
    OnDay,
    Days,
    Often,
    Opens,
    Closes,
    Starts,
    Until,
    Age,
    Youngest,
    Oldest,
    Cost,
    CostWords,
    Free,
    Access,
    Checked,
    Kind,
    Level,
    Supports,
    Languages,
    Phone,
    Email,
    Web,
    Joining,
    Referral,
    Person,
    PersonShown,
    Status,
    Paused,
    Approved,
    Visible,
    VisibleUntil,
    /// Known, and not for the public or without a counterpart here.
    Aside,
}

/// Every spelling, folded.
const SPELLINGS: [(Column, &str); 43] = [
    (
        Column::Id,
        "id, import id, ref, reference, service id, record id, uprn id",
    ),
    (Column::Parent, "import id reference, parent id, parent"),
    (
        Column::Name,
        "name, title, service, service name, activity, activity name, session, \
            session name, club, club name, what, what is it, project, provision, event, \
            event name, group, group name, name of activity, name of club, \
            name of service, summary, programme",
    ),
    (
        Column::Organisation,
        "organisation, organization, provider, run by, organiser, organizer, \
            lead organisation, delivered by, provider name, organisation name, \
            organization name, who runs it, operator",
    ),
    (
        Column::About,
        "description, details, about, info, information, what happens, \
            details of activity, activity description, service description",
    ),
    (
        Column::Place,
        "where, venue, location, place, venue name, location name, building, site, \
            centre, name of venue, facility, site name, center",
    ),
    (
        Column::Address,
        "address, street, address 1, address line 1, address1, location address 1, \
            venue address, full address, address 2, address line 2, address2, \
            street address",
    ),
    (
        Column::Town,
        "town, city, area, location city, locality, district, ward, town city, \
            neighbourhood",
    ),
    (
        Column::Postcode,
        "postcode, post code, location postcode, postal code, venue postcode, pcode",
    ),
    (
        Column::Lat,
        "latitude, lat, location latitude, easting, eastings, x, geo x",
    ),
    (
        Column::Lon,
        "longitude, long, lon, lng, location longitude, northing, northings, y, geo y",
    ),
    (Column::Masked, "mask exact address, hide address"),
    (
        Column::Days,
        "day, days, day s, day of week, days of week, weekday, scheduled weekday, \
            when, day of the week, day time, day and time, days and times, \
            day s and time s",
    ),
    (Column::Often, "frequency, how often, repeats, freq"),
    (
        Column::Opens,
        "start, start time, from, opens, time from, schedules opens at, opening time, \
            begins, time, times, time s, opens at, starts, open, session time, starttime, \
            hours, opening times, opening hours",
    ),
    (
        Column::Closes,
        "end, end time, to, finish, closes, schedules closes at, closing time, \
            finish time, closes at, ends, close, time to, until, endtime",
    ),
    (
        Column::Starts,
        "start date, date from, first date, from date, date, dates, date s, startdate, \
            date of session, date start",
    ),
    (
        Column::Until,
        "end date, last date, date to, to date, until date, enddate, date end",
    ),
    (
        Column::Age,
        "age, ages, age range, age group, age groups, age s, year group, school year, \
            target age, ages years, age years, for ages",
    ),
    (
        Column::Youngest,
        "min age, minimum age, age from, age min, from age, lower age, \
            minimum age years",
    ),
    (
        Column::Oldest,
        "max age, maximum age, age to, age max, to age, upper age",
    ),
    (
        Column::Cost,
        "cost, price, fee, fees, charge, charges, cost per session, cost amount, \
            costs, prices, session fee, price per session, entry, entry fee",
    ),
    (
        Column::CostWords,
        "cost option, cost type, cost details, cost description",
    ),
    (Column::Free, "free"),
    (
        Column::Access,
        "access, accessibility, location accessibilities, accessible, disabled access, \
            facilities, wheelchair access, access information",
    ),
    (
        Column::Checked,
        "checked, last checked, date checked, updated, last updated, checked on, \
            verified, last verified, date updated, assured date",
    ),
    (
        Column::Kind,
        "category, categories, type, kind, service taxonomies, activity type, theme, \
            type of activity, tags, taxonomy, sport",
    ),
    (Column::Level, "level, tier, universal or targeted"),
    (
        Column::Supports,
        "suitabilities, supports, suitable for, send, send needs support",
    ),
    (Column::Languages, "language, languages, languages spoken"),
    (
        Column::Phone,
        "phone, tel, telephone, contact phone, contact number, mobile, phone number, \
            telephone number, tel no, contact tel",
    ),
    (
        Column::Email,
        "email, e mail, contact email, email address, e mail address",
    ),
    (
        Column::Web,
        "web, website, url, link, web site, links url, more info, web address, \
            booking link, website address",
    ),
    (
        Column::Joining,
        "booking, how to join, how to book, book, how to access, join, access route, \
            drop in, booking required, how to start, attendance",
    ),
    (
        Column::Referral,
        "needs referral, referral, referral needed, referral required",
    ),
    (
        Column::Person,
        "contact, contact name, lead worker, worker, staff, lead, named contact, \
            contact person, leader, coach",
    ),
    (Column::PersonShown, "contact visible"),
    (Column::Status, "status, state"),
    (Column::Paused, "temporarily closed, paused"),
    (Column::Approved, "approved"),
    (Column::Visible, "visible"),
    (Column::VisibleUntil, "visible to"),
    (
        Column::Aside,
        "notes, comments, visible from, location visible, preferred for post, \
            links label, labels, is local offer, support description, recent send report, \
            outcomes, recent send training, parental involvement, information sharing, \
            environment accessibility, future plans, no, row, custom text text field, \
            custom checkbox checkbox field, custom number number field, \
            custom select select field, custom date date fields, contact title, country, \
            county",
    ),
];

/// What a heading says its column holds; nothing for one that isn't known.
pub(super) fn column(heading: &str) -> Option<Column> {
    let words = folded(heading);
    if words.len() > 2 && weekday(&words).is_some() {
        return Some(Column::OnDay);
    }
    let mut spellings = SPELLINGS.iter();
    spellings
        .find(|(_, all)| all.split(", ").any(|own| own == words))
        .map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_their_spellings_and_each_only_once() {
        for (heading, expected) in [
            ("Name", Some(Column::Name)),
            ("  SESSION NAME ", Some(Column::Name)),
            ("Day(s)", Some(Column::Days)),
            ("Mon", Some(Column::OnDay)),
            ("FRIDAY", Some(Column::OnDay)),
            ("import_id_reference", Some(Column::Parent)),
            ("Post-code", Some(Column::Postcode)),
            ("Colour of the door", None),
            ("", None),
        ] {
            assert_eq!(column(heading), expected, "{heading}");
        }
        let all: Vec<&str> = SPELLINGS
            .iter()
            .flat_map(|(_, all)| all.split(", "))
            .collect();
        for (at, spelling) in all.iter().enumerate() {
            assert_eq!(folded(spelling), *spelling);
            assert!(!all.get(at + 1..).unwrap().contains(spelling), "{spelling}");
        }
    }
}
