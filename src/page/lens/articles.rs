//! The Articles lens: the list, narrowed by search and facets.

use crate::{
    lens::{
        LIST_HEADING,
        row::row,
        worked_out::{drawn, head},
    },
    own,
    part::{
        FEW, button,
        chips::chips,
        element::{Element, element},
        follow::{effect, piece, rows},
        nothing::nothing,
        select,
        spellings::spellings,
        status::left_of_all,
    },
    state::{Page, looked::is_behind},
};
use crossread_corpus::{
    lens::name,
    view::{Lens, Sort, View},
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, document, request_animation_frame};
use wasm_bindgen::JsCast;

/// So many rows are in the page at first, and are added by the button.
const WINDOW: usize = 25;

/// The list of articles; in the overview below what there is to say about all of them.
pub(crate) fn articles(page: Page, lens: Lens) -> Element {
    let shown = RwSignal::new(WINDOW);
    // A new question starts at the top again.
    effect(move || {
        page.question();
        shown.set(WINDOW);
    });
    let heading = element("h2").set("id", LIST_HEADING).set("tabindex", "-1").text(move || left_of_all(page));
    if lens == Lens::Articles {
        crate::lens::focus_when_chosen(page, &heading);
    }
    let numbers = move || page.answer().articles.iter().take(shown.get()).copied().collect();
    let more = piece(move || {
        let total = page.answer().articles.len();
        match total.saturating_sub(shown.get()) {
            _ if total == 0 => Some(nothing(page)),
            0 => None,
            more => {
                let show = move || {
                    let first = shown.get_untracked();
                    shown.set(first + WINDOW);
                    focus_row_soon(first);
                };
                Some(button("more", "", show).child(format!("Show {} more", more.min(WINDOW))))
            }
        }
    });
    // The overview has one of its own.
    let export = (lens == Lens::Articles).then(own::exporting);
    let list = element("ol").class("rows").class_when("many", move || page.answer().articles.len() > FEW);
    let results = element("section")
        .set("id", "results")
        .set("aria-labelledby", LIST_HEADING)
        .set("aria-busy", "false")
        .child(
            element("div")
                .class("head")
                .child(heading)
                .child(element("div").class("tools").child(sort_choice(page)).child(export)),
        )
        .child(chips(page))
        .child(spellings(page))
        .child(list.child(rows(numbers, move |number| row(page, number))))
        .child(more)
        .follow("data-query", move || {
            page.answer();
            Some(page.question().query.clone())
        });
    let overview = (lens == Lens::Overview).then(|| overview(page));
    element("div").class("content").child(overview).child(results)
}

/// The collection in one screen.
fn overview(page: Page) -> Element {
    let heading = element("h2").set("tabindex", "-1").child(name(Lens::Overview));
    crate::lens::focus_when_chosen(page, &heading);
    element("section")
        .set("id", "lens")
        .class("overview")
        .set("aria-label", name(Lens::Overview))
        .state("aria-busy", move || is_behind(page))
        .child(head(page, Lens::Overview, heading))
        .child(drawn(page, Lens::Overview))
}

/// Takes the focus to the first of the rows that were added, once they are there.
fn focus_row_soon(place: usize) {
    request_animation_frame(move || {
        let row = format!(".rows > li:nth-child({}) h3 a", place + 1);
        if let Ok(Some(link)) = document().query_selector(&row) {
            let _ = link.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    });
}

/// The order of the list.
fn sort_choice(page: Page) -> Element {
    let words = Sort::ALL.map(|sort| (sort.name(), sort.name()));
    let choose = move |name: &str| {
        let sort = Sort::ALL.into_iter().find(|sort| sort.name() == name);
        page.go(View { sort, ..View::clone(&page.view_now()) });
    };
    let select = select(&words, move || page.view().order().name(), choose);
    element("label").class("sort").child("Order: ").child(select)
}
