//! What happened when: each dated clause, and those of different articles joined that date the same thing.

mod near;

use super::{
    claim::{cluster::cluster, likeness::weight, pairs::Pairs},
    segment::{Content, Segment, Term},
};
use crate::find::attribution;
use crossread_corpus::{
    article::Article,
    ground::Rule,
    index::token::tokens,
    links::{
        Anchor,
        event::{Dated, Event},
        passage::Part,
    },
    span::Span,
    time::TimeKind,
};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// The least mean strength of a group's pairs.
const ALIKE: f32 = 0.45;
/// How near to the words that date it an event's own words stand, in bytes, and how many are looked at.
const NEAR: u32 = 45;
const WORDS: usize = 3;
/// How far the rest of what is told may stand from them.
const FAR: u32 = 160;
/// Longer times, in days, bring nothing together.
const LONGEST: i32 = 31;
/// What the words by the date must weigh for two clauses to be of one event, and else all words about it; both rise with
/// the caution that a collection needs.
const BY_THE_DATE: f32 = 0.2;
const ABOUT: f32 = 1.6;

/// A clause with one of its dates.
struct Moment<'c> {
    segment: &'c Segment,
    /// The smallest clause that holds the date.
    span: Span,
    /// The number of the segment.
    at: usize,
    time: u32,
    days: (Date, Date),
    /// The words by the date, sorted.
    key: Vec<Term>,
    /// All words and names about it, sorted.
    about: Vec<Term>,
}

impl Moment<'_> {
    const fn anchor(&self) -> Anchor {
        Anchor { article: self.segment.article, span: self.span }
    }
}

/// What shared words must weigh for two clauses of a day to be of one event.
struct Needed {
    /// Those by the date: more than this.
    by_the_date: f32,
    /// All about it: this.
    about: f32,
}

impl Needed {
    fn of(content: &Content) -> Self {
        Self { by_the_date: BY_THE_DATE + content.caution / 2.0, about: ABOUT + content.caution }
    }
}

/// The events of `content`, by day and place; `claims` are the groups of segments that assert the same.
pub(crate) fn events(content: &Content, claims: &[Vec<usize>]) -> Vec<Event> {
    let mut claims_of: Vec<Vec<usize>> = vec![Vec::new(); content.segments.len()];
    for (number, group) in claims.iter().enumerate() {
        group.iter().for_each(|segment| claims_of[*segment].push(number));
    }
    let one_claim = |one: usize, other: usize| claims_of[one].iter().any(|claim| claims_of[other].contains(claim));
    let moments = moments(content);
    let mut by_day: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (number, moment) in moments.iter().enumerate() {
        by_day.entry(moment.days.0).or_default().push(number);
        if moment.days.1 != moment.days.0 {
            by_day.entry(moment.days.1).or_default().push(number);
        }
    }
    let mut pairs: Vec<((usize, usize), f32)> = Vec::new();
    for list in by_day.values() {
        for (one, other) in near::near(content, &moments, &claims_of, list) {
            let (a, b) = (&moments[one], &moments[other]);
            if let Some(strength) = strength(content, a, b, one_claim(a.at, b.at)) {
                pairs.push(((one, other), strength));
            }
        }
    }
    let meets = |one: &[usize], other: &[usize]| {
        let days = one.iter().chain(other).map(|at| moments[*at].days).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
        days.is_none_or(|(first, last)| first <= last)
    };
    let groups = cluster(&Pairs::of(moments.len(), pairs.into_iter()), ALIKE, meets);
    let mut single = vec![true; moments.len()];
    groups.iter().flatten().for_each(|at| single[*at] = false);
    let singles = (0..moments.len()).filter(|at| single[*at]).map(|at| vec![at]);
    let mut events: Vec<Event> =
        groups.into_iter().chain(singles).map(|group| event(content, &moments, &group)).collect();
    events.sort_by_key(|event| (event.days, event.label));
    events
}

/// Every date of every segment, but for those that only tell how long.
fn moments<'c>(content: &'c Content) -> Vec<Moment<'c>> {
    let mut moments = Vec::new();
    for (at, segment) in content.segments.iter().enumerate() {
        let times = &content.articles[segment.article as usize].annotations.times;
        for number in &segment.times {
            let time = &times[*number as usize];
            let (Some(days), TimeKind::Date | TimeKind::Time) = (time.days, time.kind) else { continue };
            let days = whole_week(days);
            let span = clause_around(&content.articles[segment.article as usize], segment.span, time.span);
            let gap = |span: Span| {
                time.span.start().saturating_sub(span.end()).max(span.start().saturating_sub(time.span.end()))
            };
            let uses = || segment.uses.iter().filter(|each| span.contains(each.span));
            let mut near: Vec<(u32, Term)> = uses()
                .filter(|each| content.tells(each.term))
                .map(|each| (gap(each.span), each.term))
                .filter(|(gap, _)| *gap <= NEAR)
                .collect();
            near.sort_unstable();
            near.truncate(WORDS);
            let mut key: Vec<Term> = near.into_iter().map(|(_, term)| term).collect();
            key.sort_unstable();
            let about = uses().filter(|each| gap(each.span) <= FAR).map(|each| each.term).collect();
            moments.push(Moment { segment, span, at, time: *number, days, key, about });
        }
    }
    moments
}

