//! Whom and what the mentions of one article mean: mentions of one entity joined, by rules that never guess.
//!
//! A family name joins the one full name it ends; where two people share it, it joins neither. A first name joins nothing.

pub(crate) mod alias;
pub(crate) mod names;
mod reference;

use super::{
    figure::piece::{self, Piece},
    hashed::WordMap,
    token::Token,
};
use crossread_corpus::{
    ground::Rule,
    mention::{Entity, EntityKind, Mention, Reference},
    span::Span,
};
use names::{Name, Pairs};
use reference::Meant;
use std::collections::BTreeSet;

/// What is known of an entity, to tell what a phrase may mean: of people what describes them, of organisations what they
/// are called as well.
struct Known<'n> {
    kind: EntityKind,
    /// Its names, in small letters.
    names: Vec<&'n str>,
    /// Its names, each with what describes it.
    described: Vec<Described>,
    /// Its age in years, as written.
    age: Option<&'n str>,
}

/// A name with the words that describe it.
struct Described {
    /// In small letters.
    text: String,
    /// The country they name.
    country: Option<usize>,
}

impl Described {
    /// Its words, marks and all.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split_whitespace()
    }
}

/// The names of an article as the rules compare them: each that is written alike looked at once.
struct Names<'t> {
    text: &'t str,
    names: Vec<Called>,
    /// For each mention the number of its name.
    of: Vec<u32>,
}

/// A name, and what it takes part in as a whole.
struct Called {
    name: Name,
    /// The country whose own name it is.
    country: Option<usize>,
    is_capital: bool,
    fullness: (usize, usize),
}

impl<'t> Names<'t> {
    fn of(text: &'t str, mentions: &[Mention]) -> Self {
        let mut by_writing = WordMap::with_capacity_and_hasher(mentions.len(), Default::default());
        let mut names = Vec::new();
        let number = |mention: &Mention| {
            let written = &text[mention.span.range()];
            *by_writing.entry((mention.kind, written)).or_insert_with(|| {
                let name = Name::new(mention.kind, written);
                let country = (mention.kind == EntityKind::Place).then(|| alias::named_country(&name.text)).flatten();
                let is_capital = mention.kind == EntityKind::Place && alias::is_capital(&name.text);
                let fullness = name.fullness();
                names.push(Called { name, country, is_capital, fullness });
                names.len() as u32 - 1
            })
        };
        let of = mentions.iter().map(number).collect();
        Self { text, names, of }
    }

    /// The name of mention `number`.
    fn of_mention(&self, number: u32) -> &Called {
        &self.names[self.of[number as usize] as usize]
    }
}

/// The entities of an article in the order of their first mentions; `mentions` as [`super::mention::mentions`] gives them,
/// `sentences` the tokens of each sentence.
pub fn entities(text: &str, sentences: &[Vec<Token>], mentions: &[Mention]) -> Vec<Entity> {
    let lower = text.to_ascii_lowercase();
    in_pieces(text, &piece::sentences(text, &lower, sentences), mentions)
}

/// The same, from the pieces of each sentence.
pub(super) fn in_pieces(text: &str, sentences: &[Vec<Piece>], mentions: &[Mention]) -> Vec<Entity> {
    let names = Names::of(text, mentions);
    let (groups, rules) = joined(&names, mentions);
    let mut entities: Vec<Entity> = groups
        .iter()
        .zip(rules)
        .map(|(members, rules)| {
            let mut fullest = members[0];
            for member in &members[1..] {
                if names.of_mention(*member).fullness > names.of_mention(fullest).fullness {
                    fullest = *member;
                }
            }
            Entity {
                kind: mentions[members[0] as usize].kind,
                name: mentions[fullest as usize].span,
                mentions: members.clone(),
                references: Vec::new(),
                joined_by: rules.into_iter().map(Rule::new).collect(),
            }
        })
        .collect();
    let known: Vec<Known> = groups.iter().map(|members| known(&names, mentions, members)).collect();
    for (number, reference) in references(sentences, mentions, &known) {
        // "the Alliance" may be the name that it holds
        let named = |at: &u32| reference.span.contains(mentions[*at as usize].span);
        if !groups[number].iter().any(named) {
            entities[number].references.push(reference);
        }
    }
    entities
}

