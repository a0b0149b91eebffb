//! The dialog with all notes: found by words, edited, deleted, brought along and taken away.

use super::{
    file::{SAVED, UNSAVED, save},
    frame, note, notebook,
};
use crate::{held, page, place};
use crossread_corpus::{
    article::ArticleKey,
    span::Anchor,
    view::{Lens, View},
    wording::counted,
};
use crossread_element::{
    button,
    element::{Child, Element, element},
    follow::piece,
};
use crossread_take::note::{Filter, Found, Note, Notebook, export, file_name, import, text_name};
use js_sys::Uint8Array;
use leptos::prelude::{ArcRwSignal, Get, Set};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};

/// The id of the button that undoes.
const UNDO: &str = "take-undo";

/// Which notes are listed.
#[derive(Clone, Default)]
struct Wanted {
    words: String,
    /// Those on this article.
    on: Option<ArticleKey>,
    /// Those on this place.
    at: Option<Anchor>,
}

thread_local! {
    static WANTED: ArcRwSignal<Wanted> = ArcRwSignal::new(Wanted::default());
    static SAID: ArcRwSignal<String> = ArcRwSignal::new(String::new());
    /// What could not be brought along, a line each.
    static FAULTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Opens it; with the notes on a place ("0123456789abcdef.10-20"), or with all of them.
pub(crate) fn open(at: &str) {
    let at = place::read(at).and_then(|(article, span)| Some(Anchor { article, span: span? }));
    WANTED.with(|wanted| wanted.set(Wanted { at, ..Wanted::default() }));
    open_again("");
}

/// Opens it as it was before another dialog came, and says something.
pub(crate) fn open_again(said: &str) {
    notebook::begin();
    say(said.to_owned(), Vec::new());
    frame::open("Notes", content);
}

fn say(words: String, faults: Vec<String>) {
    FAULTS.set(faults);
    SAID.with(|said| said.set(words));
}

fn wanted() -> Wanted {
    WANTED.with(|wanted| wanted.get())
}

fn want(change: impl FnOnce(&mut Wanted)) {
    let mut now = WANTED.with(leptos::prelude::GetUntracked::get_untracked);
    change(&mut now);
    WANTED.with(|wanted| wanted.set(now));
}

fn content() -> Vec<Child> {
    let status = element("p").class("said").set("role", "status").text(|| SAID.with(|said| said.get()));
    let fault = element("p").class("fault").set("role", "alert").text(|| notebook::follow(|book| book.fault.clone()));
    vec![
        element("div").child(piece(filters)).into(),
        element("div").child(piece(actions)).into(),
        status.into(),
        fault.into(),
        element("div").child(piece(faults)).into(),
        element("div").child(piece(list)).into(),
        element("p").class("note").text(kept).into(),
    ]
}

/// The choice of what is listed; nothing while there is nothing to choose from.
fn filters() -> Option<Element> {
    if notebook::follow(|book| book.notes.is_empty()) {
        return None;
    }
    let filters = element("div");
    if WANTED.with(leptos::prelude::GetUntracked::get_untracked).at.is_some() {
        return Some(filters.child(piece(place_only)));
    }
    let search = element("input").set("type", "search").set("id", "take-filter").set("autocomplete", "off");
    let field: HtmlInputElement = search.node().clone().unchecked_into();
    let search = search.on("input", move |_| want(|wanted| wanted.words = field.value()));
    let label = element("label").set("for", "take-filter").child("Notes and quoted words with");
    Some(filters.child(label).child(search).child(open_only()))
}

/// Says that only the notes on one place are listed.
fn place_only() -> Option<Element> {
    wanted().at?;
    let all = button("", "Show all notes", || {
        want(|wanted| wanted.at = None);
        frame::open("Notes", content);
    });
    Some(element("p").child("On these words: ").child(all))
}

/// The box that leaves only the notes on the article that is open.
fn open_only() -> Option<Element> {
    let view = page::on_screen()?.view;
    let article = view.article.filter(|_| view.lens == Lens::Read)?;
    let tick = element("input").set("type", "checkbox");
    let field: HtmlInputElement = tick.node().clone().unchecked_into();
    let tick = tick.on("change", move |_| want(|wanted| wanted.on = field.checked().then_some(article)));
    Some(element("label").child(tick).child(" Only on the open article"))
}

fn kept() -> String {
    let unread = match notebook::follow(|book| book.unread) {
        0 => String::new(),
        unread => format!(" {} cannot be read back, and is left as it is.", counted(unread, "kept note", "kept notes")),
    };
    let is_kept = notebook::follow(|book| book.fault.is_empty() && !book.notes.is_empty());
    let kept = if is_kept { "Kept in this browser, for you alone. No link carries them." } else { "" };
    format!("{kept}{unread}")
}

fn faults() -> Option<Element> {
    SAID.with(|said| said.get());
    let lines = FAULTS.with_borrow(Clone::clone);
    let list = element("ul").class("files").set("aria-label", "What could not be read");
    (!lines.is_empty()).then(|| list.children(lines.into_iter().map(|line| element("li").child(line))))
}

fn list() -> Option<Element> {
    let wanted = wanted();
    notebook::follow(|book| {
        if book.notes.is_empty() {
            let words = "There are no notes yet. Select words in an article, or point at a sentence, and press “Note”.";
            return Some(element("p").child(words));
        }
        let on = wanted.on.and_then(|article| {
            held::with(|library| library.collection.get(article).map(|of| [text_name(&of.text), file_name(of.key)]))?
        });
        let notes = book.notes.list(&Filter { words: wanted.words.clone(), on });
        let found = notebook::places(&notes);
        let is_there = |place: &Option<(String, Anchor)>| {
            let place = place.as_ref().map(|(_, place)| place);
            wanted
                .at
                .is_none_or(|at| place.is_some_and(|place| place.article == at.article && place.span.overlaps(at.span)))
        };
        let lines = notes.iter().zip(found).filter(|(_, (place, _))| is_there(place));
        let lines: Vec<Element> = lines.map(|(note, (place, found))| line(note, place, found)).collect();
        if lines.is_empty() {
            return Some(element("p").child("No note is left by what is asked."));
        }
        Some(element("ul").class("files").set("aria-label", "Your notes").children(lines))
    })
}

fn line(note: &Note, place: Option<(String, Anchor)>, found: Found) -> Element {
    let quoted = element("bdi").child(if note.quoted().is_empty() {
        "(no words are quoted)".to_owned()
    } else {
        format!("“{}”", note.quoted())
    });
    let quoted = match &place {
        Some((_, at)) => {
            let view = View { lens: Lens::Read, article: Some(at.article), at: Some(at.span), ..View::default() };
            let link = element("a").set("href", &format!("{}?{}", page::address(), view.to_url())).child(quoted);
            link.on("click", move |event| follow_link(&event, &view))
        }
        None => element("span").child(quoted),
    };
    let title = place.map(|(title, _)| element("p").class("note").child(element("bdi").child(title)));
    let said = found.words().map(|words| element("p").class("fault").child(words));
    let words = (!note.words().is_empty()).then(|| element("p").child(element("bdi").child(note.words().to_owned())));
    let (id, edited) = (note.id().to_owned(), note.clone());
    let about = if note.words().is_empty() { note.quoted() } else { note.words() };
    let edit = button("", "Edit", move || note::edit(edited.clone())).set("aria-label", &format!("Edit: {about}"));
    let remove = button("", "Delete", move || {
        let id = id.clone();
        change("Deleted.", UNDO, move |book| book.remove(&id));
    });
    let remove = remove.set("aria-label", &format!("Delete: {about}"));
    element("li")
        .child(element("p").child(quoted))
        .child(title)
        .child(words)
        .child(said)
        .child(element("p").class("choices").child(edit).child(remove))
}

/// Goes where a note is without opening the page anew, which would lose articles that are not kept.
fn follow_link(event: &web_sys::Event, view: &View) {
    let mouse = event.unchecked_ref::<web_sys::MouseEvent>();
    if !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key()) && page::go(view) {
        event.prevent_default();
        frame::leave();
    }
}

