//! Drawings, larger than icons, each drawn once in `index.html` and used by name. They
//! stand for a mood, never for a fact, so a screen reader passes them over.

use crate::view::{View, view};

/// The drawings there are.
#[derive(Clone, Copy)]
pub(crate) enum Art {
    /// The first screen.
    Home,
    /// Someone to talk to.
    Talk,
    /// A list with nothing in it.
    Empty,
    /// Something did not come.
    Offline,
    /// No such page.
    Lost,
    /// Answers have arrived.
    Sent,
}

impl Art {
    /// All of them, for the style guide.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) const ALL: [Self; 6] = [
        Self::Home,
        Self::Talk,
        Self::Empty,
        Self::Offline,
        Self::Lost,
        Self::Sent,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Home => "#art-home",
            Self::Talk => "#art-talk",
            Self::Empty => "#art-empty",
            Self::Offline => "#art-offline",
            Self::Lost => "#art-lost",
            Self::Sent => "#art-sent",
        }
    }
}

/// A drawing.
pub(crate) fn drawing(art: Art) -> View {
    view! { <svg class="art" aria-hidden="true" focusable="false"><use href=art.name()></use></svg> }
}
