//! The sentences by which an article is shown, and the places in them that answered.

use super::{find::Occurrence, rank::Rank, syntax::Query};
use crate::{
    article::Article,
    index::{
        Field, Index, Passage,
        token::{Token, tokens},
    },
    order::sort_by,
    span::Span,
};
use std::collections::BTreeMap;

/// A sentence that answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snippet {
    /// Number of the sentence in the article.
    pub sentence: usize,
    /// The places to mark, in the article's text, sorted, not overlapping.
    pub marks: Vec<Span>,
}

impl Rank {
    /// The at most `most` sentences of `article` that answer best: most of what was asked, the rarest of it, in the
    /// fewest words; equal ones by place. A headline is left out, since it is shown anyway.
    pub fn snippets(
        &self,
        query: &Query,
        index: &Index,
        articles: &[Article],
        article: usize,
        most: usize,
    ) -> Vec<Snippet> {
        struct Scored {
            sentence: usize,
            score: f32,
            occurrences: Vec<Occurrence>,
        }
        let layout = index.layout(article);
        let mut sentences: BTreeMap<usize, BTreeMap<usize, Vec<Occurrence>>> = BTreeMap::new();
        for (clause, occurrence) in self.asked(query, article) {
            let (passage, field) = layout.passage(occurrence.position);
            if let (Passage::Sentence(sentence), true) = (passage, field != Field::Headline) {
                sentences.entry(sentence).or_default().entry(clause).or_default().push(occurrence);
            }
        }
        let mut scored: Vec<Scored> = sentences
            .into_iter()
            .map(|(sentence, clauses)| {
                let length = articles[article].sentences[sentence].len() as f32;
                let score: f32 = clauses.iter().map(|(clause, found)| self.value(*clause, found)).sum();
                let (_, field) = layout.passage(layout.first(Passage::Sentence(sentence)));
                let place = if matches!(field, Field::Body | Field::Lead) { 1.0 } else { 0.6 };
                Scored {
                    sentence,
                    score: score * place / (1.0 + length / 600.0),
                    occurrences: clauses.into_values().flatten().collect(),
                }
            })
            .collect();
        sort_by(&mut scored, |left, right| right.score.total_cmp(&left.score).then(left.sentence.cmp(&right.sentence)));
        scored.truncate(most);
        scored
            .into_iter()
            .map(|Scored { sentence, occurrences, .. }| {
                let mut places = Places::of(index, &articles[article], article);
                let marks = merged(occurrences.iter().filter_map(|occurrence| places.place(occurrence)));
                Snippet { sentence, marks }
            })
            .collect()
    }

    /// Every place in `article` that answers, sorted; places in a title outside the text are left out.
    pub fn marks(&self, query: &Query, index: &Index, articles: &[Article], article: usize) -> Vec<Span> {
        let mut places = Places::of(index, &articles[article], article);
        merged(self.asked(query, article).filter_map(|(_, occurrence)| places.place(&occurrence)))
    }

    /// The places in the sentences of `article` that `within` lies in.
    pub fn marks_within(
        &self,
        query: &Query,
        index: &Index,
        articles: &[Article],
        article: usize,
        within: Span,
    ) -> Vec<Span> {
        let sentences = &articles[article].sentences;
        let layout = index.layout(article);
        let mut places = Places::of(index, &articles[article], article);
        let near = self.asked(query, article).filter(|(_, occurrence)| match layout.passage(occurrence.position).0 {
            Passage::Sentence(sentence) => sentences.get(sentence).is_some_and(|span| span.overlaps(within)),
            Passage::Title => false,
        });
        merged(near.filter_map(|(_, occurrence)| places.place(&occurrence)))
    }

    /// The places in a headline that is not in the text, as spans of the headline.
    pub fn title_marks(&self, query: &Query, index: &Index, articles: &[Article], article: usize) -> Vec<Span> {
        let Some(title) = &articles[article].header.headline else { return Vec::new() };
        let layout = index.layout(article);
        let first = layout.first(Passage::Title);
        merged(self.asked(query, article).filter(|(_, o)| layout.passage(o.position).0 == Passage::Title).filter_map(
            |(_, occurrence)| {
                let words = tokens(&title.value, Span::of(0, title.value.len()));
                span_of(&words, &occurrence, first, index)
            },
        ))
    }

    /// The occurrences of the clauses without a minus, with their clause.
    fn asked<'a>(&'a self, query: &'a Query, article: usize) -> impl Iterator<Item = (usize, Occurrence)> + 'a {
        query.clauses.iter().zip(&self.findings).enumerate().filter(|(_, (clause, _))| !clause.negated).flat_map(
            move |(number, (_, finding))| {
                finding.iter().flat_map(move |f| f.of(article)).map(move |occurrence| (number, *occurrence))
            },
        )
    }

    /// What a sentence's occurrences of a clause count: its rarity once, by the best spelling, a little for more.
    fn value(&self, clause: usize, found: &[Occurrence]) -> f32 {
        let best = found.iter().map(|occurrence| occurrence.how.weight()).fold(0.0, f32::max);
        self.rarity[clause] * best * (1.0 + 0.1 * (found.len() as f32 - 1.0).min(3.0))
    }
}

/// Where an occurrence stands in the article's text; `None` for one in a title outside the text.
pub fn place(index: &Index, article: &Article, number: usize, occurrence: &Occurrence) -> Option<Span> {
    Places::of(index, article, number).place(occurrence)
}

/// Finds where occurrences stand; of those in one sentence in a row, its words are read once.
struct Places<'a> {
    index: &'a Index,
    article: &'a Article,
    number: usize,
    sentence: Option<usize>,
    words: Vec<Token>,
}

impl<'a> Places<'a> {
    const fn of(index: &'a Index, article: &'a Article, number: usize) -> Self {
        Self { index, article, number, sentence: None, words: Vec::new() }
    }

    fn place(&mut self, occurrence: &Occurrence) -> Option<Span> {
        let layout = self.index.layout(self.number);
        let (passage, _) = layout.passage(occurrence.position);
        let Passage::Sentence(sentence) = passage else { return None };
        if self.sentence != Some(sentence) {
            self.words = tokens(&self.article.text, *self.article.sentences.get(sentence)?);
            self.sentence = Some(sentence);
        }
        // A phrase may run into the next sentence; the mark then ends with this one.
        span_of(&self.words, occurrence, layout.first(passage), self.index)
    }
}

fn span_of(words: &[Token], occurrence: &Occurrence, first: u32, index: &Index) -> Option<Span> {
    let from = occurrence.position.checked_sub(first)? as usize;
    let start = words.get(from)?;
    let last = words.get(from + occurrence.length as usize - 1).or(words.last())?;
    let end = match &start.joined {
        Some((compound, end)) if *compound == index.forms().get(occurrence.form as usize) => *end,
        _ => last.span.end(),
    };
    Some(Span::new(start.span.start(), end))
}

/// Sorted, overlapping ones made one.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.collect();
    sort_by(&mut spans, Ord::cmp);
    let mut whole: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match whole.last_mut() {
            Some(last) if span.start() < last.end() => {
                *last = Span::new(last.start(), last.end().max(span.end()));
            }
            _ => whole.push(span),
        }
    }
    whole
}
