//! The facets beside the list: every value with how many articles it would leave, to choose or to exclude.

use crate::{
    lens::focus_list,
    part::{
        button,
        chips::facet_name,
        element::{Element, element},
        follow::{effect, memo, piece, rows},
        seen,
    },
    state::Page,
};
use crossread_corpus::{
    day,
    facet::{Choices, Count, Facet, NOT_STATED},
    order::sort_by_key,
    results::Results,
    wording,
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};
use std::{rc::Rc, sync::Arc};

/// A facet shows this many values before a reader asks for the rest.
const SHOWN: usize = 12;

/// A facet of names shows this many.
const NAMES: usize = 4;

/// How many values a facet shows at first.
const fn shown(facet: Facet) -> usize {
    match facet {
        Facet::Speaker | Facet::Person | Facet::Organisation | Facet::Place => NAMES,
        Facet::Outlet | Facet::Day | Facet::Credit | Facet::Language => SHOWN,
    }
}

/// A value in words.
pub(crate) fn value_name(facet: Facet, value: &str) -> String {
    match facet {
        _ if value == NOT_STATED && !matches!(facet, Facet::Outlet | Facet::Day | Facet::Language) => "none".to_owned(),
        _ if value == NOT_STATED => "not stated".to_owned(),
        Facet::Day => day::parse(value).map_or_else(|| value.to_owned(), wording::day),
        Facet::Language => wording::language(value),
        _ => value.to_owned(),
    }
}

/// All facets; on a narrow screen behind a button.
pub(crate) fn facets(page: Page) -> Element {
    let open = RwSignal::new(false);
    let label = move || match page.choices().values().map(|choice| choice.wanted.len() + choice.unwanted.len()).sum() {
        0_usize => "Filters".to_owned(),
        some => format!("Filters ({some})"),
    };
    // on a narrow screen another lens is seen at once
    let lens = memo(move || page.view().lens);
    effect(move || {
        lens.get();
        open.set(false);
    });
    let toggle = button("toggle", "", move || open.set(!open.get()))
        .state("aria-expanded", move || open.get())
        .set("aria-controls", "facet-list")
        .text(label);
    // a correction may change what names there are
    let list = piece(move || {
        page.edition();
        Some(untrack(|| element("div").children(Facet::ALL.into_iter().map(|facet| values(page, facet)))))
    });
    element("section")
        .class("facets")
        .class_when("open", move || open.get())
        .set("aria-label", "Filters")
        .child(toggle)
        .child(element("div").set("id", "facet-list").child(list))
}

/// How many articles a value has, and its share of the most that a value of its facet has, in percent.
type Share = (usize, usize);

fn shares(counts: &[Count]) -> Vec<Share> {
    let most = counts.iter().map(|count| count.articles).max().unwrap_or(0).max(1);
    counts.iter().map(|count| (count.articles, 100 * count.articles / most)).collect()
}

/// One facet. Its values are the same ones whatever is asked; only their counts change.
fn values(page: Page, facet: Facet) -> Element {
    let all = RwSignal::new(false);
    let counts = move |answer: &Results| -> Vec<Count> {
        let counts = answer.counts.iter().find(|(of, _)| *of == facet);
        counts.map(|(_, counts)| counts.clone()).unwrap_or_default()
    };
    let values: Arc<[(String, RwSignal<Share>)]> = {
        let counts = counts(&page.answer_now());
        let shares = shares(&counts).into_iter().map(RwSignal::new);
        counts.into_iter().map(|count| count.value).zip(shares).collect()
    };
    // Only the values whose counts change are told: most letters change few of them.
    let told = values.clone();
    effect(move || {
        for ((_, share), now) in told.iter().zip(shares(&counts(&page.answer()))) {
            if share.get_untracked() != now {
                share.set(now);
            }
        }
    });
    // The days stay in order; of other values the frequent ones come first. A value must not jump away while the reader
    // types or chooses: the order is that of the query, where the reader pauses.
    let order = memo(move || {
        page.settled_query();
        let counts = counts(&page.answer_now());
        let mut places: Vec<usize> = (0..counts.len()).collect();
        if facet != Facet::Day && counts.len() > shown(facet) {
            sort_by_key(&mut places, |place| core::cmp::Reverse(counts[*place].articles));
        }
        places
    });
    let known = values.clone();
    let listed = move || {
        let mut places = order.get().to_vec();
        if !all.get() && places.len() > shown(facet) {
            let choices = page.choices();
            let rest = places.split_off(shown(facet)).into_iter();
            places.extend(rest.filter(|place| {
                let (value, _) = &known[*place];
                is_chosen(&choices, facet, value, true) || is_chosen(&choices, facet, value, false)
            }));
        }
        places
    };
    let number = values.len();
    let more = piece(move || {
        let hidden = if all.get() { 0 } else { number.saturating_sub(shown(facet)) };
        let show = move || {
            all.set(true);
            focus_list();
        };
        (hidden > 0).then(|| button("plain", "", show).child(format!("Show {hidden} more")))
    });
    element("fieldset")
        .class("facet")
        .child(element("legend").child(facet_name(facet)))
        .child(element("ul").child(rows(listed, move |place| value(page, facet, &values[place].0, values[place].1))))
        .child(more)
}

fn is_chosen(choices: &Choices, facet: Facet, value: &str, wanted: bool) -> bool {
    choices.get(&facet).is_some_and(|choice| {
        let values = if wanted { &choice.wanted } else { &choice.unwanted };
        values.iter().any(|chosen| chosen == value)
    })
}

/// One value: choose it, exclude it.
fn value(page: Page, facet: Facet, value: &str, share: RwSignal<Share>) -> Element {
    let name = value_name(facet, value);
    let value: Rc<str> = value.into();
    let count = move || share.get().0;
    let chosen = {
        let value = value.clone();
        move |wanted: bool| is_chosen(&page.choices(), facet, &value, wanted)
    };
    let chosen = Rc::new(chosen);
    let (included, excluded, pressed) = (chosen.clone(), chosen.clone(), chosen);
    let choose = move |wanted: bool| {
        page.go(page.view_now().choosing(facet, |choice| {
            let (into, out_of) = if wanted {
                (&mut choice.wanted, &mut choice.unwanted)
            } else {
                (&mut choice.unwanted, &mut choice.wanted)
            };
            out_of.retain(|other| **other != *value);
            if into.iter().any(|other| **other == *value) {
                into.retain(|other| **other != *value);
            } else {
                into.push(value.to_string());
            }
        }));
    };
    let choose = Rc::new(choose);
    let exclude = choose.clone();
    let tick =
        element("input").set("type", "checkbox").checked(move || included(true)).on("change", move |_| choose(true));
    let number = element("span").class("count").text(move || count().to_string());
    let unit = element("span").class("visually-hidden");
    let number = number.child(unit.text(move || if count() == 1 { " article" } else { " articles" }.to_owned()));
    let label = element("label")
        .child(tick)
        .child(element("span").class("value").child(element("bdi").child(name.clone())))
        .child(number)
        .child(
            element("span")
                .class("share")
                .set("aria-hidden", "true")
                .style("scale", move || format!("{}% 1", share.get().1)),
        );
    let exclude = button("exclude", "", move || exclude(false))
        .state("aria-pressed", move || pressed(false))
        .set("aria-label", &format!("Exclude {}: {name}", facet_name(facet)))
        .set("title", "Exclude")
        .child(seen("−"));
    element("li")
        .class_when("zero", move || count() == 0)
        .class_when("unwanted", move || excluded(false))
        .child(label)
        .child(exclude)
}
