//! Everything the server answers, in process through the router that `hark serve`
//! has, and where it matters over a real socket or with the real program.
//!
//! | module | what it holds |
//! |---|---|
//! | `statuses` | every status of `POST /api/v1/responses` |
//! | `reports` | every status of `POST /api/v1/reports`, and what is kept |
//! | `repeats` | the same response again, whatever happened to its survey |
//! | `bodies` | bodies too long, too slow and cut off, over a socket |
//! | `document` | the OpenAPI document against the router and the domain |
//! | `headers` | the headers that every answer has, and those that none has |
//! | `site` | pages, files, caching, compression |
//! | `papers` | forms to print: what they may load, languages, addresses, hostile words |
//! | `helplines` | that the page has the helplines of the borough that serves it |
//! | `content` | the borough's content from memory |
//! | `media` | its pictures, recordings and films |
//! | `open_data` | calendars, Open Referral UK and the table, of any pack |
//! | `theme` | its colours, and that a page built with others names them |
//! | `privacy` | that nothing of a request but its answers is kept or logged |
//! | `endings` | `kill -9`, an ordinary stop, a second server on the same data |

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

#[cfg(test)]
mod bodies;
#[cfg(test)]
mod content;
#[cfg(test)]
mod document;
#[cfg(test)]
mod doubles;
#[cfg(test)]
mod endings;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod helplines;
#[cfg(test)]
mod media;
#[cfg(test)]
mod open_data;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod repeats;
#[cfg(test)]
mod reports;
mod seasons;
#[cfg(test)]
mod site;
#[cfg(test)]
mod statuses;
#[cfg(test)]
mod theme;
