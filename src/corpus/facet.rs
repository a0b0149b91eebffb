//! Facets: the properties articles are narrowed by, and how many articles each value would leave.

use crate::{
    article::Article,
    day,
    order::{sort_by, sort_by_key},
};
use std::collections::BTreeMap;

/// A filterable property of articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Facet {
    /// Who published it.
    Outlet,
    /// The civil day it was published on.
    Day,
    /// Agencies it credits.
    Credit,
    /// Its language.
    Language,
}

/// The value that stands for "not stated", in every facet.
pub const NOT_STATED: &str = "";

impl Facet {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Outlet, Self::Day, Self::Credit, Self::Language];

    /// Its name in the URL and for tools.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Day => "day",
            Self::Credit => "credit",
            Self::Language => "language",
        }
    }

    /// The values `article` has, sorted, never none: what is missing is [`NOT_STATED`].
    pub fn values(self, article: &Article) -> Vec<String> {
        let header = &article.header;
        let mut values: Vec<String> = match self {
            Self::Outlet => header.outlet.iter().map(|outlet| outlet.value.clone()).collect(),
            Self::Day => header.published.iter().map(|published| day::iso(published.value.date)).collect(),
            Self::Credit => header.agencies.iter().map(|agency| agency.value.clone()).collect(),
            Self::Language => header.language.iter().map(|language| language.value.clone()).collect(),
        };
        if values.is_empty() {
            values.push(NOT_STATED.to_owned());
        }
        sort_by(&mut values, Ord::cmp);
        values.dedup();
        values
    }
}

/// What a reader chose in one facet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// An article needs one of these, if there are any; sorted.
    pub wanted: Vec<String>,
    /// An article has none of these; sorted.
    pub unwanted: Vec<String>,
}

impl Choice {
    /// True when nothing is chosen.
    pub const fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    fn keeps(&self, values: &[String]) -> bool {
        (self.wanted.is_empty() || values.iter().any(|value| self.wanted.contains(value)))
            && !values.iter().any(|value| self.unwanted.contains(value))
    }
}

/// What a reader chose: or within a facet, and across facets.
pub type Choices = BTreeMap<Facet, Choice>;

/// A facet's value and how many articles there would be if it alone were chosen in its facet, all else unchanged.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Count {
    /// The value.
    pub value: String,
    /// The articles it would leave.
    pub articles: usize,
}

/// The facet values of a collection, looked up once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facets {
    /// By facet, by article.
    values: BTreeMap<Facet, Vec<Vec<String>>>,
}

impl Facets {
    /// Those of `articles`.
    pub fn of(articles: &[Article]) -> Self {
        let values = |facet: Facet| articles.iter().map(|article| facet.values(article)).collect();
        Self { values: Facet::ALL.into_iter().map(|facet| (facet, values(facet))).collect() }
    }

    /// Whether article `article` is left by `choices`.
    pub fn keep(&self, choices: &Choices, article: usize) -> bool {
        choices.iter().all(|(facet, choice)| choice.keeps(&self.values[facet][article]))
    }

    /// Every value of `facet` in the collection with its count among `answers` (article numbers that answer the query,
    /// whatever is chosen), sorted by value, "not stated" last. Zeros are kept.
    pub fn count(&self, facet: Facet, choices: &Choices, answers: &[usize]) -> Vec<Count> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in self.values[&facet].iter().flatten() {
            counts.insert(value, 0);
        }
        let none = Choice::default();
        let own = choices.get(&facet).unwrap_or(&none);
        for article in answers {
            let others = choices.iter().filter(|(other, _)| **other != facet);
            if !others.into_iter().all(|(other, choice)| choice.keeps(&self.values[other][*article])) {
                continue;
            }
            let values = &self.values[&facet][*article];
            for value in values {
                let spoiled = values.iter().any(|other| other != value && own.unwanted.contains(other));
                if let Some(count) = counts.get_mut(value.as_str()).filter(|_| !spoiled) {
                    *count += 1;
                }
            }
        }
        let mut counts: Vec<Count> =
            counts.into_iter().map(|(value, articles)| Count { value: value.to_owned(), articles }).collect();
        sort_by_key(&mut counts, |count| count.value == NOT_STATED);
        counts
    }
}
