//! A view answered: which articles are left, in what order, what each facet would leave, what to drop when nothing is.

use crate::{
    article::Article,
    collection::Collection,
    correction::Correction,
    facet::{Count, Facet, Facets},
    index::Index,
    order::sort_by_key,
    query::{Query, Rank, Texts, Who},
    view::{Sort, View},
};
use core::cmp::Reverse;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A collection with all that is needed to answer a view of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Library {
    /// The articles. In the page they come without annotations and links: see [`crate::shard::page`].
    pub collection: Arc<Collection>,
    /// Their words.
    pub index: Arc<Index>,
    /// What each article is called in few words: see [`Collection::names`].
    pub names: Arc<[String]>,
    found: Arc<Found>,
}

/// What was found in the articles, as far as searching and filtering them needs it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Found {
    facets: Facets,
    /// For each article.
    who: Vec<Who>,
}

impl Found {
    /// In the articles of `collection`.
    pub fn of(collection: &Collection) -> Self {
        Self { facets: Facets::of(collection), who: collection.articles.iter().map(Who::of).collect() }
    }

    /// True when it is about these articles.
    pub fn fits(&self, articles: &[Article]) -> bool {
        let sound = |(article, who): (&Article, &Who)| who.is_sound(|span| !article.slice(span).is_empty());
        self.facets.fits(articles.len())
            && self.who.len() == articles.len()
            && articles.iter().zip(&self.who).all(sound)
    }
}

/// A view answered.
#[derive(Clone, PartialEq, Debug)]
pub struct Results {
    /// The query as read.
    pub query: Query,
    /// What answers it, before facets.
    pub rank: Rank,
    /// Numbers of the articles left, in order.
    pub articles: Vec<usize>,
    /// For each facet, what its values would leave.
    pub counts: Vec<(Facet, Vec<Count>)>,
}

/// One thing that a view demands of articles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Demand {
    /// Clause `n` of the query.
    Clause(usize),
    /// A value wanted in a facet.
    Wanted(Facet, String),
    /// A value unwanted in a facet.
    Unwanted(Facet, String),
}

impl Library {
    /// Of a collection and its index.
    pub fn new(collection: Collection, index: Index) -> Self {
        Self::sharing(collection, Arc::new(index))
    }

    /// The same articles with a reader's corrections.
    pub fn corrected(&self, corrections: &[Correction]) -> Self {
        Self::sharing(Collection::clone(&self.collection).corrected(corrections), self.index.clone())
    }

    fn sharing(collection: Collection, index: Arc<Index>) -> Self {
        let found = Found::of(&collection);
        Self::with(collection, index, found)
    }

    /// The same of what was found before; it must fit the articles, and so must the index.
    pub(crate) fn with(collection: Collection, index: Arc<Index>, found: Found) -> Self {
        let names = collection.names().into();
        Self { collection: Arc::new(collection), index, names, found: Arc::new(found) }
    }

    /// The same articles, in which this was found; it must fit them.
    pub fn finding(&self, found: Found) -> Self {
        Self { found: Arc::new(found), ..self.clone() }
    }

    /// What was found in them.
    pub fn found(&self) -> &Found {
        &self.found
    }

    fn texts(&self) -> Texts<'_> {
        Texts { articles: self.articles(), index: &self.index, who: &self.found.who }
    }

    /// The articles.
    pub fn articles(&self) -> &[Article] {
        &self.collection.articles
    }

    /// Answers a view.
    pub fn answer(&self, view: &View) -> Results {
        let query = Query::parse(&view.query);
        let rank = Rank::run(self.texts(), &query, view.exact);
        let answers: Vec<usize> = rank.ranked.iter().map(|ranked| ranked.article).collect();
        let counts = self.found.facets.count(&view.choices, &answers);
        let mut articles = self.found.facets.keep(&view.choices, answers);
        match view.order() {
            Sort::Relevance => {}
            Sort::Time => sort_by_key(&mut articles, |article| self.time(*article)),
            Sort::Length => {
                sort_by_key(&mut articles, |article| Reverse(self.articles()[*article].text.len()));
            }
        }
        Results { query, rank, articles, counts }
    }

    /// These articles in the order of time, undated ones last.
    pub fn in_time(&self, mut articles: Vec<usize>) -> Vec<usize> {
        sort_by_key(&mut articles, |article| self.time(*article));
        articles
    }

    /// When an article was published: undated ones last, then by day, clock time and number. An article without a
    /// clock time stands after those of its day that have one.
    fn time(&self, article: usize) -> impl Ord + use<> {
        let published = self.articles()[article].header.published.as_ref();
        let day = published.map(|published| published.value.date);
        let time = published.and_then(|published| published.value.time);
        (day.is_none(), day, time.is_none(), time, article)
    }

    /// What the view demands, in the order it is shown.
    pub fn demands(view: &View, query: &Query) -> Vec<Demand> {
        let clauses = (0..query.clauses.len()).map(Demand::Clause);
        let choices = view.choices.iter().flat_map(|(facet, choice)| {
            let wanted = choice.wanted.iter().map(|value| Demand::Wanted(*facet, value.clone()));
            wanted.chain(choice.unwanted.iter().map(|value| Demand::Unwanted(*facet, value.clone())))
        });
        clauses.chain(choices).collect()
    }

    /// The view without one of its demands.
    pub fn without(view: &View, query: &Query, demand: &Demand) -> View {
        match demand {
            Demand::Clause(number) => View { query: query.without(&view.query, *number), ..view.clone() },
            Demand::Wanted(facet, value) => {
                view.choosing(*facet, |choice| choice.wanted.retain(|wanted| wanted != value))
            }
            Demand::Unwanted(facet, value) => {
                view.choosing(*facet, |choice| choice.unwanted.retain(|unwanted| unwanted != value))
            }
        }
    }

    /// For a view that leaves nothing: the demands without which something would be left, and how many articles; the
    /// most articles first. Empty when no single demand is to blame.
    pub fn culprits(&self, view: &View, query: &Query) -> Vec<(Demand, usize)> {
        let near = Rank::run(self.texts(), query, view.exact).near;
        let mut found: Vec<(Demand, usize)> = Self::demands(view, query)
            .into_iter()
            .map(|demand| {
                let left = match demand {
                    // A line may have thousands of words: they are not tried one by one.
                    Demand::Clause(clause) if !query.shapes_others(clause) => {
                        let lost = near.iter().filter(|(_, failed)| *failed == clause);
                        self.found.facets.keep(&view.choices, lost.map(|(article, _)| *article).collect()).len()
                    }
                    _ => self.answer(&Self::without(view, query, &demand)).articles.len(),
                };
                (demand, left)
            })
            .filter(|(_, left)| *left > 0)
            .collect();
        sort_by_key(&mut found, |(_, left)| Reverse(*left));
        found
    }
}
