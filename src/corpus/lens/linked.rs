//! Whom and what the articles name, over all of them, as lenses choose and show them.

use super::Looking;
use crate::{
    article::Article,
    index::fold::fold,
    links::entity::LinkedEntity,
    mention::{Entity, EntityId},
    order::sort_by_key,
    results::Library,
    span::Span,
};

/// The linked entities of a library, each with a name of its own.
pub(crate) struct Linked<'a> {
    /// As they are linked.
    pub entities: &'a [LinkedEntity],
    /// What each is called, told apart where two are called alike: "Ann Poe", "Ann Poe (2)". Views choose one by this.
    names: Vec<String>,
    /// By article and its entity: the number of the linked one.
    numbers: Vec<Vec<Option<usize>>>,
}

/// A place where an entity is named or meant.
pub(crate) struct Place {
    /// The name, or the phrase that means it.
    pub span: Span,
    /// The phrase that says what it is, where there is one; the place itself where it is no name.
    pub description: Option<Span>,
    /// Whether it is a name.
    pub named: bool,
}

impl<'a> Linked<'a> {
    /// Those of `library`.
    pub(crate) fn of(library: &'a Library) -> Self {
        let entities = library.collection.links.entities.as_slice();
        let mut names: Vec<String> = entities.iter().map(|entity| entity.shown(&library.collection)).collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        sort_by_key(&mut order, |number| (names[*number].as_str(), *number));
        let mut alike = 1;
        let mut last = String::new();
        for number in order {
            if names[number] == last {
                alike += 1;
                names[number] += &format!(" ({alike})");
            } else {
                alike = 1;
                last.clone_from(&names[number]);
            }
        }
        let mut numbers: Vec<Vec<Option<usize>>> =
            library.articles().iter().map(|article| vec![None; article.annotations.entities.len()]).collect();
        for (number, entity) in entities.iter().enumerate() {
            for member in &entity.members {
                if let Some(slot) =
                    numbers.get_mut(member.article as usize).and_then(|of| of.get_mut(member.entity.0 as usize))
                {
                    *slot = Some(number);
                }
            }
        }
        Self { entities, names, numbers }
    }

    /// What an entity is called.
    pub(crate) fn name(&self, number: usize) -> &str {
        &self.names[number]
    }

    /// The entity called so.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// The first entity that is somewhere written so, in small letters or large.
    pub(crate) fn written(&self, articles: &[Article], spelling: &str) -> Option<usize> {
        let spelling = fold(spelling);
        let is_written = |article: &Article, entity: &Entity| {
            let mentions = entity.mentions.iter().map(|at| article.annotations.mentions[*at as usize].span);
            mentions.map(|span| fold(article.slice(span))).any(|written| written == spelling)
        };
        (0..self.entities.len()).find(|number| {
            self.entities[*number].members.iter().any(|member| {
                let article = articles.get(member.article as usize);
                let entity = article.and_then(|article| article.annotations.entities.get(member.entity.0 as usize));
                article.zip(entity).is_some_and(|(article, entity)| is_written(article, entity))
            })
        })
    }

    /// The number of an article's entity.
    pub(crate) fn number(&self, article: usize, id: EntityId) -> Option<usize> {
        self.numbers.get(article)?.get(id.0 as usize).copied().flatten()
    }
}

/// A sentence that names or means an entity.
pub(crate) struct Naming {
    /// The article's number.
    pub article: usize,
    /// The sentence's number there.
    pub sentence: usize,
    /// Where in it.
    pub places: Vec<Place>,
}

impl Linked<'_> {
    /// The sentences that name or mean entity `number` in the articles left, by article and place; not page furniture.
    pub(crate) fn namings(&self, looking: Looking<'_>, number: usize) -> Vec<Naming> {
        let mut found: Vec<Naming> = Vec::new();
        let members = self.entities[number].members.iter().map(|member| (member.article as usize, member.entity));
        for (number, id) in members.filter(|(number, _)| looking.leaves(*number)) {
            let article = looking.article(number);
            for place in places(article, id) {
                let Some(sentence) = article.sentence_at(place.span.start()) else { continue };
                let same = |naming: &&mut Naming| naming.article == number && naming.sentence == sentence;
                match found.iter_mut().rev().take_while(|naming| naming.article == number).find(same) {
                    Some(naming) => naming.places.push(place),
                    None => found.push(Naming { article: number, sentence, places: vec![place] }),
                }
            }
        }
        found
    }
}

/// Where an article names or means one of its entities; not in page furniture.
pub(crate) fn places(article: &Article, id: EntityId) -> Vec<Place> {
    let Some(entity) = article.annotations.entity(id) else { return Vec::new() };
    let mentions = entity.mentions.iter().filter_map(|at| article.annotations.mentions.get(*at as usize));
    let named = mentions.map(|mention| Place { span: mention.span, description: mention.description, named: true });
    let meant = entity.references.iter().map(|reference| Place {
        span: reference.span,
        description: Some(reference.span),
        named: false,
    });
    named.chain(meant).filter(|place| article.tells(place.span)).collect()
}
