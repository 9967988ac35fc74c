//! The page's own colours, and those of a pack that names none.
//!
//! They stand in `style/tokens.css` too, where the page gets them from; a test
//! compares the two.

use super::Colour;

/// What the reader's device asks for (`prefers-color-scheme`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on a light page.
    Light,
    /// Light words on a dark page.
    Dark,
}

/// The colours of one scheme that do not come from a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page's background: `--paper`.
    pub paper: Colour,
    /// The background of cards: `--card`.
    pub card: Colour,
    /// Words: `--ink`.
    pub ink: Colour,
    /// [`super::Named::accent`] where the pack names none: `--accent`.
    pub accent: Colour,
    /// The soft form of that accent, mixed by eye: `--accent-soft`.
    pub accent_soft: Colour,
    /// [`super::Named::highlight`] where the pack names none: `--sun`.
    pub highlight: Colour,
    /// The decoration of that highlight, mixed by eye: `--art`.
    pub art: Colour,
}

/// The dark words on an accent or a highlight, in either scheme: the ink of the
/// light page.
pub(super) const DARK_WORDS: Colour = LIGHT.ink;

const LIGHT: Page = Page {
    paper: Colour::rgb(0xfd, 0xf5, 0xe8),
    card: Colour::rgb(0xff, 0xff, 0xff),
    ink: Colour::rgb(0x20, 0x15, 0x3a),
    accent: Colour::rgb(0x4a, 0x1f, 0x8a),
    accent_soft: Colour::rgb(0xec, 0xe2, 0xfb),
    highlight: Colour::rgb(0xff, 0xc5, 0x33),
    art: Colour::rgb(0xff, 0x7f, 0x6b),
};

const DARK: Page = Page {
    paper: Colour::rgb(0x15, 0x0f, 0x20),
    card: Colour::rgb(0x22, 0x19, 0x33),
    ink: Colour::rgb(0xf7, 0xf1, 0xff),
    accent: Colour::rgb(0xd6, 0xc1, 0xff),
    accent_soft: Colour::rgb(0x35, 0x27, 0x5a),
    highlight: Colour::rgb(0xff, 0xc5, 0x33),
    art: Colour::rgb(0xf0, 0x8a, 0x78),
};

impl Scheme {
    /// Both, the one first that holds where a device asks for neither.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in `site.json` and in CSS.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The page in this scheme.
    pub const fn page(self) -> &'static Page {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}
