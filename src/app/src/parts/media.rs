//! Pictures that go with words of the pack. They stand beside the words that say the
//! same, so a screen reader passes them over.

use hark_domain::survey::{Easy, Media};
use hark_domain::text::Text;
use leptos::prelude::*;

use crate::language::text;

/// The address of a file of the pack, in the reader's language where it has one.
pub(crate) fn address(path: &Text) -> String {
    ["/content/media/", &text(path)].concat()
}

/// The picture that always shows, and the one of the easy-read wording where that is on.
pub(crate) fn pictures(easy: &Easy, media: &Media, is_easy: bool) -> AnyView {
    let image = media.image.as_ref().map(|path| ("image", path));
    let picture = easy.picture.as_ref().filter(|_| is_easy);
    let picture = picture.map(|path| ("picture", path));
    let both: Vec<AnyView> = [picture, image]
        .into_iter()
        .flatten()
        .map(|(class, path)| {
            view! { <img class=class src=address(path) alt="" decoding="async"/> }.into_any()
        })
        .collect();
    both.into_any()
}
