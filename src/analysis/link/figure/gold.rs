//! The figures of the five seeds against the groups a reader made: what belongs together, and what must stay apart.

use crate::{
    analyse,
    link::{
        comparison::compare,
        tests::{gold, place},
    },
    tests::golden::seeds,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn figures_of_the_seeds_are_grouped_as_a_reader_would() {
    let Some((articles, rows)) = gold("numbers.tsv") else { return };
    let found = compare(&articles, &analyse(seeds(), None).links).figures;
    // for each group of ours, the claims of the reader that its figures stand for
    let mut meant: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut parts: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for row in &rows {
        let [claim, article, line, exact] = &row[..4] else { panic!("a broken row: {row:?}") };
        let anchor = place(&articles, article, line, exact);
        let holds = |group: &crossread_corpus::links::figure::FigureGroup| {
            let mut members = group.members.iter().map(|member| member.anchor);
            members.any(|member| member.article == anchor.article && member.span.overlaps(anchor.span))
        };
        if let Some(group) = found.iter().position(holds) {
            meant.entry(group).or_default().insert(claim);
            parts.entry(claim).or_default().insert(group);
        }
    }
    let mixed: Vec<_> = meant.values().filter(|claims| claims.len() > 1).collect();
    println!("{} of the reader's groups found, {mixed:?} mixed, in parts: {parts:?}", parts.len());
    assert!(mixed.is_empty(), "{mixed:?}");
    assert!(parts.len() >= 7, "{parts:?}");
    assert!(parts.values().all(|groups| groups.len() == 1), "{parts:?}");
}
