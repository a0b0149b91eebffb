//! The dialog in which a note is written, on words that are meant or anew.

use super::{frame, notebook, notes};
use crate::{held, place};
use crossread_corpus::{article::ArticleKey, span::Span};
use crossread_element::{
    button,
    element::{Child, element},
};
use crossread_take::note::Note;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;

thread_local! {
    /// What is written and not saved, and on what: a dialog that closes by accident loses nothing.
    static DRAFT: RefCell<(String, String)> = RefCell::default();
}

/// Opens it for what a wish names.
pub(crate) fn open(wish: &str) {
    notebook::begin();
    let meant = place::meant(wish).and_then(|meant| Some((meant.article, meant.span?)));
    frame::open("Note", move || match meant {
        Some((article, span)) => new(article, span),
        None => {
            let words = "Select words in the article first, or point at a sentence: by its # or with the keys j and k.";
            vec![element("p").child(words).into()]
        }
    });
}

fn new(article: ArticleKey, span: Span) -> Vec<Child> {
    let quoted = held::with(|library| library.collection.get(article).map(|article| article.slice(span).to_owned()));
    let save = move |words: String| {
        let (id, now) = (notebook::new_id(), notebook::now());
        let note = held::with(|library| Note::new(&id, library.collection.get(article)?, span, &words, &now));
        spawn_local(async move {
            if let Some(Some(note)) = note {
                notebook::act(|book| book.add(note)).await;
            }
            finish();
        });
    };
    let on = format!("{article}.{}-{}", span.start(), span.end());
    written(on, &quoted.flatten().unwrap_or_default(), "", frame::close, save)
}

/// Opens it for a note that is there.
pub(crate) fn edit(note: Note) {
    frame::open("Edit note", move || {
        let (quoted, before) = (note.quoted().to_owned(), note.words().to_owned());
        let on = note.id().to_owned();
        let save = move |words: String| {
            let note = note.clone();
            let (beside, now) = (notebook::new_id(), notebook::now());
            spawn_local(async move {
                notebook::act(|book| book.edit(&note, &words, &now, &beside)).await;
                notes::open_again("Saved.");
            });
        };
        written(on, &quoted, &before, || notes::open_again(""), save)
    });
}

/// Closes it, unless there is something to say about keeping the note.
fn finish() {
    if notebook::with(|book| book.fault.is_empty()) {
        frame::close();
        frame::say("Your note is kept.");
    } else {
        notes::open("");
    }
}

fn written(on: String, quoted: &str, before: &str, cancel: fn(), save: impl Fn(String) + 'static) -> Vec<Child> {
    let field = element("textarea").set("id", "take-note").set("rows", "5").set("autofocus", "");
    let text: HtmlTextAreaElement = field.node().clone().unchecked_into();
    let draft = DRAFT.with_borrow(|(of, words)| (*of == on).then(|| words.clone()));
    text.set_value(draft.as_deref().unwrap_or(before));
    let (typed, of) = (text.clone(), on);
    let field = field.on("input", move |_| DRAFT.set((of.clone(), typed.value())));
    let keep = button("", "Save", move || {
        DRAFT.take();
        save(text.value());
    });
    let drop_it = button("", "Cancel", move || {
        DRAFT.take();
        cancel();
    });
    let quoted = element("blockquote").child(element("bdi").child(quoted.to_owned()));
    let label =
        element("label").set("for", "take-note").child("Your note (left empty, the words are only highlighted)");
    let note = "Kept in this browser, for you alone; it is sent nowhere.";
    vec![
        quoted.into(),
        label.into(),
        field.into(),
        element("p").class("note").child(note).into(),
        element("p").class("choices").child(keep).child(drop_it).into(),
    ]
}
