//! Whom a source means: the place in the article that names the speaker best, or none when the text does not decide.

use super::{opening, phrase, unit::Unit, verb_group::Form, word::Tag, written};
use crate::find::{
    hashed::{WordMap, WordSet, listed},
    mention::lexicon::{Classes, Key, classes},
};
use crossread_corpus::{
    attribution::{Attribution, Stance},
    span::Span,
};
use std::sync::LazyLock;

/// A noun phrase that names somebody or something: what a pronoun or a description may refer to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Candidate {
    /// The phrase with its titles: "Finance Minister Ann Poe".
    pub(super) span: Span,
    /// The words of the name alone; empty at the phrase's end when it has none.
    pub(super) name: Span,
    /// The subject of a verb.
    pub(super) subject: bool,
    /// No organisation, document or crowd.
    pub(super) person: bool,
}

/// The candidates of an article, sorted by place: the phrases with a name, and the subjects.
///
/// A caption stands beside the story: what is its subject is not what the story goes on about.
pub(super) fn candidates(units: &[Unit], is_caption: impl Fn(&Unit) -> bool + Copy) -> Vec<Candidate> {
    let mut found = Vec::new();
    for unit in units.iter().filter(|unit| !unit.headline) {
        let caption = is_caption(unit);
        let mut at = 0;
        while at < unit.words.len() {
            let end = phrase::end_of(unit, at).max(at + 1);
            if unit.tag_at(at).opens_phrase()
                && (at..end).any(|k| unit.tag_at(k) == Tag::Proper)
                && !unit.is_time(end - 1)
            {
                found.push(candidate(unit, at, end, !caption && is_subject(unit, at, end)));
            }
            at = end;
        }
    }
    found.extend(opening::named(units, is_caption, &found));
    found.sort();
    found
}

/// Fills in every attribution's speaker. The attributions are sorted by content; sources are looked up in text order,
/// so that "she" can be whoever the sentence before quotes.
pub(super) fn resolve(text: &str, lower: &str, candidates: &[Candidate], found: &mut [Attribution]) {
    let mut people: Vec<Span> = candidates.iter().filter(|c| c.person).map(|c| c.name).collect();
    people.sort_unstable();
    let mut by_last_word: WordMap<&str, Vec<Span>> = WordMap::default();
    let mut seen = WordSet::default();
    for name in candidates.iter().map(|c| c.name).filter(|name| !name.is_empty() && seen.insert(&text[name.range()])) {
        by_last_word.entry(last_word(&text[name.range()])).or_default().push(name);
    }
    let mut described: WordMap<&str, Option<Span>> = WordMap::default();
    let mut order: Vec<usize> = (0..found.len()).filter(|&at| found[at].source.is_some()).collect();
    order.sort_by_key(|&at| found[at].source);
    let mut known: Vec<(Span, Span)> = Vec::new(); // sources so far and their speakers
    let told = found.iter().filter(|a| a.stance != Stance::Asking);
    let mut told: Vec<(Span, Span)> = told
        .filter_map(|a| Some((a.content.iter().copied(), a.source?)))
        .flat_map(|(content, source)| content.map(move |span| (span, source)))
        .collect();
    told.sort_unstable();
    let mut unknown: Option<Span> = None;
    for at in order {
        let Some(source) = found[at].source else { continue };
        // the same source comes right behind
        let before = known.last().filter(|(earlier, _)| *earlier == source).map(|(_, speaker)| *speaker);
        let speaker = before.or_else(|| {
            let article =
                Names { text, lower, candidates, people: &people, by_last_word: &by_last_word, told: &told, unknown };
            speaker(&article, &known, &mut described, source)
        });
        if let Some(speaker) = speaker {
            found[at].speaker = Some(speaker);
            known.push((source, speaker));
        } else if is_somebody(&lower[source.range()]) {
            unknown = Some(source);
        }
    }
}

/// The names of an article.
#[derive(Clone, Copy)]
struct Names<'a> {
    text: &'a str,
    /// The same in small letters.
    lower: &'a str,
    /// Sorted by place.
    candidates: &'a [Candidate],
    /// The names of people, sorted.
    people: &'a [Span],
    /// By their last words all different names, each where it stands first.
    by_last_word: &'a WordMap<&'a str, Vec<Span>>,
    /// What is said by whom: the words and the source, sorted.
    told: &'a [(Span, Span)],
    /// The last source so far that describes one person without telling whom.
    unknown: Option<Span>,
}

