//! Reading `site.json`.

use serde_json::Value;

use super::{Contact, Disclosure, Helpline, Locality, Site};
use crate::json::{Fields, FromJson, Place, TELLS};

/// Where "Exit this page" leads unless the borough says otherwise: a page that anybody may
/// have open.
const EXIT: &str = "https://www.bbc.co.uk/weather";

/// Where a borough is that names no time zone.
const TIME_ZONE: &str = "Europe/London";

impl FromJson for Site {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (name, area) = (fields.needed("name"), fields.needed("area"));
        let (sample, notice) = (fields.mark("sample"), fields.optional("notice"));
        let (languages, localities) = (fields.needed("languages"), fields.needed("localities"));
        let (helplines, urgent) = (fields.needed("helplines"), fields.needed("urgent"));
        let (contact, disclosure) = (fields.needed("contact"), fields.needed("disclosure"));
        let (time_zone, exit) = (fields.optional("time_zone"), fields.optional("exit"));
        // The published file has none of these, so the browser needs no readers for them.
        let (colours, danger, school, search, web) = if TELLS {
            (
                fields.optional("colours"),
                fields.optional("danger"),
                fields.optional("school"),
                fields.list("search"),
                fields.optional("web"),
            )
        } else {
            (None, None, None, Vec::new(), None)
        };
        fields.finish();
        Some(Self {
            name: name?,
            area: area?,
            sample,
            notice,
            time_zone: time_zone.unwrap_or_else(|| TIME_ZONE.to_owned()),
            languages: languages?,
            localities: localities?,
            helplines: helplines?,
            urgent: urgent?,
            exit: exit.unwrap_or_else(|| EXIT.to_owned()),
            contact: contact?,
            disclosure: disclosure?,
            colours: colours.unwrap_or_default(),
            danger: danger.unwrap_or_default(),
            school: school.unwrap_or_default(),
            search,
            web,
        })
    }
}

impl FromJson for Locality {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, name) = (fields.needed("id"), fields.needed("name"));
        let (lat, lon) = (fields.needed("lat"), fields.needed("lon"));
        let postcodes = if TELLS {
            fields.list("postcodes")
        } else {
            Vec::new()
        };
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            lat: lat?,
            lon: lon?,
            postcodes,
        })
    }
}

impl FromJson for Helpline {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, name, who) = (
            fields.needed("id"),
            fields.needed("name"),
            fields.needed("who"),
        );
        let (phone, text, web) = (
            fields.optional("phone"),
            fields.optional("text"),
            fields.optional("web"),
        );
        let (hours, about) = (fields.needed("hours"), fields.needed("about"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            who: who?,
            phone,
            text,
            web,
            hours: hours?,
            about: about?,
        })
    }
}

impl FromJson for Contact {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (name, email) = (fields.needed("name"), fields.needed("email"));
        fields.finish();
        Some(Self {
            name: name?,
            email: email?,
        })
    }
}

impl FromJson for Disclosure {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (hide_below, round_to) = (fields.needed("hide_below"), fields.needed("round_to"));
        let (smallest_base, percent_base) = (
            fields.needed("smallest_base"),
            fields.needed("percent_base"),
        );
        fields.finish();
        Some(Self {
            hide_below: hide_below?,
            round_to: round_to?,
            smallest_base: smallest_base?,
            percent_base: percent_base?,
        })
    }
}
