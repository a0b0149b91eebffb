//! Quotations that no cue in their own sentence takes: the speaker goes on, was just introduced, or is the subject.

use super::{finding::Finding, unit::Unit, verb_group::Form, word::Tag};
use crate::find::quotation::Quotation;
use crossread_corpus::annotation::Stance;

/// Gives every quotation that is in no finding yet to a speaker, or to none.
pub(super) fn find(units: &[Unit], quotes: &[Quotation], findings: &mut [Vec<Finding>]) {
    for number in 0..units.len() {
        for at in 0..units[number].words.len() {
            if units[number].tag_at(at) != Tag::Quote || covered(&findings[number], at) {
                continue;
            }
            let found = if alone(&units[number]) {
                match before(units, quotes, findings, number) {
                    Some(Earlier::Same(unit, finding)) => {
                        findings[unit][finding].carried.push((number, at));
                        continue;
                    }
                    Some(Earlier::Introduced(finding)) => Some(finding),
                    None => None,
                }
            } else {
                subject(&units[number], at)
            };
            let content = vec![(at, at + 1)];
            findings[number].push(match found {
                Some(finding) => Finding { content, ..finding },
                None => Finding {
                    source: None,
                    cue: None,
                    content,
                    carried: Vec::new(),
                    stance: Stance::Neutral,
                    rule: "quote-unattributed",
                },
            });
        }
    }
}

/// Where the speaker of a quotation that stands alone is found.
enum Earlier {
    /// The words of this finding go on: unit and place in its list.
    Same(usize, usize),
    /// A sentence before it names the speaker.
    Introduced(Finding),
}

fn covered(findings: &[Finding], at: usize) -> bool {
    findings.iter().any(|finding| finding.content.iter().any(|&(from, to)| from <= at && at < to))
}

/// True when a unit is nothing but quotations.
fn alone(unit: &Unit) -> bool {
    let mark = |tag| matches!(tag, Tag::Quote | Tag::Stop | Tag::Comma | Tag::Dash | Tag::Conjunction);
    unit.words.iter().all(|word| mark(word.tag))
}

fn before(units: &[Unit], quotes: &[Quotation], findings: &[Vec<Finding>], number: usize) -> Option<Earlier> {
    let previous = number.checked_sub(1)?;
    let same_block = units[previous].block == units[number].block;
    let last_quote = units[previous].words.iter().rev().find_map(|word| word.quote);
    let open = last_quote.is_some_and(|quote| !quotes[quote].closed);
    let ends_with_colon = units[previous].words.last().is_some_and(|word| word.tag == Tag::Colon);
    if let Some(place) = quote_finding(units, findings, previous).filter(|_| !ends_with_colon || open) {
        return Some(Earlier::Same(place.0, place.1));
    }
    if units[previous].headline {
        return None;
    }
    // a quotation paragraph of its own, further back carried: the same speaker
    if let Some(place) = carried_into(findings, previous) {
        return Some(Earlier::Same(place.0, place.1));
    }
    let rule = if same_block || ends_with_colon { "quote-introduced" } else { "quote-after" };
    introduced(&units[previous], &findings[previous], rule).map(Earlier::Introduced)
}

/// The last finding of a unit that holds a quotation and names a source.
fn quote_finding(units: &[Unit], findings: &[Vec<Finding>], unit: usize) -> Option<(usize, usize)> {
    let quoted = |finding: &Finding| {
        finding.source.is_some()
            && finding.content.iter().any(|&(from, to)| (from..to).any(|at| units[unit].tag_at(at) == Tag::Quote))
    };
    let last = findings[unit]
        .iter()
        .enumerate()
        .filter(|(_, finding)| quoted(finding))
        .max_by_key(|(_, finding)| finding.content.iter().map(|range| range.1).max());
    last.map(|(place, _)| (unit, place))
}

/// The finding that a quotation in this unit was carried into.
fn carried_into(findings: &[Vec<Finding>], unit: usize) -> Option<(usize, usize)> {
    (unit.saturating_sub(12)..unit).rev().find_map(|earlier| {
        let place = findings[earlier].iter().position(|finding| finding.carried.iter().any(|(u, _)| *u == unit))?;
        Some((earlier, place))
    })
}

/// The speaker that a sentence without a quotation introduces.
fn introduced(unit: &Unit, findings: &[Finding], rule: &'static str) -> Option<Finding> {
    let last = findings.iter().rev().find(|finding| finding.source.is_some());
    let (source, cue, stance) = match last {
        Some(finding) => (finding.source, finding.cue, finding.stance),
        None => {
            let group = unit.groups.iter().find(|group| group.form == Form::Finite && group.subject.is_some())?;
            let (from, to) = group.subject?;
            (Some(unit.span(from, to)), None, Stance::Neutral)
        }
    };
    Some(Finding { source, cue, content: Vec::new(), carried: Vec::new(), stance, rule })
}

/// The subject of the verb nearest before a quotation, or else after it.
fn subject(unit: &Unit, at: usize) -> Option<Finding> {
    let with_subject = |group: &&super::verb_group::Group| group.subject.is_some();
    let group = unit.groups.iter().rev().filter(|group| group.head < at).find(with_subject).or_else(|| {
        unit.groups.iter().find(|group| group.first > at && group.subject.is_some_and(|(from, _)| from > at))
    })?;
    let (from, to) = group.subject?;
    Some(Finding {
        source: Some(unit.span(from, to)),
        cue: Some(unit.span(group.head, group.head + 1)),
        content: Vec::new(),
        carried: Vec::new(),
        stance: Stance::Neutral,
        rule: "quote-subject",
    })
}
