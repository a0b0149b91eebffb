//! Other words for the same thing, found in invented accounts.

use crate::link::{
    comparison::compare,
    tests::{collection, show},
};

/// The expressions that `texts` have for the same things.
fn same_things(texts: &[&str]) -> Vec<Vec<String>> {
    let collection = collection(texts);
    let found = compare(&collection.articles, &collection.links).same_things;
    let shown = |thing: &crossread_corpus::links::wording::SameThing| {
        thing.expressions.iter().map(|each| show(&collection.articles, each.anchors[0])).collect()
    };
    found.iter().map(shown).collect()
}

#[test]
fn other_words_in_one_claim_are_the_same_thing() {
    let found = same_things(&[
        "Mayor Jane Roe rejected calls for a rerun in Graz.",
        "Jane Roe, mayor of Graz, has rejected calls for a revote.",
        "Jane Roe of Graz rejected calls for new elections.",
    ]);
    assert!(found.contains(&vec!["rerun".to_owned(), "revote".to_owned(), "new elections".to_owned()]), "{found:?}");
}

#[test]
fn forms_of_one_word_are_not_other_words() {
    let found = same_things(&[
        "Bakers protested against flour prices in Graz, Jane Roe said.",
        "The protest of bakers against flour prices in Graz surprised Jane Roe.",
    ]);
    assert_eq!(found, Vec::<Vec<String>>::new());
}
