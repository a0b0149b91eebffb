//! What became of the files of the last addition, and all of the reader's files.

use crate::{Entry, SHOWN, Shown, State, ask, follow, order};
use crossread_corpus::message::{Order, Own};
use crossread_element::{
    button,
    element::{Child, Element, element},
    follow::piece,
    unseen,
};
use leptos::prelude::{document, queue_microtask};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// So many files of an addition are listed; refusals come first, and the others are counted.
const LISTED: usize = 60;

/// Both lists.
pub(crate) fn report() -> Element {
    let batch = piece(|| follow(0, batch));
    let files = piece(|| follow(1, files));
    element("div").child(element("div").child(batch)).child(element("div").child(files))
}

/// The files that are being added or were added last: after the work only those that were refused.
fn batch(shown: &Shown) -> Option<Element> {
    let is_open = |entry: &&Entry| matches!(entry.state, State::Waiting | State::Read);
    let first = shown.batch.iter().filter(|entry| !is_open(entry));
    let rest = shown.batch.iter().filter(|entry| shown.step.is_some() && is_open(entry));
    let entries: Vec<_> = first.chain(rest).collect();
    let more = entries.len().saturating_sub(LISTED);
    let lines = entries.iter().take(LISTED).map(|entry| {
        let state: Child = match &entry.state {
            State::Waiting => "waiting".into(),
            State::Reading => "being read …".into(),
            State::Read => "read".into(),
            State::Refused(why) => vec![element("strong").child("Not read: ").into(), why.clone().into()].into(),
        };
        let line = element("li").child(element("bdi").class("name").child(entry.name.clone())).child(" ");
        line.child(element("span").child(state))
    });
    let more = (more > 0).then(|| element("li").child(format!("and {more} more")));
    let list = element("ul").class("files").set("aria-label", "Files being added").children(lines).child(more);
    (!entries.is_empty()).then_some(list)
}

/// All of the reader's files, with what was understood of each.
fn files(shown: &Shown) -> Option<Element> {
    let undo = shown.can_undo.then(|| button("", "Undo: put back what was taken out", || change(&Order::Undo)));
    let undo = undo.map(|undo| element("p").child(undo));
    if shown.files.is_empty() {
        return undo;
    }
    let is_idle = shown.step.is_none();
    let all = || {
        change(&Order::Remove(SHOWN.with_borrow(|shown| shown.files.iter().map(|file| file.name.clone()).collect())))
    };
    let actions = is_idle.then(|| {
        let export = button("", "Download their analysis (JSON lines)", || order(&Order::Export, &[]));
        element("p").class("choices").child(export).child(button("", "Take all out", all))
    });
    let list = element("ul").class("files").set("aria-labelledby", "own-files").children(shown.files.iter().map(line));
    let heading = element("h3").set("id", "own-files").set("tabindex", "-1").child("Added by you");
    Some(element("div").child(undo).child(heading).child(list).child(actions))
}

fn line(file: &Own) -> Element {
    let name = file.name.clone();
    let understood = file.understood.iter().map(|line| element("p").class("note").child(line.clone()));
    let take_out = button("", "Take out", move || change(&Order::Remove(vec![name.clone()])));
    let take_out = take_out.child(unseen(" ")).child(element("bdi").class("visually-hidden").child(file.name.clone()));
    let head =
        element("div").class("head").child(element("bdi").class("name").child(file.name.clone())).child(take_out);
    element("li").child(head).children(understood)
}

/// Asks for a change; the button that did goes away with it, so the focus goes to the panel's heading.
fn change(asked: &Order) {
    ask(asked);
    queue_microtask(|| {
        if let Some(heading) = document().get_element_by_id("own-heading") {
            let _ = heading.unchecked_into::<HtmlElement>().focus();
        }
    });
}
