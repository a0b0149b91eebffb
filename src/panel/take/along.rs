//! A collection in one file: taken along, and opened where another reader gave it.

use super::{
    file::{UNSAVED, save as save_file},
    frame, notebook, store,
};
use crate::{Chosen, SHOWN, order, page, turn};
use crossread_corpus::{
    correction::kept,
    message::{Headed, Order},
    wording::counted,
};
use crossread_take::{
    along::{Along, EXTENSION, Given, read, write},
    note::{Filter, Note},
};
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

thread_local! {
    /// Corrections and notes that came with articles, until those are there.
    static UNSETTLED: RefCell<(Vec<String>, Vec<Note>)> = RefCell::default();
}

/// Whether a file is a collection by its name; browsers number the second of a name: "a.crossread (2).json".
pub(crate) fn is_one(name: &str) -> bool {
    let name = name.to_lowercase();
    let (stem, ending) = EXTENSION.rsplit_once('.').unwrap_or((EXTENSION, ""));
    name.strip_suffix(ending).is_some_and(|rest| rest.contains(stem))
}

/// What was in collections and beside them.
pub(crate) struct Unpacked {
    /// Articles.
    pub(crate) files: Vec<Chosen>,
    /// What cannot be read: its name, and what is wrong with it.
    pub(crate) refused: Vec<(String, String)>,
}

/// Takes collections apart. Their corrections and notes wait for [`settle`].
pub(crate) async fn unpack(chosen: Vec<Chosen>) -> Unpacked {
    let mut unpacked = Unpacked { files: Vec::new(), refused: Vec::new() };
    UNSETTLED.take();
    for one in chosen {
        if !is_one(&one.name) {
            unpacked.files.push(one);
            continue;
        }
        let name = one.name;
        let bytes = JsFuture::from(one.file.unchecked_into::<Blob>().array_buffer()).await;
        let Ok(bytes) = bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()) else {
            let why = "the browser cannot read this file; see that it exists and may be read";
            unpacked.refused.push((name, why.to_owned()));
            continue;
        };
        match read(&bytes) {
            Ok((along, faults)) => {
                unpacked.files.extend(along.articles.into_iter().map(file));
                UNSETTLED.with_borrow_mut(|(corrections, notes)| {
                    corrections.push(kept::to_text(&along.corrections));
                    notes.extend(along.notes);
                });
                unpacked.refused.extend(faults.into_iter().map(|fault| (name.clone(), fault.to_string())));
            }
            Err(fault) => {
                let why = format!("{fault}. Ask for the file again, as it was saved here (“Take along”)");
                unpacked.refused.push((name, why));
            }
        }
    }
    unpacked
}

fn file(given: Given) -> Chosen {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(given.bytes.as_slice())));
    Chosen { set: given.headers, ..Chosen::new(given.name, blob.map(Into::into).unwrap_or_default()) }
}

/// Drops what waits for [`settle`]: the work was ended.
pub(crate) fn forget() {
    UNSETTLED.take();
}

/// Takes over corrections and notes that came with articles; says how many, in a sentence and a blank.
pub(crate) async fn settle() -> String {
    let (corrections, notes) = UNSETTLED.take();
    let corrected: usize = corrections.iter().map(|line| page::correct(line)).sum();
    let noted = notes.len();
    if noted > 0 {
        notebook::act(|book| book.import(notes)).await;
    }
    match (corrected, noted) {
        (0, 0) => String::new(),
        _ => format!(
            "{} and {} came along. ",
            counted(corrected, "correction", "corrections"),
            counted(noted, "note", "notes")
        ),
    }
}

/// Takes over the corrections and notes that a page brings which a reader made in the browser.
pub(crate) async fn bring() {
    let text = document().get_element_by_id("along").and_then(|holder| holder.text_content());
    if let Some(Ok((along, _))) = text.map(|text| read(text.as_bytes())) {
        UNSETTLED.set((vec![kept::to_text(&along.corrections)], along.notes));
        settle().await;
        notebook::show();
    }
}

/// The reader's corrections and notes as a page can bring them: nothing where there are none.
pub(crate) async fn to_bring() -> Option<String> {
    let (corrections, notes) = (kept::from_text(&page::corrections()), notes().await);
    let is_empty = corrections.is_empty() && notes.is_empty();
    (!is_empty).then(|| write(&Along { articles: Vec::new(), corrections, notes }))
}

/// Lets the reader save all that is theirs; the worker is asked for their files first.
pub(crate) fn begin() {
    if SHOWN.with_borrow(|shown| shown.files.is_empty()) {
        save(Vec::new(), &[], &Array::new());
    } else {
        order(&Order::Files, &[]);
    }
}

/// Saves it; `beside` holds the files' bytes behind the message they came with.
pub(crate) fn save(files: Vec<(String, Vec<Headed>)>, missing: &[String], beside: &Array) {
    let bytes = |at: usize| beside.get(at as u32).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    let given = |(at, (name, headers)): (usize, (String, Vec<Headed>))| {
        Some(Given { name, bytes: bytes(at + 1).ok()?, headers })
    };
    let articles: Vec<Given> = files.into_iter().enumerate().filter_map(given).collect();
    let missing = missing.to_vec();
    spawn_local(async move {
        let notes = notes().await;
        let corrections = kept::from_text(&page::corrections());
        let told = format!(
            "{}, {} and {}",
            counted(articles.len(), "file", "files"),
            counted(corrections.len(), "correction", "corrections"),
            counted(notes.len(), "note", "notes")
        );
        let text = write(&Along { articles, corrections, notes });
        let saved = save_file(&format!("collection{EXTENSION}"), &JsValue::from(Uint8Array::from(text.as_bytes())));
        let lost = if missing.is_empty() {
            String::new()
        } else {
            format!(" Not in it, since they were not kept: {}. Add them again, and save anew.", missing.join(", "))
        };
        let said = if saved.is_ok() { format!("Saved: {told}.{lost}") } else { UNSAVED.to_owned() };
        tell(&said, !lost.is_empty() || saved.is_err());
    });
}

/// Tells how saving went, where the reader is; what must not be missed also where they look first.
pub(crate) fn tell(said: &str, is_weighty: bool) {
    SHOWN.with_borrow_mut(|shown| said.clone_into(&mut shown.said));
    turn(0);
    if !crate::dialog::is_open() {
        frame::say(said);
        if is_weighty {
            page::notice(said);
        }
    }
}

/// All notes: those that are shown, or else those that are kept.
async fn notes() -> Vec<Note> {
    if !notebook::is_read() {
        return store::read().await.map(|(notes, _)| notes).unwrap_or_default();
    }
    notebook::with(|book| book.notes.list(&Filter::default()).into_iter().cloned().collect())
}