/// The mentions that mean the same, as lists of their numbers in order, and the rules that joined each.
fn joined(names: &Names, mentions: &[Mention]) -> (Vec<Vec<u32>>, Vec<BTreeSet<&'static str>>) {
    // first by the name as written, a country by any of its names, its government apart
    let mut same: WordMap<(EntityKind, Thing, bool), usize> = WordMap::default();
    let (mut first, mut groups, mut rules) = (Vec::new(), Vec::<Vec<u32>>::new(), Vec::new());
    for (number, mention) in (0_u32..).zip(mentions) {
        let Called { name, country, is_capital, .. } = names.of_mention(number);
        let government = *is_capital && governs(names.text, mention);
        let thing = country.map_or(Thing::Name(&name.text), Thing::Country);
        let at = *same.entry((mention.kind, thing, government)).or_insert_with(|| {
            groups.push(Vec::new());
            rules.push(BTreeSet::new());
            first.push((name, government));
            groups.len() - 1
        });
        if first[at].0.text != name.text {
            rules[at].insert("country-by-another-name");
        }
        groups[at].push(number);
    }
    // then short names into the one full name they fit
    let pairs = Pairs::of(first.iter().map(|(name, _)| *name));
    let mut into: Vec<usize> = (0..groups.len()).collect();
    for (short, to) in into.iter_mut().enumerate() {
        let mut fitting = pairs
            .fuller(short)
            .filter(|full| !first[*full].1)
            .filter_map(|full| Some((full, pairs.rule(short, full)?)));
        let Some((full, rule)) = fitting.next() else { continue };
        // "Roe" fits "Jane Roe" and "Jane A. Roe", who are one; with "John Roe" it fits two
        let one = fitting.all(|(other, _)| pairs.rule(other, full).is_some() || pairs.rule(full, other).is_some());
        if one {
            *to = full;
            rules[full].insert(rule);
        }
    }
    let root = |mut at: usize| {
        // a short name may point to a middle one; names do not point in circles, but a bound is cheap
        for _ in 0..4 {
            at = into[at];
        }
        at
    };
    for at in 0..groups.len() {
        let to = root(at);
        if to != at {
            let (moved, by) = (core::mem::take(&mut groups[at]), core::mem::take(&mut rules[at]));
            groups[to].extend(moved);
            rules[to].extend(by);
        }
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    let mut both: Vec<_> = groups.into_iter().zip(rules).filter(|(group, _)| !group.is_empty()).collect();
    both.sort_by_key(|(group, _)| group[0]);
    both.into_iter().unzip()
}

/// What mentions are put together by.
#[derive(PartialEq, Eq, Hash)]
enum Thing<'n> {
    /// A name, in small letters.
    Name(&'n str),
    /// A country, by its number.
    Country(usize),
}

/// True for a capital that says or does what governments do: "Vienna accused", "sanctions against Vienna".
pub(crate) fn is_government(text: &str, mention: &Mention, name: &Name) -> bool {
    alias::is_capital(&name.text) && governs(text, mention)
}

fn governs(text: &str, mention: &Mention) -> bool {
    const BEHIND: [&str; 24] = [
        "said",
        "says",
        "accused",
        "accuses",
        "denied",
        "denies",
        "warned",
        "warns",
        "agreed",
        "announced",
        "insists",
        "insisted",
        "argues",
        "rejected",
        "vowed",
        "condemned",
        "pledged",
        "demanded",
        "wants",
        "recalled",
        "expelled",
        "blamed",
        "fears",
        "stood",
    ];
    const BEFORE: [&str; 10] = [
        "sanctions against",
        "relations with",
        "ties with",
        "calls by",
        "union with",
        "pressure on",
        "accused",
        "accusing",
        "talks with",
        "urged",
    ];
    let mut behind = text[mention.span.end() as usize..].split_whitespace();
    let verb = behind.find(|word| !matches!(*word, "has" | "had" | "also" | "have"));
    let clean = text[..mention.span.start() as usize].trim_end();
    verb.is_some_and(|word| BEHIND.contains(&word)) || BEFORE.iter().any(|words| clean.ends_with(words))
}

/// What names and descriptions of a group say.
fn known<'n>(names: &'n Names, mentions: &[Mention], members: &[u32]) -> Known<'n> {
    let text = names.text;
    let kind = mentions[members[0] as usize].kind;
    let mut known = Known { kind, names: Vec::new(), described: Vec::new(), age: None };
    if !matches!(kind, EntityKind::Person | EntityKind::Organisation) {
        return known;
    }
    let mut seen = BTreeSet::new();
    for (number, mention) in members.iter().map(|at| (*at, &mentions[*at as usize])) {
        let behind = text[mention.span.end() as usize..].strip_prefix(", ").unwrap_or_default();
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 2 && behind[2..].starts_with(',') {
            known.age = Some(&behind[..2]);
        }
        let whole = mention.description.unwrap_or(mention.span);
        if !seen.insert((&text[mention.span.range()], &text[whole.range()])) {
            continue;
        }
        known.names.push(&names.of_mention(number).name.text);
        let words = text[whole.range()].to_lowercase();
        let country = words.split_whitespace().find_map(|word| {
            let word = word.trim_end_matches([',', '.', '\'', '’']);
            alias::country(word.trim_end_matches("'s").trim_end_matches("’s"))
        });
        known.described.push(Described { text: words, country });
    }
    known
}

/// Every phrase that can mean only one of the entities, with that entity's number.
fn references(sentences: &[Vec<Piece>], mentions: &[Mention], known: &[Known]) -> Vec<(usize, Reference)> {
    let mut found = Vec::new();
    let described = |span: Span| mentions.iter().any(|m| m.description.unwrap_or(m.span).contains(span));
    let mut meant = Meant::new(known);
    for pieces in sentences {
        let mut at = 0;
        while at < pieces.len() {
            match reference::reference(pieces, at, &mut meant) {
                Some((number, reference, next)) if !described(reference.span) => {
                    found.push((number, reference));
                    at = next;
                }
                _ => at += 1,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