/// Changes notes, says what was done, and puts the focus where the reader may go on.
fn change(
    said: &'static str,
    focus: &'static str,
    change: impl FnOnce(&mut Notebook) -> Vec<crossread_take::note::Change> + 'static,
) {
    spawn_local(async move {
        notebook::act(change).await;
        say(said.to_owned(), Vec::new());
        frame::focus_soon(focus);
    });
}

fn actions() -> Option<Element> {
    let (can_undo, is_empty) = notebook::follow(|book| (book.notes.can_undo(), book.notes.is_empty()));
    let undo =
        can_undo.then(|| button("", "Undo", || change("Undone.", frame::HEADING, Notebook::undo)).set("id", UNDO));
    let take = (!is_empty).then(|| {
        button("", "Save notes as a file", || {
            let notes = notebook::with(|book| export(book.notes.list(&Filter::default())).to_string());
            let saved = save("crossread-notes.jsonld", &Uint8Array::from(notes.as_bytes()));
            say((if saved.is_ok() { SAVED } else { UNSAVED }).to_owned(), Vec::new());
        })
    });
    let input = element("input").set("type", "file").set("hidden", "").set("accept", ".json,.jsonld");
    let input = input.set("aria-label", "Notes from a file");
    let field: HtmlInputElement = input.node().clone().unchecked_into();
    let opened = field.clone();
    let input = input.on("change", move |_| {
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            spawn_local(bring(file));
        }
        field.set_value("");
    });
    let bring = button("", "Add notes from a file", move || opened.click());
    Some(element("p").class("choices").child(undo).child(take).child(bring).child(input))
}

/// Adds the notes of a file.
async fn bring(file: File) {
    let name = file.name();
    let bytes = JsFuture::from(file.array_buffer()).await;
    let Ok(bytes) = bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()) else {
        return say(format!("{name} cannot be read: it may have been moved or changed. Choose it again."), Vec::new());
    };
    match import(&bytes) {
        Ok(imported) => {
            let all = counted(imported.notes.len(), "note", "notes");
            notebook::act(|book| book.import(imported.notes)).await;
            let faults: Vec<String> = imported.faults.iter().map(ToString::to_string).collect();
            say(format!("{all} read from {name}."), faults);
        }
        Err(fault) => {
            let words = "Choose a file of notes: annotations in JSON, as this page saves them.";
            say(format!("{name} holds no notes that can be read ({fault}). {words}"), Vec::new());
        }
    }
}
