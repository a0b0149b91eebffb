//! Whom and what the mentions of one article mean: mentions of one entity joined, by rules that never guess.
//!
//! A family name joins the one full name it ends; where two people share it, it joins neither. A first name joins nothing.

pub(crate) mod alias;
pub(crate) mod names;
mod reference;

use super::{
    figure::piece::{self, Piece},
    token::Token,
};
use crossread_corpus::{
    ground::Rule,
    mention::{Entity, EntityKind, Mention, Reference},
    span::Span,
};
use names::{Name, Pairs};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of an entity so far, to tell what a phrase may mean.
struct Known {
    kind: EntityKind,
    /// Its names, in small letters.
    names: BTreeSet<String>,
    /// The words of its names and descriptions, in small letters.
    words: BTreeSet<String>,
    /// Offices it is described by, each with its country.
    offices: BTreeSet<(String, Option<usize>)>,
    /// Its age in years, as written.
    age: Option<String>,
}

/// The entities of an article in the order of their first mentions; `mentions` as [`super::mention::mentions`] gives them,
/// `sentences` the tokens of each sentence.
pub fn entities(text: &str, sentences: &[Vec<Token>], mentions: &[Mention]) -> Vec<Entity> {
    let lower = text.to_ascii_lowercase();
    in_pieces(text, &piece::sentences(text, &lower, sentences), mentions)
}

/// The same, from the pieces of each sentence.
pub(super) fn in_pieces(text: &str, sentences: &[Vec<Piece>], mentions: &[Mention]) -> Vec<Entity> {
    let (groups, rules) = joined(text, mentions);
    let mut entities: Vec<Entity> = groups
        .iter()
        .zip(rules)
        .map(|(members, rules)| {
            let first = &mentions[members[0] as usize];
            let full = |m: &Mention| Name::new(m.kind, &text[m.span.range()]).fullness();
            let mut fullest = (first, full(first));
            for mention in members.iter().map(|at| &mentions[*at as usize]) {
                let as_written = text[mention.span.range()] == text[fullest.0.span.range()];
                let fullness = if as_written { fullest.1 } else { full(mention) };
                if fullness > fullest.1 {
                    fullest = (mention, fullness);
                }
            }
            Entity {
                kind: first.kind,
                name: fullest.0.span,
                mentions: members.clone(),
                references: Vec::new(),
                joined_by: rules.into_iter().map(Rule::new).collect(),
            }
        })
        .collect();
    let known: Vec<Known> = groups.iter().map(|members| known(text, mentions, members)).collect();
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
fn joined(text: &str, mentions: &[Mention]) -> (Vec<Vec<u32>>, Vec<BTreeSet<&'static str>>) {
    // first by the name as written
    let mut same: BTreeMap<(EntityKind, String), usize> = BTreeMap::new();
    let (mut names, mut groups, mut rules) = (Vec::new(), Vec::<Vec<u32>>::new(), Vec::new());
    for (number, mention) in (0_u32..).zip(mentions) {
        let name = Name::new(mention.kind, &text[mention.span.range()]);
        let government = mention.kind == EntityKind::Place && is_government(text, mention, &name);
        let mut key = name.text.clone();
        if mention.kind == EntityKind::Place && alias::is_country_name(&key) {
            key = format!("country {}", alias::country(&key).unwrap_or_default());
        }
        if government {
            key.push_str(" (government)");
        }
        let at = *same.entry((mention.kind, key)).or_insert_with(|| {
            groups.push(Vec::new());
            rules.push(BTreeSet::new());
            names.push((name.clone(), government));
            groups.len() - 1
        });
        if names[at].0.text != name.text {
            rules[at].insert("country-by-another-name");
        }
        groups[at].push(number);
    }
    // then short names into the one full name they fit
    let pairs = Pairs::of(names.iter().map(|(name, _)| name));
    let mut into: Vec<usize> = (0..groups.len()).collect();
    #[expect(clippy::needless_range_loop, reason = "it numbers the groups, of which `into` is only one list")]
    for short in 0..groups.len() {
        let mut fitting = (0..groups.len())
            .filter(|full| *full != short && !names[*full].1)
            .filter_map(|full| Some((full, pairs.rule(short, full)?)));
        let Some((full, rule)) = fitting.next() else { continue };
        // "Roe" fits "Jane Roe" and "Jane A. Roe", who are one; with "John Roe" it fits two
        let one = fitting.all(|(other, _)| pairs.rule(other, full).is_some() || pairs.rule(full, other).is_some());
        if one {
            into[short] = full;
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

/// True for a capital that says or does what governments do: "Vienna accused", "sanctions against Vienna".
pub(crate) fn is_government(text: &str, mention: &Mention, name: &Name) -> bool {
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
    if !alias::is_capital(&name.text) {
        return false;
    }
    let mut behind = text[mention.span.end() as usize..].split_whitespace();
    let verb = behind.find(|word| !matches!(*word, "has" | "had" | "also" | "have"));
    let clean = text[..mention.span.start() as usize].trim_end();
    verb.is_some_and(|word| BEHIND.contains(&word)) || BEFORE.iter().any(|words| clean.ends_with(words))
}

/// What names and descriptions of a group say.
fn known(text: &str, mentions: &[Mention], members: &[u32]) -> Known {
    let members = members.iter().map(|at| &mentions[*at as usize]);
    let mut known = Known {
        kind: EntityKind::Other,
        names: BTreeSet::new(),
        words: BTreeSet::new(),
        offices: BTreeSet::new(),
        age: None,
    };
    let mut seen = BTreeSet::new();
    for mention in members {
        known.kind = mention.kind;
        let behind = text[mention.span.end() as usize..].strip_prefix(", ").unwrap_or_default();
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 2 && behind[2..].starts_with(',') {
            known.age = Some(behind[..2].to_owned());
        }
        let name = &text[mention.span.range()];
        let whole = mention.description.unwrap_or(mention.span);
        if !seen.insert((name, &text[whole.range()])) {
            continue;
        }
        known.names.insert(Name::new(mention.kind, name).text);
        let words: Vec<String> = text[whole.range()].split_whitespace().map(str::to_lowercase).collect();
        let country = words.iter().find_map(|word| alias::country(word.trim_end_matches([',', '.'])));
        for word in &words {
            let plain = word.trim_matches([',', '.', '’', '\'']);
            known.offices.insert((plain.to_owned(), country));
        }
        known.words.extend(words);
    }
    known
}

/// Every phrase that can mean only one of the entities, with that entity's number.
fn references(sentences: &[Vec<Piece>], mentions: &[Mention], known: &[Known]) -> Vec<(usize, Reference)> {
    let mut found = Vec::new();
    let described = |span: Span| mentions.iter().any(|m| m.description.unwrap_or(m.span).contains(span));
    for pieces in sentences {
        let mut at = 0;
        while at < pieces.len() {
            match reference::reference(pieces, at, known) {
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
