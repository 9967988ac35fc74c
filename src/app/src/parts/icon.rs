//! Small pictures, drawn once in `index.html` and used by name. They only ever
//! stand beside words, so a screen reader passes them over.

use crate::view::{View, view};

/// The pictures there are.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    /// Things to do.
    Star,
    /// Have your say.
    Tick,
    /// Someone to talk to.
    Talk,
    /// Back.
    Back,
    /// Something went wrong.
    Alert,
    /// A private thing.
    Lock,
    /// Languages.
    Globe,
    /// Not sent, not there.
    WifiOff,
    /// A number to ring.
    Phone,
    /// A number to text.
    Message,
    /// Who it is for.
    People,
    /// When.
    Clock,
    /// Where.
    Pin,
    /// Read aloud.
    Speaker,
    /// Easy words, with pictures.
    Easy,
    /// Keep on this device.
    Save,
    /// Pass on.
    Share,
}

impl Icon {
    /// All of them, for the style guide.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) const ALL: [Self; 17] = [
        Self::Star,
        Self::Tick,
        Self::Talk,
        Self::Back,
        Self::Alert,
        Self::Lock,
        Self::Globe,
        Self::WifiOff,
        Self::Phone,
        Self::Message,
        Self::People,
        Self::Clock,
        Self::Pin,
        Self::Speaker,
        Self::Easy,
        Self::Save,
        Self::Share,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Star => "#icon-star",
            Self::Tick => "#icon-tick",
            Self::Talk => "#icon-talk",
            Self::Back => "#icon-back",
            Self::Alert => "#icon-alert",
            Self::Lock => "#icon-lock",
            Self::Globe => "#icon-globe",
            Self::WifiOff => "#icon-wifi-off",
            Self::Phone => "#icon-phone",
            Self::Message => "#icon-message",
            Self::People => "#icon-people",
            Self::Clock => "#icon-clock",
            Self::Pin => "#icon-pin",
            Self::Speaker => "#icon-speaker",
            Self::Easy => "#icon-easy",
            Self::Save => "#icon-save",
            Self::Share => "#icon-share",
        }
    }
}

/// A picture beside words.
pub(crate) fn picture(icon: Icon) -> View {
    view! { <svg class="icon" aria-hidden="true" focusable="false"><use href=icon.name()></use></svg> }
}
