//! Pictures, recordings and films that go with words of the pack. Pictures stand beside
//! the words that say the same, so a screen reader passes them over.

use hark_domain::survey::{Easy, Media, Survey};
use hark_domain::text::Text;
use hark_domain::words::Word;

use crate::device::pictures::ask_for;
use crate::language::{language_of, say, text};
use crate::view::{IntoView, View, view};

/// The address of a file of the pack, in the reader's language where it has one.
pub(crate) fn address(path: &Text) -> String {
    ["/content/media/", &text(path)].concat()
}

/// The picture that always shows, and the one of the easy-read wording where that is on.
pub(crate) fn pictures(easy: &Easy, media: &Media, is_easy: bool) -> View {
    let image = media.image.as_ref().map(|path| ("image", path));
    let picture = easy.picture.as_ref().filter(|_| is_easy);
    let picture = picture.map(|path| ("picture", path));
    let both: Vec<View> = [picture, image]
        .into_iter()
        .flatten()
        .map(|(class, path)| {
            view! { <img class=class src=address(path) alt="" decoding="async"/> }
        })
        .collect();
    both.into_view()
}

/// Asks for all the pictures of a survey at once, in its order. Asked for page by page,
/// they would tell which pages somebody came to, and so what they answered, before it is
/// sent.
pub(crate) fn ask_for_all(survey: &Survey, is_easy: bool) {
    let mut all = Vec::new();
    let mut add = |easy: &Easy, media: &Media| {
        let picture = easy.picture.as_ref().filter(|_| is_easy);
        all.extend(picture.into_iter().chain(&media.image).map(address));
    };
    for (_, question) in survey.questions() {
        add(&question.easy, &question.media);
        for choice in question.kind.choices() {
            add(&choice.easy, &choice.media);
        }
        for row in question.kind.rows() {
            add(&row.easy, &row.media);
        }
    }
    ask_for(all);
}

/// The address of a recording of these words. One in another language than they are read
/// in says something else, and is none.
pub(crate) fn recording(media: &Media, words: &Text) -> Option<String> {
    let audio = media.audio.as_ref()?;
    (language_of(audio) == language_of(words)).then(|| address(audio))
}

/// The words in sign language, to be opened. There are no captions: the words stand right
/// below it.
pub(crate) fn film(media: &Media) -> View {
    let film = media.video.as_ref().map(|path| {
        view! {
            <details class="aside">
                <summary>{say(Word::InSignLanguage)}</summary>
                <video controls preload="none" playsinline src=address(path)></video>
            </details>
        }
    });
    film.into_view()
}
