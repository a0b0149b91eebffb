//! The search field, with its help and the switch that forgives no spelling.

use crate::{
    part::{
        element::{Element, element},
        follow::piece,
    },
    state::Page,
};
use crossread_corpus::view::Lens;
use leptos::{
    ev::{KeyboardEvent, keydown},
    prelude::*,
};
use wasm_bindgen::JsCast;

/// Search as you type.
pub(crate) fn search(page: Page) -> Element {
    let field = field(page);
    let node: web_sys::HtmlInputElement = field.node().clone().unchecked_into();
    let handle = window_event_listener(keydown, move |event| {
        if event.key() == "/" && !is_typing(&event) {
            event.prevent_default();
            let _ = node.focus();
            node.select();
        }
    });
    on_cleanup(move || handle.remove());
    let exact = element("input")
        .set("type", "checkbox")
        .checked(move || page.view().exact)
        .on("change", move |event| page.amend(|view| view.exact = event_target_checked(&event)));
    let help = element("details").class("help").child(element("summary").child("Search help")).child(help());
    let options =
        element("div").class("options").child(element("label").child(exact).child(" Exact spelling")).child(help);
    let notes = piece(move || {
        let answer = page.answer();
        let notes = &answer.query.notes;
        let lines = notes.iter().map(|note| element("p").class("note").child(note.message.clone()));
        (!notes.is_empty()).then(|| element("div").children(lines))
    });
    element("form")
        .class("search")
        .set("role", "search")
        .on("submit", |event| event.prevent_default())
        .child(element("div").class("field").child(field).child(element("kbd").set("aria-hidden", "true").child("/")))
        .child(options)
        .child(element("div").set("id", "search-notes").child(notes))
}

fn field(page: Page) -> Element {
    const ATTRIBUTES: [(&str, &str); 8] = [
        ("id", "search"),
        ("type", "search"),
        ("aria-label", "Search the articles"),
        ("aria-describedby", "search-notes"),
        ("placeholder", "Search the articles"),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
    ];
    let field = ATTRIBUTES.into_iter().fold(element("input"), |field, (name, value)| field.set(name, value));
    field.value(move || page.view().query.clone()).on("input", move |event| {
        let line = event_target_value(&event);
        page.amend(move |view| {
            // an answer to a question is a list
            if view.lens == Lens::Overview && !line.is_empty() {
                view.lens = Lens::Articles;
            }
            view.query = line;
        });
    })
}

/// The query language in a table.
fn help() -> Element {
    const SYNTAX: [(&str, &str); 9] = [
        ("vote fraud", "both words, anywhere in the article; inflections and other spellings too"),
        ("\"free and fair\"", "these words side by side"),
        ("vote OR poll", "either word"),
        ("vote -fraud", "articles without the second word"),
        ("protest*", "words that begin so"),
        ("outlet:name", "published by an outlet of that name; outlet:none where it is not stated"),
        ("date:2020-08-15..2020-08-17", "published on these days; a day, month or year alone works too"),
        ("in:headline", "only in headlines; also in:caption, in:body"),
        ("/", "goes to the search field; n and p to the next and previous hit in an article"),
    ];
    let heading = |words: &'static str| element("th").set("scope", "col").child(words);
    let head = element("tr").child(heading("You type")).child(heading("You find"));
    let rows = SYNTAX.map(|(line, meaning)| {
        let line = element("td").child(element("code").child(line));
        element("tr").child(line).child(element("td").child(meaning))
    });
    let table = element("table")
        .child(element("caption").class("visually-hidden").child("What can be typed"))
        .child(element("thead").child(head))
        .child(element("tbody").children(rows));
    let sheet = element("div").class("sheet").set("tabindex", "0").set("role", "region");
    sheet.set("aria-label", "Search help").child(table)
}

/// True when a key goes into a field, or is part of the browser's own shortcut.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let shortcut = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    shortcut || target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
