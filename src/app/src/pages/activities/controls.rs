//! What can be asked for: a time, a part of the borough, an age, words, and behind "More
//! choices" whatever else the directory has groups for.
//!
//! All of it is one form of a browser's own controls, so that they work as people know
//! them; what somebody does with any of them comes to one place, see [`super::change`].

use std::cell::RefCell;

use hark_domain::activity::find::{AGE, AREA, COST, LDD, TEXT, WHEN};
use hark_domain::activity::listed::Group;
use hark_domain::activity::{Query, When};
use hark_domain::words::Word;
use leptos::prelude::*;
use web_sys::Element;

use super::Follow;
use super::change::{each, is_chosen, show, used, wanted};
use super::looking::{Looking, ask, here, move_to, with};
use super::named::{nothing_of, time};
use super::results::leads;
use crate::device::whereabouts;
use crate::language::{say, text};
use crate::parts::button::{quiet, switch};
use crate::parts::icon::Icon;
use crate::parts::live::{live, live_maybe, on_event, tap};
use crate::view::{IntoView, View, view};

/// A number on the screen: how many an option would leave.
struct Counted {
    /// Which of what the finder counted.
    group: usize,
    /// Which of its options; nothing is none of them.
    option: Option<usize>,
    /// As it was shown last.
    told: Told,
    /// Whether its option could not be chosen then.
    off: bool,
    /// Where it stands, once that was looked up.
    element: Option<Element>,
}

/// A number as it stands there.
#[derive(Clone)]
struct Told {
    /// The words that it stands with, where it has no place of its own.
    name: String,
    /// The number, where it is known.
    count: Option<usize>,
    /// Whether the option can't be chosen where it leaves nothing.
    only_some: bool,
}

thread_local! {
    /// The numbers, in the order in which they stand in the form.
    static COUNTED: RefCell<Vec<Counted>> = const { RefCell::new(Vec::new()) };
}

/// The form.
pub(super) fn controls(all: Follow) -> View {
    COUNTED.take();
    with(|looking| Some(form(looking, all))).into_view()
}

fn form(looking: &Looking, all: Follow) -> View {
    let query = &looking.query;
    // Where it is and what it costs stand in front. In the order in which they stand in the form,
    // because its numbers are told apart by that.
    let times = times(looking);
    let (mut lists, mut more) = (Vec::new(), Vec::new());
    let mut open = query.ldd;
    if let Some(own) = looking.group(AREA) {
        lists.push(group(looking, own));
    }
    lists.push(age(looking));
    let cost = looking.group(COST).map(|own| group(looking, own));
    for own in &looking.directory.groups {
        if own.key != AREA && own.key != COST {
            more.push(group(looking, own));
            open |= query.of(&own.key).next().is_some();
        }
    }
    more.push(chip(Chip {
        class: "chip",
        kind: "checkbox",
        name: LDD,
        value: "",
        label: say(Word::Ldd),
        chosen: query.ldd,
        count: None,
    }));
    let clear = quiet(
        say(Word::ClearAll).into_view(),
        leads(all, |query| *query = Query::default()),
    );
    let is_empty: Box<dyn Fn() -> bool + Send> = live(move || {
        all.turn.get();
        with(|looking| looking.query.is_empty() && !looking.query.ldd)
    });
    let text = query.text.clone();
    let begin = tap(move |_| ask(all.words));
    let input = on_event(move |event| used(&event, all));
    let changed = on_event(move |event| used(&event, all));
    view! {
        <form
            class="find" id="find" role="search" aria-label=say(Word::FindThings)
            method="dialog" autocomplete="off" on:input=input on:change=changed
        >
            {times}
            <div class="find-row">{lists}</div>
            <div class="chips">{near(all)}{cost}</div>
            <p class="find-text" on:click=begin>
                <label for="find-text">{say(Word::SearchThings)}</label>
                <input id="find-text" type="search" name=TEXT value=text enterkeyhint="search"/>
            </p>
            <details class="aside find-more" id="find-more" open=open>
                <summary>{say(Word::MoreFilters)}</summary>
                {more}
            </details>
            <div hidden=is_empty>{clear}</div>
        </form>
    }
}

