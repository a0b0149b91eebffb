//! The same thing in other words: expressions that stand in the same place of sentences that assert the same.

use super::{
    claim::{
        likeness::{likeness, shared},
        near::having,
        ties,
    },
    segment::{Class, Content, Segment, Term, Use},
};
use crate::find::hashed::{NumberMap, NumberSet};
use crossread_corpus::{
    ground::Rule,
    index::fold::fold,
    links::{
        Anchor,
        alignment::{Run, Step, align},
        word::{self, words},
        wording::{Expression, SameThing},
    },
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many pairs of one claim are matched word by word.
const MATCHED: usize = 24;
/// How many pairs of one claim are searched for words that face each other.
const FACED: usize = 200;
/// How alike two clauses must be for what differs in them to be the same thing.
const ALIKE: f32 = 0.5;
/// How much two clauses must say the same for words of one family in them to be one thing.
const ALIKE_ENOUGH: f32 = 0.3;

/// Expressions for one thing, by the places of the first ones.
pub(crate) fn same_things(content: &Content, claims: &[Vec<usize>]) -> Vec<SameThing> {
    // in the order of segments: that of the articles plays no part
    let sorted = |group: &Vec<usize>| {
        let mut group = group.clone();
        group.sort_unstable();
        group
    };
    let claims: Vec<Vec<usize>> = claims.iter().map(sorted).collect();
    let mut groups = of_families(content, &claims);
    groups.extend(of_matches(content, &claims));
    let mut found: Vec<SameThing> = groups.into_iter().filter_map(|(rule, group)| same_thing(group, rule)).collect();
    found.sort_by_key(|thing| thing.expressions[0].anchors[0]);
    found.dedup_by(|one, other| one.expressions == other.expressions);
    found
}

/// Expressions by what they are compared by, each with its places.
type Group = BTreeMap<String, BTreeSet<Anchor>>;

/// Different words of one family and class, in segments of one claim that say much the same.
fn of_families(content: &Content, claims: &[Vec<usize>]) -> Vec<(&'static str, Group)> {
    let mut families: BTreeMap<(Term, Class), Group> = BTreeMap::new();
    // which articles claim the thing
    let mut claimed_by: BTreeMap<(Term, Class), BTreeSet<u32>> = BTreeMap::new();
    for group in claims {
        for (one, other) in ties(content, group).take(FACED) {
            for (ours, theirs) in facing(content, one, other) {
                for (number, each) in [(one, ours), (other, theirs)] {
                    let anchor = Anchor { article: content.segments[number].article, span: each.span };
                    let written = expression(content.slice(anchor));
                    let family = (each.term, Class::of(&written));
                    let claiming = group.iter().map(|at| content.segments[*at].article);
                    claimed_by.entry(family).or_default().extend(claiming);
                    families.entry(family).or_default().entry(written).or_default().insert(anchor);
                }
            }
        }
    }
    add_other_places(content, &mut families, &claimed_by);
    families.into_values().map(|group| ("one-family-in-one-claim", group)).collect()
}

/// Adds where else the accounts that claim a thing call it by an expression of several words: "new elections". What is
/// quoted is not their word.
fn add_other_places(
    content: &Content,
    families: &mut BTreeMap<(Term, Class), Group>,
    claimed_by: &BTreeMap<(Term, Class), BTreeSet<u32>>,
) {
    let terms: NumberSet<Term> = families.keys().map(|(term, _)| *term).collect();
    let segments = content.segments.iter().filter(|segment| segment.is_witness() && !segment.is_quoted());
    let uses = segments.flat_map(|segment| segment.uses.iter().map(|each| (segment.article, each)));
    for (article, each) in uses.filter(|(_, each)| terms.contains(&each.term)) {
        let anchor = Anchor { article, span: each.span };
        let written = expression(content.slice(anchor));
        let family = (each.term, Class::of(&written));
        let Some(group) = families.get_mut(&family).filter(|_| claimed_by[&family].contains(&article)) else {
            continue;
        };
        if written.contains(' ') {
            group.entry(written).or_default().insert(anchor);
        }
    }
}

/// Words of one family and class where each segment has one of its own, and not the other's. Segments that say much the
/// same, since in others the words may stand for different things.
fn facing<'c>(content: &'c Content, one: usize, other: usize) -> Vec<(&'c Use, &'c Use)> {
    let (left, right) = (&content.segments[one], &content.segments[other]);
    if likeness(content, left, right).same < ALIKE_ENOUGH {
        return Vec::new();
    }
    let telling = |each: &Use| content.tells(each.term);
    let written =
        |segment: &Segment, each: &Use| expression(content.slice(Anchor { article: segment.article, span: each.span }));
    let has = |segment: &Segment, word: &str| {
        fold(content.slice(segment.anchor()))
            .split(|c: char| !c.is_alphanumeric())
            .any(|other| is_one_word(other, word))
    };
    // what a word for a kind stands before
    let behind = |segment: &Segment, each: &Use| {
        let later = segment.uses.iter().filter(|other| other.span.start() >= each.span.end());
        later.min_by_key(|other| other.span).map(|other| other.term)
    };
    let pairs = shared(&left.uses, &right.uses).filter(|(a, b)| telling(a) && !a.source && !b.source);
    pairs
        .filter(|(a, b)| {
            let (here, there) = (written(left, a), written(right, b));
            let class = Class::of(&here);
            class == Class::of(&there)
                && !is_one_word(&here, &there)
                && !has(left, &there)
                && !has(right, &here)
                && (class != Class::Kind || behind(left, a) == behind(right, b))
        })
        .collect()
}