/// No phrase that names somebody is as long as this, in bytes.
const LONG: u32 = 4000;

impl<'a> Names<'a> {
    /// Those that begin from `from` on and before `to`.
    fn between(&self, from: u32, to: u32) -> &'a [Candidate] {
        let begin = self.candidates.partition_point(|c| c.span.start() < from);
        let end = self.candidates.partition_point(|c| c.span.start() < to);
        &self.candidates[begin.min(end)..end]
    }

    /// Those that may end at most `near` bytes before byte `at`.
    fn before(&self, at: u32, near: u32) -> &'a [Candidate] {
        self.between(at.saturating_sub(near + LONG), at)
    }

    /// Who, as written, says the words that `place` stands in and `source` does not.
    fn teller(&self, place: Span, source: Span) -> Option<Span> {
        let end = self.told.partition_point(|(words, _)| words.start() <= place.start());
        let near = self.told[..end].iter().rev().take(8);
        near.filter(|(words, _)| words.contains(place) && !words.contains(source)).map(|(_, by)| *by).next()
    }

    fn is_person(&self, speaker: Span) -> bool {
        self.people.binary_search(&speaker).is_ok()
    }
}

/// The speaker that one source means. `described` are the descriptions looked up so far.
fn speaker<'a>(
    article: &Names<'a>,
    known: &[(Span, Span)],
    described: &mut WordMap<&'a str, Option<Span>>,
    source: Span,
) -> Option<Span> {
    let Names { text, lower, candidates, .. } = *article;
    let words = &lower[source.range()];
    match words {
        "he" | "his" | "him" | "himself" => return last_person(article, known, source, Classes::WOMAN),
        "she" | "her" | "herself" => return last_person(article, known, source, Classes::MAN),
        "who" | "which" | "that" | "whose" => return antecedent(article, source),
        "it" | "its" => return last_other(article, known, source),
        // "who in 2010 said"
        _ if words.starts_with("who ") => return antecedent(article, source),
        "they" | "their" | "i" | "we" | "you" | "my" | "our" | "your" => return None,
        _ => {}
    }
    let mut within = article.between(source.start().saturating_sub(LONG), source.end()).iter();
    let named = within.find(|c| source.contains(c.name) && !c.name.is_empty() && is_head(lower, source, c));
    if let Some(named) = named {
        return Some(full_name(article, named));
    }
    written::document(text, lower, candidates, known, source)
        .or_else(|| *described.entry(words).or_insert_with(|| self::described(lower, candidates, source)))
        // "the 65-year-old": the person just spoken of
        .or_else(|| {
            words.ends_with("-year-old").then(|| last_person(article, known, source, Classes::default())).flatten()
        })
        .or_else(|| names_itself(words).then_some(source))
}

/// True when a name is what the source is about and no part of it: it comes first, or last behind a comma.
fn is_head(lower: &str, source: Span, candidate: &Candidate) -> bool {
    let before = &lower[source.start() as usize..candidate.span.start().max(source.start()) as usize];
    let after = &lower[candidate.name.end() as usize..source.end() as usize];
    let last = before.trim_end().ends_with(',') && after.is_empty() && !before.contains(" and ");
    let joined = after.starts_with(" and ") || after.contains(", and ");
    (before.trim().is_empty() && !joined) || (last && candidate.person)
}

/// An indefinite or plural description says itself best whom it means: "a spokeswoman", "protesters", "the crowd".
fn names_itself(words: &str) -> bool {
    let head = words.split([',', '(']).next().unwrap_or(words);
    let head = head.split(" of ").next().unwrap_or(head).split(" for ").next().unwrap_or(head).trim();
    let last = head.rsplit(' ').next().unwrap_or(head);
    let indefinite =
        ["a ", "an ", "some ", "many ", "several ", "one ", "two ", "another "].iter().any(|s| words.starts_with(s));
    let plural = last.ends_with('s') && !last.ends_with("ss") && last.len() > 3;
    indefinite || plural || matches!(last, "crowd" | "audience" | "people" | "police" | "opposition")
}

/// The fullest form of a name: the first place that has more words and ends in the same.
fn full_name(article: &Names<'_>, named: &Candidate) -> Span {
    let text = article.text;
    let name = &text[named.name.range()];
    let longer = |other: &Span| {
        let full = &text[other.range()];
        full.len() > name.len() && full.ends_with(name) && full[..full.len() - name.len()].ends_with(' ')
    };
    let alike = article.by_last_word.get(last_word(name)).map_or(&[][..], Vec::as_slice);
    let mut fuller = alike.iter().copied().filter(longer);
    let first = fuller.next();
    let same = first.is_none_or(|first| fuller.all(|other| related(&text[first.range()], &text[other.range()])));
    first.filter(|_| same).unwrap_or(named.name)
}

