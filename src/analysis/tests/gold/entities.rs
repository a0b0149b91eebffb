//! The names and whom they mean within one article: nothing that means two things may be joined.

use super::marked;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn no_two_things_are_joined() {
    let Some((articles, rows)) = marked("entities.tsv", [2, 3, 4]) else { return };
    let mut meant: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
    let mut parts: BTreeMap<(usize, &str), BTreeSet<usize>> = BTreeMap::new();
    let mut found = 0;
    for row in &rows {
        let article = &articles[row.article];
        let annotations = &article.annotations;
        let hit = annotations.entities.iter().position(|entity| {
            let named = entity.mentions.iter().any(|at| {
                let mention = &annotations.mentions[*at as usize];
                let end = mention.span.end();
                // "EU council" is not the EU: the name ends the phrase, or a description follows
                let tail = &article.text[end as usize..row.place.end().max(end) as usize];
                let ends = tail.is_empty() || tail.starts_with(',') || tail == " news agency";
                row.place.contains(mention.span) && mention.kind.name() == row.cells[1] && ends
            });
            named || entity.references.iter().any(|reference| reference.span == row.place)
        });
        match hit {
            Some(hit) => {
                found += 1;
                meant.entry((row.article, hit)).or_default().insert(&row.cells[0]);
                parts.entry((row.article, &row.cells[0])).or_default().insert(hit);
            }
            None => println!("missed {:?}", row.cells),
        }
    }
    let falsely: Vec<_> = meant.values().filter(|names| names.len() > 1).collect();
    let split = parts.values().filter(|parts| parts.len() > 1).count();
    println!("gold: names: {found} of {}, {} joined falsely, {split} apart", rows.len(), falsely.len());
    assert!(falsely.is_empty(), "{falsely:?}");
    assert!(found >= 60, "{found} found");
}
