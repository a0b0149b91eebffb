//! Other names for one, and a name in one account where others have none.

use super::{Compared, difference};
use crate::link::segment::{Content, Segment, Term, Use, Worth, key_of};
use crossread_corpus::{
    index::{fold::fold, token::tokens},
    links::{
        Anchor,
        difference::{Difference, DifferenceKind, Side},
    },
    mention::EntityKind,
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// So many statements of a claim are compared.
const COMPARED: usize = 40;
/// How many words beside a name say what somebody is.
const BESIDE: usize = 4;

/// All differences in naming.
pub(super) fn names(compared: &Compared) -> Vec<Difference> {
    let mut found = spellings(compared.content);
    found.extend(unnamed(compared));
    found
}

/// One name that articles spell otherwise; a shorter form of the same name is no other spelling.
fn spellings(content: &Content) -> Vec<Difference> {
    // by name and article the longest way it is written
    let mut written: BTreeMap<Term, BTreeMap<u32, (usize, Anchor)>> = BTreeMap::new();
    for (number, segment) in content.segments.iter().enumerate() {
        let mentions = &content.articles[segment.article as usize].annotations.mentions;
        for each in segment.uses.iter().filter(|each| content.is_name(each.term)) {
            let own = mentions.binary_search_by_key(&each.span, |mention| mention.span);
            if own.is_err() {
                continue;
            }
            let anchor = Anchor { article: segment.article, span: each.span };
            let entry = written.entry(each.term).or_default().entry(segment.article).or_insert((number, anchor));
            if each.span.len() > entry.1.span.len() {
                *entry = (number, anchor);
            }
        }
    }
    let mut found = Vec::new();
    for places in written.into_values() {
        let mut sides: Vec<(String, Side)> = Vec::new();
        for (number, anchor) in places.into_values() {
            let name = fold(content.slice(anchor));
            sides.push((name, Side { anchor: content.segments[number].anchor(), words: anchor }));
        }
        let other = |one: &str, two: &str| {
            let words = |name: &str| name.split([' ', '-', '‑']).map(str::to_owned).collect::<BTreeSet<String>>();
            one != two
                && !words(one).is_subset(&words(two))
                && !words(two).is_subset(&words(one))
                && ![one, two].into_iter().any(is_short)
                && !is_acronym(one, two)
        };
        // a country has several names, and no one of them tells anything
        if sides.iter().all(|(_, side)| content.is_country(side.words.article, side.words.span)) {
            continue;
        }
        let names: BTreeSet<&str> = sides.iter().map(|(name, _)| name.as_str()).collect();
        let parted = names.iter().any(|one| names.iter().any(|two| other(one, two)));
        if let (true, Some((_, first))) = (parted, sides.first()) {
            let about = first.words;
            let sides = sides.iter().map(|(_, side)| *side).collect();
            found.extend(difference(content, DifferenceKind::Naming, about, sides, 55, "spellings-of-one-name"));
        }
    }
    found
}

/// True for a name of a few letters, folded: "U.S." and "America" are no two spellings.
fn is_short(name: &str) -> bool {
    name.chars().filter(|letter| letter.is_alphanumeric()).count() <= 3
}

/// True when the shorter is made of the other's first letters.
fn is_acronym(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let initials: String = long.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).collect();
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.len() <= 5 && initials.starts_with(&letters)
}

/// A person that one article names where it asserts what others assert without the name.
fn unnamed(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let mut found: BTreeMap<(Term, u32), BTreeSet<Side>> = BTreeMap::new();
    for group in compared.groups {
        let members: Vec<&Segment> = group.iter().take(COMPARED).map(|at| &content.segments[*at]).collect();
        for segment in members.iter().filter(|segment| segment.is_witness()) {
            for (person, words) in persons(content, segment) {
                let knows = |article: u32| content.in_article[article as usize].contains_key(&person);
                let others = members.iter().filter(|other| other.is_witness() && !knows(other.article));
                let described = others.filter_map(|other| {
                    let by_source = description(content, other).filter(|described| {
                        let range = content.of_article[segment.article as usize].clone();
                        let places = content.segments[range].iter().flat_map(|segment| &segment.uses);
                        let mut places = places.filter(|each| each.term == person);
                        let place = |each: &Use| Anchor { article: segment.article, span: each.span };
                        places.any(|each| fits(content, place(each), *described))
                    });
                    let words = by_source.or_else(|| unnamed_one(content, words, other))?;
                    Some(Side { anchor: other.anchor(), words })
                });
                let entry = found.entry((person, segment.article)).or_default();
                entry.extend(described);
                entry.insert(Side { anchor: segment.anchor(), words });
            }
        }
    }
    let made = found.into_iter().filter_map(|((_, article), sides)| {
        let named = sides.iter().find(|side| side.anchor.article == article)?.words;
        let kind = DifferenceKind::Naming;
        difference(content, kind, named, sides.into_iter().collect(), 65, "named-in-one-account")
    });
    made.collect()
}

