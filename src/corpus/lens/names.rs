//! The Names lens: everyone and everything that is named, by kind; and for each a page of its own.

mod entity;

use super::{
    Looking,
    count::{Outlet, Row, outlets, table},
    linked::{Linked, Naming},
};
use crate::{
    article::Article,
    mention::EntityKind,
    order::sort_by_key,
    sheet::{Part, Piece, go, words},
    wording::counted,
};
use core::cmp::Reverse;

/// The kinds, in the order they are shown.
const KINDS: [(EntityKind, &str); 4] = [
    (EntityKind::Person, "People"),
    (EntityKind::Organisation, "Organisations"),
    (EntityKind::Place, "Places"),
    (EntityKind::Other, "Peoples and other names"),
];

/// The lens.
pub(super) fn names(looking: Looking<'_>) -> Vec<Part> {
    let linked = Linked::of(looking.library);
    if looking.view.of.is_empty() {
        return index(looking, &linked);
    }
    let of = &looking.view.of;
    match linked.find(of).or_else(|| linked.written(looking.library.articles(), of)) {
        Some(number) => entity::page(looking, &linked, number),
        None => vec![
            Part::Note(vec![words(format!("Nobody and nothing is called “{}” in these articles.", looking.view.of))]),
            Part::Paragraph(vec![all_names(looking)]),
        ],
    }
}

/// The way back to the list.
fn all_names(looking: Looking<'_>) -> Piece {
    go(looking.view.looking_at("").ordered(""), "All names")
}

/// A name in the list.
struct Listed {
    kind: EntityKind,
    articles: usize,
    row: Row,
}

fn index(looking: Looking<'_>, linked: &Linked<'_>) -> Vec<Part> {
    let outlets = outlets(looking);
    let found: Vec<Listed> =
        (0..linked.entities.len()).filter_map(|number| listed(looking, linked, number, &outlets)).collect();
    let some = |of: EntityKind| found.iter().filter(|listed| listed.kind == of).count();
    let asked = KINDS.iter().find(|(kind, _)| kind.name() == looking.view.by);
    let Some((shown, title)) = asked.or_else(|| KINDS.iter().find(|(kind, _)| some(*kind) > 0)).copied() else {
        return vec![Part::Note(vec![words("No name was found in the articles that are left.")])];
    };
    let choices = KINDS.iter().filter(|(kind, _)| some(*kind) > 0 || *kind == shown);
    let choices = choices.map(|(kind, title)| {
        let view = Box::new(looking.view.ordered(kind.name()));
        Piece::Go { view, words: format!("{title} ({})", some(*kind)), current: *kind == shown }
    });
    let mut parts = vec![Part::Choices("Kind".into(), choices.collect())];
    let mut found: Vec<Listed> = found.into_iter().filter(|listed| listed.kind == shown).collect();
    if found.is_empty() {
        parts.push(Part::Note(vec![words("None of this kind is named in the articles that are left.")]));
        return parts;
    }
    sort_by_key(&mut found, |one| (Reverse(one.articles), Reverse(one.row.total()), one.row.of.clone()));
    let caption = format!("{title}: in how many sentences each is named or meant");
    let rows = found.into_iter().map(|listed| listed.row).collect();
    parts.extend(table(looking, &caption, "Name", rows, &outlets));
    parts
}

/// A name of the list, with its spellings and counts; `None` when the articles left do not name it.
fn listed(looking: Looking<'_>, linked: &Linked<'_>, number: usize, outlets: &[Outlet]) -> Option<Listed> {
    let namings = linked.namings(looking, number);
    let mut counts = vec![0; outlets.len()];
    let mut articles = 0;
    let mut last = None;
    for naming in &namings {
        let outlet = outlets.iter().position(|outlet| outlet.articles.contains(&naming.article))?;
        counts[outlet] += 1;
        articles += usize::from(last != Some(naming.article));
        last = Some(naming.article);
    }
    let entity = &linked.entities[number];
    let name = linked.name(number);
    let mut head = vec![go(looking.view.looking_at(name).ordered(""), name)];
    for (spelling, _) in spellings(looking, &namings) {
        if !name.strip_prefix(&spelling).is_some_and(|rest| rest.is_empty() || rest.starts_with(" (")) {
            head.push(words(if head.len() == 1 { " also " } else { ", " }));
            head.push(Piece::Source(spelling));
        }
    }
    let row = Row { head, of: name.to_owned(), by: String::new(), counts };
    (articles > 0).then_some(Listed { kind: entity.kind, articles, row })
}

/// How the articles write a name, the most frequent first, each with the number of sentences.
fn spellings(looking: Looking<'_>, namings: &[Naming]) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for naming in namings {
        for tag in spelled(looking.article(naming.article), naming) {
            match found.iter_mut().find(|(spelling, _)| *spelling == tag) {
                Some((_, count)) => *count += 1,
                None => found.push((tag, 1)),
            }
        }
    }
    sort_by_key(&mut found, |(_, count)| Reverse(*count));
    found
}

/// The spellings in a sentence, each once.
fn spelled(article: &Article, naming: &Naming) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for place in naming.places.iter().filter(|place| place.named) {
        let written = article.slice(place.span);
        if !found.iter().any(|other| other == written) {
            found.push(written.to_owned());
        }
    }
    found
}

/// A kind as a word for one of it.
fn kind_of(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Other => "People, event or other name",
    }
}

/// "3 sentences".
fn in_sentences(count: usize) -> String {
    counted(count, "sentence", "sentences")
}
