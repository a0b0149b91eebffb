//! Where accounts part, kind by kind. Every difference has sides in two articles, and a line in the sides' own words.

mod naming;
mod reply;
mod utterance;
mod voice;

use super::{
    claim::{Apart, likeness::shared},
    segment::{Content, Segment, Worth},
    wording::Usage,
};
use crossread_corpus::{
    figure::FigureKind,
    ground::Rule,
    links::{
        Anchor,
        claim::Claims,
        difference::{Difference, DifferenceKind, Side},
        figure::{Agreement, FigureGroup},
        passage::Part,
        utterance::Utterance,
        wording::SameThing,
    },
    span::Span,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// So many statements of a claim are compared.
const COMPARED: usize = 100;
/// How far from a date the words stand that say what happened, in bytes.
const BESIDE: u32 = 45;
/// No line has more sides than this; the rest is in [`Difference::sides`].
const IN_LINE: usize = 4;

/// What the differences are found in.
pub(crate) struct Compared<'c> {
    /// The segments.
    pub(crate) content: &'c Content<'c>,
    /// Which articles tell of different things.
    pub(crate) apart: &'c Apart,
    /// The figures.
    pub(crate) figures: &'c [FigureGroup],
    /// The claims.
    pub(crate) claims: &'c Claims,
    /// Their segments.
    pub(crate) groups: &'c [Vec<usize>],
    /// Expressions for the same thing.
    pub(crate) same_things: &'c [SameThing],
    /// Utterances that several articles give.
    pub(crate) utterances: &'c [Utterance],
}

/// All differences, the most telling first.
pub(crate) fn differences(compared: &Compared) -> Vec<Difference> {
    let mut found = sizes(compared);
    found.extend(dates(compared));
    found.extend(reply::replies(compared.content));
    found.extend(voice::voices(compared));
    found.extend(naming::names(compared));
    found.extend(utterance::quotations(compared));
    found.extend(wordings(compared));
    found.sort_by_key(|difference| (core::cmp::Reverse(difference.weight), difference.kind, difference.about));
    let mut seen = BTreeSet::new();
    found.retain(|difference| {
        let words: Vec<Anchor> = difference.sides.iter().map(|side| side.words).collect();
        seen.insert((difference.kind, words))
    });
    found
}

/// A difference of these sides, if two articles have different words; sides with the same words in one article once.
fn difference(
    content: &Content,
    kind: DifferenceKind,
    about: Anchor,
    mut sides: Vec<Side>,
    weight: u32,
    rule: &'static str,
) -> Option<Difference> {
    sides.sort_unstable();
    sides.dedup();
    let said = |side: &Side| content.slice(side.words).trim().to_lowercase();
    let distinct: BTreeSet<String> = sides.iter().map(said).collect();
    let articles: BTreeSet<u32> = sides.iter().map(|side| side.anchor.article).collect();
    if distinct.len() < 2 || articles.len() < 2 {
        return None;
    }
    let mut seen = BTreeSet::new();
    let quoted: Vec<String> = sides
        .iter()
        .filter(|side| seen.insert(said(side)))
        .take(IN_LINE)
        .map(|side| format!("“{}”", content.slice(side.words).trim()))
        .collect();
    let line = format!("{} – {}", content.slice(about).trim(), quoted.join(" · "));
    Some(Difference { kind, about, sides, line, weight, rule: Rule::new(rule) })
}

/// Figures for the same thing that are not the same.
fn sizes(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let parted = compared.figures.iter().filter(|group| group.agreement != Agreement::Same);
    let found = parted.filter_map(|group| {
        let told = group.members.iter().filter(|member| member.part != Part::Caption);
        let sides = told.map(|member| Side {
            anchor: Anchor { article: member.anchor.article, span: member.said },
            words: member.anchor,
        });
        let (kind, weight) = match group.agreement {
            Agreement::Contradictory => (DifferenceKind::Size, 100),
            Agreement::Different => (DifferenceKind::Size, 90),
            // one number could be what all of them mean
            Agreement::Compatible | Agreement::Same => (DifferenceKind::Precision, 70),
        };
        let steady = matches!(group.kind, FigureKind::Age | FigureKind::Rank);
        let rule = if steady { "figures-of-what-cannot-change" } else { "figures-for-the-same-thing" };
        difference(content, kind, group.label, sides.collect(), weight, rule)
    });
    found.collect()
}

