//! Facets: the properties articles are narrowed by, and how many articles each value would leave.

use crate::{
    article::Article,
    attribution::Kind,
    collection::Collection,
    day,
    mention::EntityKind,
    order::{sort_by, sort_by_key},
};
use serde::{Deserialize, Serialize};
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
    /// Whose words it gives.
    Speaker,
    /// People it names.
    Person,
    /// Organisations it names.
    Organisation,
    /// Places it names.
    Place,
}

/// The value that stands for "not stated", in every facet.
pub const NOT_STATED: &str = "";

impl Facet {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Outlet,
        Self::Day,
        Self::Speaker,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Credit,
        Self::Language,
    ];

    /// Its name in the URL and for tools.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Day => "day",
            Self::Credit => "credit",
            Self::Language => "language",
            Self::Speaker => "speaker",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
        }
    }

    /// The values that the header of `article` has, sorted, never none: what is missing is [`NOT_STATED`]. Facets of
    /// what the text says take a collection: see [`Facets::of`].
    pub fn values(self, article: &Article) -> Vec<String> {
        let header = &article.header;
        let values: Vec<String> = match self {
            Self::Outlet => header.outlet.iter().map(|outlet| outlet.value.clone()).collect(),
            Self::Day => header.published.iter().map(|published| day::iso(published.value.date)).collect(),
            Self::Credit => header.agencies.iter().map(|agency| agency.value.clone()).collect(),
            Self::Language => header.language.iter().map(|language| language.value.clone()).collect(),
            Self::Speaker | Self::Person | Self::Organisation | Self::Place => Vec::new(),
        };
        stated(values)
    }

    /// The kind of name it lists, if it lists names.
    const fn kind(self) -> Option<EntityKind> {
        match self {
            Self::Person => Some(EntityKind::Person),
            Self::Organisation => Some(EntityKind::Organisation),
            Self::Place => Some(EntityKind::Place),
            Self::Outlet | Self::Day | Self::Credit | Self::Language | Self::Speaker => None,
        }
    }

    /// For each article of `collection` the names it has in this facet.
    fn named(self, collection: &Collection) -> Vec<Vec<String>> {
        let mut values: Vec<Vec<String>> = vec![Vec::new(); collection.articles.len()];
        for linked in &collection.links.entities {
            if self.kind().is_some_and(|kind| kind != linked.kind) {
                continue;
            }
            for member in &linked.members {
                let Some(article) = collection.articles.get(member.article as usize) else { continue };
                let holds = if self == Self::Speaker {
                    let mut attributions = article.annotations.attributions.iter();
                    attributions.any(|a| a.entity == Some(member.entity) && a.kind != Kind::Scare)
                } else {
                    article.tells_of(member.entity)
                };
                if holds {
                    values[member.article as usize].push(linked.shown(collection));
                }
            }
        }
        values.into_iter().map(stated).collect()
    }
}

/// Sorted, each once, and never none.
fn stated(mut values: Vec<String>) -> Vec<String> {
    if values.is_empty() {
        values.push(NOT_STATED.to_owned());
    }
    sort_by(&mut values, Ord::cmp);
    values.dedup();
    values
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

/// One facet's values in a collection, by number so that counting compares no words.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
struct Values {
    /// Sorted; "not stated" is the first if it is one of them.
    names: Vec<String>,
    /// For each article the numbers of its names, ascending, never none.
    of: Vec<Vec<u32>>,
}

impl Values {
    fn new(of: Vec<Vec<String>>) -> Self {
        let mut names: Vec<String> = of.iter().flatten().cloned().collect();
        sort_by(&mut names, Ord::cmp);
        names.dedup();
        let number = |name: &String| names.binary_search(name).unwrap_or_default() as u32;
        Self { of: of.iter().map(|values| values.iter().map(number).collect()).collect(), names }
    }

    /// A choice by numbers; a name that no article has is none.
    fn chosen(&self, choice: &Choice) -> Chosen {
        let numbers = |names: &[String]| -> Vec<Option<u32>> {
            names.iter().map(|name| self.names.binary_search(name).ok().map(|number| number as u32)).collect()
        };
        Chosen { wanted: numbers(&choice.wanted), unwanted: numbers(&choice.unwanted) }
    }
}

/// A choice by the numbers of its values.
struct Chosen {
    wanted: Vec<Option<u32>>,
    unwanted: Vec<Option<u32>>,
}

impl Chosen {
    fn keeps(&self, values: &[u32]) -> bool {
        (self.wanted.is_empty() || values.iter().any(|value| self.wanted.contains(&Some(*value))))
            && !values.iter().any(|value| self.unwanted.contains(&Some(*value)))
    }
}

/// The facet values of a collection, looked up once.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Facets {
    /// By facet, in the order of [`Facet::ALL`].
    values: Vec<Values>,
}

