//! The element that the page and its panel are made of, and what follows the state.
//!
//! Leptos compiles its renderer anew for every type of view it meets: written with `view!`, a lens costs the reader tens
//! of kilobytes. So a lens or a part is a function that returns an [`element::Element`], which is one type whatever it
//! holds and which Leptos renders like its own:
//!
//! ```ignore
//! element("button").set("type", "button").click(move || page.go(view)).child("Start anew")
//! ```
//!
//! * What follows the state is given as a closure: [`Element::text`](element::Element::text) and
//!   [`Element::follow`](element::Element::follow) for words and attributes, [`follow::piece`] and [`follow::rows`] for
//!   elements that come and go. Closures are put into boxes there, so that all of them share one compiled copy; a
//!   generic function around a closure would undo that.
//! * A function runs inside the piece that calls it, which follows all that is read on the way: what shall stay
//!   reads in closures of its own, or with `untrack`.
//! * [`follow::memo`] and [`follow::effect`] are Leptos's own, in boxes.

pub mod element;
pub mod follow;
pub mod program;

use element::{Child, Element, element};

/// A button with words on it.
pub fn button(class: &str, words: impl Into<Child>, act: impl FnMut() + 'static) -> Element {
    element("button").set("type", "button").class(class).click(act).child(words)
}

/// Words for those who can't see what stands beside them.
pub fn unseen(words: &'static str) -> Element {
    element("span").class("visually-hidden").child(words)
}
