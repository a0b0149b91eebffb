//! What became of the files of the last addition, and all of the reader's files.

use crate::{Entry, SHOWN, Shown, State, ask, follow, header, order, turn};
use crossread_corpus::message::{Export, Order, Own, Set, Undo};
use crossread_element::{
    button,
    element::{Child, Element, element},
    follow::piece,
    unseen,
};
use leptos::prelude::{document, queue_microtask};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// So many files of an addition are listed; refusals come first, and the others are counted. Of all files so many are
/// listed at first, and more when asked for: a thousand would hold the page up.
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
    let undo = shown.undo.map(|undo| {
        let words = match undo {
            Undo::Removal => "Undo: put back what was taken out",
            Undo::Header => "Undo: the header as it was",
        };
        element("p").child(button("", words, || change(&Order::Undo)))
    });
    if shown.files.is_empty() {
        return undo;
    }
    let listed = shown.listed.max(LISTED);
    let more = shown.files.len().saturating_sub(listed);
    let show_more = move || {
        SHOWN.with_borrow_mut(|shown| shown.listed = listed + LISTED);
        turn(1);
        focus_heading("own-files");
    };
    let more = (more > 0).then(|| {
        let words = element("span").child(format!(" ({more} more)"));
        element("p").child(button("", "Show more", show_more).child(words))
    });
    let lines = shown.files.iter().take(listed).map(|file| line(file, shown));
    let list = element("ul").class("files").set("aria-labelledby", "own-files").children(lines);
    let heading = element("h3").set("id", "own-files").set("tabindex", "-1").child("Added by you");
    let actions = shown.step.is_none().then(|| actions(shown));
    Some(element("div").child(undo).child(heading).child(list).child(more).child(actions))
}

/// What can be done with all of the files.
fn actions(shown: &Shown) -> Element {
    let all = || {
        change(&Order::Remove(SHOWN.with_borrow(|shown| shown.files.iter().map(|file| file.name.clone()).collect())))
    };
    let export = |words, what| button("", words, move || order(&Order::Export(what), &[]));
    let is_set = shown.files.iter().flat_map(|file| &file.articles).any(|article| article.set != Set::default());
    let headers = is_set.then(|| export("Download the headers you set (corpus.toml)", Export::Headers));
    let analysis = export("Download their analysis (JSON lines)", Export::Analysis);
    element("p").class("choices").child(analysis).child(headers).child(button("", "Take all out", all))
}

fn line(file: &Own, shown: &Shown) -> Element {
    let name = file.name.clone();
    let is_open = |record| shown.open.as_ref().is_some_and(|(name, open)| *name == file.name && *open == record);
    let articles = file.articles.iter().map(|article| header::article(&file.name, article, is_open(article.record)));
    let take_out = button("", "Take out", move || change(&Order::Remove(vec![name.clone()])));
    let take_out = take_out.child(unseen(" ")).child(element("bdi").class("visually-hidden").child(file.name.clone()));
    let head =
        element("div").class("head").child(element("bdi").class("name").child(file.name.clone())).child(take_out);
    element("li").child(head).children(articles)
}

/// Asks for a change; the button that did goes away with it, so the focus goes to the panel's heading.
pub(crate) fn change(asked: &Order) {
    ask(asked);
    focus_heading("own-heading");
}

fn focus_heading(id: &'static str) {
    queue_microtask(move || {
        if let Some(heading) = document().get_element_by_id(id) {
            let _ = heading.unchecked_into::<HtmlElement>().focus();
        }
    });
}
