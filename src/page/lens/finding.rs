//! What was found in the open article: marked in its text, layer by layer, and told on a card.

use crate::{
    lens::worked_out::awaited,
    own,
    part::{
        button,
        element::{Child, Element, element},
        follow::{Memo, memo, piece},
        marked::marked_run,
        seen,
        sheet::sheet,
        unseen,
    },
    state::Page,
};
use crossread_corpus::{
    article::Article,
    layer::Layer,
    runs::{Run, runs},
    span::Span,
    view::{Lens, View},
    wording,
};
use leptos::{
    ev::keydown,
    prelude::{document, on_cleanup, queue_microtask, request_animation_frame, untrack, window, window_event_listener},
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// A place in the text where a layer has something to show.
pub(crate) type Mark = (Span, Layer);

/// What the layers that are switched on mark in an article; nothing before that is known.
pub(crate) fn found(page: Page, article: &'static Article) -> Memo<Vec<Mark>> {
    let shown = memo(move || page.view().layers);
    memo(move || {
        let (shown, marks) = (*shown.get(), page.looked().marks(article.key));
        let found = marks.iter().flat_map(|marks| &marks.1.found);
        found.filter(|(_, layer)| shown.has(*layer)).copied().collect()
    })
}

/// The buttons that switch the layers; none where they have nothing to show.
pub(crate) fn layer_buttons(page: Page, article: &'static Article) -> Element {
    let switch = |layer: Layer| {
        let act = move || {
            let view = View::clone(&page.view_now());
            page.go(View { layers: view.layers.toggled(layer), ..view });
        };
        let sample = element("span").class(&format!("finding {}", layer.name())).child(wording::layer(layer));
        button("", "", act).state("aria-pressed", move || page.view().layers.has(layer)).child(sample)
    };
    element("div")
        .class("layers")
        .set("role", "group")
        .set("aria-label", "Show in the text")
        .when("hidden", move || page.looked().marks(article.key).is_some_and(|marks| marks.1.found.is_empty()))
        .child(element("span").class("quiet").child("Show: "))
        .children(Layer::ALL.map(switch))
}

/// Where the reader has a note: a layer above all others.
const NOTED: u32 = 1 << 31;

/// What is marked in a sentence.
#[derive(Clone, Copy)]
pub(crate) struct Places<'a> {
    /// What was asked.
    pub(crate) asked: &'a [Span],
    /// What the reader noted something on.
    pub(crate) noted: &'a [Span],
    /// The place pointed at.
    pub(crate) at: Option<Span>,
    /// What was found.
    pub(crate) layers: &'a [Mark],
}

/// The words of a sentence with what is marked in it.
pub(crate) fn words(article: &Article, span: Span, places: Places<'_>) -> Vec<Child> {
    let bits = places.layers.iter().map(|(span, layer)| (*span, 4_u32 << *layer as u32));
    let asked = places.asked.iter().map(|mark| (*mark, 1)).chain(places.at.map(|at| (at, 2)));
    let noted = places.noted.iter().map(|noted| (*noted, NOTED));
    let all: Vec<_> = asked.chain(noted).chain(bits).collect();
    let run = |run: Run| {
        let ends = |noted: &&Span| noted.end() == run.span.end();
        let sign = places.noted.iter().find(ends).map(|noted| own::note_sign(article.key, *noted));
        vec![one_run(&article.text, span, run, places.layers), sign.into()].into()
    };
    runs(span, all).into_iter().map(run).collect()
}

fn one_run(text: &str, sentence: Span, run: Run, layers: &[Mark]) -> Child {
    let mut words = marked_run(text, run);
    if run.layers & NOTED != 0 {
        words = element("mark").class("noted").child(words).into();
    }
    let over = layers.iter().filter(|(span, _)| span.contains(run.span));
    // the innermost is what a click means; of two over the same words, the one that says more about them
    let innermost = over.min_by_key(|(span, layer)| (span.len(), *layer == Layer::Voice));
    let Some((span, layer)) = innermost else { return words };
    let mut class = String::from("finding");
    for layer in Layer::ALL {
        if run.layers & (4 << layer as u32) != 0 {
            class = class + " " + layer.name();
        }
    }
    let place = format!("{}-{}", span.start(), span.end());
    let marked = element("span").class(&class).set("data-layer", layer.name()).set("data-at", &place).child(words);
    // one stop for the keyboard a finding, however often it is cut
    let first = run.span.start() == span.start().max(sentence.start());
    if first { marked.set("role", "button").set("tabindex", "0").into() } else { marked.into() }
}

/// Lets clicks, Enter and the space bar on findings open their cards.
pub(crate) fn opening_cards(page: Page, text: Element) -> Element {
    text.on("click", move |event| open(page, &event)).on("keydown", move |event| {
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if key == "Enter" || key == " " {
            open(page, &event);
        }
    })
}

fn open(page: Page, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(finding) = target.and_then(|target| target.closest("[data-layer]").ok().flatten()) else { return };
    // who drags over words wants to copy them
    let selected = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if event.type_() == "click" && selected {
        return;
    }
    let layer = finding.get_attribute("data-layer").and_then(|name| Layer::named(&name));
    let place = finding.get_attribute("data-at").and_then(|at| {
        let (start, end) = at.split_once('-')?;
        Span::try_from((start.parse().ok()?, end.parse().ok()?)).ok()
    });
    if let (Some(card), Some(at)) = (layer, place) {
        event.prevent_default();
        page.go(View { card: Some(card), at: Some(at), ..View::clone(&page.view_now()) });
    }
}

/// The card that is open, if one is.
pub(crate) fn open_card(page: Page, article: &'static Article) -> Element {
    let which = memo(move || {
        let view = page.view();
        view.card.zip(view.at)
    });
    let handle = window_event_listener(keydown, move |event| {
        if event.key() == "Escape" && which.get_untracked().is_some() {
            close(page);
        }
    });
    on_cleanup(move || handle.remove());
    let shown = piece(move || {
        let (layer, at) = (*which.get())?;
        let shown = page.looked().sheet(Lens::Read).filter(|shown| {
            shown.view.article == Some(article.key) && shown.view.card.zip(shown.view.at) == Some((layer, at))
        });
        let parts = match shown.filter(|_| page.looked().fault().is_none()) {
            Some(shown) if shown.parts.is_empty() => return None,
            Some(shown) => untrack(|| sheet(page, &shown.parts)),
            None => vec![awaited(page).into()],
        };
        let close = button("close", "", move || close(page)).child(seen("✕")).child(unseen("Close"));
        let panel = element("section")
            .class("finding-card")
            .set("aria-label", wording::layer(layer))
            .child(element("p").class("kind").child(wording::layer(layer)))
            .child(close)
            .child(parts)
            .child(element("p").class("tools").children(own::taking(page)));
        if page.chosen() {
            focus_soon(".finding-card h3");
        }
        Some(panel)
    });
    element("div").class("card-place").child(shown)
}

/// Closes the card; the focus goes back to what it was about.
fn close(page: Page) {
    let view = page.view_now();
    let Some((layer, at)) = view.card.zip(view.at) else { return };
    page.go(View { card: None, ..View::clone(&view) });
    focus_soon(&format!("[data-layer={}][data-at=\"{}-{}\"]", layer.name(), at.start(), at.end()));
}

fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    queue_microtask(move || {
        request_animation_frame(move || {
            if let Ok(Some(element)) = document().query_selector(&selector) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
            }
        });
    });
}
