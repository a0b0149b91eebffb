//! The reader's notes in the browser's IndexedDB: each annotation by itself, as JSON, under its own name. So two tabs that
//! are open at once take nothing from each other.

use crate::flag;
use crossread_take::note::{Change, Note, import};
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use leptos::prelude::window;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};

/// The version of the database: it goes up when its stores change.
const VERSION: u32 = 1;

const STORE: &str = "notes";

thread_local! {
    static DATABASE: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// What is kept: the notes, and how many more there are that cannot be read back.
pub(crate) type Kept = (Vec<Note>, usize);

/// Reads all.
///
/// # Errors
/// Why nothing is kept here, in a sentence.
pub(crate) async fn read() -> Result<Kept, String> {
    try_read().await.map_err(|error| in_words(&error))
}

/// Keeps what changed, all of it or nothing.
///
/// # Errors
/// Why not, in a sentence.
pub(crate) async fn write(changes: &[Change]) -> Result<(), String> {
    try_write(changes).await.map_err(|error| in_words(&error))
}

/// Says that notes are kept, or that none are: the page looks for it when it opens, and other tabs hear of it.
pub(crate) fn mark(any: bool) {
    if let Ok(Some(storage)) = window().local_storage() {
        // The page's `own.rs` looks for the same.
        let key = format!("crossread-notes {}", flag::place());
        let _ = match any {
            true => storage.set_item(&key, &(js_sys::Date::now() as u64).to_string()),
            false => storage.remove_item(&key),
        };
    }
}

async fn try_read() -> Result<Kept, idb::Error> {
    let transaction = open().await?.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let lines = transaction.object_store(STORE)?.get_all(None, None)?.await?;
    let read = |line: &JsValue| import(line.as_string()?.as_bytes()).ok()?.notes.pop();
    let notes: Vec<Note> = lines.iter().filter_map(read).collect();
    let unread = lines.len() - notes.len();
    Ok((notes, unread))
}

async fn try_write(changes: &[Change]) -> Result<(), idb::Error> {
    let transaction = open().await?.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    for change in changes {
        match change {
            Change::Put(note) => {
                let line = serde_json::Value::Object(note.json().clone()).to_string();
                store.put(&line.into(), Some(&note.id().into()))?.await?;
            }
            Change::Remove(id) => store.delete(JsValue::from(id))?.await?,
        }
    }
    // Only what a transaction has ended with is kept.
    let is_aborted = transaction.await?.is_aborted();
    if is_aborted { Err(idb::Error::AddFailed(JsValue::from("QuotaExceededError"))) } else { Ok(()) }
}

async fn open() -> Result<Rc<Database>, idb::Error> {
    if let Some(database) = DATABASE.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let name = format!("crossread-notes {}", flag::place());
    let mut request = Factory::new()?.open(&name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // Version 1 is the first: whatever comes later changes what is there, and takes nothing away.
        if let Ok(database) = event.database()
            && !database.store_names().iter().any(|name| name == STORE)
        {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    let mut database = request.await?;
    // A newer version of the page in another tab must not wait for this one.
    database.on_version_change(|event| {
        if let Some(database) = event.target() {
            database.unchecked_into::<web_sys::IdbDatabase>().close();
        }
    });
    let database = Rc::new(database);
    DATABASE.set(Some(database.clone()));
    Ok(database)
}

/// What is wrong, in a sentence for the reader.
fn in_words(error: &idb::Error) -> String {
    let error = error.to_string();
    let why = if error.contains("Quota") {
        "there is no room left for this page"
    } else if error.contains("VersionError") || error.contains("higher version") || error.contains("less than") {
        "a newer version of this page has kept notes here in a way that this one does not read; reload the page to get it"
    } else {
        "the browser does not let this page keep anything, as in private windows"
    };
    format!(
        "Notes are not kept in this browser: {why}. They stay until the page is closed; save them as a file before that."
    )
}
