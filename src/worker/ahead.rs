//! Files read before it is their turn: a browser takes a millisecond for each, however short it is.

use crossread_analysis::read;
use js_sys::Uint8Array;
use std::{collections::VecDeque, slice::Iter};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// So many bytes and so many files are read ahead, or one file.
const BYTES: f64 = 8_000_000.0;
const FILES: usize = 32;

/// Files in their order.
pub(crate) struct Ahead<'a> {
    files: Iter<'a, JsValue>,
    begun: VecDeque<(f64, Option<JsFuture>)>,
    bytes: f64,
}

/// What has come of a file.
pub(crate) enum Given {
    /// Its bytes.
    Bytes(Uint8Array),
    /// It has so many bytes, which are more than are read, and were not asked for.
    TooLong(u64),
    /// The browser cannot read it.
    Unreadable,
}

impl<'a> Ahead<'a> {
    /// These files or blobs.
    pub(crate) fn of(files: &'a [JsValue]) -> Self {
        Self { files: files.iter(), begun: VecDeque::new(), bytes: 0.0 }
    }

    /// The next one, if there is one.
    pub(crate) async fn next(&mut self) -> Option<Given> {
        while self.begun.is_empty() || self.bytes < BYTES && self.begun.len() < FILES {
            let Some(file) = self.files.next() else { break };
            let file: &Blob = file.unchecked_ref();
            let bytes = (file.size() <= read::LIMIT as f64).then(|| JsFuture::from(file.array_buffer()));
            self.bytes += file.size();
            self.begun.push_back((file.size(), bytes));
        }
        let (size, bytes) = self.begun.pop_front()?;
        self.bytes -= size;
        Some(match bytes {
            None => Given::TooLong(size as u64),
            Some(bytes) => bytes.await.map_or(Given::Unreadable, |buffer| Given::Bytes(Uint8Array::new(&buffer))),
        })
    }
}
