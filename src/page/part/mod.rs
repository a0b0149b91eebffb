//! The pieces that lenses are made of.
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

pub(crate) mod chips;
pub(crate) mod corrections;
pub(crate) mod element;
pub(crate) mod facets;
pub(crate) mod follow;
pub(crate) mod ground;
pub(crate) mod link;
pub(crate) mod marked;
pub(crate) mod masthead;
pub(crate) mod meta;
pub(crate) mod nothing;
pub(crate) mod search;
pub(crate) mod sheet;
pub(crate) mod spellings;
pub(crate) mod status;

use element::{Element, element};
use leptos::prelude::event_target_value;

/// A button with words on it.
pub(crate) fn button(class: &str, words: &'static str, act: impl FnMut() + 'static) -> Element {
    element("button").set("type", "button").class(class).click(act).child(words)
}

/// A small word beside a value; nothing where there is no word.
pub(crate) fn tag(word: &'static str) -> Vec<element::Child> {
    if word.is_empty() { Vec::new() } else { vec![" ".into(), element("span").class("tag").child(word).into()] }
}

/// Words for those who can't see what stands beside them.
pub(crate) fn unseen(words: &'static str) -> Element {
    element("span").class("visually-hidden").child(words)
}

/// What those who can't see it are told in other words.
pub(crate) fn seen(words: &'static str) -> Element {
    element("span").set("aria-hidden", "true").child(words)
}

/// A choice among a few: names with their words, the name chosen, what choosing another does.
pub(crate) fn select(
    options: &[(&'static str, &'static str)],
    chosen: impl Fn() -> &'static str + 'static,
    choose: impl Fn(&str) + 'static,
) -> Element {
    let options = options.iter().map(|(name, words)| element("option").set("value", name).child(*words));
    element("select")
        .children(options)
        .value(move || chosen().to_owned())
        .on("change", move |event| choose(&event_target_value(&event)))
}