/// When.
fn times(looking: &Looking) -> View {
    let mut chips = Vec::new();
    let mut add = |place: Option<usize>, class: &'static str, kind: &'static str, value: &str| {
        let is_date = kind == "date";
        chips.push(chip(Chip {
            class,
            kind,
            name: WHEN,
            value,
            label: if is_date {
                say(Word::OnDate)
            } else {
                time(value)
            },
            chosen: !is_date && is_chosen(&looking.query, WHEN, value),
            count: Some(count(looking, 0, place, "", false)),
        }));
    };
    add(None, "chip", "radio", "");
    for (place, (_, key)) in When::NAMED.iter().enumerate() {
        add(Some(place), "chip", "radio", key);
    }
    let date = wanted(&looking.query, WHEN, "date");
    add(Some(When::NAMED.len()), "chip chip-date", "date", date);
    several("visually-hidden", "find-times", say(Word::When), chips)
}

/// Chips that belong together.
fn several(legend: &'static str, class: &'static str, title: String, chips: Vec<View>) -> View {
    view! { <fieldset><legend class=legend>{title}</legend><div class=class>{chips}</div></fieldset> }
}

/// One group of the directory: a list to choose one from, a tick where there is but one,
/// or several ticks.
fn group(looking: &Looking, group: &Group) -> View {
    let mut all = looking.found.counts.iter();
    let number = all.position(|(key, _)| *key == group.key).unwrap_or(0);
    let is_alone = group.options.len() == 1;
    if !group.many && !is_alone {
        return list(looking, number, &group.title, &|at| {
            group
                .options
                .get(at)
                .map(|option| text(&option.name))
                .unwrap_or_default()
        });
    }
    let mut chips = Vec::new();
    for (at, option) in group.options.iter().enumerate() {
        chips.push(chip(Chip {
            class: "chip",
            kind: "checkbox",
            name: &group.key,
            value: &option.key,
            label: text(&option.name),
            chosen: is_chosen(&looking.query, &group.key, &option.key),
            count: Some(count(looking, number, Some(at), "", group.many)),
        }));
    }
    if group.many {
        several("", "chips", group.title.clone(), chips)
    } else {
        chips.into_view()
    }
}

fn age(looking: &Looking) -> View {
    let name = |at: usize| looking.found.counts[1].1[at].0.clone();
    list(looking, 1, &say(Word::Age), &name)
}

/// A list of the options of what the finder counted as `number`, and none of them.
fn list(looking: &Looking, number: usize, title: &str, name: &dyn Fn(usize) -> String) -> View {
    let Some((key, options)) = looking.found.counts.get(number) else {
        return View::Nothing;
    };
    let only_some = key != AREA && key != AGE;
    let id = ["find-", key].concat();
    let mut all = Vec::new();
    let mut add = |at: Option<usize>, value: &str, name: &str| {
        let selected = is_chosen(&looking.query, key, value);
        let told = count(looking, number, at, name, only_some);
        let off = told.is_off() && !selected;
        let view = view! {
            <option value=value.to_owned() selected=selected disabled=off data-n>{told.said()}</option>
        };
        all.push(view);
    };
    add(None, "", &say(nothing_of(key)));
    for (at, (value, _)) in options.iter().enumerate() {
        add(Some(at), value, &name(at));
    }
    view! {
        <p class="find-list">
            <label for=id.clone()>{title.to_owned()}</label>
            <select id=id name=key.to_owned()>{all}</select>
        </p>
    }
}

/// Something to choose by.
struct Chip<'a> {
    class: &'static str,
    /// `radio`, `checkbox` or `date`.
    kind: &'static str,
    name: &'a str,
    value: &'a str,
    label: String,
    chosen: bool,
    count: Option<Told>,
}

fn chip(chip: Chip) -> View {
    let off = chip.count.as_ref().is_some_and(Told::is_off) && !chip.chosen;
    let count = chip.count.map(|told| {
        let class = told.class();
        let said = told.count.map(|_| told.said().into_view());
        view! { <span class=class data-n>{said}</span> }
    });
    view! {
        <label class=chip.class>
            <input
                type=chip.kind name=chip.name.to_owned() value=chip.value.to_owned()
                checked=chip.chosen disabled=off
            />
            <span>{chip.label}</span>
            {count}
        </label>
    }
}

