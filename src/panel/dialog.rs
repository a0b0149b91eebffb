//! The panel in which articles are added: a dialog that is made when it is first opened.

use crate::{
    Chosen, add, cancel, follow, gather,
    report::report,
    take::{along, page},
};
use crossread_corpus::message::Step;
use crossread_element::{
    button,
    element::{Element, Finished, element},
    follow::piece,
};
use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// The id of the button that opens the panel.
const OPENER: &str = "add";

const FORMATS: &str = "Plain text (.txt), Markdown (.md), saved web pages (.html), PDF files that hold text (.pdf), e-mails (.eml), \
                       Word documents (.docx), e-books (.epub) and tables or lists of articles (.csv, .json, .jsonl), up to \
                       20 MB each; and collections that another reader saved here (.crossread.json). They are read here, in \
                       your browser, and are sent nowhere.";

/// Opens it.
pub(crate) fn open() {
    if dialog_in_page().is_none() {
        leptos::mount::mount_to_body(|| Finished::from(dialog()));
    }
    if let Some(dialog) = dialog_in_page().filter(|dialog| !dialog.open()) {
        // Fails only for dialogs that are open.
        let _ = dialog.show_modal();
    }
}

/// Whether the reader sees it.
pub(crate) fn is_open() -> bool {
    dialog_in_page().is_some_and(|dialog| dialog.open())
}

fn dialog_in_page() -> Option<HtmlDialogElement> {
    document().get_element_by_id("own").map(JsCast::unchecked_into)
}

fn close() {
    if let Some(dialog) = dialog_in_page() {
        dialog.close();
    }
}

fn dialog() -> Element {
    let heading = element("h2").set("id", "own-heading").set("tabindex", "-1").child("Your articles");
    let head = element("div").class("head").child(heading).child(button("close", "Close", close));
    let status = element("p").class("said").set("role", "status").text(|| follow(0, |shown| shown.said.clone()));
    let kept = element("p").class("note").text(|| follow(0, |shown| shown.kept.clone()));
    element("dialog")
        .set("id", "own")
        .class("own")
        .set("aria-labelledby", "own-heading")
        .on("close", |_| focus_opener())
        .child(head)
        .child(choosers())
        .child(paste())
        .child(element("div").child(piece(progress)))
        .child(status)
        .child(kept)
        .child(report())
        .child(taking_along())
}

/// What a reader can give another.
fn taking_along() -> Element {
    let file = "One file with your articles, corrections and notes, which another reader opens by dropping it on this page \
                or choosing it here. Links carry none of them. The articles that the page came with are not in the file.";
    let alone = "Or a page of its own, in one file that opens by double click: all articles that are here, your \
                corrections and notes, and every lens. It needs no connection.";
    let choice = |words, act: fn()| element("p").class("choices").child(button("", words, act));
    element("section")
        .child(element("h3").child("Take along"))
        .child(element("p").class("note").child(file))
        .child(choice("Save the collection as a file", along::begin))
        .child(element("p").class("note").child(alone))
        .child(choice("Save the collection as a page", page::begin))
}

/// The button that opened the panel may have been drawn anew in the meantime.
fn focus_opener() {
    if let Some(opener) = document().get_element_by_id(OPENER) {
        let _ = opener.unchecked_into::<HtmlElement>().focus();
    }
}

/// The place to drop files at, with the choosers of files and folders.
fn choosers() -> Element {
    let chooser = |words: &'static str, folder: bool| {
        let input = element("input").set("type", "file").set("multiple", "").set("hidden", "").set("aria-label", words);
        let input = if folder { input.set("webkitdirectory", "") } else { input };
        let field: HtmlInputElement = input.node().clone().unchecked_into();
        let opened = field.clone();
        let input = input.on("change", move |_| add(gather::chosen(&field)));
        [button("", words, move || opened.click()), input]
    };
    let choices = element("p")
        .class("choices")
        .children(chooser("Choose files", false))
        .children(chooser("Choose a folder", true));
    element("div")
        .class("drop")
        .child(element("p").child("Drop files or folders anywhere on this page, or"))
        .child(choices)
        .child(element("p").class("note").child(FORMATS))
}

/// A field for text that was copied elsewhere.
fn paste() -> Element {
    let field = element("textarea").set("id", "own-paste").set("rows", "6");
    let text: HtmlTextAreaElement = field.node().clone().unchecked_into();
    let take = move || {
        let pasted = text.value();
        if !pasted.trim().is_empty() {
            add(vec![named(&pasted)]);
            text.set_value("");
        }
    };
    element("details")
        .child(element("summary").child("Paste an article"))
        .child(element("label").set("for", "own-paste").child("Text or HTML of one article, its headline first"))
        .child(field)
        .child(button("", "Add what is pasted", take))
}

/// Pasted text as a file: markup by its first sign. (The worker finds another name for the second one.)
fn named(text: &str) -> Chosen {
    let is_markup = text.trim_start().starts_with('<') && text.contains("</");
    let name = if is_markup { "pasted.html" } else { "pasted.txt" };
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()));
    Chosen::new(name.to_owned(), blob.map(Into::into).unwrap_or_default())
}

/// How far the work is, and the button that ends it.
fn progress() -> Option<Element> {
    // Only beginning and end make it anew: the button keeps the focus.
    if !follow(1, |shown| shown.step.is_some()) {
        return None;
    }
    let words = |shown: &crate::Shown| match shown.step {
        Some(Step::Reading { done, all }) if all > 0 => format!("Reading file {} of {all}", done + 1),
        Some(Step::Finding { done, all }) => format!("Analysing article {} of {all}", done + 1),
        Some(Step::Comparing) => "Comparing all articles".to_owned(),
        Some(Step::Finishing) => "Keeping and showing them".to_owned(),
        _ => "Beginning".to_owned(),
    };
    let part = |shown: &crate::Shown| match shown.step {
        Some(Step::Reading { done, all } | Step::Finding { done, all }) if all > 0 => {
            Some((done * 100 / all).to_string())
        }
        _ => None,
    };
    let bar = element("progress").set("max", "100").set("aria-label", "Progress");
    let bar = bar.follow("value", move || follow(0, part));
    let words = element("span").text(move || follow(0, words));
    let cancel = button("", "Cancel", cancel);
    let cancel = cancel.when("disabled", || follow(0, |shown| matches!(shown.step, Some(Step::Finishing))));
    Some(element("div").class("progress").child(bar).child(words).child(cancel))
}
