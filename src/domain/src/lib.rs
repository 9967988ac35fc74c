//! Everything Hark decides, and nothing it touches.
//!
//! This crate is pure: no clock, no network, no database, no browser. The front
//! end (`hark-app`) and the endpoint (`hark`) both call it, so a survey is
//! routed and validated by the same code on the phone and on the server.
//!
//! | module | what it is for |
//! |---|---|
//! | [`survey`] | definitions, conditions, the journey of one person, checking, simulation |
//! | [`indicator`] | what is counted of a survey, by rules that are data |
//! | [`disclosure`] | what of a figure may be seen without pointing at anybody |
//! | [`activity`] | things to do: organisations, services, sessions |
//! | [`offer`] | what somebody may need, and the way to help |
//! | [`site`] | the borough's own facts: name, localities, helplines |
//! | [`said_did`] | what came of a survey |
//! | [`pack`] | a folder of content read, checked and made ready for the browser |
//! | [`wire`] | what travels to the endpoint and what comes back |
//! | [`aloud`] | which voice reads, and in which pieces |
//! | [`route`] | every address of the site |
//! | [`calendar`], [`clock`] | local dates, times and ISO weeks, moments, a zone's clock |
//! | [`number`] | exact decimal numbers |
//! | [`json`] | reading files field by field, with everything wrong told at once |
//! | [`words`] | what the site itself says, in each language |
//! | [`import`] | what every import says about what it can't take as it is |
//! | [`text`], [`id`], [`problem`] | words by language, typed names, what is wrong and where |

pub mod activity;
pub mod aloud;
pub mod calendar;
pub mod clock;
mod digits;
pub mod disclosure;
pub mod id;
pub mod import;
pub mod indicator;
pub mod json;
mod letters;
pub mod number;
pub mod offer;
pub mod pack;
pub mod problem;
pub mod route;
pub mod said_did;
pub mod site;
pub mod survey;
pub mod text;
pub mod wire;
pub mod words;
