//! The ways of looking, one a file.

pub(crate) mod articles;
pub(crate) mod block;
pub(crate) mod hits;
pub(crate) mod read;
pub(crate) mod row;

use crate::{part::erased::effect, state::Page};
use leptos::{html, prelude::*};

/// Gives the heading the focus when the reader chose its lens, not when the page opens with it.
pub(crate) fn focus_when_chosen(heading: NodeRef<html::H2>) {
    let chosen = Page::here().chosen();
    effect(move || {
        if let Some(heading) = heading.get()
            && chosen
        {
            let _ = heading.focus();
        }
    });
}
