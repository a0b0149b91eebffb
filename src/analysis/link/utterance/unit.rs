//! What is compared: the words of one attribution, and who says them.

use super::speaker::{Speaker, Speakers};
use crate::link::concept::{Lexis, Term};
use crossread_corpus::{
    article::Article,
    attribution::{Attribution, Form, Kind, Stance},
    index::fold::fold,
    links::entity::LinkedEntity,
    mention::EntityKind,
    span::Span,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// An attribution made ready to be compared.
pub(super) struct Unit {
    pub(super) article: u32,
    pub(super) attribution: u32,
    /// When the article was published.
    pub(super) published: Option<Date>,
    pub(super) speaker: Speaker,
    /// Its words, those of attributions within it left out.
    pub(super) terms: Vec<Term>,
    /// Their stems with their places among them, sorted.
    pub(super) stems: Vec<(u32, u32)>,
    /// Ranges of the words that stand between quotation marks.
    pub(super) quoted: Vec<(usize, usize)>,
    /// What all words say, in hundredths.
    pub(super) weight: u32,
    /// The speaker denies it.
    pub(super) denied: bool,
    /// The people it tells of, by their last names, folded: two that share one may be one.
    pub(super) people: BTreeSet<String>,
}

/// What a word of a name, or of what describes it, is worth: per cent. Whom a speaker talks about is a topic.
const NAMED: u32 = 50;

/// The attributions of all articles that can be compared: who speaks is known in some way, and words say something.
/// `numbers` has for each article and each of its entities that of the linked one among `entities`.
pub(super) fn units(
    articles: &[Article],
    entities: &[LinkedEntity],
    numbers: &[Vec<Option<u32>>],
    lexis: &Lexis,
    speakers: &Speakers<'_>,
) -> Vec<Unit> {
    let mut units = Vec::new();
    for (article, number) in articles.iter().zip(0_u32..) {
        let all = &article.annotations.attributions;
        let people = people(article, &numbers[number as usize]);
        for (attribution, at) in all.iter().zip(0_u32..) {
            let speaker = speakers.speaker(number, attribution);
            // two crowds may shout the same
            let nobody = attribution.kind == Kind::Chant && speaker.entity.is_none();
            if attribution.kind == Kind::Scare || nobody || speaker.marks.is_empty() {
                continue;
            }
            let mut terms: Vec<Term> = Vec::new();
            for span in &attribution.content {
                terms.extend(lexis.terms(&article.text, *span));
            }
            if attribution.form != Form::Direct {
                let inner: Vec<Span> = inner(all, attribution);
                terms.retain(|term| !inner.iter().any(|span| span.contains(term.span)));
            }
            let is_told = |place: Span| attribution.content.iter().any(|span| span.contains(place));
            let told = people.iter().filter(|(place, _)| is_told(*place)).map(|(_, person)| {
                let name = entities[*person as usize].name;
                let name = articles[name.article as usize].slice(name.span);
                fold(name.rsplit(' ').next().unwrap_or(name))
            });
            let told: BTreeSet<String> = told.collect();
            for mention in &article.annotations.mentions {
                let whole = mention.description.unwrap_or(mention.span);
                let from = terms.partition_point(|term| term.span.end() <= whole.start());
                let named = terms[from..].iter_mut().take_while(|term| term.span.start() < whole.end());
                named.for_each(|term| term.weight = term.weight * NAMED / 100);
            }
            let quoted = attribution.quoted.iter().map(|span| {
                let from = terms.partition_point(|term| term.span.start() < span.start());
                let to = terms.partition_point(|term| term.span.start() < span.end());
                (from, to)
            });
            let weight = terms.iter().map(|term| term.weight).sum();
            let mut stems: Vec<(u32, u32)> = terms.iter().map(|term| term.stem).zip(0..).collect();
            stems.sort_unstable();
            if weight > 0 {
                units.push(Unit {
                    article: number,
                    attribution: at,
                    published: article.header.published.as_ref().map(|published| published.value.date),
                    speaker,
                    quoted: quoted.filter(|(from, to)| from < to).collect(),
                    weight,
                    denied: matches!(attribution.stance, Stance::Denying | Stance::Doubting),
                    people: told,
                    terms,
                    stems,
                });
            }
        }
    }
    units
}

/// The places where an article names or means a person, and the linked entity of each.
fn people(article: &Article, numbers: &[Option<u32>]) -> Vec<(Span, u32)> {
    let found = &article.annotations;
    let known = found.entities.iter().zip(numbers).filter(|(entity, _)| entity.kind == EntityKind::Person);
    let known = known.filter_map(|(entity, number)| Some((entity, (*number)?)));
    let places = known.flat_map(|(entity, number)| {
        let named = entity.mentions.iter().map(|at| found.mentions[*at as usize].span);
        named.chain(entity.references.iter().map(|meant| meant.span)).map(move |place| (place, number))
    });
    places.collect()
}

/// The contents of the attributions that lie within `outer`, as parts of it.
fn inner(all: &[Attribution], outer: &Attribution) -> Vec<Span> {
    let holds = |span: &Span| outer.content.iter().any(|content| content.contains(*span) && content != span);
    let within =
        all.iter().filter(|a| a.kind != Kind::Scare && a.content != outer.content && a.content.iter().all(holds));
    within.flat_map(|a| a.content.iter().copied()).collect()
}
