//! The borough's own facts: `site.json` of the pack.

pub mod colours;
pub mod danger;
mod read;

use self::colours::Colours;
use self::danger::Danger;
use crate::activity::SchoolYear;
use crate::id::{HelplineId, LocalityId};
use crate::text::Text;

/// Who runs this Hark, where, and who is there to talk to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// What the site is called.
    pub name: String,
    /// The borough.
    pub area: String,
    /// Whether this is made-up content, which every page then says.
    pub sample: bool,
    /// The sentence that says so.
    pub notice: Option<Text>,
    /// Its time zone, as the IANA database names it: "Europe/London". Whoever has that
    /// database refuses a name that is not there.
    pub time_zone: String,
    /// Where it is in the web, without a scheme, such as "hark.example": what is given out,
    /// calendars for instance, leads back there. No page needs it.
    pub web: Option<String>,
    /// The languages offered, as BCP 47 tags, the site's own first.
    pub languages: Vec<String>,
    /// The parts of the borough.
    pub localities: Vec<Locality>,
    /// Who is there to talk to, in the order shown.
    pub helplines: Vec<Helpline>,
    /// The helplines for someone in danger now, shown first.
    pub urgent: Vec<HelplineId>,
    /// Where "Exit this page" leads: an address of another site that says nothing about
    /// whoever looks at it.
    pub exit: String,
    /// Who to write to about the site.
    pub contact: Contact,
    /// How results are kept from pointing at anyone.
    pub disclosure: Disclosure,
    /// The colours it names, if any.
    pub colours: Colours,
    /// The school year, for what goes by term time or by holidays. The browser gets it with
    /// things to do.
    pub school: SchoolYear,
    /// Lists of words for one thing, for whoever looks for things to do; the site's own
    /// word first.
    pub search: Vec<Vec<String>>,
    /// Words that suggest danger. The browser gets them in a file of their own,
    /// `danger.json`, where a survey asks for a text; in its `site.json` are none.
    pub danger: Danger,
}

/// A part of the borough.
#[derive(Clone, Debug, PartialEq)]
pub struct Locality {
    /// Its name in files.
    pub id: LocalityId,
    /// Its name on the screen.
    pub name: Text,
    /// Latitude of its middle, degrees (WGS 84).
    pub lat: f64,
    /// Longitude of its middle, degrees (WGS 84).
    pub lon: f64,
    /// First halves of the postcodes in it, such as "WN7": where imported places are that
    /// say no more. The browser has no use for them and gets none.
    pub postcodes: Vec<String>,
}

impl Eq for Locality {}

/// Someone to talk to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helpline {
    /// Its name in files.
    pub id: HelplineId,
    /// What it is called.
    pub name: Text,
    /// Who it is for.
    pub who: Text,
    /// The number to ring, as people write it.
    pub phone: Option<String>,
    /// What to text, such as "SHOUT to 85258".
    pub text: Option<String>,
    /// Its web site, without a scheme.
    pub web: Option<String>,
    /// When someone is there.
    pub hours: Text,
    /// What they can help with.
    pub about: Text,
}

/// Who answers for the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// A team, never a person.
    pub name: String,
    /// Its address.
    pub email: String,
}

/// The thresholds of the disclosure check, in people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Counts from 1 to one below this are hidden.
    pub hide_below: u32,
    /// Other counts are rounded to a multiple of this.
    pub round_to: u32,
    /// A breakdown needs this many people.
    pub smallest_base: u32,
    /// A percentage needs this many people.
    pub percent_base: u32,
}

impl Site {
    /// The helpline of that name.
    pub fn helpline(&self, id: &str) -> Option<&Helpline> {
        self.helplines
            .iter()
            .find(|helpline| helpline.id.as_str() == id)
    }

    /// The locality of that name.
    pub fn locality(&self, id: &str) -> Option<&Locality> {
        self.localities
            .iter()
            .find(|locality| locality.id.as_str() == id)
    }

    /// The helplines, those for someone in danger now first.
    pub fn helplines_by_need(&self) -> impl Iterator<Item = &Helpline> {
        let urgent = |helpline: &&Helpline| self.urgent.contains(&helpline.id);
        self.helplines.iter().filter(urgent).chain(
            self.helplines
                .iter()
                .filter(move |helpline| !urgent(helpline)),
        )
    }
}

/// The address that rings a number as people write it: the digits of the first one in it,
/// so that "111 then option 2" rings 111.
pub fn tel(phone: &str) -> Option<String> {
    let number = phone
        .split(|c: char| !c.is_ascii_digit() && c != ' ')
        .next()?;
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then(|| ["tel:", &digits].concat())
}

impl Helpline {
    /// The address that rings it.
    pub fn tel(&self) -> Option<String> {
        tel(self.phone.as_deref()?)
    }

    /// The address of its web site.
    pub fn url(&self) -> Option<String> {
        self.web.as_ref().map(|web| format!("https://{web}"))
    }
}
