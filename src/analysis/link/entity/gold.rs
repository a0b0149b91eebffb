//! The seeds' entities against those a reader marked: nothing that means two things may be joined.

use super::*;
use crate::link::tests::{gold, place};

#[test]
fn names_of_the_seeds_are_joined_as_a_reader_would() {
    let Some((articles, rows)) = gold("entities.tsv") else { return };
    let found = entities(&articles, &Naming { aliases: &BTreeMap::new(), parted: &[] });
    let numbers = by_article(&articles, &found);
    let mut meant: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    let mut parts: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for row in &rows {
        let [canonical, kind, article, line, alias] = &row[..5] else { panic!("a broken row: {row:?}") };
        let Anchor { article, span } = place(&articles, article, line, alias);
        let annotations = &articles[article as usize].annotations;
        let hit = annotations.entities.iter().position(|entity| {
            let named = entity.mentions.iter().any(|at| {
                let mention = &annotations.mentions[*at as usize];
                let end = mention.span.end();
                let tail = &articles[article as usize].text[end as usize..span.end().max(end) as usize];
                let ends = tail.is_empty() || tail.starts_with(',') || tail == " news agency";
                span.contains(mention.span) && mention.kind.name() == kind && ends
            });
            named || entity.references.iter().any(|reference| reference.span == span)
        });
        if let Some(number) = hit.and_then(|hit| numbers[article as usize][hit]) {
            meant.entry(number).or_default().insert(canonical);
            parts.entry(canonical).or_default().insert(number);
        }
    }
    let falsely: Vec<_> = meant.values().filter(|names| names.len() > 1).collect();
    let split: Vec<_> = parts.iter().filter(|(_, parts)| parts.len() > 1).collect();
    println!("{} entities found, {} joined falsely, apart: {split:?}", parts.len(), falsely.len());
    assert!(falsely.is_empty(), "{falsely:?}");
    assert!(split.len() <= 1, "{split:?}");
    assert!(parts.len() >= 35, "{}", parts.len());
}
