//! The lenses that are worked out as sheets: their frame, and the sheet drawn anew when the view changes.

use crate::{
    lens::{LIST_HEADING, focus_when_chosen},
    own,
    part::{
        button,
        chips::chips,
        element::{self, element},
        follow::{memo, piece},
        nothing::nothing,
        search::is_typing,
        sheet::sheet,
        status::left_of_all,
    },
    state::{Page, looked::is_behind},
};
use crossread_corpus::{
    lens::{name, question},
    view::Lens,
};
use leptos::{
    ev::keydown,
    prelude::{document, on_cleanup, untrack, window_event_listener},
};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A lens that is worked out.
pub(crate) fn worked_out(page: Page, lens: Lens) -> element::Element {
    let heading = element("h2").set("id", LIST_HEADING).set("tabindex", "-1").child(name(lens));
    focus_when_chosen(page, &heading);
    if lens == Lens::Compare {
        walk_matches();
    }
    let about = element("p").class("note").child(question(lens)).child(" ").text(move || left_of_all(page) + ".");
    element("section")
        .set("id", "lens")
        .class(lens.name())
        .set("aria-labelledby", LIST_HEADING)
        .state("aria-busy", move || is_behind(page))
        .child(head(page, lens, heading))
        .child(about)
        .child(chips(page))
        .child(drawn(page, lens))
        .follow("data-query", move || {
            Some(page.looked().sheet(lens).map(|sheet| sheet.view.query.clone()).unwrap_or_default())
        })
}

/// In Compare: `n` and `p` go from match to match, `m` to what a sentence is matched with.
fn walk_matches() {
    let handle = window_event_listener(keydown, |event| {
        if is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "n" => go_to_match(Some(true)),
            "p" => go_to_match(Some(false)),
            "m" => go_to_match(None),
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Takes the focus to the next match or the one before; for `None`, to the next column of the same.
fn go_to_match(forward: Option<bool>) {
    let selector = if forward.is_some() { ".tied" } else { ".tied:focus-within > div" };
    let Ok(found) = document().query_selector_all(selector) else { return };
    let places: Vec<Element> = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect();
    let focused = |place: &Element| place.matches(":focus-within").unwrap_or_default();
    let here = places.iter().position(focused);
    let most = places.len();
    let steps = (1..=most).filter_map(|step| match (here, forward) {
        (None, Some(false)) => most.checked_sub(step),
        (None, _) => Some(step - 1),
        (Some(here), Some(false)) => Some((here + most - step) % most),
        (Some(here), _) => Some((here + step) % most),
    });
    for place in steps {
        if let Ok(Some(link)) = places[place].query_selector("p:not(.note) a") {
            let _ = link.unchecked_into::<web_sys::HtmlElement>().focus();
            return;
        }
    }
}

/// The heading of a lens, and beside it what can be done with the sheet once that is there.
pub(crate) fn head(page: Page, lens: Lens, heading: element::Element) -> element::Element {
    let is_shown = memo(move || !page.answer().articles.is_empty() && page.looked().sheet(lens).is_some());
    let tools = piece(move || is_shown.get().then(|| element("div").class("tools").child(own::exporting())));
    element("div").class("head").child(heading).child(tools)
}

/// The sheet of a lens, as long as it is the lens that is on screen.
pub(crate) fn drawn(page: Page, lens: Lens) -> impl Into<crate::part::element::Child> {
    let is_empty = memo(move || page.answer().articles.is_empty());
    piece(move || {
        let parts = if *is_empty.get() {
            vec![nothing(page).into()]
        } else {
            match page.looked().sheet(lens).filter(|_| page.looked().fault().is_none()) {
                Some(shown) => untrack(|| sheet(page, &shown.parts)),
                None => vec![awaited(page).into()],
            }
        };
        Some(element("div").class("worked-out").child(parts))
    })
}

/// What stands where a sheet will be, or why it will not.
pub(crate) fn awaited(page: Page) -> element::Element {
    match page.looked().fault() {
        None => element("p").class("note awaited").child("Working it out …"),
        Some(why) => {
            let words =
                format!("This cannot be worked out now: {why}. Search, the list and the articles work as before. ");
            let again = button("", "Try again", move || page.looked().try_again());
            element("p").class("note").set("role", "alert").child(words).child(again)
        }
    }
}
