//! The articles' entities by name: what is written alike is one name from the start, and the rules compare names.

use super::Naming;
use crate::find::{
    entity::{alias, is_government, names},
    mention::lexicon::{Classes, Key, classes},
};
use crossread_corpus::{
    article::Article,
    index::token::tokens,
    mention::{EntityId, EntityKind},
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// An entity of an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Own {
    pub(super) article: u32,
    pub(super) entity: EntityId,
}

/// A name and the entities that have it as their fullest one.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) kind: EntityKind,
    pub(super) government: bool,
    /// Folded, without an article in front or "Jr" behind.
    pub(super) words: Vec<String>,
    /// The words with spaces between.
    pub(super) text: String,
    /// As it stands first.
    pub(super) written: String,
    /// All that its entities are called, folded.
    pub(super) forms: BTreeSet<String>,
    /// Its entities, in order.
    pub(super) own: Vec<Own>,
    /// Where its entities are.
    pub(super) articles: BTreeSet<u32>,
    /// True for a country: it may be written in several ways.
    pub(super) country: bool,
}

impl Name {
    /// Its last word: of a person's name the family name.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Its first word.
    pub(super) fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// True for a person's name of one word.
    pub(super) fn is_half(&self) -> bool {
        self.kind == EntityKind::Person && self.words.len() == 1
    }

    /// True when a word list knows it as something else than a family name: a first name, a title, a town.
    pub(super) fn is_bare(&self) -> bool {
        let known = classes(Key::of(self.first()));
        let title = Classes::TITLE.or(Classes::HONORIFIC).or(Classes::FAMILY).or(Classes::RANK).or(Classes::CAPITAL);
        let other = title.or(Classes::GIVEN).or(Classes::NAMES);
        self.is_half() && known.any(other) && !known.any(Classes::SURNAME)
    }

    /// The short form that `names::short_for` compares.
    pub(super) fn for_article(&self) -> names::Name {
        names::Name::new(self.kind, &self.written)
    }

    /// Whether the two are of one sort.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.kind, self.government) == (other.kind, other.government)
    }
}

/// The names of all entities, sorted; half names and names that an editor parts from themselves are one an article.
pub(super) fn names(articles: &[Article], naming: &Naming<'_>) -> Vec<Name> {
    let apart: BTreeSet<String> =
        naming.parted.iter().filter(|(one, other)| fold(one) == fold(other)).map(|(one, _)| fold(one)).collect();
    let mut names: BTreeMap<(EntityKind, bool, String, Option<u64>), Name> = BTreeMap::new();
    for (article, number) in articles.iter().zip(0_u32..) {
        let found = &article.annotations;
        for (entity, id) in found.entities.iter().zip(0_u32..) {
            let written = article.slice(entity.name);
            let words = words(written);
            let text = words.join(" ");
            let mentions = || entity.mentions.iter().map(|at| &found.mentions[*at as usize]);
            let government = entity.kind == EntityKind::Place
                && mentions().next().is_some_and(|mention| {
                    let name = names::Name::new(mention.kind, article.slice(mention.span));
                    is_government(&article.text, mention, &name)
                });
            let plain = names::Name::new(entity.kind, written).text;
            let country = entity.kind == EntityKind::Place && alias::is_country_name(&plain);
            let half = entity.kind == EntityKind::Person && words.len() == 1;
            let alone = (half || apart.contains(&text)).then_some(article.key.0);
            let key = match alias::country(&plain).filter(|_| country) {
                Some(number) => format!("country {number}"),
                None => text.clone(),
            };
            let name = names.entry((entity.kind, government, key, alone)).or_insert_with(|| Name {
                kind: entity.kind,
                government,
                words,
                text,
                written: written.to_owned(),
                forms: BTreeSet::new(),
                own: Vec::new(),
                articles: BTreeSet::new(),
                country,
            });
            name.forms.extend(mentions().map(|mention| fold(article.slice(mention.span))));
            name.forms.insert(fold(written));
            name.own.push(Own { article: number, entity: EntityId(id) });
            name.articles.insert(number);
        }
    }
    names.into_values().filter(|name| !name.words.is_empty()).collect()
}

/// The folded words of a name; "U.S." is "us".
fn words(written: &str) -> Vec<String> {
    let found = tokens(written, Span::of(0, written.len()));
    let mut words: Vec<String> = found.into_iter().map(|token| token.form.replace('.', "")).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if words.len() > 1 && matches!(words[words.len() - 1].as_str(), "jr" | "sr" | "ii" | "iii" | "iv") {
        words.pop();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A spelling as names are compared.
pub(super) fn fold(written: &str) -> String {
    words(written).join(" ")
}
