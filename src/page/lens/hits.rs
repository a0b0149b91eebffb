//! Walking through an article: from hit to hit, from sentence to sentence, by button and by key.

use super::block::sentence_id;
use crate::{
    own,
    part::{
        button,
        element::{Element, element},
        follow::{Memo, effect, memo},
        search::is_typing,
        seen, unseen,
    },
    state::Page,
};
use crossread_corpus::{article::Article, span::Span};
use leptos::{ev::keydown, prelude::*};
use wasm_bindgen::JsCast;

/// The places in the article that answer.
pub(crate) fn marks(page: Page, number: usize) -> Vec<Span> {
    let answer = page.answer();
    let library = page.library();
    answer.rank.marks(&answer.query, &library.index, library.articles(), number)
}

/// Which hit the view points at, if it points at one.
fn current(marks: &[Span], at: Option<Span>) -> Option<usize> {
    let at = at?;
    marks.iter().position(|mark| mark.overlaps(at) || *mark == at)
}

/// The hit one step on from where the view points; round the ends.
fn step(marks: &[Span], at: Option<Span>, forward: bool) -> Option<Span> {
    let after = |place: u32| marks.iter().position(|mark| mark.start() > place);
    let before = |place: u32| marks.iter().rposition(|mark| mark.start() < place);
    let next = match (at, forward) {
        (Some(at), true) => after(at.start()).unwrap_or(0),
        (Some(at), false) => before(at.start()).unwrap_or(marks.len().saturating_sub(1)),
        (None, true) => 0,
        (None, false) => marks.len().saturating_sub(1),
    };
    marks.get(next).copied()
}

/// "3 of 17", with buttons; and the keys n, p (hits), j, k (sentences), c, a (quotes and notes).
pub(crate) fn hits(page: Page, article: &'static Article, found: Memo<Vec<Span>>) -> Element {
    let walk = move |forward: bool| {
        if let Some(to) = step(&found.get_untracked(), page.view_now().at, forward) {
            page.amend(|view| {
                view.at = Some(to);
                view.source = false;
            });
        }
    };
    let sentence = move |forward: bool| {
        let here = page.view_now().at.and_then(|at| article.sentence_at(at.start()));
        let there = match (here, forward) {
            (None, _) => Some(0),
            (Some(here), true) => Some(here + 1),
            (Some(here), false) => here.checked_sub(1),
        };
        if let Some(to) = there.and_then(|there| article.sentences.get(there)) {
            page.amend(|view| view.at = Some(*to));
        }
    };
    let handle = window_event_listener(keydown, move |event| {
        if is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "n" => walk(true),
            "p" => walk(false),
            "j" => sentence(true),
            "k" => sentence(false),
            own::CITE => own::take(page, "cite"),
            own::NOTE => own::take(page, "note"),
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
    let words = move || {
        let marks = found.get();
        match current(&marks, page.view().at) {
            Some(hit) => format!("{} of {}", hit + 1, marks.len()),
            None if marks.len() == 1 => "1 hit".to_owned(),
            None => format!("{} hits", marks.len()),
        }
    };
    let button = |key: &'static str, words, arrow: &'static str, forward| {
        let sign = seen(arrow).child(element("kbd").child(key));
        button("", "", move || walk(forward)).set("aria-keyshortcuts", key).child(unseen(words)).child(sign)
    };
    element("div")
        .class("hits")
        .set("role", "group")
        .set("aria-label", "Hits in this article")
        .when("hidden", move || found.get().is_empty())
        .child(element("span").set("role", "status").text(words))
        .child(button("p", "Previous hit", "↑ ", false))
        .child(button("n", "Next hit", "↓ ", true))
}

/// Brings the place the view points at before the reader's eyes, now and whenever it changes.
pub(crate) fn show_place(page: Page, article: &'static Article) {
    let at = memo(move || page.view().at);
    effect(move || {
        let Some(sentence) = at.get().and_then(|at| article.sentence_at(at.start())) else { return };
        // a card has the focus, and was opened from where the reader looks
        let card = page.view_now().card.is_some();
        // Once the text is in the page.
        request_animation_frame(move || bring(&sentence_id(sentence), card));
    });
}

/// Scrolls to the element; only as far as needed and without the focus for `gently`.
fn bring(id: &str, gently: bool) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Some(fold) = element.closest("details").ok().flatten() {
        let _ = fold.set_attribute("open", "");
    }
    if !gently {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.unchecked_ref::<web_sys::HtmlElement>().focus_with_options(&options);
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    let center = web_sys::ScrollLogicalPosition::Center;
    options.set_block(if gently { web_sys::ScrollLogicalPosition::Nearest } else { center });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
