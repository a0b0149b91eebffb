//! Where accounts part, kind by kind. Every difference has sides in two articles, and a line in the sides' own words.

mod naming;
mod reply;
mod voice;

use super::{
    claim::near,
    segment::{Content, Segment},
};
use crossread_corpus::{
    figure::{FigureKind, Qualifier},
    ground::Rule,
    links::{
        Anchor,
        claim::Claims,
        difference::{Difference, DifferenceKind, Side},
        figure::{Agreement, FigureGroup},
        passage::Part,
        wording::SameThing,
    },
};
use std::collections::BTreeSet;

/// No line has more sides than this; the rest is in [`Difference::sides`].
const IN_LINE: usize = 4;

/// What the differences are found in.
pub(crate) struct Compared<'c> {
    /// The segments.
    pub(crate) content: &'c Content<'c>,
    /// The figures.
    pub(crate) figures: &'c [FigureGroup],
    /// The claims.
    pub(crate) claims: &'c Claims,
    /// Their segments.
    pub(crate) groups: &'c [Vec<usize>],
    /// Expressions for the same thing.
    pub(crate) same_things: &'c [SameThing],
}

/// All differences, the most telling first.
pub(crate) fn differences(compared: &Compared) -> Vec<Difference> {
    let mut found = sizes(compared);
    found.extend(dates(compared));
    found.extend(reply::replies(compared.content));
    found.extend(voice::voices(compared));
    found.extend(naming::names(compared));
    found.extend(wordings(compared));
    found.sort_by_key(|difference| (core::cmp::Reverse(difference.weight), difference.kind, difference.about));
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
        let sides = told.clone().map(|member| Side {
            anchor: Anchor { article: member.anchor.article, span: member.said },
            words: member.anchor,
        });
        let loose = |qualifier| matches!(qualifier, Qualifier::Vague | Qualifier::Rounded | Qualifier::About);
        let exactness: BTreeSet<bool> = told.clone().map(|member| loose(member.amount.qualifier)).collect();
        let (kind, weight) = match group.agreement {
            Agreement::Contradictory => (DifferenceKind::Size, 100),
            Agreement::Different => (DifferenceKind::Size, 90),
            _ if exactness.len() == 2 => (DifferenceKind::Precision, 70),
            _ => (DifferenceKind::Size, 60),
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
        if claim.days.is_some() {
            continue;
        }
        let dated = group.iter().map(|at| &content.segments[*at]).filter(|segment| segment.is_witness());
        let sides: Vec<Side> = dated
            .filter(|segment| is_dated(content, segment))
            .map(|segment| Side {
                anchor: segment.anchor(),
                words: Anchor { article: segment.article, span: time(content, segment) },
            })
            .collect();
        found.extend(difference(
            content,
            DifferenceKind::Date,
            claim.exemplar().anchor,
            sides,
            80,
            "days-of-one-claim",
        ));
    }
    found
}

/// True for a segment that names one day, and that as the day of what it tells: not "on the eve of".
fn is_dated(content: &Content, segment: &Segment) -> bool {
    let times = &content.articles[segment.article as usize].annotations.times;
    let one_day = segment.days.is_some_and(|(first, last)| first == last);
    one_day && matches!(segment.times[..], [time] if times[time as usize].rule != Rule::new("eve-of"))
}

/// The words that date a segment.
fn time(content: &Content, segment: &Segment) -> crossread_corpus::span::Span {
    content.articles[segment.article as usize].annotations.times[segment.times[0] as usize].span
}

/// Expressions for the same thing.
fn wordings(compared: &Compared) -> Vec<Difference> {
    let content = compared.content;
    let found = compared.same_things.iter().filter_map(|thing| {
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

#[cfg(test)]
mod tests;
