//! What happens when a control is used: the list follows, the address follows but for what is
//! typed, and so do the other controls. Of those only words and states change in place, so that none loses
//! the focus.

use hark_domain::activity::Query;
use hark_domain::activity::find::{LDD, TEXT};
use hark_domain::calendar::LocalDate;
use hark_domain::route::Route;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::Follow;
use super::controls::show_counts;
use super::looking::{ask, change, freshen, know, with};
use crate::navigation::Navigation;

/// Takes what somebody chose or typed. All of the controls are told apart by their names,
/// which are those of the groups in addresses.
pub(super) fn used(event: &Event, follow: Follow) {
    // A list has what is asked of it here under the same names as a field.
    let field: HtmlInputElement = event_target(event);
    let (name, value) = (field.name(), field.value());
    let is_mark = field.type_() == "checkbox";
    if name == TEXT {
        ask(follow.words);
        let typed = change(&|query| {
            query.text.clone_from(&value);
            query.from = 0;
        });
        if typed {
            // No other control changes with it but the numbers.
            show_found(follow);
        }
        return;
    }
    renew(follow, &|query| match &*name {
        LDD => {
            query.ldd = field.checked();
            query.from = 0;
        }
        _ if is_mark => {
            if is_chosen(query, &name, &value) != field.checked() {
                query.choose(&name, Some(&value), true);
            }
        }
        _ => query.choose(&name, Some(&*value).filter(|it| !it.is_empty()), false),
    });
}

/// Changes what is looked for, and lets everything follow.
pub(super) fn renew(follow: Follow, act: &dyn Fn(&mut Query)) {
    if change(act) {
        show(follow);
    }
}

/// Shows what was found anew.
pub(super) fn show(follow: Follow) {
    each("#find [name]", &|element| {
        let field: &HtmlInputElement = element.unchecked_ref();
        with(|looking| show_choice(field, &looking.query));
    });
    show_found(follow);
}

fn show_found(follow: Follow) {
    show_counts();
    follow.turn.set(!follow.turn.get_untracked());
    let query = with(|looking| looking.query.clone());
    Navigation::note(&Route::Activities, &query.to_string());
    Navigation::get().keep_typed(query.text);
}

/// Follows what is found, also where that takes words which came only now, or the time has
/// gone on while nobody looked.
pub(super) fn watch(follow: Follow) {
    follow.turn.get();
    Navigation::get().watch_tab();
    let words = follow.words.ready();
    let known = words.is_some_and(|words| know(&words));
    if freshen() || known {
        show_counts();
    }
}

/// Brings a control to what is looked for.
fn show_choice(field: &HtmlInputElement, query: &Query) {
    let name = field.name();
    let own = field.value();
    match &*field.type_() {
        "checkbox" if name == LDD => field.set_checked(query.ldd),
        "checkbox" | "radio" => field.set_checked(is_chosen(query, &name, &own)),
        _ => {
            let wanted = wanted(query, &name, &field.type_());
            // Set once more, the caret would jump.
            if own != wanted {
                field.set_value(wanted);
            }
        }
    }
}

/// What stands in a field or a list.
pub(super) fn wanted<'a>(query: &'a Query, name: &str, kind: &str) -> &'a str {
    if name == TEXT {
        return &query.text;
    }
    let mut chosen = query.of(name);
    let date = |own: &&str| kind != "date" || LocalDate::parse(own).is_some();
    chosen.find(date).unwrap_or_default()
}

/// Whether that option of a group is chosen; without a name, whether none is.
pub(super) fn is_chosen(query: &Query, group: &str, option: &str) -> bool {
    let mut chosen = query.of(group).peekable();
    if option.is_empty() {
        chosen.peek().is_none()
    } else {
        chosen.any(|own| own == option)
    }
}

/// Calls `act` with every element that `selector` finds, in order.
pub(super) fn each(selector: &str, act: &dyn Fn(&Element)) {
    let Ok(all) = document().query_selector_all(selector) else {
        return;
    };
    for index in 0..all.length() {
        if let Some(element) = all.item(index) {
            act(element.unchecked_ref());
        }
    }
}