/// Two full names of one person: one ends with the other ("Jane Doe", "Mary Jane Doe").
fn related(one: &str, other: &str) -> bool {
    one.ends_with(other) || other.ends_with(one)
}

/// The last person before `source`, without a given name that is `not`: whoever was the subject or source in this sentence
/// or the ones right before. None where somebody spoke since of whom it is not known who it is.
fn last_person(article: &Names<'_>, known: &[(Span, Span)], source: Span, not: Classes) -> Option<Span> {
    const NEAR: u32 = 600;
    let may_be = |name: Span| !sex(&article.text[name.range()]).any(not);
    let called = |candidate: &Candidate| !titled(&article.text[candidate.span.range()]).any(not);
    let speaks = |speaker: Span| article.is_person(speaker) && may_be(speaker);
    let is_one = |candidate: &Candidate| candidate.person && called(candidate) && may_be(full_name(article, candidate));
    let found = last(article, known, source, NEAR, speaks, is_one);
    found.filter(|(at, _)| article.unknown.is_none_or(|unknown| unknown.start() <= *at)).map(|(_, speaker)| speaker)
}

/// Whether a name of several words is by its given name a woman's or a man's; neither where it is not known. One word alone
/// may be a family's name, whoever bears it as a given one.
fn sex(name: &str) -> Classes {
    name.split_once(' ').map_or(Classes::default(), |(given, _)| classes(Key::of(given)))
}

/// The same by the title before a name.
fn titled(words: &str) -> Classes {
    match words.split(' ').next().map(|first| first.trim_end_matches('.')) {
        Some("Mrs" | "Ms" | "Miss" | "Madam") => Classes::WOMAN,
        Some("Mr") => Classes::MAN,
        _ => Classes::default(),
    }
}

/// True for a description of one person by a title or a role: "the candidate".
fn is_somebody(words: &str) -> bool {
    const ROLES: [&str; 5] = ["candidate", "nominee", "front-runner", "frontrunner", "billionaire"];
    let head = words.split([',', '(']).next().unwrap_or(words).trim();
    let last = head.rsplit(' ').next().unwrap_or(head);
    words.starts_with("the ")
        && (TITLES.contains(last) || ROLES.contains(&last) || last.ends_with("man") || last.ends_with("ist"))
}

/// The last organisation or document before `source` that spoke or was a subject.
fn last_other(article: &Names<'_>, known: &[(Span, Span)], source: Span) -> Option<Span> {
    const NEAR: u32 = 400;
    let found =
        last(article, known, source, NEAR, |speaker| !article.is_person(speaker), |candidate| !candidate.person);
    found.map(|(_, speaker)| speaker)
}

/// The last speaker or subject of a kind that ends at most `near` bytes before `source`, and from which byte on it stands
/// there.
fn last(
    article: &Names<'_>,
    known: &[(Span, Span)],
    source: Span,
    near: u32,
    speaks: impl Fn(Span) -> bool,
    is_one: impl Fn(&Candidate) -> bool,
) -> Option<(u32, Span)> {
    let is_near = |span: Span| span.end() <= source.start() && source.start() - span.end() < near;
    let recent = known.iter().rev().take_while(|(earlier, _)| earlier.start() + near + LONG > source.start());
    let spoke = recent.copied().find(|(earlier, speaker)| is_near(*earlier) && speaks(*speaker));
    let before = article.before(source.start(), near).iter();
    let before = before.filter(|c| is_near(c.span) && c.subject && !c.name.is_empty() && is_one(c));
    match (spoke, before.max_by_key(|c| c.span)) {
        (Some((earlier, speaker)), Some(subject)) if earlier.start() >= subject.span.start() => {
            Some((earlier.start(), speaker))
        }
        (_, Some(subject)) => {
            // "Poe said Roe was ill, |he said": whoever tells of somebody goes on
            let teller = article.teller(subject.span, source).filter(|by| is_near(*by));
            let tells = |by: Span| known.iter().rev().find(|(earlier, speaker)| *earlier == by && speaks(*speaker));
            let told = teller.and_then(tells).map(|(by, speaker)| (by.start(), *speaker));
            Some(told.unwrap_or_else(|| (subject.span.start(), full_name(article, subject))))
        }
        (Some((earlier, speaker)), None) => Some((earlier.start(), speaker)),
        (None, None) => None,
    }
}

