//! The closed lists that services and places are described by.

use serde_json::Value;

use crate::json::{FromJson, Place};
use crate::words::Word;

macro_rules! list {
    ($(#[$doc:meta])* $name:ident, $wrong:literal: $($entry:ident $key:literal;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "` in files.")] $entry,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$entry),+];

            /// Its name in files.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$entry => $key,)+
                }
            }

            /// What people call it.
            pub fn word(self) -> Word {
                match self {
                    $(Self::$entry => Word::$entry,)+
                }
            }

            /// The one of that name in files.
            pub fn named(key: &str) -> Option<Self> {
                Self::ALL.iter().find(|own| own.key() == key).copied()
            }
        }

        impl FromJson for $name {
            fn from_json(value: Value, at: &mut Place) -> Option<Self> {
                let key = String::from_json(value, at)?;
                Self::named(&key).or_else(|| {
                    at.tell(|| {
                        let all: Vec<&str> = Self::ALL.iter().map(|own| own.key()).collect();
                        format!(concat!($wrong, " is one of: {}."), all.join(", "))
                    })
                })
            }
        }
    };
}

list! {
    /// What kind of thing there is to do.
    Kind, "A kind":
    Club "club";
    Sport "sport";
    Arts "arts";
    Music "music";
    Making "making";
    Games "games";
    Outdoors "outdoors";
    Uniformed "uniformed";
    Holiday "holiday";
    Volunteering "volunteering";
    Voice "voice";
    Careers "careers";
    Health "health";
    Support "support";
}

list! {
    /// Who a service is open to. People go up and down again.
    Level, "A level":
    Universal "universal";
    Targeted "targeted";
    Specialist "specialist";
}

list! {
    /// What a building has: the venue list of Outpost, the directory software of several
    /// English councils.
    Facility, "What a place has":
    WheelchairEntrance "wheelchair-entrance";
    PartialWheelchairAccess "partial-wheelchair-access";
    AccessibleToilet "accessible-toilet";
    Lift "lift";
    Hoist "hoist";
    ChangingFacilities "changing-facilities";
    BabyChanging "baby-changing";
    HearingLoop "hearing-loop";
    Bsl "bsl";
    BusStopNearby "bus-stop-nearby";
    DisabledParking "disabled-parking";
    CarParking "car-parking";
    ParkingNearby "parking-nearby";
}

list! {
    /// Whom a session supports: the accessibility support list of `OpenActive`.
    Support, "What a session supports":
    VisualSupport "visual";
    HearingSupport "hearing";
    PhysicalSupport "physical";
    LearningSupport "learning";
    MentalHealthSupport "mental-health";
    SocialSupport "social";
}

list! {
    /// How somebody joins.
    Joining, "How to join":
    DropIn "drop-in";
    Booking "book";
    Membership "membership";
    Referral "referral";
}

list! {
    /// What a place is, where it is not a place like any other.
    PlaceKind, "The kind of a place":
    Hub "hub";
    Satellite "satellite";
    Bus "bus";
    Street "street";
    Online "online";
}