/// The people named in a segment, or as the source of what it says.
fn persons(content: &Content, segment: &Segment) -> Vec<(Term, Anchor)> {
    let found = &content.articles[segment.article as usize].annotations;
    let is_person = |span| {
        let at = found.mentions.binary_search_by_key(&span, |mention| mention.span);
        at.is_ok_and(|at| found.mentions[at].kind == EntityKind::Person)
    };
    let named = segment.uses.iter().filter(|each| content.is_name(each.term) && is_person(each.span));
    let mut persons: Vec<(Term, Anchor)> =
        named.map(|each| (each.term, Anchor { article: segment.article, span: each.span })).collect();
    let said = segment.voice.attribution().map(|number| &found.attributions[number as usize]);
    if let Some((term, speaker)) = segment.speaker.zip(said.and_then(|said| said.speaker))
        && is_person(speaker)
        && persons.iter().all(|(known, _)| *known != term)
    {
        persons.push((term, Anchor { article: segment.article, span: speaker }));
    }
    persons
}

/// True when a description has a word for what the named one is: "a spokeswoman", "the spokesperson Jane Roe".
fn fits(content: &Content, named: Anchor, described: Anchor) -> bool {
    let article = &content.articles[named.article as usize];
    let sentence = article.sentence_at(named.span.start()).map_or(named.span, |at| article.sentences[at]);
    let before = tokens(&article.text, Span::new(sentence.start(), named.span.start()));
    let behind = tokens(&article.text, Span::new(named.span.end(), sentence.end().max(named.span.end())));
    let near = before.iter().rev().take(BESIDE).chain(behind.iter().take(BESIDE));
    let roles: BTreeSet<String> = near.filter_map(|token| role(&token.form)).collect();
    let text = content.slice(described);
    tokens(text, Span::of(0, text.len())).iter().filter_map(|token| role(&token.form)).any(|word| roles.contains(&word))
}

/// "A baker", "one of the bakers" in `other`, where the account that names somebody says right before the name that it is a
/// baker.
fn unnamed_one(content: &Content, named: Anchor, other: &Segment) -> Option<Anchor> {
    let article = &content.articles[named.article as usize];
    let sentence = article.sentences[article.sentence_at(named.span.start())?];
    let before = tokens(&article.text, Span::new(sentence.start(), named.span.start()));
    let (what, worth) = key_of(&before.last()?.form);
    let text = &content.articles[other.article as usize].text;
    let words = tokens(text, other.span);
    let at = words
        .iter()
        .position(|token| worth == Worth::Heavy && is_doer(&token.form) && key_of(&token.form).0 == what)?;
    let from =
        (at.saturating_sub(3)..at).find(|from| matches!(words[*from].form.as_str(), "a" | "an" | "one" | "another"))?;
    let named_there =
        text[words[at].span.end() as usize..].trim_start().starts_with(|first: char| first.is_uppercase());
    let span = Span::new(words[from].span.start(), words[at].span.end());
    (!named_there).then_some(Anchor { article: other.article, span })
}

/// True for a word for somebody who does something, as far as its ending tells.
fn is_doer(form: &str) -> bool {
    let one = form.strip_suffix('s').unwrap_or(form);
    one.len() > 4
        && ["er", "or", "ist", "ant", "ent", "ian", "ee", "man", "woman"].iter().any(|ending| one.ends_with(ending))
}

/// What a word for somebody's work is compared by: "spokeswoman" as "spokesperson".
fn role(form: &str) -> Option<String> {
    let plain = ["woman", "man", "person"].iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form);
    (plain.len() > 2 && key_of(form).1 != Worth::Empty)
        .then(|| if plain == form { key_of(form).0 } else { plain.to_owned() })
}

/// Words for somebody without a name: the source of what a segment says, or a phrase like "a protester", "one of …".
fn description(content: &Content, segment: &Segment) -> Option<Anchor> {
    let article = &content.articles[segment.article as usize];
    let said = segment.voice.attribution().map(|number| &article.annotations.attributions[number as usize])?;
    let source = said.source.filter(|_| said.entity.is_none())?;
    let words = article.slice(source);
    let described = ["a ", "an ", "the ", "one of ", "A ", "An ", "The ", "One of "];
    let short = words.split_whitespace().count() <= 8;
    (short && described.iter().any(|start| words.starts_with(start)))
        .then_some(Anchor { article: segment.article, span: source })
}