/// The name right before a relative pronoun.
fn antecedent(article: &Names<'_>, source: Span) -> Option<Span> {
    let before = article.between(0, source.start()).iter().rev().find(|c| c.span.end() <= source.start())?;
    let between = article.lower[before.span.end() as usize..source.start() as usize].trim();
    matches!(between, "" | ",").then_some(before.name).filter(|name| !name.is_empty())
}

/// "the Ruritanian president": the one name in the article that has this title and these words before it.
fn described(lower: &str, candidates: &[Candidate], source: Span) -> Option<Span> {
    let words: Vec<&str> = lower[source.range()].split_whitespace().filter(|word| *word != "the").collect();
    let title = words.last().filter(|title| TITLES.contains(**title))?;
    let qualifiers = &words[..words.len() - 1];
    let mut fitting = candidates.iter().filter(|c| c.person && !c.name.is_empty()).filter(|c| {
        let own = &lower[c.span.range()];
        let mut from = c.span.start().saturating_sub(40) as usize;
        while !lower.is_char_boundary(from) {
            from += 1;
        }
        let before = &lower[from..c.name.start() as usize];
        let titled = own.split_whitespace().any(|word| word == *title) || appositive(before, title);
        titled
            && qualifiers.iter().all(|word| before.split_whitespace().any(|other| kin(word, other.trim_matches(','))))
    });
    let first = fitting.next()?;
    let name = |c: &Candidate| &lower[c.name.range()];
    fitting
        .all(|other| related(name(other), name(first)) || last_word(name(other)) == last_word(name(first)))
        .then_some(first.name)
}

/// "president of ruritania, " before the name.
fn appositive(before: &str, title: &str) -> bool {
    before.trim_end().ends_with(',') && before.split_whitespace().any(|word| word == title)
}

/// "ruritanian" and "ruritania": the same word, or one that begins with most of the other.
fn kin(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    one == other || (shared >= 5 && shared + 3 >= one.chars().count())
}

pub(super) fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

pub(super) fn is_subject(unit: &Unit, from: usize, to: usize) -> bool {
    // "One driver, |Ann Poe, left"
    let is_named = |start: usize| {
        start + 1 < from
            && unit.tag_before(from) == Tag::Comma
            && phrase::end_of(unit, start) + 1 == from
            && (unit.tag_at(from - 2) != Tag::Proper || is_title(unit, from - 2))
    };
    unit.groups.iter().any(|group| {
        group.form == Form::Finite
            && group
                .subject
                .is_some_and(|(start, end)| start <= from && to <= end && (start + 1 >= from || is_named(start)))
    })
}

fn candidate(unit: &Unit, from: usize, to: usize, subject: bool) -> Candidate {
    let mut end = to;
    while end > from && unit.tag_at(end - 1) != Tag::Proper {
        end -= 1;
    }
    let mut start = end;
    while start > from && unit.tag_at(start - 1) == Tag::Proper && !is_title(unit, start - 1) {
        start -= 1;
    }
    let span = unit.span(from, to);
    let name = if start < end && end == to { unit.span(start, end) } else { Span::new(span.end(), span.end()) };
    // "Bank |manager Ann Poe"
    let titled = (from..start).rev().find(|&at| start < end && is_title(unit, at)).map_or(from, |at| at + 1);
    let organisation = (titled..to).any(|at| ORGANISATIONS.contains(unit.lower(at)));
    let acronym = start < end && unit.text[name.range()].chars().all(|c| c.is_uppercase() || c == '.');
    let many = unit.tag_at(to - 1) == Tag::Plural || unit.tag_at(from) == Tag::Number;
    let article = unit.tag_at(from) == Tag::Determiner && !(from..to).any(|at| is_title(unit, at));
    Candidate { span, name, subject, person: !organisation && !acronym && !many && !article }
}

fn is_title(unit: &Unit, at: usize) -> bool {
    let word = unit.lower(at);
    TITLES.contains(word) || word.ends_with('.') && word.len() > 2
}

pub(super) static TITLES: LazyLock<WordSet> = LazyLock::new(|| listed(include_str!("../../data/role-titles.txt")));
pub(super) static ORGANISATIONS: LazyLock<WordSet> =
    LazyLock::new(|| listed(include_str!("../../data/organisation-words.txt")));
