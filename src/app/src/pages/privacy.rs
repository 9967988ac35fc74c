//! `/privacy`: what is sent, what is stored, what is not.

use hark_domain::words::Word;

use crate::language::say;
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::parts::statement::{heading, list, paragraph};
use crate::view::{View, view};

/// The promise, in plain words.
pub(crate) fn privacy() -> View {
    arrive(|| say(Word::Privacy));
    view! {
        <h1 tabindex="-1">{say(Word::Privacy)}</h1>
        <p class="lead">{picture(Icon::Lock)}{say(Word::PrivacyNothing)}</p>
        {heading(Word::PrivacyLook)}
        {paragraph(Word::PrivacyLookText)}
        {heading(Word::PrivacyAnswer)}
        {paragraph(Word::PrivacyAnswerText)}
        {list(&[
            Word::PrivacyAnswers,
            Word::PrivacySurvey,
            Word::PrivacyMark,
            Word::PrivacyCode,
            Word::PrivacyWeek,
            Word::PrivacyNumber,
        ])}
        {paragraph(Word::PrivacyOwnWords)}
        {paragraph(Word::PrivacyReport)}
        {heading(Word::PrivacyNever)}
        {list(&[
            Word::PrivacyNeverName,
            Word::PrivacyNeverPlace,
            Word::PrivacyNeverAddress,
            Word::PrivacyNeverTime,
        ])}
        {heading(Word::PrivacyPhone)}
        {paragraph(Word::PrivacyPhoneText)}
        {paragraph(Word::PrivacyPhoneKept)}
        {paragraph(Word::PrivacyPhoneUnsent)}
        {paragraph(Word::PrivacyPhoneLanguage)}
        {paragraph(Word::PrivacyPhoneSaved)}
        {heading(Word::PrivacySent)}
        {paragraph(Word::PrivacySentText)}
    }
}
