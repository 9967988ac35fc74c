//! The offer as the browser gets it: the list of needs, and each need, are sheets of one
//! shape, so that there is one reader and one screen for all of them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Need, Step, Theme};
use crate::activity::Level;
use crate::id::{HelplineId, ServiceId};
use crate::json::{Fields, FromJson, Place};
use crate::route::Route;
use crate::text::Text;
use crate::words::{Catalogue, Word};

/// One page of the offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its heading.
    pub title: Text,
    /// What to know first.
    pub about: Text,
    /// Its parts, in order: themes of the list, steps of a need.
    pub parts: Vec<Part>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: Text,
    /// A paragraph each; of two texts, the second answers the first.
    pub texts: Vec<Vec<Text>>,
    /// Where it leads.
    pub ways: Vec<Way>,
    /// Whom to call or text.
    pub helplines: Vec<HelplineId>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its address in the site.
    pub href: String,
    /// What it says.
    pub say: Text,
}

/// The list of needs, theme by theme in the order of their smallest numbers.
pub fn list(themes: &[Theme], words: &Catalogue) -> Sheet {
    let smallest = |theme: &&Theme| theme.needs.iter().map(|need| need.number).min();
    let mut themes: Vec<&Theme> = themes.iter().collect();
    themes.sort_by_key(smallest);
    Sheet {
        title: said(words, Word::Offer),
        about: said(words, Word::OfferLead),
        parts: themes.into_iter().map(theme).collect(),
    }
}

fn theme(theme: &Theme) -> Part {
    let mut needs: Vec<&Need> = theme.needs.iter().collect();
    needs.sort_by_key(|need| need.number);
    let way = |need: &Need| Way {
        href: Route::Need(need.number).href(),
        say: need.say.clone(),
    };
    Part {
        ways: needs.into_iter().map(way).collect(),
        ..part(theme.title.clone())
    }
}

/// The page of a need. `names`: what services are called, by their ids; one that is not
/// there is left out.
pub fn of_need(need: &Need, names: &BTreeMap<&ServiceId, &Text>, words: &Catalogue) -> Sheet {
    let steps = need.steps.iter().map(|it| step(it, names, words));
    let back = Part {
        texts: vec![vec![need.back.clone()]],
        ..part(said(words, Word::StepBack))
    };
    Sheet {
        title: need.say.clone(),
        about: need.about.clone(),
        parts: steps.chain([back]).collect(),
    }
}

fn step(step: &Step, names: &BTreeMap<&ServiceId, &Text>, words: &Catalogue) -> Part {
    let level = match step.level {
        Level::Universal => Word::StepUniversal,
        Level::Targeted => Word::StepTargeted,
        Level::Specialist => Word::StepSpecialist,
    };
    let answer = |question, answer: &Text| vec![said(words, question), answer.clone()];
    let way = |id: &ServiceId| {
        Some(Way {
            href: Route::Activity(id.clone()).href(),
            say: (*names.get(id)?).clone(),
        })
    };
    let ways = step.services.iter().filter_map(way);
    Part {
        texts: vec![
            vec![step.what.clone()],
            answer(Word::StepDecides, &step.decides),
            answer(Word::StepLong, &step.long),
            answer(Word::StepAsk, &step.ask),
            answer(Word::StepTells, &step.tells),
        ],
        ways: ways.collect(),
        helplines: step.helplines.clone(),
        ..part(said(words, level))
    }
}

fn part(title: Text) -> Part {
    Part {
        title,
        texts: Vec::new(),
        ways: Vec::new(),
        helplines: Vec::new(),
    }
}

/// What the site says, with the language it says it in.
fn said(words: &Catalogue, word: Word) -> Text {
    Text::ByLanguage(vec![(words.language.clone(), words.say(word).to_owned())])
}

impl Sheet {
    /// As it is published.
    pub fn to_json(&self) -> Value {
        let parts: Vec<Value> = self.parts.iter().map(Part::to_json).collect();
        json!({"title": self.title.to_json(), "about": self.about.to_json(), "parts": parts})
    }
}

impl Part {
    fn to_json(&self) -> Value {
        let row = |texts: &Vec<Text>| texts.iter().map(Text::to_json).collect();
        let texts: Vec<Value> = self.texts.iter().map(row).collect();
        let way = |way: &Way| json!({"href": way.href, "say": way.say.to_json()});
        let ways: Vec<Value> = self.ways.iter().map(way).collect();
        json!({"title": self.title.to_json(), "texts": texts, "ways": ways, "helplines": self.helplines})
    }
}

impl FromJson for Sheet {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (title, about) = (fields.needed("title"), fields.needed("about"));
        let parts = fields.needed("parts");
        fields.finish();
        Some(Self {
            title: title?,
            about: about?,
            parts: parts?,
        })
    }
}

impl FromJson for Part {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (title, texts) = (fields.needed("title"), fields.list("texts"));
        let (ways, helplines) = (fields.list("ways"), fields.list("helplines"));
        fields.finish();
        Some(Self {
            title: title?,
            texts,
            ways,
            helplines,
        })
    }
}

impl FromJson for Way {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (href, say) = (fields.needed("href"), fields.needed("say"));
        fields.finish();
        Some(Self {
            href: href?,
            say: say?,
        })
    }
}
