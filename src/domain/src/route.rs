//! Every address of the site, shared by the front end (which shows it) and the
//! endpoint (which knows what exists).

use std::fmt;

use crate::id::{LocalityId, ServiceId, SurveyId};
use crate::wire::GroupCode;

/// A screen and its address.
///
/// An address never names a topic: the pages of a survey are numbered, so that a
/// history or a shared screen says nothing about what was asked there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/activities`: things to do.
    Activities,
    /// `/activities/ID`: one of them.
    Activity(ServiceId),
    /// `/places/ID`: a part of the borough.
    Area(LocalityId),
    /// `/help`: someone to talk to.
    Help,
    /// `/offer`: what somebody may need.
    Offer,
    /// `/offer/7`: the way to help with one need, by its number.
    Need(u16),
    /// `/surveys`: what can be answered now.
    Surveys,
    /// `/surveys/ID` and what follows it.
    Survey(SurveyId, Step),
    /// `/privacy`: what is sent and stored.
    Privacy,
    /// `/access`: who can use the site, and how that was tested.
    Access,
    /// Any other address.
    NotFound,
}

/// Where someone is in a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// `/surveys/ID`: what it is about.
    Start,
    /// `/surveys/ID/3`: the third page of the definition, counted from 1, whether
    /// or not the pages before it are visible: the number stays when routing changes.
    Page(u16),
    /// `/surveys/ID/check`: what will be sent.
    Check,
    /// `/surveys/ID/sent`: thank you.
    Sent,
    /// `/surveys/ID/paper`: the form to print, which is no screen of the app; see
    /// [`crate::survey::paper`].
    Paper,
}

impl Route {
    /// The screen at `path`. A slash at the end does not matter; query and
    /// fragment are not part of a path.
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix('/').unwrap_or(path);
        let mut parts = path.split('/').skip(1);
        let found = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Self::Home),
            (Some("activities"), None, ..) => Some(Self::Activities),
            (Some("activities"), Some(id), None, _) => ServiceId::new(id).ok().map(Self::Activity),
            (Some("places"), Some(id), None, _) => LocalityId::new(id).ok().map(Self::Area),
            (Some("help"), None, ..) => Some(Self::Help),
            (Some("offer"), None, ..) => Some(Self::Offer),
            (Some("offer"), Some(need), None, _) => number(need).map(Self::Need),
            (Some("surveys"), None, ..) => Some(Self::Surveys),
            (Some("surveys"), Some(id), step, None) => Self::survey(id, step),
            (Some("privacy"), None, ..) => Some(Self::Privacy),
            (Some("access"), None, ..) => Some(Self::Access),
            _ => None,
        };
        found.unwrap_or(Self::NotFound)
    }

    fn survey(id: &str, step: Option<&str>) -> Option<Self> {
        let step = match step {
            None => Step::Start,
            Some("check") => Step::Check,
            Some("sent") => Step::Sent,
            Some("paper") => Step::Paper,
            Some(page) => Step::Page(number(page)?),
        };
        Some(Self::Survey(SurveyId::new(id).ok()?, step))
    }

    /// Whether somebody may be in danger if another person sees that it was looked at.
    /// Such a screen has a way to leave at once, no title of its own, and leaves no step
    /// in the history of its tab.
    pub fn is_sensitive(&self) -> bool {
        matches!(self, Self::Help | Self::Offer | Self::Need(_))
    }

    /// The address of this screen.
    pub fn href(&self) -> String {
        self.to_string()
    }
}

/// A number from 1, written in one way only: "+3" and "03" are no addresses.
fn number(text: &str) -> Option<u16> {
    let number = text.parse::<u16>().ok().filter(|number| *number > 0);
    number.filter(|number| number.to_string() == text)
}

