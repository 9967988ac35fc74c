//! Choices put in order: by tapping them one after the other, moved with buttons or by
//! dragging. Every way does the same, so nobody has to drag (WCAG 2.2, 2.5.7).

use hark_domain::id::QuestionId;
use hark_domain::survey::{Answer, Choice, moved, ranked};
use hark_domain::words::Word;

use super::super::sitting::Sitting;
use super::choices::nothing_offered;
use super::told::Told;
use super::{Parts, bare};
use crate::device::drag::drags;
use crate::device::page::focus_id_later;
use crate::language::{say, say_with};
use crate::parts::button::{Sign, small};
use crate::parts::live::{live_text, live_view, tap};
use crate::parts::media;
use crate::view::{IntoView, View, view};

/// What a list of choices in order needs to know.
#[derive(Clone)]
struct Ranking {
    sitting: Sitting,
    question: QuestionId,
    choices: Vec<Choice>,
    most: Option<u16>,
    /// What was last done, for whoever doesn't see it.
    said: Told,
}

impl Parts<'_> {
    pub(super) fn ranking(&self, choices: &[Choice], most: Option<u16>) -> View {
        let ranking = Ranking {
            sitting: self.sitting,
            question: self.question.id.clone(),
            choices: choices.to_vec(),
            most,
            said: Told::new(String::new()),
        };
        let said = ranking.said;
        let (order, left) = (ranking.clone(), ranking.clone());
        let dragged = ranking;
        let nothing = nothing_offered(self.sitting, self.question.id.clone());
        let own = self.question.help.is_none();
        let own = own.then(|| say(Word::RankHelp));
        let lists = view! {
            <div class="ranking" on:pointerdown=drags(move |from, to| dragged.drop_at(from, to))>
                {live_view(move || order.order())}
            </div>
            {live_view(move || left.left())}
            {nothing}
            <p class="visually-hidden" role="status">{live_text(move || said.get())}</p>
        };
        self.group(own, None, lists.into_view())
    }
}

impl Ranking {
    /// The choices in order, as far as they are offered.
    fn chosen(&self) -> Vec<String> {
        let journey = self.sitting.journey();
        let offered = journey.offers(&self.question);
        let mut chosen = self.sitting.chosen(&self.question);
        chosen.retain(|id| offered.iter().any(|offered| offered.as_str() == id));
        chosen
    }

    fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id.as_str() == id)
    }

    /// Those in order, with what moves them.
    fn order(&self) -> View {
        let chosen = self.chosen();
        if chosen.is_empty() {
            return View::Nothing;
        }
        let last = chosen.len() - 1;
        let items: Vec<View> = chosen
            .iter()
            .enumerate()
            .filter_map(|(place, id)| Some(self.item(self.choice(id)?, place, last)))
            .collect();
        view! { <ol aria-label=say(Word::RankOrder)>{items}</ol> }
    }

    fn item(&self, choice: &Choice, place: usize, last: usize) -> View {
        let name = bare(self.sitting, choice);
        let moves = |word: Word, shows: &'static str, to: Option<usize>| {
            let (ranking, id) = (self.clone(), choice.id.to_string());
            let act = tap(move |_| {
                if let Some(to) = to {
                    ranking.move_to(&id, to);
                    // At an end the button does nothing any more: then the whole item.
                    let end = to == 0 || to == last;
                    let word = (!end).then_some(word);
                    focus_id_later(ranking.focusable(word, &id));
                }
            });
            let sign = Sign {
                id: self.focusable(Some(word), choice.id.as_str()),
                label: say_with(word, &[("choice", &name)]),
                shows,
                off: to.is_none(),
            };
            small(sign, act)
        };
        let up = moves(Word::RankUp, "↑", place.checked_sub(1));
        let down = moves(Word::RankDown, "↓", (place < last).then_some(place + 1));
        let (ranking, id) = (self.clone(), choice.id.to_string());
        let out = Sign {
            id: String::new(),
            label: say_with(Word::RankOut, &[("choice", &name)]),
            shows: "×",
            off: false,
        };
        let out = small(out, tap(move |_| ranking.take_out(&id)));
        view! {
            <li id=self.focusable(None, choice.id.as_str()) tabindex="-1">
                <span class="handle" aria-hidden="true"></span>
                <span class="ranked">
                    {media::pictures(&choice.easy, &choice.media, self.sitting.is_easy())}
                    {self.sitting.worded(&choice.label, &choice.easy)}
                </span>
                {up}{down}{out}
            </li>
        }
    }

    /// Those not in order yet, to be tapped.
    fn left(&self) -> View {
        let chosen = self.chosen();
        let journey = self.sitting.journey();
        let offered = journey.offers(&self.question);
        let full = self
            .most
            .is_some_and(|most| chosen.len() >= usize::from(most));
        let left: Vec<View> = self
            .choices
            .iter()
            .filter(|choice| offered.contains(&choice.id))
            .filter(|choice| !chosen.iter().any(|id| id == choice.id.as_str()))
            .map(|choice| self.left_one(choice, full && !choice.stands_alone()))
            .collect();
        if left.is_empty() {
            return View::Nothing;
        }
        let label = (!chosen.is_empty()).then(|| say(Word::RankLeft));
        view! { {label.map(|label| view! { <p class="help">{label}</p> })}<div class="choices">{left}</div> }
    }

    fn left_one(&self, choice: &Choice, off: bool) -> View {
        let (ranking, own) = (self.clone(), choice.clone());
        let add = tap(move |_| {
            let order = ranked(&ranking.choices, &ranking.chosen(), &own);
            ranking.keep(order, own.id.as_str());
            focus_id_later(ranking.focusable(None, own.id.as_str()));
        });
        let id = self.focusable(Some(Word::RankLeft), choice.id.as_str());
        view! {
            <button type="button" class="choice" id=id disabled=off on:click=add>
                <span class="plus" aria-hidden="true"></span>
                {media::pictures(&choice.easy, &choice.media, self.sitting.is_easy())}
                <span>{self.sitting.worded(&choice.label, &choice.easy)}</span>
            </button>
        }
    }

    /// The id of what moves a choice or puts it in order, or of its whole item.
    fn focusable(&self, word: Option<Word>, choice: &str) -> String {
        let part = match word {
            Some(Word::RankUp) => "up",
            Some(Word::RankLeft) => "left",
            Some(_) => "down",
            None => "ranked",
        };
        [part, "-", self.question.as_str(), "-", choice].concat()
    }

    fn move_to(&self, id: &str, to: usize) {
        self.keep(moved(&self.chosen(), id, to), id);
    }

    /// Dragged from one place to another.
    fn drop_at(&self, from: usize, to: usize) {
        if let Some(id) = self.chosen().get(from) {
            self.move_to(id, to);
        }
    }

    fn take_out(&self, id: &str) {
        let mut order = self.chosen();
        order.retain(|other| other != id);
        self.keep(order, id);
        focus_id_later(self.focusable(Some(Word::RankLeft), id));
    }

    /// Keeps an order, and says where `id` stands in it now.
    fn keep(&self, order: Vec<String>, id: &str) {
        let place = order.iter().position(|other| other == id);
        let name = self.choice(id).map(|choice| bare(self.sitting, choice));
        let (at, of) = (
            place.map(|place| (place + 1).to_string()),
            order.len().to_string(),
        );
        let values = (name.unwrap_or_default(), at);
        self.sitting.set(&self.question, Answer::Many(order));
        self.said.renew(match values {
            (name, Some(at)) => {
                say_with(Word::RankAt, &[("choice", &name), ("at", &at), ("of", &of)])
            }
            (name, None) => say_with(Word::RankedOut, &[("choice", &name)]),
        });
    }
}