impl Facets {
    /// Those of `collection`.
    pub fn of(collection: &Collection) -> Self {
        let values = |facet: Facet| match facet {
            Facet::Speaker | Facet::Person | Facet::Organisation | Facet::Place => facet.named(collection),
            _ => collection.articles.iter().map(|article| facet.values(article)).collect(),
        };
        Self { values: Facet::ALL.into_iter().map(|facet| Values::new(values(facet))).collect() }
    }

    /// True when they are those of so many articles.
    pub(crate) fn fits(&self, articles: usize) -> bool {
        let whole = |values: &Values| {
            let counted = |number: &u32| (*number as usize) < values.names.len();
            values.of.len() == articles && values.of.iter().flatten().all(counted) && values.names.is_sorted()
        };
        self.values.len() == Facet::ALL.len() && self.values.iter().all(whole)
    }

    fn values(&self, facet: Facet) -> &Values {
        let place = Facet::ALL.iter().position(|other| *other == facet);
        &self.values[place.expect("every facet is one of all")]
    }

    /// The choices by number, each with its facet's values.
    fn chosen<'a>(&'a self, choices: &Choices) -> Vec<(Facet, &'a Values, Chosen)> {
        let chosen = |(facet, choice): (&Facet, &Choice)| {
            let values = self.values(*facet);
            (*facet, values, values.chosen(choice))
        };
        choices.iter().map(chosen).collect()
    }

    /// Those of `articles` that `choices` leave.
    pub fn keep(&self, choices: &Choices, mut articles: Vec<usize>) -> Vec<usize> {
        let chosen = self.chosen(choices);
        articles.retain(|article| chosen.iter().all(|(_, values, chosen)| chosen.keeps(&values.of[*article])));
        articles
    }

    /// Every value of every facet in the collection with its count among `answers` (article numbers that answer the
    /// query, whatever is chosen), facets in the order of [`Facet::ALL`], values sorted, "not stated" last. Zeros are
    /// kept.
    pub fn count(&self, choices: &Choices, answers: &[usize]) -> Vec<(Facet, Vec<Count>)> {
        let chosen = self.chosen(choices);
        let count = |(facet, values): (Facet, &Values)| {
            let mut counts = vec![0; values.names.len()];
            let own = chosen.iter().find(|(other, ..)| *other == facet).map(|(.., chosen)| chosen);
            for article in answers {
                let mut others = chosen.iter().filter(|(other, ..)| *other != facet);
                if !others.all(|(_, values, chosen)| chosen.keeps(&values.of[*article])) {
                    continue;
                }
                let has = &values.of[*article];
                for value in has {
                    let unwanted = |other: &u32| own.is_some_and(|own| own.unwanted.contains(&Some(*other)));
                    if !has.iter().any(|other| other != value && unwanted(other)) {
                        counts[*value as usize] += 1;
                    }
                }
            }
            let named = values.names.iter().zip(counts);
            let mut counts: Vec<Count> =
                named.map(|(value, articles)| Count { value: value.clone(), articles }).collect();
            sort_by_key(&mut counts, |count| count.value == NOT_STATED);
            (facet, counts)
        };
        Facet::ALL.into_iter().zip(&self.values).map(count).collect()
    }
}