/// Words that begin a clause within what tells of one thing.
const SUBORDINATORS: [&str; 6] = ["where", "when", "after", "before", "since", "which"];

/// The part of `whole` that a date in it dates: the killing in "they laid flowers where he was killed on Monday", and in "he
/// was killed on Monday when they met". The whole of it where that is not sure: a clause that begins with another of these
/// words before the date may be over there, and the main clause go on.
fn clause_around(article: &Article, whole: Span, date: Span) -> Span {
    let words = tokens(&article.text, whole);
    let has_verb = |span: Span| {
        let inside = words.iter().filter(|word| span.contains(word.span) && !date.overlaps(word.span));
        attribution::has_verb(article.slice(span), inside.map(|word| word.form.as_str()))
    };
    let begins = words.iter().skip(1).filter(|word| SUBORDINATORS.contains(&word.form.as_str()));
    for begin in begins {
        let start = begin.span.start();
        let (before, behind) = (Span::new(whole.start(), start), Span::new(start, whole.end()));
        if !has_verb(before) || !has_verb(behind) {
            continue;
        }
        if date.end() <= start {
            return before.trimmed(&article.text);
        }
        let leads_to_date = |start: u32| !article.slice(Span::new(start, date.start())).contains(',');
        if begin.form == "where" && start < date.start() && leads_to_date(start) {
            return clause_around(article, behind.trimmed(&article.text), date);
        }
    }
    whole
}

/// "Last week" may begin on its Monday or on the Sunday before.
fn whole_week((first, last): (Date, Date)) -> (Date, Date) {
    let week = first.weekday() == Weekday::Monday && first.until(last).is_ok_and(|span| span.get_days() == 6);
    (if week { first.yesterday().unwrap_or(first) } else { first }, last)
}

/// How surely two dated clauses tell of one event; `None` where they do not.
fn strength(content: &Content, one: &Moment, other: &Moment, same_claim: bool) -> Option<f32> {
    if one.days.1 < other.days.0 || other.days.1 < one.days.0 {
        return None;
    }
    // a day within a longer time is joined by what is told, never by the day
    let alike = one.days == other.days;
    if same_claim {
        return Some(if alike { 0.8 } else { 0.6 });
    }
    let (a, b) = (one.segment.article, other.segment.article);
    // what happened in the same decade is not the same for that
    let long = one.days.0.until(one.days.1).map_or(true, |span| span.get_days() > LONGEST);
    if !alike || long || !content.are_related(a, b) {
        return None;
    }
    let weigh = |term: Term| weight(content, term, a, b);
    let key: f32 = one.key.iter().filter(|term| other.key.binary_search(term).is_ok()).map(|term| weigh(*term)).sum();
    let shared = one.about.iter().filter(|term| other.about.binary_search(term).is_ok());
    let all: f32 = shared.map(|term| weigh(*term)).sum();
    let needed = Needed::of(content);
    if key > needed.by_the_date {
        Some((0.5 + all / 6.0).min(1.0))
    } else if all >= needed.about {
        Some(0.5)
    } else {
        None
    }
}

fn event(content: &Content, moments: &[Moment], group: &[usize]) -> Event {
    let mut members: Vec<&Moment> = group.iter().map(|at| &moments[*at]).collect();
    members.sort_by_key(|moment| (moment.segment.article, moment.span, moment.time));
    // what says most, in the story before a caption
    let label = members.iter().max_by_key(|moment| {
        let place = content.keyed(moment.anchor());
        (moment.segment.part == Part::Story, moment.key.len(), core::cmp::Reverse(place))
    });
    let central = label.expect("an event has members");
    let label = central.anchor();
    let days = members.iter().map(|moment| moment.days).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
    let days = days.filter(|(first, last)| first <= last).unwrap_or(central.days);
    let dated = members.iter().map(|moment| Dated {
        anchor: moment.anchor(),
        time: moment.time,
        days: moment.days,
        part: moment.segment.part,
    });
    Event {
        days,
        label,
        members: dated.collect(),
        rule: Rule::new(if group.len() > 1 { "same-days-and-words" } else { "dated-clause" }),
    }
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