/// Statements of one claim that date it differently.
fn dates(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let mut found = Vec::new();
    for (claim, group) in compared.claims.claims.iter().zip(compared.groups) {
        let told: Vec<(Span, &Segment)> = claim
            .members
            .iter()
            .map(|member| member.anchor.span)
            .zip(group.iter().map(|at| &content.segments[*at]))
            .collect();
        let told: Vec<(Span, &Segment)> =
            told.into_iter().filter(|(_, segment)| segment.is_witness()).take(COMPARED).collect();
        let dated: Vec<(Date, Side)> = told.iter().filter_map(|one| dated(content, *one, &told)).collect();
        let parted = dated.iter().any(|(day, side)| {
            dated.iter().any(|(other, there)| day != other && side.anchor.article != there.anchor.article)
        });
        // an account that was published before the other's day tells of an earlier time that it was so
        let published = |side: &Side| content.articles[side.anchor.article as usize].header.published.as_ref();
        let again = dated.iter().any(|(_, side)| {
            published(side).is_some_and(|published| dated.iter().any(|(day, _)| published.value.date < *day))
        });
        if parted && !again {
            let sides = dated.into_iter().map(|(_, side)| side).collect();
            let about = claim.exemplar().anchor;
            found.extend(difference(content, DifferenceKind::Date, about, sides, 80, "days-of-one-claim"));
        }
    }
    found
}

/// The day of what a segment tells, as far as it is a claim's, and the words that say so; `None` unless it names one day,
/// and that as its own: not "on the eve of".
fn dated(content: &Content, one: (Span, &Segment), others: &[(Span, &Segment)]) -> Option<(Date, Side)> {
    let (claimed, segment) = one;
    let times = &content.articles[segment.article as usize].annotations.times;
    let number = match segment.times[..] {
        [time] => time,
        [] => segment.told?,
        _ => return None,
    };
    let time = &times[number as usize];
    let (first, last) = time.days?;
    let words = Anchor { article: segment.article, span: time.span };
    // what the day is of: a word beside it, or at the start of the clause that hangs on it, which another account has, too
    let at = if segment.times.is_empty() { segment.span.start() } else { time.span.start() };
    let beside = |span: Span| span.start() <= at + BESIDE && at <= span.end() + BESIDE && claimed.contains(span);
    let heavy = |term| content.worth(term) == Worth::Heavy && !content.is_name(term);
    let shares = |(theirs, other): &(Span, &Segment)| {
        let mut both = shared(&segment.uses, &other.uses);
        other.article != segment.article
            && both.any(|(a, b)| heavy(a.term) && beside(a.span) && theirs.contains(b.span))
    };
    let own = first == last && time.rule != Rule::new("eve-of") && others.iter().any(shares);
    own.then_some((first, Side { anchor: segment.anchor(), words }))
}

/// Expressions for the same thing, where one account has none of another's.
fn wordings(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let mut usage = Usage::of(content);
    let parted = compared.same_things.iter().filter(|thing| is_parted(&mut usage, thing));
    let found = parted.filter_map(|thing| {
        let anchors = thing.expressions.iter().flat_map(|expression| &expression.anchors);
        let sides: Vec<Side> = anchors
            .filter_map(|words| {
                let at = content.segment_at(words.article, words.span.start())?;
                Some(Side { anchor: content.segments[at].anchor(), words: *words })
            })
            .collect();
        let about = thing.expressions[0].anchors[0];
        let weight = 30 + u32::try_from(sides.len().min(20)).expect("small");
        difference(content, DifferenceKind::Wording, about, sides, weight, "expressions-for-one-thing")
    });
    found.collect()
}

/// True where two of the articles share none of the expressions.
fn is_parted(usage: &mut Usage, thing: &SameThing) -> bool {
    let users = usage.used_by(thing);
    let told: BTreeSet<u32> =
        thing.expressions.iter().flat_map(|each| &each.anchors).map(|anchor| anchor.article).collect();
    let used = |article: u32| -> BTreeSet<usize> {
        (0..users.len()).filter(|number| users[*number].contains(&article)).collect()
    };
    let used: BTreeSet<BTreeSet<usize>> = told.into_iter().map(used).collect();
    used.iter().any(|one| used.iter().any(|other| one.is_disjoint(other)))
}

#[cfg(test)]
mod tests;