/// "Near me first": on this device, and only when somebody taps it.
fn near(all: Follow) -> View {
    let (on, failed) = (RwSignal::new(here().is_some()), RwSignal::new(false));
    let set = move |wanted: bool| {
        failed.set(false);
        if !wanted {
            move_to(None);
            show(all);
            return;
        }
        whereabouts::ask(move |place| {
            let spot = place
                .and_then(|(lat, lon)| with(|looking| looking.directory.ground.spot(lat, lon)));
            // Somebody may have gone on, or changed their mind.
            if on.try_get_untracked() != Some(true) {
                return;
            }
            on.set(spot.is_some());
            failed.set(spot.is_none());
            move_to(spot);
            show(all);
        });
    };
    let label = say(Word::NearMe).into_view();
    let told = live_maybe(move || match (failed.get(), on.get()) {
        (true, _) => Some(say(Word::NearFailed).into_view()),
        (_, true) => Some(say(Word::NearWhy).into_view()),
        _ => None,
    });
    view! {
        {switch(Icon::Pin, label, on, Box::new(|| false), set)}
        <p class="find-near quiet" aria-live="polite">{told}</p>
    }
}

/// Notes a number of the form.
fn count(
    looking: &Looking,
    group: usize,
    option: Option<usize>,
    name: &str,
    only_some: bool,
) -> Told {
    let mut counted = Counted {
        group,
        option,
        told: Told {
            name: name.to_owned(),
            count: None,
            only_some,
        },
        off: false,
        element: None,
    };
    // Pages that are made beforehand know nothing of the time.
    if cfg!(target_arch = "wasm32") || group > 0 {
        counted.told.count = counted.of(looking);
    }
    let told = counted.told.clone();
    COUNTED.with_borrow_mut(|all| all.push(counted));
    told
}

impl Counted {
    fn of(&self, looking: &Looking) -> Option<usize> {
        let found = &looking.found;
        match self.option {
            None => found.any.get(self.group).copied(),
            Some(option) => {
                let (_, options) = found.counts.get(self.group)?;
                options.get(option).map(|(_, count)| *count)
            }
        }
    }
}

impl Told {
    fn said(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        match (self.name.is_empty(), count) {
            (true, count) => count.unwrap_or_default(),
            (_, None) => self.name.clone(),
            (_, Some(count)) => [&*self.name, " (", &count, ")"].concat(),
        }
    }

    /// Whether it says that nothing would be left.
    fn is_none(&self) -> bool {
        self.count == Some(0)
    }

    /// Whether the option can't be chosen now, unless it is.
    fn is_off(&self) -> bool {
        self.only_some && self.is_none()
    }

    fn class(&self) -> &'static str {
        if self.is_none() {
            "chip-count chip-none"
        } else {
            "chip-count"
        }
    }
}

/// Brings every number in the form to what was found. What stays as it is costs nothing:
/// this is done with every letter that is typed.
pub(super) fn show_counts() {
    COUNTED.with_borrow_mut(|all| {
        if all.iter().any(|counted| counted.element.is_none()) {
            let unseen = RefCell::new(all.iter_mut());
            each("#find [data-n]", &|element| {
                if let Some(counted) = unseen.borrow_mut().next() {
                    counted.element = Some(element.clone());
                }
            });
        }
        with(|looking| {
            for counted in all.iter_mut() {
                show_count(counted, looking);
            }
        });
    });
}

fn show_count(counted: &mut Counted, looking: &Looking) {
    let new = counted.of(looking);
    let Some(element) = &counted.element else {
        return;
    };
    let told = &mut counted.told;
    let is_option = !told.name.is_empty();
    if new != told.count {
        told.count = new;
        element.set_text_content(Some(&told.said()));
        if !is_option {
            element.set_class_name(told.class());
        }
    }
    if told.is_off() == counted.off {
        return;
    }
    let chip = || element.parent_element()?.first_element_child();
    let control = if is_option {
        Some(element.clone())
    } else {
        chip()
    };
    if let Some(control) = control {
        // What has the focus would lose it, and what is chosen can be taken back.
        let stays = told.is_off() && control.matches(":checked, :focus").unwrap_or(false);
        counted.off = told.is_off() && !stays;
        let _ = control.toggle_attribute_with_force("disabled", counted.off);
    }
}