/// Which articles have an expression anywhere in words not quoted: who writes "solve" here and "resolve" there does not
/// set one against the other.
pub(super) struct Usage<'c> {
    content: &'c Content<'c>,
    /// For each term the segments with it.
    having: Vec<Vec<u32>>,
    /// By term what is written for it, and in which articles: most terms are asked for often.
    written: NumberMap<Term, BTreeMap<String, BTreeSet<u32>>>,
}

impl<'c> Usage<'c> {
    /// That of all segments.
    pub(super) fn of(content: &'c Content<'c>) -> Self {
        Self { content, having: having(content), written: NumberMap::default() }
    }

    /// For each expression for one thing the articles that have it.
    pub(super) fn used_by(&mut self, thing: &SameThing) -> Vec<BTreeSet<u32>> {
        let content = self.content;
        let of = |each: &Expression| -> BTreeSet<u32> {
            let first = each.anchors[0];
            let segment = content.segment_at(first.article, first.span.start()).map(|at| &content.segments[at]);
            let term = segment.and_then(|segment| segment.uses.iter().find(|each| each.span == first.span));
            let mut articles: BTreeSet<u32> = each.anchors.iter().map(|anchor| anchor.article).collect();
            if let Some(term) = term {
                let name = expression(content.slice(first));
                let forms = self.written_for(term.term).iter().filter(|(form, _)| is_one_word(&name, form));
                articles.extend(forms.flat_map(|(_, articles)| articles));
            }
            articles
        };
        thing.expressions.iter().map(of).collect()
    }

    fn written_for(&mut self, term: Term) -> &BTreeMap<String, BTreeSet<u32>> {
        let Self { content, having, written } = self;
        written.entry(term).or_insert_with(|| {
            let mut forms: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
            let segments = having[term.0 as usize].iter().map(|at| &content.segments[*at as usize]);
            for segment in segments.filter(|segment| segment.is_witness() && !segment.is_quoted()) {
                let Some(found) = segment.use_of(term) else { continue };
                let form = expression(content.slice(Anchor { article: segment.article, span: found.span }));
                forms.entry(form).or_default().insert(segment.article);
            }
            forms
        })
    }
}

/// Forms of one word, as far as their letters tell.
fn is_one_word(one: &str, other: &str) -> bool {
    const LONG: usize = 6;
    let same = letters(one).zip(letters(other)).take_while(|(a, b)| a == b).count();
    if same >= 4 {
        return true;
    }
    let (long, short) = (letters(one).count(), letters(other).count());
    // "amassing", "massing"
    let alike_behind =
        || letters(one).rev().zip(letters(other).rev()).take_while(|(a, b)| a == b).count() >= long.min(short);
    (same >= 2 && long.min(short) <= 4 && long.abs_diff(short) <= 1) || (long.min(short) >= LONG && alike_behind())
}

