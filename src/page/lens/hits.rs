//! Walking through an article: from hit to hit, from sentence to sentence, by button and by key.

use super::block::sentence_id;
use crate::{
    part::{
        erased::{click, effect, flag, memo, text},
        search::is_typing,
    },
    state::Page,
};
use crossread_corpus::span::Span;
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

/// "3 of 17", with buttons; and the keys n, p (hits), j, k (sentences).
#[component]
pub(crate) fn Hits(
    /// Number of the article.
    number: usize,
    /// The hits.
    found: Memo<Vec<Span>>,
) -> impl IntoView {
    let page = Page::here();
    let walk = move |forward: bool| {
        let at = page.view_now().at;
        if let Some(to) = found.with_untracked(|marks| step(marks, at, forward)) {
            page.amend(|view| {
                view.at = Some(to);
                view.source = false;
            });
        }
    };
    let sentence = move |forward: bool| {
        let at = page.view_now().at;
        let to = page.with_article(number, |article| {
            let here = at.and_then(|at| article.sentence_at(at.start()));
            let there = match (here, forward) {
                (None, _) => Some(0),
                (Some(here), true) => Some(here + 1),
                (Some(here), false) => here.checked_sub(1),
            };
            there.and_then(|there| article.sentences.get(there).copied())
        });
        if let Some(to) = to {
            page.amend(|view| view.at = Some(to));
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
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
    let words = text(move || {
        let at = page.with_view(|view| view.at);
        found.with(|marks| match current(marks, at) {
            Some(hit) => format!("{} of {}", hit + 1, marks.len()),
            None if marks.len() == 1 => "1 hit".to_owned(),
            None => format!("{} hits", marks.len()),
        })
    });
    view! {
            <div
                class="hits"
                role="group"
                aria-label="Hits in this article"
                hidden=flag(move || found.with(Vec::is_empty))
            >
                <span role="status">{words}</span>
                <button type="button" aria-keyshortcuts="p" on:click=click(move || walk(false))>
                    <span class="visually-hidden">"Previous hit"</span>
                    <span aria-hidden="true">"↑ " <kbd>"p"</kbd></span>
                </button>
                <button type="button" aria-keyshortcuts="n" on:click=click(move || walk(true))>
                    <span class="visually-hidden">"Next hit"</span>
                    <span aria-hidden="true">"↓ " <kbd>"n"</kbd></span>
                </button>
            </div>
    }
}

/// Brings the place the view points at before the reader's eyes, now and whenever it changes.
pub(crate) fn show_place(number: usize) {
    let page = Page::here();
    let at = memo(move || page.with_view(|view| view.at));
    effect(move || {
        let Some(at) = at.get() else { return };
        let Some(sentence) = page.with_article(number, |article| article.sentence_at(at.start())) else { return };
        // Once the text is in the page.
        request_animation_frame(move || bring(&sentence_id(sentence)));
    });
}

fn bring(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Some(fold) = element.closest("details").ok().flatten() {
        let _ = fold.set_attribute("open", "");
    }
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
