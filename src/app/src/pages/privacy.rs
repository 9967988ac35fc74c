//! `/privacy`: what is sent, what is stored, what is not.

use leptos::prelude::*;

use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;

/// The promise, in plain words.
pub(crate) fn privacy() -> impl IntoView {
    arrive(|| "What we know about you".to_owned());
    view! {
        <h1 tabindex="-1">"What we know about you"</h1>
        <p class="lead">{picture(Icon::Lock)}"Nothing. We built it so that we can't."</p>
        <h2>"When you look around"</h2>
        <p>"You need no account and no name. We use no cookies. No other company sees your visit."</p>
        <h2>"When you answer a survey"</h2>
        <p>"Before you send, we show you all of it. This, and only this, is sent and kept:"</p>
        <ul>
            <li>"the answers you gave, to the questions you saw"</li>
            <li>"which survey it was, and which version of it"</li>
            <li>"a mark, if it was only a try-out"</li>
            <li>"the code of your school or group, if you came with one"</li>
            <li>"the week it came in, not the day or the time"</li>
            <li>"a random number, so that it is counted once. Your phone forgets it after sending."</li>
        </ul>
        <p>"What you write in your own words is kept apart from your other answers. Nobody can put them back together. Please write no names."</p>
        <h2>"What we never keep"</h2>
        <ul>
            <li>"your name, your address or your birthday"</li>
            <li>"where you are, or which phone you use"</li>
            <li>"your internet address"</li>
            <li>"the time you answered"</li>
        </ul>
        <h2>"On your phone"</h2>
        <p>"While you answer, this tab remembers your answers, so that nothing gets lost. You can stop and delete them on every page. Do that if the phone is not yours."</p>
        <p>"If sending fails, your phone keeps your finished answers until you send or delete them."</p>
        <h2>"Once it is sent"</h2>
        <p>"We can't find your answers again, so we can't change or delete them for you. Results will never show a group that is too small."</p>
    }
}
