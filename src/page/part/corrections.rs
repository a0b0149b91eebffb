//! What a reader set right for themselves: the buttons that do it, and the list that takes it back or hands it on.

use crate::{
    part::{
        button,
        element::{Element, element},
        follow::piece,
        sheet::line,
    },
    state::{Page, looked::is_behind},
};
use crossread_corpus::{
    correction::Correction,
    sheet::Fixed,
    view::{Lens, View},
};
use leptos::prelude::{document, request_animation_frame, untrack};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};

/// A button that corrects one thing.
pub(crate) fn correcting(page: Page, correction: &Correction, words: &Fixed, label: &str) -> Element {
    let correction = correction.clone();
    button("correct", words.clone(), move || act(page, correction.clone())).set("aria-label", label)
}

/// The choice of a name to join with another.
pub(crate) fn joining(page: Page, name: &str, others: &[String]) -> Element {
    let options = others.iter().map(|other| element("option").child(other.clone()));
    let none = element("option").set("value", "").child("choose …");
    let select = element("select").child(none).children(options);
    let field: HtmlSelectElement = select.node().clone().unchecked_into();
    let one = name.to_owned();
    let join = move || {
        let other = field.value();
        if !other.is_empty() {
            act(page, Correction::Join(one.clone(), other));
        }
    };
    let words = element("span").child(element("bdi").child(format!("“{name}”"))).child(" is the same as ");
    let label = element("label").child(words).child(select);
    element("div").class("join").child(label).child(" ").child(button("", "Join", join))
}

/// Corrects, and keeps the focus near where it was.
fn act(page: Page, correction: Correction) {
    let focused = document().active_element();
    let place = buttons().iter().position(|other| focused.as_ref() == Some(other.as_ref()));
    let hides = matches!(correction, Correction::Hide(..));
    page.correct(correction);
    let view = page.view_now();
    if hides && view.lens == Lens::Read {
        page.go(View { card: None, ..View::clone(&view) });
    }
    once_followed(page, move || {
        request_animation_frame(move || {
            let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            let buttons = buttons();
            let near = place.and_then(|place| buttons.get(place).or(buttons.last()).cloned());
            if lost {
                focus(near);
                // what is folded away takes no focus
                if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
                    focus(summary());
                }
            }
        });
    });
}

/// Does something once the page shows what follows from a correction, or after some seconds in which it does not.
fn once_followed(page: Page, act: impl FnOnce() + 'static) {
    const FRAMES: usize = 600;
    wait(page, FRAMES, Box::new(act));
}

fn wait(page: Page, frames: usize, act: Box<dyn FnOnce()>) {
    request_animation_frame(move || {
        let waits = frames > 0 && untrack(|| page.is_correcting() || is_behind(page));
        if waits { wait(page, frames - 1, act) } else { act() }
    });
}

/// The buttons that correct something in the lens.
fn buttons() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all("#main > :not(#corrections) .correct") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn summary() -> Option<HtmlElement> {
    document().query_selector("#corrections:not([hidden]) summary, #main").ok()??.dyn_into().ok()
}

fn focus(element: Option<HtmlElement>) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element {
        let _ = element.focus_with_options(&options);
    }
}

/// The list of the reader's corrections; nothing while there are none.
pub(crate) fn corrections(page: Page) -> Element {
    let list = piece(move || {
        let corrected = page.corrected()?;
        let (all, corrected) = &*corrected;
        let lines = corrected.told.iter().enumerate().map(|(number, (told, label))| {
            let rest = all.clone();
            let undo = move || {
                let mut rest = rest.to_vec();
                rest.remove(number);
                set(page, rest);
            };
            let undo = button("correct", "Undo", undo).set("aria-label", &format!("Undo: {label}"));
            element("li").child(line(page, told)).child(" ").child(undo)
        });
        Some(element("ul").class("lines").children(lines))
    });
    let note = "Kept in this browser, for you alone: links show what they show to others. The file is for whoever builds \
                this page; it holds the editor’s own corrections, too, and takes the place of corpus.toml beside the \
                articles.";
    let download = element("a").set("download", "corpus.toml").child("Download as corpus.toml");
    let download = download.follow("href", move || Some(address(&page.corrected()?.1.corpus_toml)));
    let all = element("p").class("tools").child(download).child(" ");
    let all = all.child(button("", "Undo all", move || set(page, Vec::new())));
    element("details")
        .set("id", "corrections")
        .class("corrections")
        .when("hidden", move || page.corrections().is_empty())
        .child(element("summary").text(move || format!("Your corrections ({})", page.corrections().len())))
        .child(list)
        .child(element("p").class("note").child(note))
        .child(all)
}

fn set(page: Page, corrections: Vec<Correction>) {
    page.set_corrections(corrections);
    once_followed(page, move || focus(summary()));
}

/// A text as an address of its own, to be saved under a name.
fn address(text: &str) -> String {
    let mut address = String::from("data:text/plain;charset=utf-8,");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(byte.into());
        } else {
            address += &format!("%{byte:02x}");
        }
    }
    address
}
