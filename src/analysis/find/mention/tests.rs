//! Whole texts in, names out.

use super::*;
use crate::find::{sentence::sentences, token::tokens};
use proptest::prelude::*;

fn mentions_of(text: &str) -> Vec<Mention> {
    let sentences = sentences(text, Span::of(0, text.len()));
    let tokens: Vec<Vec<Token>> = sentences.into_iter().map(|sentence| tokens(text, sentence)).collect();
    mentions(text, &tokens)
}

/// `marked` has `[per Jane Doe]`, `[org Acme]`, `[loc Rome]`, `[oth Belgian]`.
fn check(marked: &str) {
    let mut text = marked.to_owned();
    for kind in ["[per ", "[org ", "[loc ", "[oth ", "]"] {
        text = text.replace(kind, "");
    }
    let mut shown = text.clone();
    for mention in mentions_of(&text).iter().rev() {
        let kind = match mention.kind {
            EntityKind::Person => "per",
            EntityKind::Organisation => "org",
            EntityKind::Place => "loc",
            EntityKind::Other => "oth",
        };
        shown.insert(mention.span.end() as usize, ']');
        shown.insert_str(mention.span.start() as usize, &format!("[{kind} "));
    }
    assert_eq!(shown, marked);
}

#[test]
fn names_in_sentences() {
    check("[oth Belgian] President [per Jane Roe] met the [org European Council] in [loc Rome] on Monday.");
    check("[per Roe], who lives in [loc Springfield], [loc Ohio], said [per Jane Roe] left.");
    check(
        "An analyst at the [org Belgian Institute for Harbour Studies] met the [oth Belgian] [per Jane Roe] on Monday.",
    );
    check("The leaders of [loc Estonia], [loc Latvia] and [loc Lithuania] met.");
}

proptest! {
    #[test]
    fn mentions_are_total(text in "([A-Z][a-z]{0,6}|of|the|and|for|President|Ministry|-|'s|,|\\.|“|”|al-|U\\.S\\.|Paris-based|van| |\n| ){0,40}|\\PC{0,60}") {
        let mut end = 0;
        for mention in mentions_of(&text) {
            prop_assert!(mention.span.slice(&text).is_some_and(|name| !name.trim().is_empty()));
            prop_assert!(mention.span.start() >= end);
            prop_assert!(mention.description.is_none_or(|whole| whole.contains(mention.span) && whole.slice(&text).is_some()));
            end = mention.span.end();
        }
    }
}
