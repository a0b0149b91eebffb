//! What a claim is called: the place of its exemplar, cut to what the other articles say, too. Who else is named before
//! it, and what else is told behind it, the others must not be said to tell.

use crate::{
    find::attribution::is_auxiliary,
    link::segment::{Content, Term, Use, Worth},
};
use crossread_corpus::{
    index::token::{Token, tokens},
    links::claim::Claim,
    span::Span,
};

/// So many telling words or names must be left, or the whole stays.
const LEAST: usize = 2;
/// Words that may stand between what is left out and what stays.
const DETERMINERS: [&str; 11] = ["a", "an", "the", "this", "these", "his", "her", "its", "their", "our", "that"];
/// Words before which a clause can end.
const ENDS: [&str; 28] = [
    "in", "on", "at", "by", "for", "from", "with", "as", "after", "before", "during", "over", "against", "amid", "and",
    "but", "or", "which", "who", "where", "when", "while", "because", "since", "under", "near", "between", "despite",
];

/// What an exemplar tells, and how many other articles tell it, too.
struct Told<'c> {
    /// Its words that tell things apart, and names.
    uses: Vec<&'c Use>,
    /// For each other article of the group the terms of its members, sorted.
    others: Vec<Vec<Term>>,
}

impl<'c> Told<'c> {
    fn new(content: &'c Content, claim: &Claim, group: &[usize]) -> Self {
        let place = claim.exemplar().anchor;
        let segment = &content.segments[group[claim.exemplar as usize]];
        let tells = |each: &&Use| content.is_name(each.term) || content.worth(each.term) == Worth::Heavy;
        let uses = segment.uses.iter().filter(|each| place.span.contains(each.span)).filter(tells).collect();
        Self { uses, others: others(content, group, place.article) }
    }

    fn count(&self, term: Term) -> usize {
        self.others.iter().filter(|terms| terms.binary_search(&term).is_ok()).count()
    }

    /// Those that half of the others have, too.
    fn shared(&self) -> impl Iterator<Item = &'c Use> {
        let uses = self.uses.iter().copied().filter(|each| !each.source);
        uses.filter(|each| 2 * self.count(each.term) >= self.others.len())
    }

    /// Those that all others have, too, if that is enough for a name; else those that half of them have.
    fn named_by(&self, content: &Content) -> Vec<&'c Use> {
        let all: Vec<&Use> = self.shared().filter(|each| self.count(each.term) == self.others.len()).collect();
        let tells = all.iter().any(|each| content.tells(each.term));
        if tells && all.len() >= LEAST { all } else { self.shared().collect() }
    }

    /// Those that no other has, and those that say who says so.
    fn own(&self) -> impl Iterator<Item = &'c Use> {
        self.uses.iter().copied().filter(|each| each.source || self.count(each.term) == 0)
    }
}

/// What the members of a claim have in common: terms of its exemplar, of those within one another the longest; `group` are
/// its segments in the order of its members.
pub(super) fn core(content: &Content, claim: &Claim, group: &[usize]) -> Vec<Term> {
    let shared: Vec<&Use> = Told::new(content, claim, group).shared().collect();
    let is_within = |each: &Use| shared.iter().any(|other| other.span != each.span && other.span.contains(each.span));
    shared.iter().filter(|each| !is_within(each)).map(|each| each.term).collect()
}

/// Cuts the exemplar's place; `group` are the claim's segments in the order of its members.
pub(super) fn cut(content: &Content, claim: &mut Claim, group: &[usize]) {
    let place = claim.exemplar().anchor;
    let told = Told::new(content, claim, group);
    let article = &content.articles[place.article as usize];
    let figures = article.annotations.figures.iter().map(|figure| figure.span);
    let shared = told.named_by(content);
    let kept = shared.iter().map(|each| each.span).chain(figures.filter(|figure| place.span.contains(*figure)));
    let Some(kept) = kept.reduce(|a, b| Span::new(a.start().min(b.start()), a.end().max(b.end()))) else { return };
    let words = tokens(&article.text, place.span);
    let before = told.own().map(|each| each.span.end()).filter(|end| *end <= kept.start()).max();
    // a denial or a charge that stands in what would go is part of what is said, and a verb keeps its subject
    let charges = told.own().any(|each| content.is_charge(each.term));
    let denies = content.segments[group[claim.exemplar as usize]].negated;
    let first = words.iter().find(|word| word.span.end() > kept.start());
    let verb = first.is_some_and(|word| word.form.ends_with("ed"));
    let before = before.filter(|_| !charges && !denies && !verb);
    let start = before.and_then(|own| start(&words, own, kept.start())).unwrap_or(place.span.start());
    let behind = told.own().map(|each| each.span.start()).filter(|start| *start >= kept.end()).min();
    let end = behind.and_then(|own| end(&words, kept.end(), own)).unwrap_or(place.span.end());
    let span = Span::new(start, end).trimmed(&article.text);
    if shared.iter().filter(|each| span.contains(each.span)).count() >= LEAST {
        claim.members[claim.exemplar as usize].anchor.span = span;
    }
}

/// For each other article of the group the terms of its members' sentences, sorted.
fn others(content: &Content, group: &[usize], article: u32) -> Vec<Vec<Term>> {
    let mut others: Vec<(u32, Vec<Term>)> = Vec::new();
    for at in group.iter().filter(|at| content.segments[**at].article != article) {
        let segment = &content.segments[*at];
        let terms = segment.uses.iter().map(|each| each.term).chain(segment.speaker);
        match others.iter_mut().find(|(number, _)| *number == segment.article) {
            Some((_, known)) => known.extend(terms),
            None => others.push((segment.article, terms.collect())),
        }
    }
    others.iter_mut().for_each(|(_, terms)| terms.sort_unstable());
    others.into_iter().map(|(_, terms)| terms).collect()
}

/// Where what begins at byte `first` begins with its article, when nothing between byte `own` and it ties it to what stands
/// before: not "supporters of the mayor".
fn start(words: &[Token], own: u32, first: u32) -> Option<u32> {
    let between = |word: &&Token| own <= word.span.start() && word.span.end() <= first;
    let ties = |word: &Token| word.form == "of" || word.form == "to" || ENDS.contains(&word.form.as_str());
    if words.iter().filter(between).any(ties) {
        return None;
    }
    let before = words.iter().filter(between).rev();
    let article = before.take_while(|word| DETERMINERS.contains(&word.form.as_str())).last();
    Some(article.map_or(first, |word| word.span.start()))
}

/// Where the first word between bytes `last` and `own` begins before which a clause can end: not "the loaves were".
fn end(words: &[Token], last: u32, own: u32) -> Option<u32> {
    let between = |word: &Token| last <= word.span.start() && word.span.start() < own;
    let ends =
        |pair: &&[Token]| between(&pair[1]) && ENDS.contains(&pair[1].form.as_str()) && !is_auxiliary(&pair[0].form);
    words.windows(2).find(ends).map(|pair| pair[1].span.start())
}
