//! The entities of the five seeds against those a reader marked: nothing that means two things may be joined.

use super::entities;
use crate::find::{
    mention::mentions,
    sentence::sentences,
    token::{Token, tokens},
};
use crossread_corpus::{mention::EntityKind, span::Span};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[test]
fn no_two_things_are_joined() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let Ok(rows) = fs::read_to_string(root.join("../shared/gold/entities.tsv")) else {
        println!("skipped: ../shared/gold/entities.tsv is absent");
        return;
    };
    let mut falsely = Vec::new();
    let (mut named, mut found, mut split) = (0, 0, 0);
    for entry in fs::read_dir(root.join("seeds")).expect("the seeds are there").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !file.ends_with(".txt") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a seed is readable");
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\u{a0}', " ");
        let (mut lines, mut all, mut at) = (Vec::new(), Vec::<Vec<Token>>::new(), 0);
        for line in text.split_inclusive('\n') {
            lines.push(Span::of(at, at + line.len()));
            let found = sentences(&text, Span::of(at, at + line.len()));
            all.extend(found.into_iter().map(|sentence| tokens(&text, sentence)));
            at += line.len();
        }
        let mentions = mentions(&text, &all);
        let entities = entities(&text, &all, &mentions);
        let mut meant: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        let mut parts: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for row in rows.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [canonical, kind, article, line, alias] = cells[..5] else { panic!("a broken row: {row}") };
            if article != &file[..3] {
                continue;
            }
            let line = lines[line.parse::<usize>().expect("a line number") - 1];
            let start = text[line.range()].find(alias).unwrap_or_else(|| panic!("{alias:?} is not in its line"));
            let place = Span::of(line.start() as usize + start, line.start() as usize + start + alias.len());
            named += 1;
            let hit = entities.iter().position(|entity| {
                let name = entity.mentions.iter().any(|at| {
                    let mention = &mentions[*at as usize];
                    // "EU council" is not the EU: the name ends the phrase, or a description follows
                    let tail = &text[mention.span.end() as usize..place.end().max(mention.span.end()) as usize];
                    let ends = tail.is_empty() || tail.starts_with(',') || tail == " news agency";
                    place.contains(mention.span) && mention.kind.name() == kind && ends
                });
                name || entity.references.iter().any(|reference| reference.span == place)
            });
            if let Some(hit) = hit {
                found += 1;
                meant.entry(hit).or_default().insert(canonical);
                parts.entry(canonical).or_default().insert(hit);
            }
        }
        falsely.extend(meant.values().filter(|names| names.len() > 1).map(|names| format!("{file}: {names:?}")));
        split += parts.values().filter(|parts| parts.len() > 1).count();
        assert!(mentions.iter().any(|mention| mention.kind == EntityKind::Person));
    }
    println!("{found} of {named} found, {split} apart");
    assert!(falsely.is_empty(), "{falsely:?}");
    assert!(found >= 60, "{found} of {named}");
}
