//! When two names mean one, looked at side by side. Whether others could be meant as well is for the caller to see.

use super::name::Name;
use crate::find::{
    entity::names::short_for,
    mention::lexicon::{Classes, Key, classes, word_classes},
};
use crossread_corpus::{index::skeleton::skeleton, links::entity::Join, mention::EntityKind};
use strsim::levenshtein;

/// The rule by which `short` is a shorter way to say `long`.
pub(super) fn shortened(short: &Name, long: &Name) -> Option<Join> {
    if !short.is_like(long) || short.text == long.text {
        return None;
    }
    if short.is_half() {
        let whole = long.words.len() > 1;
        return (whole && short.last() == long.last()).then_some(Join::LastName);
    }
    match short_for(&short.for_article(), &long.for_article())? {
        "acronym-of-long-form" => is_acronym_across(short, long).then_some(Join::Acronym),
        "middle-name-left-out" => middle_names_fit(short, long).then_some(Join::FirstName),
        // "van der Roe", but not "Ann Roe" for "Jane Ann Roe"
        "last-name-of-full-name" => (!is(short.first(), Classes::GIVEN)).then_some(Join::LastName),
        _ => Some(Join::ShortForm),
    }
}

/// Within one article initials are enough; over many, two letters are not, nor are those that mean a body known by them.
fn is_acronym_across(short: &Name, long: &Name) -> bool {
    let known_short = word_classes(&short.written, Key::of(&short.written)).any(Classes::ORG);
    let known_long = is(&long.text, Classes::ORG);
    if short.text.len() < 3 || known_short { known_short && known_long } else { true }
}

/// True when no middle name speaks against it: "John Paul Roe" is not "J. Christopher Roe".
fn middle_names_fit(short: &Name, long: &Name) -> bool {
    let inner = |name: &Name| name.words[1..name.words.len() - 1].to_vec();
    let theirs = inner(long);
    inner(short)
        .iter()
        .all(|one| theirs.iter().any(|other| other.starts_with(one.as_str()) || one.starts_with(other.as_str())))
}

/// True when a word list has the phrase in one of the classes.
fn is(phrase: &str, class: Classes) -> bool {
    let mut words = phrase.split(' ');
    let first = Key::of(words.next().unwrap_or_default());
    classes(words.fold(first, |key, word| key.then(word))).any(class)
}

/// The rule by which two names are one, written in two ways. It is the same either way round.
pub(super) fn respelt(one: &Name, other: &Name) -> Option<Join> {
    if !one.is_like(other) || one.text == other.text || one.country || other.country {
        return None;
    }
    if one.words.len() > 2 && one.kind == EntityKind::Organisation {
        let sorted = |name: &Name| {
            let mut words = name.words.clone();
            words.sort_unstable();
            words
        };
        if sorted(one) == sorted(other) {
            return Some(Join::OtherOrder);
        }
    }
    if one.words.len() != other.words.len() {
        return None;
    }
    let differing: Vec<(&str, &str)> = one
        .words
        .iter()
        .zip(&other.words)
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (one.as_str(), other.as_str()))
        .collect();
    // "Ivanov" and "Ivanova" are a man and a woman
    let same_ending = |(one, other): &(&str, &str)| one.ends_with('a') == other.ends_with('a');
    if one.kind == EntityKind::Person && !differing.iter().all(same_ending) {
        return None;
    }
    let known = |pair: &(&str, &str)| both_known(one.kind, pair.0, pair.1);
    let limit = if one.kind == EntityKind::Person && one.words.len() > 1 && differing.len() == 1 { 34 } else { 25 };
    // "Hansen", "Hanson": both are names in use; a first name has many forms that are
    let in_use = differing.last().filter(|pair| pair.0 == one.last()).is_some_and(known);
    if is_transcribed(one) && !in_use && differing.iter().all(|(one, other)| sounds_alike(one, other, limit)) {
        return Some(Join::Transliteration);
    }
    match differing[..] {
        [pair] if one_letter(pair.0, pair.1) && !known(&pair) && !one.is_half() => Some(Join::OneLetter),
        _ => None,
    }
}

/// True for names that may come from another script: people, and names of one word.
fn is_transcribed(name: &Name) -> bool {
    match name.kind {
        EntityKind::Person => name.words.len() > 1 || (name.text.len() > 6 && !name.is_bare()),
        _ => name.words.len() == 1 && name.text.len() > 4,
    }
}

/// True when two words have the same consonants and differ in `limit` hundredths of their letters at most.
pub(super) fn sounds_alike(one: &str, other: &str, limit: usize) -> bool {
    let longer = one.chars().count().max(other.chars().count());
    let vowel = |word: &str| word.chars().next().filter(|first| "aeou".contains(*first));
    let plural = one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one);
    if plural || vowel(one) != vowel(other) {
        return false;
    }
    skeleton(one).is_some_and(|key| key.len() > 2 && skeleton(other).as_deref() == Some(&key))
        && 100 * levenshtein(one, other) <= limit * longer
}

fn one_letter(one: &str, other: &str) -> bool {
    let long = one.len().min(other.len()) > 5;
    let letters = !one.bytes().chain(other.bytes()).any(|byte| byte.is_ascii_digit());
    long && letters && levenshtein(one, other) == 1
}

/// True when the word lists know both: they are two names then, and no slip of the pen.
fn both_known(kind: EntityKind, one: &str, other: &str) -> bool {
    let class = match kind {
        EntityKind::Person => Classes::GIVEN.or(Classes::SURNAME),
        _ => Classes::NAMES.or(Classes::COMMON),
    };
    let british =
        |word: &str| word.replace("ise", "ize").replace("isa", "iza").replace("ence", "ense").replace("our", "or");
    let known = |word: &str| is(word, class);
    known(one) && known(other) && british(one) != british(other)
}
