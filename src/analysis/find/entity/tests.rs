//! Whole texts in, entities out.

use super::*;
use crate::find::{mention::mentions, sentence::sentences, token::tokens};
use proptest::prelude::*;

fn entities_of(text: &str) -> (Vec<Mention>, Vec<Entity>) {
    let sentences = sentences(text, Span::of(0, text.len()));
    let tokens: Vec<Vec<Token>> = sentences.into_iter().map(|sentence| tokens(text, sentence)).collect();
    let mentions = mentions(text, &tokens);
    let entities = entities(text, &tokens, &mentions);
    (mentions, entities)
}

/// `expected`: per entity its mentions and references as written, joined by `=`.
fn check(text: &str, expected: &[&str]) {
    let (mentions, entities) = entities_of(text);
    let shown: Vec<String> = entities
        .iter()
        .map(|entity| {
            let names = entity.mentions.iter().map(|at| &text[mentions[*at as usize].span.range()]);
            let references = entity.references.iter().map(|reference| &text[reference.span.range()]);
            names.chain(references).collect::<Vec<_>>().join("=")
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn last_names_join_full_names() {
    check("Jane Brook met Tom Hill. Later Brook left Hill.", &["Jane Brook=Brook", "Tom Hill=Hill"]);
    check("Jane Brook met Tom Brook. Brook left.", &["Jane Brook", "Tom Brook", "Brook"]);
    check("Jane Brook met Jane Hill. Then Jane left.", &["Jane Brook", "Jane Hill", "Jane"]);
}

#[test]
fn acronyms_and_countries() {
    check("The European Union (EU) met. The EU left.", &["European Union=EU=EU"]);
    check("In the United States rain fell. The U.S. is wet.", &["United States=U.S."]);
}

#[test]
fn governments_are_no_cities() {
    check("It rained in Vienna. Vienna accused them.", &["Vienna", "Vienna"]);
}

#[test]
fn references_that_fit_one() {
    check(
        "Belgian President Jane Brook, 65, left. The Belgian president wept. The 65-year-old slept.",
        &["Belgian=Belgian", "Jane Brook=The Belgian president=The 65-year-old"],
    );
    check("President Jane Brook met President Tom Hill. The president left.", &["Jane Brook", "Tom Hill"]);
    check(
        "They met Cyprus’ newly elected President Jane Brook and Tom Hill. The Cypriot president left.",
        &["Cyprus", "Jane Brook=The Cypriot president", "Tom Hill", "Cypriot"],
    );
    check(
        "Belgian General Jane Brook left. Belgian general killed near Tom Hill.",
        &["Belgian=Belgian", "Jane Brook", "Tom Hill"],
    );
    check(
        "Belgian leader says no. Then Belgian leader Jane Brook met Tom Hill.",
        &["Belgian=Belgian", "Jane Brook=Belgian leader", "Tom Hill"],
    );
    check("The European Union met. The bloc left.", &["European Union=The bloc"]);
    check(
        "Embattled Belgium President calls for help. The president of Belgium, Jane Brook, met Tom Hill.",
        &["Belgium", "Jane Brook=Belgium President", "Tom Hill"],
    );
}

proptest! {
    #[test]
    fn each_mention_is_in_one_entity(text in "((Jane|Tom|Brook|Hill|EU|European Union|President|the president|Vienna|said|U\\.S\\.|,|\\.|65|The bloc|met)[ ]){0,30}|\\PC{0,50}") {
        let (mentions, entities) = entities_of(&text);
        let mut all: Vec<u32> = entities.iter().flat_map(|entity| entity.mentions.clone()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..u32::try_from(mentions.len()).expect("few")).collect::<Vec<_>>());
        for entity in &entities {
            prop_assert!(entity.mentions.is_sorted() && entity.mentions.iter().all(|at| mentions[*at as usize].kind == entity.kind));
        }
    }
}
