//! Which articles answer a query, and in what order.

use super::{
    find::{Finding, Texts, find},
    syntax::{Atom, Clause, Query},
};
use crate::{
    article::Article,
    index::{Field, Index, fold::fold},
    order::sort_by,
};

/// BM25F (Zaragoza et al. 2004, Robertson & Zaragoza 2009): how much a token counts by field, and how far a field's
/// length is made up for.
const WEIGHTS: [(Field, f32, f32); 5] = [
    (Field::Headline, 3.0, 0.5),
    (Field::Lead, 1.5, 0.5),
    (Field::Body, 1.0, 0.75),
    (Field::Caption, 0.8, 0.5),
    (Field::Furniture, 0.3, 0.5),
];
/// How soon more occurrences stop counting.
const K1: f32 = 1.2;

/// A query put to an index.
#[derive(Clone, PartialEq, Debug)]
pub struct Rank {
    /// What answers each clause that asks for words, by clause.
    pub findings: Vec<Option<Finding>>,
    /// The articles that answer, best first.
    pub ranked: Vec<Ranked>,
    /// Articles that answer all clauses but one, with that clause.
    pub near: Vec<(usize, usize)>,
    /// How rare each clause's words are; zero for clauses without words.
    pub(super) rarity: Vec<f32>,
}

/// An article that answers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ranked {
    /// Its number in the collection.
    pub article: usize,
    /// How many clauses it answers only by a forgiven spelling; fewer rank before all else.
    pub forgiven: usize,
    /// Its BM25F score.
    pub score: f32,
}

impl Rank {
    /// Puts `query` to `texts`. `exact` forgives no spelling. The order is that of
    /// relevance; equal articles stand by number.
    pub fn run(texts: Texts<'_>, query: &Query, exact: bool) -> Self {
        let Texts { articles, index, .. } = texts;
        let findings: Vec<Option<Finding>> =
            query.clauses.iter().map(|clause| find(texts, query, clause, exact)).collect();
        let rarity = findings.iter().map(|finding| rarity(finding.as_ref(), articles.len())).collect();
        let mut rank = Self { findings, rarity, ranked: Vec::new(), near: Vec::new() };
        let means: Vec<f32> = Field::ALL.iter().map(|field| index.mean_length(*field)).collect();
        for (number, article) in articles.iter().enumerate() {
            let clauses = query.clauses.iter().zip(&rank.findings).enumerate();
            let mut failed = clauses
                .filter(|(_, (clause, finding))| clause.negated == answers(clause, finding.as_ref(), article, number));
            match (failed.next(), failed.next()) {
                (None, _) => {
                    let ranked = rank.weigh(query, index, number, &means);
                    rank.ranked.push(ranked);
                }
                (Some((clause, _)), None) => rank.near.push((number, clause)),
                (Some(_), Some(_)) => {}
            }
        }
        sort_by(&mut rank.ranked, |left, right| {
            left.forgiven
                .cmp(&right.forgiven)
                .then(right.score.total_cmp(&left.score))
                .then(left.article.cmp(&right.article))
        });
        rank
    }

    fn weigh(&self, query: &Query, index: &Index, article: usize, means: &[f32]) -> Ranked {
        let layout = index.layout(article);
        let mut ranked = Ranked { article, forgiven: 0, score: 0.0 };
        let asked = query.clauses.iter().zip(&self.findings).zip(&self.rarity).filter(|((c, _), _)| !c.negated);
        for ((_, finding), rarity) in asked {
            let Some(finding) = finding else { continue };
            let occurrences = finding.of(article);
            let mut counts = [0.0_f32; 5];
            for occurrence in occurrences {
                counts[layout.passage(occurrence.position).1 as usize] += occurrence.how.weight();
            }
            let frequency: f32 = WEIGHTS
                .iter()
                .map(|(field, weight, b)| {
                    let length = layout.length(*field) as f32 / means[*field as usize];
                    weight * counts[*field as usize] / (1.0 - b + b * length)
                })
                .sum();
            ranked.score += rarity * frequency * (K1 + 1.0) / (K1 + frequency);
            if !occurrences.is_empty() && !occurrences.iter().any(|occurrence| occurrence.how.as_asked()) {
                ranked.forgiven += 1;
            }
        }
        ranked
    }
}

/// Whether an article answers a clause, its minus left aside.
fn answers(clause: &Clause, finding: Option<&Finding>, article: &Article, number: usize) -> bool {
    finding.is_some_and(|finding| !finding.of(number).is_empty())
        || clause.any_of.iter().any(|atom| match atom {
            Atom::Outlet(name) => match &article.header.outlet {
                Some(outlet) => !name.is_empty() && fold(&outlet.value).contains(&fold(name)),
                None => name.is_empty(),
            },
            Atom::Date(range) => {
                article.header.published.as_ref().is_some_and(|published| range.contains(published.value.date))
            }
            // These say where words must stand; alone they keep every article, with a minus none is lost.
            Atom::In(_) => !clause.negated,
            Atom::Word(_) | Atom::Phrase(_) | Atom::Prefix(_) | Atom::Speaker(_) | Atom::Person(_) => false,
        })
}

/// Inverse document frequency (Robertson & Spärck Jones, as in BM25), of the words as asked if they stand anywhere.
fn rarity(finding: Option<&Finding>, articles: usize) -> f32 {
    let Some(finding) = finding else { return 0.0 };
    let count = |asked: bool| {
        (0..articles)
            .filter(|article| finding.of(*article).iter().any(|occurrence| !asked || occurrence.how.as_asked()))
            .count()
    };
    let holding = match count(true) {
        0 => count(false),
        some => some,
    } as f32;
    (1.0 + (articles as f32 - holding + 0.5) / (holding + 0.5)).ln()
}
