//! What only one article has: sentences and clauses without a counterpart, names and figures that no other gives.

use super::{
    super::segment::{Content, Segment, Term, Use, Worth, key_of},
    Near,
    likeness::Alike,
    near::share_telling_word,
};
use crate::find::hashed::WordMap;
use crossread_corpus::{
    article::Article,
    figure::{Figure, FigureKind, Qualifier},
    ground::Rule,
    index::token::tokens,
    links::{
        Anchor,
        claim::{OnlyHere, OnlyKind},
        figure::FigureGroup,
        passage::Part,
    },
    mention::EntityKind,
    span::Span,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Under this likeness to everything elsewhere, a segment has no counterpart.
pub(super) const FAR: f32 = 0.3;
/// The same to what shares too little to say the same.
const FAR_IF_APART: f32 = 0.38;
/// The same where so much of what one says is new.
const FAR_IF_NEW: f32 = 0.45;
/// A day of which more places tell says nothing.
const COMMON: usize = 200;
/// Up to so many telling words, "similar" among them, only point back to what was told.
const POINTS_BACK: usize = 3;
/// So many words that no other article has make even a source worth telling.
const MANY: usize = 3;

/// By article and place, the wider before what lies in it.
pub(super) fn only_here(
    content: &Content,
    groups: &[Vec<usize>],
    near: &[Near],
    figure_groups: &[FigureGroup],
    tied: &[(Anchor, Anchor)],
) -> Vec<OnlyHere> {
    let mut found = Vec::new();
    let values = Values::of(content.articles);
    let mut alone: Vec<bool> =
        (0..content.segments.len()).map(|number| is_alone(content, near, &values, number)).collect();
    groups.iter().flatten().for_each(|at| alone[*at] = false);
    // others have its figure, too, and words that are quoted in several may be cut elsewhere
    let compared = figure_groups.iter().filter(|group| group.articles().len() > 1).flat_map(|group| &group.members);
    let compared = compared.filter_map(|member| content.segment_at(member.anchor.article, member.anchor.span.start()));
    let repeated = tied.iter().flat_map(|(one, other)| repeated(content, *one, *other));
    compared.chain(repeated).for_each(|at| alone[at] = false);
    told_of_the_day(content, &mut alone);
    if content.articles.len() < 2 {
        return found;
    }
    for range in &content.of_article {
        let mut at = range.start;
        while at < range.end {
            let sentence = content.segments[at].sentence;
            let end = (at..range.end).find(|n| content.segments[*n].sentence != sentence).unwrap_or(range.end);
            of_sentence(content, &alone, near, at..end, &mut found);
            at = end;
        }
    }
    names(content, &mut found);
    figures(content, figure_groups, &values, &mut found);
    found.sort_by_key(|only| {
        (only.anchor.article, only.anchor.span.start(), core::cmp::Reverse(only.anchor.span.end()))
    });
    found
}

/// The segments of two variants of one utterance that the other has, too: of what is quoted all, since it may be cut
/// elsewhere, of what is reported those that share a telling word.
fn repeated(content: &Content, one: Anchor, other: Anchor) -> Vec<usize> {
    let (one, other) = (content.segments_in(one), content.segments_in(other));
    let has = |at: &usize, there: &[usize]| {
        let segment = &content.segments[*at];
        segment.is_quoted() || there.iter().any(|other| share_telling_word(content, segment, &content.segments[*other]))
    };
    let ours = one.iter().filter(|at| has(at, &other));
    ours.chain(other.iter().filter(|at| has(at, &one))).copied().collect()
}

/// What is told of one day with a telling word that another article has for the same day is not only here: "closed until
/// Thursday", "open again on Thursday".
fn told_of_the_day(content: &Content, alone: &mut [bool]) {
    let mut dated: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (number, segment) in content.segments.iter().enumerate() {
        if let Some((first, last)) = segment.days
            && first == last
        {
            dated.entry(first).or_default().push(number);
        }
    }
    for list in dated.values().filter(|list| list.len() <= COMMON) {
        for one in list {
            let segment = &content.segments[*one];
            alone[*one] &= !list
                .iter()
                .map(|other| &content.segments[*other])
                .any(|other| other.article != segment.article && share_telling_word(content, segment, other));
        }
    }
}

/// True when no segment of another article is like this one, and it has something that none has. The more of it is new, the
/// less does it matter that another segment shares a word or a name.
fn is_alone(content: &Content, near: &[Near], values: &Values, number: usize) -> bool {
    let segment = &content.segments[number];
    let own = |each: &Use| content.worth(each.term) == Worth::Heavy && nowhere_else(content, segment, each.term);
    let unheard = is_unheard(content, segment);
    let heavy = segment.uses.iter().filter(|each| content.worth(each.term) == Worth::Heavy).count();
    let own = segment.uses.iter().filter(|each| own(each)).count() + values.only_in(content, segment);
    let named = segment.uses.iter().any(|each| content.is_name(each.term));
    let quoted = segment.is_quoted();
    let (alike, few_words) = match (quoted || unheard || own >= MANY, own > 1 || 2 * own >= heavy) {
        (true, _) => (FAR_IF_NEW, FAR_IF_NEW),
        (false, true) => (FAR, FAR_IF_NEW),
        (false, false) => (FAR, FAR_IF_APART),
    };
    let like = |(other, likeness): &(usize, Alike)| {
        content.segments[*other].article != segment.article
            && likeness.close >= if likeness.same > 0.0 { alike } else { few_words }
    };
    // "others made similar allegations" tells what was told before
    let refers = heavy <= POINTS_BACK && words_of(content, segment).any(|word| word == "similar");
    let states = segment.states() || (segment.framing && own >= MANY);
    let least = if says_last(content, segment) { MANY } else { 1 };
    let new = quoted || unheard || (own >= least && (heavy > 1 || named));
    segment.part == Part::Story && states && new && !refers && !near[number].iter().any(like)
}

fn words_of(content: &Content, segment: &Segment) -> impl Iterator<Item = String> {
    tokens(&content.articles[segment.article as usize].text, segment.span).into_iter().map(|token| token.form)
}

/// True for a term that no other article has.
fn nowhere_else(content: &Content, segment: &Segment, term: Term) -> bool {
    content.in_article[segment.article as usize].get(&term).copied() == Some(content.in_all[term.0 as usize])
}

/// True for the words of somebody whom no other article names: no other reports them.
fn is_unheard(content: &Content, segment: &Segment) -> bool {
    segment.speaker.is_some_and(|term| nowhere_else(content, segment, term)) && !says_last(content, segment)
}

/// True for a clause that leads up to reported words: its last word is the cue.
fn says_last(content: &Content, segment: &Segment) -> bool {
    let attributions = &content.articles[segment.article as usize].annotations.attributions;
    let quotes = attributions.iter().flat_map(|said| &said.quoted).any(|quoted| segment.span.overlaps(*quoted));
    !quotes && attributions.iter().filter_map(|said| said.cue).any(|cue| cue.end() == segment.span.end())
}

fn of_sentence(
    content: &Content,
    alone: &[bool],
    near: &[Near],
    range: core::ops::Range<usize>,
    found: &mut Vec<OnlyHere>,
) {
    let (alone, rest): (Vec<usize>, Vec<usize>) = range.partition(|number| alone[*number]);
    let Some(first) = alone.first().map(|number| &content.segments[*number]) else { return };
    // with the words of somebody whom no other names it belongs to them who that is
    let unheard = alone.iter().any(|number| is_unheard(content, &content.segments[*number]));
    let leads_up = |number: &usize| {
        let segment = &content.segments[*number];
        let elsewhere =
            |(other, like): &(usize, Alike)| content.segments[*other].article != segment.article && like.close >= FAR;
        unheard && says_last(content, segment) && !near[*number].iter().any(elsewhere)
    };
    if rest.iter().all(leads_up) {
        let article = &content.articles[first.article as usize];
        let anchor = Anchor { article: first.article, span: article.sentences[first.sentence as usize] };
        found.push(only(anchor, first.sentence, OnlyKind::Sentence, "no-sentence-like-it"));
        return;
    }
    // what follows on each other is told as one: "he warned her | that it would close"
    for run in alone.chunk_by(|one, next| one + 1 == *next) {
        let (first, last) = (&content.segments[run[0]], &content.segments[run[run.len() - 1]]);
        let anchor = Anchor { article: first.article, span: Span::new(first.span.start(), last.span.end()) };
        found.push(only(anchor, first.sentence, OnlyKind::Clause, "no-clause-like-it"));
    }
}

const fn only(anchor: Anchor, sentence: u32, kind: OnlyKind, rule: &'static str) -> OnlyHere {
    OnlyHere { anchor, sentence, kind, rule: Rule::new(rule) }
}

/// Names that no other article has, each where it stands first in the story.
fn names(content: &Content, found: &mut Vec<OnlyHere>) {
    let written = Written::of(content.articles);
    for range in &content.of_article {
        let mut first: BTreeMap<_, (&Segment, _)> = BTreeMap::new();
        for segment in &content.segments[range.clone()] {
            let Some(counts) = content.in_article.get(segment.article as usize) else { continue };
            let mentions = &content.articles[segment.article as usize].annotations.mentions;
            let kind_of = |span| {
                let at = mentions.binary_search_by_key(&span, |mention| mention.span);
                at.ok().map(|at| mentions[at].kind).filter(|kind| *kind != EntityKind::Other)
            };
            for each in segment.uses.iter().filter(|each| content.is_name(each.term)) {
                let Some(kind) = kind_of(each.span) else { continue };
                let anchor = Anchor { article: segment.article, span: each.span };
                let name = content.slice(anchor);
                if counts.get(&each.term).copied() == Some(content.in_all[each.term.0 as usize])
                    && !written.elsewhere(name, kind, segment.article)
                {
                    let entry = first.entry(each.term).or_insert((segment, each.span));
                    if segment.part == Part::Story && entry.0.part != Part::Story {
                        *entry = (segment, each.span);
                    }
                }
            }
        }
        for (segment, span) in first.into_values().filter(|(segment, _)| segment.part != Part::Caption) {
            let anchor = Anchor { article: segment.article, span };
            found.push(only(anchor, segment.sentence, OnlyKind::Name, "no-name-like-it"));
        }
    }
}

/// By the words of all articles, wherever in them they stand, and by what they are compared by: which articles have them.
struct Written(WordMap<String, Vec<u32>>);

impl Written {
    fn of(articles: &[Article]) -> Self {
        let mut having: WordMap<String, Vec<u32>> = WordMap::default();
        for (number, article) in (0..).zip(articles) {
            for token in tokens(&article.text, Span::of(0, article.text.len())) {
                match having.get_mut(&token.form) {
                    Some(all) if all.last() == Some(&number) => {}
                    Some(all) => all.push(number),
                    None => drop(having.insert(token.form, vec![number])),
                }
            }
        }
        // "tweeted" names Twitter, too
        let mut families: WordMap<String, BTreeSet<u32>> = WordMap::default();
        for (form, articles) in &having {
            families.entry(key_of(form).0).or_default().extend(articles);
        }
        for (key, articles) in families {
            let all = having.entry(key).or_default();
            let articles: BTreeSet<u32> = articles.into_iter().chain(all.drain(..)).collect();
            all.extend(articles);
        }
        Self(having)
    }

    /// The articles that have a word, in order.
    fn having(&self, word: &str) -> &[u32] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// True when a name may stand in another article than `own`, too: a person's last word, all telling words of another
    /// name.
    fn elsewhere(&self, name: &str, kind: EntityKind, own: u32) -> bool {
        let mut words = tokens(name, Span::of(0, name.len())).into_iter().map(|token| token.form);
        if kind == EntityKind::Person {
            return words.next_back().is_some_and(|last| self.having(&last).iter().any(|article| *article != own));
        }
        let telling: Vec<String> = words.filter(|word| word.len() > 2 && key_of(word).1 != Worth::Empty).collect();
        // a single word can stand as another of its family
        let family = |word: &String| if telling.len() == 1 { key_of(word).0 } else { word.clone() };
        let lists: Vec<&[u32]> = telling.iter().map(|word| self.having(&family(word))).collect();
        // a name without telling words may stand anywhere
        let Some(fewest) = lists.iter().min_by_key(|list| list.len()) else { return true };
        fewest.iter().any(|article| *article != own && lists.iter().all(|list| list.binary_search(article).is_ok()))
    }
}

/// By the values of figures, of whatever they may be: which articles give them.
struct Values(BTreeMap<(u64, u64), BTreeSet<u32>>);

impl Values {
    fn of(articles: &[Article]) -> Self {
        let mut having: BTreeMap<(u64, u64), BTreeSet<u32>> = BTreeMap::new();
        for (number, article) in (0..).zip(articles) {
            for figure in &article.annotations.figures {
                having.entry(Self::key(figure)).or_default().insert(number);
            }
        }
        Self(having)
    }

    const fn key(figure: &Figure) -> (u64, u64) {
        (figure.amount.low.to_bits(), figure.amount.high.to_bits())
    }

    /// True for a figure whose value one article gives; "two" of anything says little, and so does "thousands".
    fn is_alone(&self, figure: &Figure) -> bool {
        let vague = matches!(figure.amount.qualifier, Qualifier::Vague);
        let telling = figure.amount.high > 3.0
            || figure.measured_in.is_some()
            || matches!(figure.kind, FigureKind::Percentage | FigureKind::Fraction);
        telling && !vague && self.0.get(&Self::key(figure)).is_some_and(|articles| articles.len() == 1)
    }

    /// How many figures of a segment no other article gives.
    fn only_in(&self, content: &Content, segment: &Segment) -> usize {
        let all = &content.articles[segment.article as usize].annotations.figures;
        segment.figures.iter().filter(|number| self.is_alone(&all[**number as usize])).count()
    }
}

/// Figures whose value no other article gives; what is set against others' figures is none.
fn figures(content: &Content, groups: &[FigureGroup], values: &Values, found: &mut Vec<OnlyHere>) {
    let compared = groups.iter().filter(|group| group.articles().len() > 1).flat_map(|group| &group.members);
    let compared: BTreeSet<Anchor> = compared.map(|member| member.anchor).collect();
    for segment in content.segments.iter().filter(|segment| segment.part == Part::Story) {
        for number in &segment.figures {
            let figure = &content.articles[segment.article as usize].annotations.figures[*number as usize];
            let anchor = Anchor { article: segment.article, span: figure.span };
            if values.is_alone(figure) && !compared.contains(&anchor) {
                found.push(only(anchor, segment.sentence, OnlyKind::Figure, "no-figure-like-it"));
            }
        }
    }
}
