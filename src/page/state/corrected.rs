//! A reader's corrections: where they are kept, and what follows from them.
//!
//! They are kept in the browser and not in the address. They are the reader's own: a link that is passed on shows what
//! the articles and the rules say, not what somebody hid; they stay when the page is opened anew; and in the address every
//! one of a page's hundreds of links would carry them all.

use super::settings;
use crossread_corpus::correction::{Correction, kept as text};
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
