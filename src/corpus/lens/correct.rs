//! What a reader can set right about names, as pieces and parts of sheets.

use super::{Looking, linked::Linked, place::sentence};
use crate::{
    correction::{Correction, Finding, naming::key},
    links::entity::LinkedEntity,
    order::sort_by_key,
    results::Library,
    sheet::{Line, Part, Piece, go, words},
    view::Lens,
};
use core::cmp::Reverse;

/// No more names than these are offered to be joined with one: the most frequent.
const OFFERED: usize = 200;

/// How an entity's name is written where it stands first.
fn written(looking: Looking<'_>, entity: &LinkedEntity) -> String {
    let name = looking.article(entity.name.article as usize).slice(entity.name.span);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A way to part a spelling from an entity's name; none from itself.
pub(super) fn parting(looking: Looking<'_>, entity: &LinkedEntity, spelling: &str) -> Option<Piece> {
    let name = written(looking, entity);
    let label = format!("Part “{spelling}” from “{name}”");
    let other = key(&name) != key(spelling);
    let correction = Box::new(Correction::Part(name, spelling.to_owned()));
    other.then_some(Piece::Correct { correction, words: "Part".into(), label })
}

/// The choice of what an entity may be joined with, of its kind.
pub(super) fn joining(looking: Looking<'_>, linked: &Linked<'_>, number: usize) -> Option<Part> {
    let own = &linked.entities[number];
    let mut others: Vec<&LinkedEntity> = linked.entities.iter().filter(|other| other.kind == own.kind).collect();
    sort_by_key(&mut others, |other: &&LinkedEntity| Reverse(other.count()));
    others.truncate(OFFERED);
    let name = written(looking, own);
    let mut names: Vec<String> = others.into_iter().map(|other| written(looking, other)).collect();
    names.retain(|other| key(other) != key(&name));
    sort_by_key(&mut names, |name: &String| key(name));
    names.dedup();
    (!names.is_empty()).then_some(Part::Join(name, names))
}

/// For a card: the name over all articles, with what can be set right about it; `spelling` is how it is written here.
pub(super) fn named(looking: Looking<'_>, linked: &Linked<'_>, number: usize, spelling: &str) -> Vec<Part> {
    let entity = &linked.entities[number];
    let name = linked.name(number);
    let page = go(looking.view.through(Lens::Names).looking_at(name), name);
    let mut line = vec![words("In all articles: "), page];
    let has = |other: &crate::links::entity::Spelling| {
        key(looking.article(other.anchor.article as usize).slice(other.anchor.span)) == key(spelling)
    };
    if entity.spellings.iter().any(has) {
        line.extend(parting(looking, entity, spelling).into_iter().flat_map(|part| [words(" "), part]));
    }
    let mut parts = vec![Part::Paragraph(line)];
    parts.extend(joining(looking, linked, number));
    parts
}

/// A correction in words, and how it is called where it cannot be seen what stands beside.
pub fn told(library: &Library, correction: &Correction) -> (Line, String) {
    let named = |one: &str, is: &str, other: &str| {
        let line = [Piece::Source(format!("“{one}”")), words(is), Piece::Source(format!("“{other}”"))];
        (line.into(), format!("“{one}”{is}“{other}”"))
    };
    match correction {
        Correction::Part(one, other) => named(other, " is not ", one),
        Correction::Join(one, other) => named(other, " is ", one),
        Correction::Hide(finding, at) => {
            let name = match finding {
                Finding::Claim => "statement",
                Finding::Member => "one place of a statement",
                other => other.name(),
            };
            let collection = &library.collection;
            let place = at.first().and_then(|at| collection.place(*at));
            let Some(place) = place else {
                let told = format!("{name} hidden, in an article that is not here");
                return (vec![words(told.clone())], told);
            };
            let number = place.article as usize;
            let article = &library.articles()[number];
            let line =
                [words(format!("{name} hidden: ")), Piece::Outlet(number), words(" "), sentence(article, place.span)];
            (line.into(), format!("{name} “{}” hidden", article.slice(place.span)))
        }
        Correction::Pin { topic, .. } => {
            let told = topic.clone().unwrap_or_else(|| "statement pinned".to_owned());
            (vec![words(told.clone())], told)
        }
    }
}

/// The names that the editor keeps apart from an entity's spellings.
pub(super) fn parted_by_editor(looking: Looking<'_>, entity: &LinkedEntity) -> Vec<String> {
    let collection = &looking.library.collection;
    let spelled: Vec<String> = entity
        .spellings
        .iter()
        .map(|spelling| key(looking.article(spelling.anchor.article as usize).slice(spelling.anchor.span)))
        .collect();
    let has = |name: &String| spelled.contains(&key(name));
    let parted = collection.editor.corrections.iter().filter_map(|correction| match correction {
        Correction::Part(one, other) if has(one) && !has(other) => Some(other.clone()),
        Correction::Part(one, other) if has(other) && !has(one) => Some(one.clone()),
        _ => None,
    });
    parted.collect()
}
