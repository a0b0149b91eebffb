//! The pieces that lenses are made of; what they are made of themselves is [`crossread_element`].

pub(crate) mod chips;
pub(crate) mod corrections;
pub(crate) mod facets;
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

pub(crate) use crossread_element::{button, element, follow, unseen};

use element::{Element, element};
use leptos::prelude::event_target_value;

/// Of more rows or lanes only those on screen are laid out.
pub(crate) const FEW: usize = 12;

/// A small word beside a value; nothing where there is no word.
pub(crate) fn tag(word: &'static str) -> Vec<element::Child> {
    if word.is_empty() { Vec::new() } else { vec![" ".into(), element("span").class("tag").child(word).into()] }
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