/// The letters and digits of a word.
fn letters(word: &str) -> impl DoubleEndedIterator<Item = char> {
    word.chars().filter(|letter| letter.is_alphanumeric())
}

/// What stands in each other's place between the same words.
fn of_matches(content: &Content, claims: &[Vec<usize>]) -> Vec<(&'static str, Group)> {
    let mut pairs: BTreeMap<(String, String), BTreeSet<Anchor>> = BTreeMap::new();
    for group in claims {
        for (one, other) in ties(content, group).take(MATCHED) {
            let (left, right) = (&content.segments[one], &content.segments[other]);
            let texts = (&content.articles[left.article as usize].text, &content.articles[right.article as usize].text);
            let matched = align(&words(texts.0, left.span), &words(texts.1, right.span));
            if matched.similarity < ALIKE {
                continue;
            }
            for at in 1..matched.runs.len().saturating_sub(1) {
                let around = [matched.runs[at - 1], matched.runs[at + 1]];
                let (Some(a), Some(b)) = exchanged(&matched.runs[at], around) else { continue };
                let (a, b) = (Anchor { article: left.article, span: a }, Anchor { article: right.article, span: b });
                let (first, second) = (expression(content.slice(a)), expression(content.slice(b)));
                if is_expression(&first) && is_expression(&second) {
                    let key = if first < second { (first, second) } else { (second, first) };
                    pairs.entry(key).or_default().extend([a, b]);
                }
            }
        }
    }
    let group = |((first, second), anchors): ((String, String), BTreeSet<Anchor>)| {
        let (ours, theirs) = anchors.into_iter().partition(|anchor| expression(content.slice(*anchor)) == first);
        ("same-place-in-matched-sentences", Group::from([(first, ours), (second, theirs)]))
    };
    pairs.into_iter().map(group).collect()
}

/// What stands on either side of a changed run that the same words surround.
fn exchanged(run: &Run, around: [Run; 2]) -> (Option<Span>, Option<Span>) {
    let framed = run.step == Step::Changed && around.iter().all(|run| run.step == Step::Same);
    if framed { (run.left, run.right) } else { (None, None) }
}

/// What an expression is known by: folded, without a plural's ending.
fn expression(text: &str) -> String {
    let folded = fold(text);
    let plural = folded.len() > 4 && folded.ends_with('s') && !folded.ends_with("ss");
    if plural { folded[..folded.len() - 1].to_owned() } else { folded }
}

/// One to three words, one of them telling, no number or mark among them.
fn is_expression(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // nor do marks stand within
    let number =
        text.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '"' | '“' | '”' | '(' | ')'));
    (1..=3).contains(&words.len())
        && !number
        && words.iter().all(|word| word.len() > 2 && !word::is_function_word(word))
}

/// The expressions of a group, where two articles use different ones; words of one stem are one expression.
fn same_thing(group: Group, rule: &'static str) -> Option<SameThing> {
    let mut stems: Vec<(String, BTreeSet<Anchor>)> = Vec::new();
    for (written, anchors) in group {
        match stems.iter_mut().find(|(known, _)| is_one_word(known, &written)) {
            Some((_, all)) => all.extend(anchors),
            None => stems.push((written, anchors)),
        }
    }
    let mut articles: Vec<u32> = stems.iter().flat_map(|(_, anchors)| anchors).map(|anchor| anchor.article).collect();
    articles.sort_unstable();
    articles.dedup();
    if stems.len() < 2 || articles.len() < 2 {
        return None;
    }
    let mut expressions: Vec<Expression> =
        stems.into_iter().map(|(_, anchors)| Expression { anchors: anchors.into_iter().collect() }).collect();
    expressions.sort_by_key(|each| (core::cmp::Reverse(each.anchors.len()), each.anchors[0]));
    Some(SameThing { expressions, rule: Rule::new(rule) })
}

#[cfg(test)]
mod tests;
