//! Reading `offer/*.json`.

use serde_json::Value;

use super::{Need, Step, Theme};
use crate::json::{Fields, FromJson, Place};

impl FromJson for Theme {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (id, title) = (fields.needed("id"), fields.needed("title"));
        let needs = fields.needed("needs");
        fields.finish();
        Some(Self {
            id: id?,
            title: title?,
            needs: needs?,
        })
    }
}

impl FromJson for Need {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (number, say) = (fields.needed("number"), fields.needed("say"));
        let (about, steps) = (fields.needed("about"), fields.needed("steps"));
        let back = fields.needed("back");
        fields.finish();
        Some(Self {
            number: number?,
            say: say?,
            about: about?,
            steps: steps?,
            back: back?,
        })
    }
}

impl FromJson for Step {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let mut fields = Fields::of(value, place)?;
        let (level, what) = (fields.needed("level"), fields.needed("what"));
        let (decides, long) = (fields.needed("decides"), fields.needed("long"));
        let (ask, tells) = (fields.needed("ask"), fields.needed("tells"));
        let (services, helplines) = (fields.list("services"), fields.list("helplines"));
        fields.finish();
        Some(Self {
            level: level?,
            what: what?,
            decides: decides?,
            long: long?,
            ask: ask?,
            tells: tells?,
            services,
            helplines,
        })
    }
}
