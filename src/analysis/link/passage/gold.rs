//! The seeds' shared words where a reader has counted them.

use super::passages;
use crate::link::tests::{gold, place};
use crossread_corpus::links::{Anchor, passage::PassageKind};
use std::collections::BTreeMap;

#[test]
fn quotations_share_as_many_words_as_a_reader_counts() {
    let Some((articles, rows)) = gold("quote-groups.tsv") else { return };
    let found = passages(&articles);
    let mut groups: BTreeMap<&str, Vec<(Anchor, Option<u32>)>> = BTreeMap::new();
    for row in &rows {
        let [group, _, article, line, exact, note] = &row[..6] else { panic!("a broken row: {row:?}") };
        let words = note.split_once(" shared tokens").and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok());
        groups.entry(group).or_default().push((place(&articles, article, line, exact), words));
    }
    let mut counted = 0;
    for places in groups.values() {
        for (here, words) in places.iter().filter_map(|(place, words)| Some((place, (*words)?))) {
            counted += 1;
            let shared = found.iter().find(|passage| {
                let over = |at: &Anchor| {
                    passage.members.iter().any(|m| m.anchor.article == at.article && m.anchor.span.overlaps(at.span))
                };
                passage.words == words
                    && over(here)
                    && places.iter().any(|(at, _)| at.article != here.article && over(at))
            });
            assert_eq!(shared.map(|passage| passage.kind), Some(PassageKind::Quotation), "{words} words at {here:?}");
        }
    }
    assert!(counted > 1, "{counted} counted");
}
