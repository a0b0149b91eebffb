//! The events of the seeds against those a reader marked: one event is one row, and no row holds two.

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
fn events_of_the_seeds_are_joined_as_a_reader_would() {
    let Some((articles, rows)) = gold("timeline.tsv") else { return };
    let found = compare(&articles, &analyse(seeds(), None).links).events;
    let mut meant: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut parts: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let (mut placed, mut dated) = (0, 0);
    for row in &rows {
        let [event, date, article, line, phrase] = &row[..5] else { panic!("a broken row: {row:?}") };
        let anchor = place(&articles, article, line, phrase);
        let times = &articles[anchor.article as usize].annotations.times;
        let holds = |event: &crossread_corpus::links::event::Event| {
            let mut members = event.members.iter().filter(|member| member.anchor.article == anchor.article);
            members.any(|member| times[member.time as usize].span.overlaps(anchor.span))
        };
        if let Some(number) = found.iter().position(holds) {
            placed += 1;
            dated += usize::from(date.starts_with(&found[number].days.0.to_string()));
            meant.entry(number).or_default().insert(event.split(" (").next().expect("there is a first"));
            parts.entry(event.split(" (").next().expect("there is a first")).or_default().insert(number);
        }
    }
    let mixed: Vec<_> = meant.values().filter(|events| events.len() > 1).collect();
    let split: Vec<_> = parts.iter().filter(|(_, parts)| parts.len() > 1).collect();
    println!("{placed} of {} rows on a lane, {dated} on the reader's first day", rows.len());
    println!("mixed: {mixed:#?}\nin parts: {split:?}");
    assert!(placed >= 30 && dated >= 25, "{placed} {dated}");
    assert!(mixed.len() <= 5 && split.len() <= 4, "{mixed:?} {split:?}");
}
