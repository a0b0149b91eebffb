//! What happened when: each dated clause, and those of different articles joined that date the same thing.

use super::{
    claim::{cluster::cluster, likeness::weight},
    segment::{Content, Segment, Term, Worth},
};
use crossread_corpus::{
    ground::Rule,
    links::{
        event::{Dated, Event},
        passage::Part,
    },
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
/// A day that more places name than this brings them together only through their claims.
const COMMON: usize = 600;

/// A clause with one of its dates.
struct Moment<'c> {
    segment: &'c Segment,
    /// The number of the segment.
    at: usize,
    time: u32,
    days: (Date, Date),
    /// The words by the date, sorted.
    key: Vec<Term>,
    /// All words and names about it, sorted.
    about: Vec<Term>,
}

/// The events of `content`, by day and place; `claims` are the groups of segments that assert the same.
pub(crate) fn events(content: &Content, claims: &[Vec<usize>]) -> Vec<Event> {
    let mut claims_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, group) in claims.iter().enumerate() {
        group.iter().for_each(|segment| claims_of.entry(*segment).or_default().push(number));
    }
    let one_claim = |one: usize, other: usize| {
        let of = |at| claims_of.get(&at).map_or(&[][..], Vec::as_slice);
        of(one).iter().any(|claim| of(other).contains(claim))
    };
    let moments = moments(content);
    let mut by_day: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (number, moment) in moments.iter().enumerate() {
        by_day.entry(moment.days.0).or_default().push(number);
        if moment.days.1 != moment.days.0 {
            by_day.entry(moment.days.1).or_default().push(number);
        }
    }
    let mut pairs: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for list in by_day.values() {
        for (at, one) in list.iter().enumerate() {
            for other in list[at + 1..].iter().take(COMMON) {
                let (a, b) = (&moments[*one], &moments[*other]);
                let same = one_claim(a.at, b.at);
                if let Some(strength) = strength(content, a, b, same) {
                    pairs.insert((*one.min(other), *one.max(other)), strength);
                }
            }
        }
    }
    let meets = |one: &[usize], other: &[usize]| {
        let days = one.iter().chain(other).map(|at| moments[*at].days).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
        days.is_none_or(|(first, last)| first <= last)
    };
    let groups = cluster(moments.len(), &pairs, ALIKE, meets);
    let mut single = vec![true; moments.len()];
    groups.iter().flatten().for_each(|at| single[*at] = false);
    let singles = (0..moments.len()).filter(|at| single[*at]).map(|at| vec![at]);
    let mut events: Vec<Event> = groups.into_iter().chain(singles).map(|group| event(&moments, &group)).collect();
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
            let gap = |span: crossread_corpus::span::Span| {
                time.span.start().saturating_sub(span.end()).max(span.start().saturating_sub(time.span.end()))
            };
            let mut near: Vec<(u32, Term)> = segment
                .uses
                .iter()
                .filter(|each| !content.is_name(each.term) && content.worth(each.term) == Worth::Heavy)
                .map(|each| (gap(each.span), each.term))
                .filter(|(gap, _)| *gap <= NEAR)
                .collect();
            near.sort_unstable();
            near.truncate(WORDS);
            let mut key: Vec<Term> = near.into_iter().map(|(_, term)| term).collect();
            key.sort_unstable();
            let about = segment.uses.iter().filter(|each| gap(each.span) <= FAR).map(|each| each.term).collect();
            moments.push(Moment { segment, at, time: *number, days, key, about });
        }
    }
    moments
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
    let needed = 0.2 + content.caution / 2.0;
    if key > needed {
        Some((0.5 + all / 6.0).min(1.0))
    } else if all >= 1.6 + content.caution {
        Some(0.5)
    } else {
        None
    }
}

fn event(moments: &[Moment], group: &[usize]) -> Event {
    let mut members: Vec<&Moment> = group.iter().map(|at| &moments[*at]).collect();
    members.sort_by_key(|moment| (moment.segment.article, moment.segment.span, moment.time));
    // what says most, in the story before a caption
    let label = members.iter().max_by_key(|moment| {
        (moment.segment.part == Part::Story, moment.key.len(), core::cmp::Reverse(moment.segment.anchor()))
    });
    let label = label.expect("an event has members").segment.anchor();
    let days = members.iter().map(|moment| moment.days).reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
    let days = days.filter(|(first, last)| first <= last).unwrap_or(members[0].days);
    let dated = members.iter().map(|moment| Dated {
        anchor: moment.segment.anchor(),
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
