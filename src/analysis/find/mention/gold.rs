//! The names of invented news paragraphs against those marked in them.

use crate::find::{
    mention::mentions,
    sentence::sentences,
    token::{Token, tokens},
};
use crossread_corpus::{mention::EntityKind, span::Span};
use std::{collections::BTreeSet, fs, path::Path};

type Name = (u32, u32, EntityKind);

/// An article's text and the names marked in it.
fn unmarked(marked: &str) -> (String, BTreeSet<Name>) {
    let (mut text, mut names) = (String::new(), BTreeSet::new());
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let (kind, name) = rest[open + 1..].split_once(' ').expect("a kind stands before the name");
        let kind = match kind {
            "per" => EntityKind::Person,
            "org" => EntityKind::Organisation,
            "loc" => EntityKind::Place,
            "oth" => EntityKind::Other,
            _ => panic!("no kind: {kind:?} in {marked:?}"),
        };
        let (name, behind) = name.split_once(']').expect("the name ends in a bracket");
        let start = u32::try_from(text.len()).expect("a short text");
        text.push_str(name);
        names.insert((start, u32::try_from(text.len()).expect("a short text"), kind));
        rest = behind;
    }
    text.push_str(rest);
    (text, names)
}

/// Every line as a block of its own.
fn tokenised(text: &str) -> Vec<Vec<Token>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let block = Span::of(at, at + line.len());
        found.extend(sentences(text, block).into_iter().map(|sentence| tokens(text, sentence)));
        at += line.len();
    }
    found
}

#[test]
fn marked_names_are_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/mentions");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the folder is there").flatten().map(|e| e.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 6, "the files are there");
    let (mut right, mut wrong, mut missed) = (0_u32, 0_u32, 0_u32);
    for file in files {
        for article in fs::read_to_string(&file).expect("a file is readable").split("---\n") {
            let (text, gold) = unmarked(article);
            let found: BTreeSet<Name> =
                mentions(&text, &tokenised(&text)).iter().map(|m| (m.span.start(), m.span.end(), m.kind)).collect();
            let around = |(start, end, kind): &Name| {
                let line = text[..*start as usize].rfind('\n').map_or(0, |at| at + 1);
                let to = text[*end as usize..].find('\n').map_or(text.len(), |at| *end as usize + at);
                let (start, end) = (*start as usize, *end as usize);
                format!("{} {}[{}]{}", kind.name(), &text[line..start], &text[start..end], &text[end..to])
            };
            // what is no person, organisation or place is shown but not counted
            let counted = |name: &&Name| name.2 != EntityKind::Other;
            found.difference(&gold).for_each(|name| println!("wrong  {}", around(name)));
            gold.difference(&found).for_each(|name| println!("missed {}", around(name)));
            let number = |n: usize| u32::try_from(n).expect("few names");
            right += number(found.intersection(&gold).filter(counted).count());
            wrong += number(found.difference(&gold).filter(counted).count());
            missed += number(gold.difference(&found).filter(counted).count());
        }
    }
    let f1 = f64::from(2 * right) / f64::from(2 * right + wrong + missed);
    println!("{right} right, {wrong} wrong, {missed} missed: F1 {f1:.3}");
    assert!(f1 >= 0.9, "F1 {f1:.3}");
}
