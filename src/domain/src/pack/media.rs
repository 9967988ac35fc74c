//! Pictures, recordings and sign language in a pack: the files below `media/`.
//!
//! Which kinds there may be, how large, and what a drawing may hold, is decided here; a
//! shell reads the folder, and hands over names and sizes, and the text of drawings.

pub(super) mod svg;

use std::collections::BTreeMap;

use super::Files;
use crate::json;
use crate::problem::Problem;
use crate::survey::{Easy, Media, Survey};
use crate::text::Text;

/// The folder of a pack that all of them lie in; also their place below `/content/`.
pub const FOLDER: &str = "media/";

/// The files below `media/`: paths from there, and what is known of each.
pub type MediaFiles = BTreeMap<String, MediaFile>;

/// One file below `media/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaFile {
    /// Its size in bytes.
    pub bytes: u64,
    /// What it holds, where it is text ([`MediaType::is_text`]) and no larger than its
    /// kind may be.
    pub text: Option<String>,
}

/// What a file of `media/` can be, by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// A drawing, `.svg`.
    Svg,
    /// A picture, `.png`.
    Png,
    /// A photograph, `.jpg` or `.jpeg`.
    Jpeg,
    /// Either, `.webp`.
    Webp,
    /// A recording, `.mp3`.
    Mp3,
    /// A recording, `.m4a`.
    M4a,
    /// A recording, `.ogg` or `.opus`.
    Ogg,
    /// A film, `.mp4`.
    Mp4,
    /// A film, `.webm`.
    Webm,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To be looked at.
    Picture,
    /// To be heard.
    Recording,
    /// To be watched.
    Film,
}

impl MediaType {
    /// The type of the file called `path`; nothing where it is none of them. Endings are
    /// written in small letters, so that an address is the same on every disk.
    pub fn of(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Some(match ending {
            "svg" => Self::Svg,
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            "webp" => Self::Webp,
            "mp3" => Self::Mp3,
            "m4a" => Self::M4a,
            "ogg" | "opus" => Self::Ogg,
            "mp4" => Self::Mp4,
            "webm" => Self::Webm,
            _ => return None,
        })
    }

    /// Its media type, for the header `Content-Type` (IANA's registry).
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
        }
    }

    /// What it is for.
    pub fn used_as(self) -> Use {
        match self {
            Self::Svg | Self::Png | Self::Jpeg | Self::Webp => Use::Picture,
            Self::Mp3 | Self::M4a | Self::Ogg => Use::Recording,
            Self::Mp4 | Self::Webm => Use::Film,
        }
    }

    /// Whether it is text, which a line carries compressed; all others are compressed as
    /// they are.
    pub fn is_text(self) -> bool {
        self == Self::Svg
    }

    /// The most bytes it may have.
    pub fn most(self) -> u64 {
        self.used_as().most()
    }
}

impl Use {
    /// The most bytes of such a file: what a phone with little data can be asked for, of
    /// pictures with every question, of recordings one question at a time, of a film only
    /// where somebody asks for it.
    pub fn most(self) -> u64 {
        match self {
            Self::Picture => 300_000,
            Self::Recording => 2_000_000,
            Self::Film => 25_000_000,
        }
    }

    fn said(self) -> &'static str {
        match self {
            Self::Picture => "a picture: svg, png, jpg or webp",
            Self::Recording => "a recording: mp3, m4a, ogg or opus",
            Self::Film => "a film: mp4 or webm",
        }
    }
}

/// Whether a path stays below its folder, in every file system and address.
pub fn is_safe(path: &str) -> bool {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(safe);
    path.len() <= 200 && path.split('/').all(part)
}

/// Everything wrong with the files below `media/`, and every one that a survey names and
/// that is not there. Surveys that can't be read say so elsewhere.
pub fn check(files: &Files, media: &MediaFiles) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, file) in media {
        if let Some(text) = wrong(path, file) {
            problems.push(Problem::at("", text).in_file(&format!("{FOLDER}{path}")));
        }
    }
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.starts_with("surveys/"))
    {
        if let Ok(survey) = json::read::<Survey>(text) {
            let named = named(&survey, media).into_iter();
            problems.extend(named.map(|problem| problem.in_file(path)));
        }
    }
    problems
}

fn wrong(path: &str, file: &MediaFile) -> Option<String> {
    let Some(kind) = MediaType::of(path) else {
        return Some(
            "Hark shows no such file: it takes svg, png, jpg, webp, mp3, m4a, ogg, opus, mp4 and webm, \
             with the ending in small letters."
                .to_owned(),
        );
    };
    if !is_safe(path) {
        return Some(
            "A file's name here has only letters from a to z, digits, \"-\", \"_\" and \".\"."
                .to_owned(),
        );
    }
    if file.bytes > kind.most() {
        return Some(format!(
            "This file is too large: {} KB is the most for {}.",
            kind.most() / 1_000,
            kind.used_as().said()
        ));
    }
    if !kind.is_text() {
        return None;
    }
    let text = file.text.as_deref();
    text.map_or_else(|| Some("This is not UTF-8 text.".to_owned()), svg::wrong)
}

/// The files a survey names that are not there, or are of another kind.
fn named(survey: &Survey, media: &MediaFiles) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut look = |at: &str, easy: &Easy, files: &Media| {
        for (name, text, used) in [
            ("easy/picture", &easy.picture, Use::Picture),
            ("media/image", &files.image, Use::Picture),
            ("media/audio", &files.audio, Use::Recording),
            ("media/video", &files.video, Use::Film),
        ] {
            for path in text.iter().flat_map(Text::all).filter(|path| is_safe(path)) {
                if let Some(text) = unfit(path, used, media) {
                    problems.push(Problem::at(format!("{at}/{name}"), text));
                }
            }
        }
    };
    for (page_index, page) in survey.pages.iter().enumerate() {
        for (index, question) in page.questions.iter().enumerate() {
            let at = format!("/pages/{page_index}/questions/{index}");
            look(&at, &question.easy, &question.media);
            for (index, choice) in question.kind.choices().iter().enumerate() {
                look(
                    &format!("{at}/choices/{index}"),
                    &choice.easy,
                    &choice.media,
                );
            }
            for (index, row) in question.kind.rows().iter().enumerate() {
                look(&format!("{at}/rows/{index}"), &row.easy, &row.media);
            }
        }
    }
    problems
}

fn unfit(path: &str, used: Use, media: &MediaFiles) -> Option<String> {
    if MediaType::of(path).is_none_or(|kind| kind.used_as() != used) {
        return Some(format!("\"{path}\" has to be {}.", used.said()));
    }
    (!media.contains_key(path)).then(|| format!("There is no file {FOLDER}{path} in this pack."))
}

#[cfg(test)]
mod tests;