/// The group code of an address's fragment, such as `#group=MEAD7`: how a school's link
/// says who answers together. In a query it would come to the server before anything is
/// sent, and into a proxy's log.
pub fn group(fragment: &str) -> Option<GroupCode> {
    let fields = fragment.trim_start_matches('#').split('&');
    let mut codes = fields.filter_map(|field| field.strip_prefix("group="));
    codes.find_map(GroupCode::parse)
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::Activities => f.write_str("/activities"),
            Self::Activity(id) => write!(f, "/activities/{id}"),
            Self::Area(id) => write!(f, "/places/{id}"),
            Self::Help => f.write_str("/help"),
            Self::Offer => f.write_str("/offer"),
            Self::Need(need) => write!(f, "/offer/{need}"),
            Self::Surveys => f.write_str("/surveys"),
            Self::Survey(id, Step::Start) => write!(f, "/surveys/{id}"),
            Self::Survey(id, Step::Page(page)) => write!(f, "/surveys/{id}/{page}"),
            Self::Survey(id, Step::Check) => write!(f, "/surveys/{id}/check"),
            Self::Survey(id, Step::Sent) => write!(f, "/surveys/{id}/sent"),
            Self::Survey(id, Step::Paper) => write!(f, "/surveys/{id}/paper"),
            Self::Privacy => f.write_str("/privacy"),
            Self::Access => f.write_str("/access"),
            Self::NotFound => f.write_str("/not-found"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_group_comes_in_the_fragment() {
        for (fragment, code) in [
            ("#group=MEAD7", Some("MEAD7")),
            ("#x=1&group=MEAD7&y", Some("MEAD7")),
            ("#group=mead7", None),
            ("#group=", None),
            ("#mygroup=MEAD7", None),
            ("#main", None),
            ("", None),
        ] {
            let found = group(fragment);
            assert_eq!(found.as_ref().map(GroupCode::as_str), code, "{fragment}");
        }
    }

    #[test]
    fn addresses_and_screens_agree() {
        let id = || SurveyId::new("tellus").unwrap();
        for (path, route) in [
            ("/", Route::Home),
            ("/activities", Route::Activities),
            (
                "/activities/six-a-side",
                Route::Activity(ServiceId::new("six-a-side").unwrap()),
            ),
            (
                "/places/leigh",
                Route::Area(LocalityId::new("leigh").unwrap()),
            ),
            ("/help", Route::Help),
            ("/offer", Route::Offer),
            ("/offer/7", Route::Need(7)),
            ("/surveys", Route::Surveys),
            ("/surveys/tellus", Route::Survey(id(), Step::Start)),
            ("/surveys/tellus/3", Route::Survey(id(), Step::Page(3))),
            ("/surveys/tellus/check", Route::Survey(id(), Step::Check)),
            ("/surveys/tellus/sent", Route::Survey(id(), Step::Sent)),
            ("/surveys/tellus/paper", Route::Survey(id(), Step::Paper)),
            ("/privacy", Route::Privacy),
            ("/access", Route::Access),
        ] {
            assert_eq!(Route::parse(path), route);
            assert_eq!(route.href(), path);
            let slashed = format!("{}/", path.trim_end_matches('/'));
            assert_eq!(Route::parse(&slashed), route, "a slash at the end");
        }
    }

    #[test]
    fn other_addresses_are_not_found() {
        for path in [
            "/nope",
            "/offer/low",
            "/offer/0",
            "/offer/07",
            "/offer/70000",
            "/offer/7/1",
            "/places",
            "/places/leigh/1",
            "/activities/a/b",
            "/activities/%20",
            "/surveys/a/b",
            "/surveys/a/0",
            "/surveys/a/03",
            "/surveys/a/+3",
            "/surveys/a/1/2",
            "/surveys/../x",
            "/privacy/x",
            "//",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn help_and_needs_are_sensitive() {
        for route in [Route::Help, Route::Offer, Route::Need(7)] {
            assert!(route.is_sensitive(), "{route}");
        }
        for route in [
            Route::Home,
            Route::Activities,
            Route::Surveys,
            Route::Privacy,
        ] {
            assert!(!route.is_sensitive(), "{route}");
        }
    }

    proptest! {
        #[test]
        fn no_path_panics_and_every_screen_comes_back(path in "(/[a-z0-9./%-]{0,8}){0,5}") {
            let route = Route::parse(&path);
            if route != Route::NotFound {
                prop_assert_eq!(Route::parse(&route.href()), route);
            }
        }
    }
}
