//! The reader's notes as they are shown and marked; what changes is kept, and what other tabs change is taken over.

use super::store;
use crate::{flag, held, page};
use core::cell::Cell;
use crossread_corpus::span::Anchor;
use crossread_take::note::{Change, Filter, Found, Note, Notebook, Texts};
use leptos::prelude::{ArcRwSignal, Get, Update, window};
use std::{cell::RefCell, collections::BTreeSet};
use wasm_bindgen_futures::spawn_local;

/// The notes, and what went wrong with keeping them.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) notes: Notebook,
    /// In a sentence; empty where all is well.
    pub(crate) fault: String,
    /// How many kept notes cannot be read back. They are left as they are.
    pub(crate) unread: usize,
    /// Notes that are here and could not be kept.
    unkept: BTreeSet<String>,
}

thread_local! {
    static BOOK: RefCell<Book> = RefCell::default();
    /// Goes up when anything in it is another.
    static TURN: ArcRwSignal<usize> = ArcRwSignal::new(0);
    static IS_READ: Cell<bool> = const { Cell::new(false) };
    /// Changes so far, and how many of them are still being kept.
    static CHANGES: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

/// Reads the notes.
pub(crate) fn with<T>(read: impl FnOnce(&Book) -> T) -> T {
    BOOK.with_borrow(read)
}

/// Reads the notes, and follows them.
pub(crate) fn follow<T>(read: impl FnOnce(&Book) -> T) -> T {
    TURN.with(|turn| turn.get());
    with(read)
}

/// Whether what is kept has been read, or is being read.
pub(crate) fn is_read() -> bool {
    IS_READ.get()
}

/// Has what is kept read, if it has not been yet.
pub(crate) fn begin() {
    if !IS_READ.replace(true) {
        read_again();
    }
}

/// Reads what is kept, of which another tab has changed something.
pub(crate) fn read_again() {
    IS_READ.set(true);
    spawn_local(async {
        loop {
            let before = CHANGES.get();
            let kept = store::read().await;
            // What was changed meanwhile may be missing in what was read.
            if before == CHANGES.get() && before.1 == 0 {
                return taken_over(kept);
            }
        }
    });
}

fn taken_over(kept: Result<store::Kept, String>) {
    BOOK.with_borrow_mut(|book| match kept {
        Ok((notes, unread)) => {
            book.unread = unread;
            let kept: BTreeSet<&str> = notes.iter().map(Note::id).collect();
            let here: Vec<String> =
                book.notes.list(&Filter::default()).iter().map(|note| note.id().to_owned()).collect();
            for gone in here.into_iter().filter(|id| !kept.contains(id.as_str()) && !book.unkept.contains(id)) {
                book.notes.follow(Change::Remove(gone));
            }
            for note in notes {
                if book.notes.get(note.id()) != Some(&note) {
                    book.notes.follow(Change::Put(Box::new(note)));
                }
            }
        }
        Err(fault) => book.fault = fault,
    });
    show();
}

/// Does something that changes notes, shows it, and keeps what follows.
pub(crate) async fn act(change: impl FnOnce(&mut Notebook) -> Vec<Change>) {
    begin();
    let changes = BOOK.with_borrow_mut(|book| change(&mut book.notes));
    if changes.is_empty() {
        return;
    }
    show();
    let (count, pending) = CHANGES.get();
    CHANGES.set((count + 1, pending + 1));
    let outcome = store::write(&changes).await;
    let (count, pending) = CHANGES.get();
    CHANGES.set((count, pending - 1));
    let any = BOOK.with_borrow_mut(|book| {
        let ids = changes.iter().map(|change| match change {
            Change::Put(note) => note.id().to_owned(),
            Change::Remove(id) => id.clone(),
        });
        match &outcome {
            Ok(()) => ids.for_each(|id| {
                book.unkept.remove(&id);
            }),
            Err(_) => book.unkept.extend(ids),
        }
        book.fault = outcome.as_ref().err().cloned().unwrap_or_default();
        !book.notes.is_empty() || book.unread > 0
    });
    if outcome.is_ok() {
        store::mark(any);
        flag::persist().await;
    }
    show();
}

/// Marks the notes in the text of the articles, and shows them anew where they are listed.
pub(crate) fn show() {
    let places = with(|book| {
        let notes = book.notes.list(&Filter::default());
        // Without notes there is no need to read the library.
        if notes.is_empty() { Vec::new() } else { places(&notes) }
    });
    let places: Vec<Anchor> = places.into_iter().filter_map(|(place, _)| Some(place?.1)).collect();
    page::mark(&places);
    TURN.with(|turn| turn.update(|turn| *turn += 1));
}

/// Where each of these notes is: the article's title and place, and what is to be said about it.
pub(crate) fn places(notes: &[&Note]) -> Vec<(Option<(String, Anchor)>, Found)> {
    let found = held::with(|library| {
        let texts = Texts::of(library.articles());
        let place = |note: &&Note| {
            let (number, found) = texts.find(note.target());
            let article = number.and_then(|number| library.articles().get(number));
            let place = article.zip(found.span());
            let place =
                place.map(|(article, span)| (article.title().text().to_owned(), Anchor { article: article.key, span }));
            (place, found)
        };
        notes.iter().map(place).collect::<Vec<_>>()
    });
    found.unwrap_or_else(|| notes.iter().map(|_| (None, Found::NoArticle)).collect())
}

/// The time, as of ISO 8601.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// A name that no other note has.
pub(crate) fn new_id() -> String {
    let mut bytes = [0_u8; 16];
    // Where there is no chance to be had, the time tells notes apart.
    let random = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if random.is_err() {
        bytes[..8].copy_from_slice(&js_sys::Date::now().to_be_bytes());
    }
    // A UUID of version 4 (RFC 9562).
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
