//! Files that the reader drops or chooses, by their names: files, and folders with all that is in them.

use crate::{Chosen, add};
use crossread_element::element::listen_to;
use js_sys::{Array, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DragEvent, Event, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry, HtmlInputElement,
};

/// Takes files that are dropped anywhere on the page.
pub(crate) fn listen() {
    let root = document();
    listen_to(&root, "dragover", |event| {
        if has_files(&event) {
            event.prevent_default();
            show_drop(true);
        }
    });
    listen_to(&root, "dragleave", |event| {
        if event.unchecked_ref::<DragEvent>().related_target().is_none() {
            show_drop(false);
        }
    });
    listen_to(&root, "drop", |event| {
        if has_files(&event) {
            event.prevent_default();
            show_drop(false);
            take(event.unchecked_ref());
        }
    });
}

fn has_files(event: &Event) -> bool {
    let dragged = event.unchecked_ref::<DragEvent>().data_transfer();
    dragged.is_some_and(|dragged| dragged.types().includes(&"Files".into(), 0))
}

/// Shows that the page takes what is dragged over it.
fn show_drop(takes: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.class_list().toggle_with_force("dropping", takes);
    }
}

fn take(event: &DragEvent) {
    let Some(dragged) = event.data_transfer() else { return };
    // Only now are the entries to be had: when this ends, the browser takes them away.
    let items = dragged.items();
    let entries = (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok()?);
    let mut entries: Vec<FileSystemEntry> = entries.collect();
    entries.reverse();
    if entries.is_empty() {
        return dragged.files().map_or((), |files| add(listed(&files)));
    }
    spawn_local(async move {
        let mut chosen = Vec::new();
        while let Some(entry) = entries.pop() {
            // What cannot be opened is as good as not there; a file that cannot be read is told of by the worker.
            if entry.is_file() {
                let entry: FileSystemFileEntry = entry.unchecked_into();
                let file = called(|done, failed| entry.file_with_callback_and_callback(done, failed)).await;
                if let Ok(file) = file {
                    chosen.push(Chosen::new(entry.full_path().trim_start_matches('/').to_owned(), file));
                }
            } else {
                let reader = entry.unchecked_ref::<FileSystemDirectoryEntry>().create_reader();
                // A folder is read in parts.
                loop {
                    let part = called(|done, failed| {
                        let _ = reader.read_entries_with_callback_and_callback(done, failed);
                    });
                    let part: Array = part.await.map(JsCast::unchecked_into).unwrap_or_default();
                    if part.length() == 0 {
                        break;
                    }
                    entries.extend(part.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
                }
            }
        }
        add(wanted(chosen));
    });
}

/// What a function of the browser calls back with.
async fn called(call: impl Fn(&js_sys::Function, &js_sys::Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| call(&done, &failed))).await
}

/// The files of a chooser, which is then empty again.
pub(crate) fn chosen(input: &HtmlInputElement) -> Vec<Chosen> {
    let files = input.files().map_or_else(Vec::new, |files| listed(&files));
    input.set_value("");
    wanted(files)
}

/// The files that were dropped before the panel was there; the page has put them by.
pub(crate) fn dropped_before() -> Vec<Chosen> {
    let name = JsValue::from("crossreadDropped");
    let files = js_sys::Reflect::get(&window(), &name).ok().and_then(|files| files.dyn_into::<Array>().ok());
    let _ = js_sys::Reflect::delete_property(&window(), &name);
    wanted(files.unwrap_or_default().iter().map(|file| named(file.unchecked_into())).collect())
}

fn listed(files: &FileList) -> Vec<Chosen> {
    (0..files.length()).filter_map(|at| files.get(at)).map(named).collect()
}

fn named(file: File) -> Chosen {
    Chosen::new(path(&file), file.into())
}

/// The path below the folder that was chosen, or the name.
fn path(file: &File) -> String {
    let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

/// Without what belongs to the system: hidden files, and read-me files of folders.
fn wanted(mut files: Vec<Chosen>) -> Vec<Chosen> {
    files.retain(|Chosen { name, .. }| {
        let is_readme = name.ends_with("/README.md") || name.ends_with("/README.txt");
        !is_readme && !name.split('/').any(|part| part.starts_with('.'))
    });
    files
}
