//! A reader's corrections: where they are kept, and the library with them.
//!
//! They are kept in the browser and not in the address. They are the reader's own: a link that is passed on shows what
//! the articles and the rules say, not what somebody hid; they stay when the page is opened anew; and in the address every
//! one of a page's hundreds of links would carry them all.

use super::settings;
use crossread_corpus::{
    correction::{Correction, kept as text},
    results::Library,
    shard,
};
use leptos::prelude::window;

/// Pages that share a server keep theirs apart.
fn key() -> String {
    format!("corrections {}", window().location().pathname().unwrap_or_default())
}

/// Those that the browser keeps.
pub(super) fn kept() -> Vec<Correction> {
    settings::kept(&key()).map(|line| text::from_text(&line)).unwrap_or_default()
}

/// Lets the browser keep these.
pub(super) fn keep(corrections: &[Correction]) {
    settings::keep(&key(), &text::to_text(corrections));
}

/// What the page was given to show.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    /// The articles as read.
    pub(crate) library: &'static Library,
    /// What they were read from.
    pub(crate) shard: &'static [u8],
}

/// The library with these corrections. What it was before stays in memory, since anything on the page may hold a part of
/// it: the texts and the index are shared, so that a correction costs what was found in the articles once more. It is
/// read anew rather than copied: that needs no more code than the page has.
pub(super) fn library(given: Given, corrections: &[Correction]) -> &'static Library {
    if corrections.is_empty() {
        return given.library;
    }
    match shard::read(given.shard) {
        Ok(again) => Box::leak(Box::new(again.corrected(given.library, corrections))),
        Err(_) => given.library,
    }
}
