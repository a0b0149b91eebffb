//! Looking people up: whom an article names (`person:`), whose words it gives (`speaker:`), what it quotes (`in:quote`).

use super::{
    find::Occurrence,
    syntax::{Atom, Part, Query},
};
use crate::{
    annotation::Annotations,
    article::Article,
    attribution::{Attribution, Kind},
    index::{Index, Match, Passage, Widening, matches, token::tokens},
    mention::{Entity, EntityKind},
    span::Span,
};

/// A name as typed, ready to be compared.
pub(super) struct Wanted {
    words: Vec<String>,
    widening: Widening,
}

impl Wanted {
    /// `exact` forgives no spelling.
    pub(super) fn new(name: &str, exact: bool) -> Self {
        Self { words: forms(name), widening: if exact { Widening::Exact } else { Widening::Forgiving } }
    }

    /// True when `text` has all the words, side by side.
    fn stands_in(&self, text: &str) -> bool {
        let found = forms(text);
        let same = |(word, form): (&String, &String)| matches(word, form, true, self.widening).is_some();
        !self.words.is_empty() && found.windows(self.words.len()).any(|part| self.words.iter().zip(part).all(same))
    }
}

fn forms(text: &str) -> Vec<String> {
    tokens(text, Span::of(0, text.len())).into_iter().map(|token| token.form).collect()
}

/// The places where somebody called so is mentioned.
pub(super) fn person(index: &Index, articles: &[Article], wanted: &Wanted, found: &mut Vec<Occurrence>) {
    for (number, article) in articles.iter().enumerate() {
        let Annotations { entities, mentions, .. } = &article.annotations;
        for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
            if is_called(article, entity, wanted) {
                let places = entity.mentions.iter().filter_map(|at| mentions.get(*at as usize)).map(|m| m.span);
                let places = places.chain(entity.references.iter().map(|reference| reference.span));
                found.extend(places.filter_map(|span| occurrence(index, article, number, span)));
            }
        }
    }
}

/// The places that say that somebody called so speaks: the source as written, or else the words.
pub(super) fn speaker(index: &Index, articles: &[Article], wanted: &Wanted, found: &mut Vec<Occurrence>) {
    for (number, article) in articles.iter().enumerate() {
        for attribution in article.annotations.attributions.iter().filter(|a| speaks(article, a, wanted)) {
            let place = attribution.source.unwrap_or(attribution.content[0]);
            found.extend(occurrence(index, article, number, place));
        }
    }
}

fn is_called(article: &Article, entity: &Entity, wanted: &Wanted) -> bool {
    let mentions = entity.mentions.iter().filter_map(|at| article.annotations.mentions.get(*at as usize));
    let mut tried: Vec<&str> = Vec::new();
    for mention in mentions {
        let name = article.slice(mention.span);
        if !tried.contains(&name) {
            if wanted.stands_in(name) {
                return true;
            }
            tried.push(name);
        }
    }
    false
}

fn speaks(article: &Article, attribution: &Attribution, wanted: &Wanted) -> bool {
    let written = [attribution.source, attribution.speaker];
    written.into_iter().flatten().any(|span| wanted.stands_in(article.slice(span)))
        || attribution
            .entity
            .and_then(|id| article.annotations.entity(id))
            .is_some_and(|entity| is_called(article, entity, wanted))
}

/// The tokens of `span`; `None` in text that is not searched.
fn occurrence(index: &Index, article: &Article, number: usize, span: Span) -> Option<Occurrence> {
    let sentence = article.sentence_at(span.start())?;
    let words = tokens(&article.text, article.sentences[sentence]);
    let from = words.iter().position(|word| word.span.end() > span.start())?;
    let length = words[from..].iter().take_while(|word| word.span.start() < span.end()).count();
    let first = index.layout(number).first(Passage::Sentence(sentence));
    let searched = index.layout(number).passage(first).0 == Passage::Sentence(sentence);
    let form = index.forms().find(&words[from].form)?;
    (length > 0 && searched).then(|| Occurrence {
        article: number as u32,
        position: first + from as u32,
        length: length as u32,
        how: Match::Exact,
        form: form as u32,
    })
}

/// Where the query's words must stand: between quotation marks, or in the words of somebody.
pub(super) struct Within {
    /// `in:quote` or `-in:quote`.
    quoted: Option<bool>,
    /// `speaker:`, each group joined by `OR`.
    speakers: Vec<Vec<Wanted>>,
}

impl Within {
    /// What `query` demands.
    pub(super) fn of(query: &Query, exact: bool) -> Self {
        let mut within = Self { quoted: None, speakers: Vec::new() };
        for clause in &query.clauses {
            for atom in &clause.any_of {
                if *atom == Atom::In(Part::Quote) {
                    within.quoted = Some(!clause.negated);
                }
            }
            let names = clause.any_of.iter().map(|atom| match atom {
                Atom::Speaker(name) => Some(Wanted::new(name, exact)),
                _ => None,
            });
            if let (false, Some(names)) = (clause.negated, names.collect::<Option<Vec<_>>>()) {
                within.speakers.push(names);
            }
        }
        within
    }

    /// True when words may stand anywhere.
    pub(super) fn is_empty(&self) -> bool {
        self.quoted.is_none() && self.speakers.is_empty()
    }

    /// For each article, where words may stand.
    pub(super) fn places<'a>(&'a self, articles: &'a [Article]) -> Vec<impl Fn(Span) -> bool + use<'a>> {
        articles.iter().map(|article| self.place(article)).collect()
    }

    fn place<'a>(&'a self, article: &'a Article) -> impl Fn(Span) -> bool + use<'a> {
        let attributions = &article.annotations.attributions;
        let voices: Vec<Vec<Span>> = self
            .speakers
            .iter()
            .map(|names| {
                let speaking = attributions.iter().filter(|a| names.iter().any(|wanted| speaks(article, a, wanted)));
                speaking.flat_map(|a| a.content.iter().chain(&a.quoted).copied()).collect()
            })
            .collect();
        let quoted: Vec<Span> =
            attributions.iter().filter(|a| a.kind != Kind::Scare).flat_map(|a| a.quoted.iter().copied()).collect();
        let wanted = self.quoted;
        move |span| {
            let holds = |spans: &[Span]| spans.iter().any(|place| place.overlaps(span));
            wanted.is_none_or(|wanted| holds(&quoted) == wanted) && voices.iter().all(|spans| holds(spans))
        }
    }
}
