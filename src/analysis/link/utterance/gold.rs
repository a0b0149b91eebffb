//! The seeds' variant groups against those a reader made: found whole, and look-alikes kept apart.

use super::*;
use crate::link::{
    entity::{Naming, entities},
    tests::{gold, place},
};

#[test]
fn one_utterance_in_several_articles_is_found() {
    let Some((articles, rows)) = gold("quote-groups.tsv") else { return };
    let entities = entities(&articles, &Naming { aliases: &BTreeMap::new(), parted: &[] });
    let found = utterances(&articles, &entities);
    // by group: in which utterances each of its rows stands
    let mut groups: BTreeMap<&str, Vec<BTreeSet<usize>>> = BTreeMap::new();
    for row in &rows {
        let [group, _, article, line, exact] = &row[..5] else { panic!("a broken row: {row:?}") };
        let place = place(&articles, article, line, exact);
        let annotations = &articles[place.article as usize].annotations;
        let at = found.iter().enumerate().filter(|(_, utterance)| {
            utterance.variants.iter().any(|variant| {
                let attribution = &annotations.attributions.get(variant.attribution as usize);
                variant.article == place.article
                    && attribution.is_some_and(|a| a.content.iter().any(|span| span.overlaps(place.span)))
            })
        });
        groups.entry(group).or_default().push(at.map(|(number, _)| number).collect());
    }
    let mut whole = Vec::new();
    for (group, rows) in &groups {
        let common = rows.iter().skip(1).fold(rows[0].clone(), |all, row| &all & row);
        println!("{group}: {rows:?}");
        if group.starts_with('G') && !common.is_empty() {
            whole.push(*group);
        }
        if group.starts_with('X') {
            assert!(common.is_empty(), "{group} is merged");
        }
    }
    println!("{} groups whole: {whole:?}, {} utterances", whole.len(), found.len());
    assert!(whole.len() >= 7, "{whole:?}");
}
