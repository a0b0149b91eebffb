//! A claim that rests on figures or on a day, narrowed to the words about them: the rest of a clause may tell of other
//! things, and a label must not say more than all its members do.

use super::speaking;
use crate::link::segment::Content;
use crossread_corpus::{
    figure::{Figure, FigureKind},
    links::{
        Anchor,
        claim::{Claim, Statement},
        event::{Dated, Event},
        figure::{FigureGroup, GivenFigure, bounds},
        passage::Part,
    },
    mention::EntityKind,
    span::Span,
};
use std::collections::BTreeMap;

/// Fewer words than this are taken with the piece before them: "Jane Roe, 44".
const FEWEST: usize = 2;
/// A piece about a day with fewer words than this does not tell what happened.
const FEWEST_OF_A_DAY: usize = 3;
/// So near, in bytes, a hedge is of what stands there.
const BESIDE: u32 = 16;
/// Words before which a phrase for one thing does not reach back.
const DETERMINERS: [&str; 8] = ["a ", "an ", "the ", "his ", "her ", "its ", "their ", "another "];

/// What the segments of a group have in common.
#[derive(Clone, Copy)]
pub(super) enum Common<'c> {
    Figures(&'c FigureGroup),
    Event(&'c Event),
}

/// By their segments, sorted, the groups of figures and events that claims may rest on.
pub(super) fn common<'c>(
    content: &Content,
    figures: &'c [FigureGroup],
    events: &'c [Event],
) -> BTreeMap<Vec<usize>, Common<'c>> {
    let at = |anchor: Anchor| content.segment_at(anchor.article, anchor.span.start());
    let sorted = |mut segments: Vec<usize>| {
        segments.retain(|at| content.segments[*at].states());
        segments.sort_unstable();
        segments.dedup();
        segments
    };
    let dated = |event: &'c Event| {
        let member = |member: &Dated| at(member.anchor);
        (sorted(event.members.iter().filter_map(member).collect()), Common::Event(event))
    };
    let counted = |group: &'c FigureGroup| {
        let member = |member: &GivenFigure| at(member.anchor);
        (sorted(group.members.iter().filter_map(member).collect()), Common::Figures(group))
    };
    events.iter().map(dated).chain(figures.iter().map(counted)).collect()
}

/// The claim, its members as far as they tell of what they have in `common`. Where they are `alike` in other words, too,
/// only phrases that name a thing with its figure are narrowed.
pub(super) fn narrowed(content: &Content, mut claim: Claim, common: Common, alike: bool) -> Claim {
    let whole = match common {
        Common::Event(_) => alike,
        Common::Figures(group) => alike && !is_phrase(content, group),
    };
    if let Common::Figures(group) = common {
        claim.exemplar = widest(content, &claim, group);
    }
    if whole {
        return claim;
    }
    for member in &mut claim.members {
        let article = &content.articles[member.anchor.article as usize];
        let inside =
            |anchor: Anchor| anchor.article == member.anchor.article && member.anchor.span.contains(anchor.span);
        let clause = member.anchor.span;
        let narrow = match common {
            Common::Figures(group) => {
                let given = group.members.iter().find(|given| inside(given.anchor));
                given.map(|given| {
                    let figure = &article.annotations.figures[given.figure as usize];
                    let phrase = !matches!(group.kind, FigureKind::Count | FigureKind::Fraction | FigureKind::Measure);
                    let piece = if phrase {
                        phrase_of(&article.text, clause, figure, group.kind == FigureKind::Duration)
                    } else {
                        None
                    };
                    let voice = article.annotations.voice_of_figure(&article.text, figure);
                    (piece.unwrap_or_else(|| around(&article.text, clause, figure.span, FEWEST)), voice)
                })
            }
            Common::Event(event) => {
                let dated = event.members.iter().find(|dated| inside(dated.anchor));
                dated.map(|dated| {
                    let time = article.annotations.times[dated.time as usize].span;
                    let piece = piece(&article.text, clause, time, &[", ", "; "]);
                    let tells = content.segments_in(member.anchor).iter().any(|at| {
                        let mut uses = content.segments[*at].uses.iter().filter(|each| piece.contains(each.span));
                        uses.any(|each| content.tells(each.term))
                    });
                    let short = !tells || article.slice(piece).split_whitespace().count() < FEWEST_OF_A_DAY;
                    (if short { clause } else { piece }, article.annotations.voice(time))
                })
            }
        };
        if let Some((span, voice)) = narrow {
            member.anchor.span = span;
            // the rest of the clause may be somebody's
            member.voice = speaking(voice);
            let beside = |hedge: &Span| hedge.start() <= span.end() + BESIDE && span.start() <= hedge.end() + BESIDE;
            member.hedge = member.hedge.filter(beside);
        }
    }
    if let Common::Figures(FigureGroup { kind: FigureKind::Age, .. }) = common {
        claim.exemplar = named(content, &claim);
    }
    claim
}

/// The member that names whose age it gives, where the exemplar does not.
fn named(content: &Content, claim: &Claim) -> u32 {
    let names = |member: &Statement| {
        let mentions = &content.articles[member.anchor.article as usize].annotations.mentions;
        mentions.iter().any(|each| each.kind == EntityKind::Person && member.anchor.span.contains(each.span))
    };
    let place = |at: &u32| content.keyed(claim.members[*at as usize].anchor);
    let naming = (0..).zip(&claim.members).filter(|(_, member)| names(member)).map(|(at, _)| at);
    if names(claim.exemplar()) { claim.exemplar } else { naming.min_by_key(place).unwrap_or(claim.exemplar) }
}

/// The member whose figure leaves room for most of the others': a claim of "thousands" is made where "almost 7,000" is
/// told, too, but not the other way round.
fn widest(content: &Content, claim: &Claim, group: &FigureGroup) -> u32 {
    let given = |member: &Statement| {
        let here = |given: &&GivenFigure| {
            given.anchor.article == member.anchor.article && member.anchor.span.contains(given.anchor.span)
        };
        group.members.iter().find(here).map(|given| bounds(given.amount))
    };
    let given: Vec<Option<(f64, f64)>> = claim.members.iter().map(given).collect();
    let room = |at: usize| {
        let holds =
            |(low, high): (f64, f64)| given.iter().flatten().filter(|one| low <= one.0 && one.1 <= high).count();
        (claim.members[at].part != Part::Caption, given[at].map_or(0, holds))
    };
    let first = claim.exemplar as usize;
    let place = |at: usize| core::cmp::Reverse(content.keyed(claim.members[at].anchor));
    let most = (0..given.len()).max_by_key(|at| (room(*at), *at == first, place(*at))).unwrap_or(first);
    u32::try_from(most).expect("fewer members than bytes")
}

/// True for figures that stand with what they are of, as "a third term" does.
fn is_phrase(content: &Content, group: &FigureGroup) -> bool {
    let of = |member: &GivenFigure| {
        content.articles[member.anchor.article as usize].annotations.figures[member.figure as usize].of
    };
    matches!(group.kind, FigureKind::Rank | FigureKind::Duration | FigureKind::Percentage)
        && group.members.iter().any(|member| of(member).is_some())
}

/// "His 30-year rule", "the 65-year-old", "more than 80% of votes": the figure with what it is of.
fn phrase_of(text: &str, clause: Span, figure: &Figure, lasts: bool) -> Option<Span> {
    let of = figure.of.filter(|of| clause.contains(*of) && of.start() >= figure.span.start());
    let behind = &text[figure.span.end() as usize..clause.end() as usize];
    // "his 30-year-old reign"
    let next = behind.strip_prefix(' ').filter(|_| of.is_none() && lasts && figure.kind == FigureKind::Age);
    let next = next.and_then(|next| next.find(|c: char| !c.is_alphanumeric())).map_or(0, |length| length + 1);
    let next = u32::try_from(next).expect("offsets are 32 bits");
    let end = of.map_or(figure.span.end() + next, Span::end).max(figure.span.end());
    let before = &text[clause.start() as usize..figure.span.start() as usize];
    let determined = DETERMINERS
        .iter()
        .find(|word| before.to_lowercase().ends_with(&format!(" {word}")) || before.to_lowercase() == **word);
    let start = figure.span.start() - determined.map_or(0, |word| u32::try_from(word.len()).expect("a word is short"));
    let span = Span::new(start, end);
    (determined.is_some() || of.is_some()).then_some(span)
}

/// The piece of `clause` that holds `figure`: between commas and "and", with the piece before it where it is short.
fn around(text: &str, clause: Span, figure: Span, fewest: usize) -> Span {
    const ENDS: [&str; 4] = [", ", "; ", " and ", " but "];
    let found = piece(text, clause, figure, &ENDS);
    if text[found.range()].split_whitespace().count() >= fewest || found.start() == clause.start() {
        return found;
    }
    let before = text[clause.start() as usize..found.start() as usize].trim_end_matches([',', ';', ' ']);
    let last = Span::of(clause.start() as usize, clause.start() as usize + before.len());
    let start = piece(text, last, Span::new(last.end(), last.end()), &ENDS).start();
    Span::new(start, found.end())
}

/// The piece of `clause` around `place`, between any of `ends`.
fn piece(text: &str, clause: Span, place: Span, ends: &[&str]) -> Span {
    let before = &text[clause.start() as usize..place.start() as usize];
    let behind = &text[place.end() as usize..clause.end() as usize];
    let start = ends.iter().filter_map(|mark| before.rfind(mark).map(|at| at + mark.len())).max().unwrap_or(0);
    let end = ends.iter().filter_map(|mark| behind.find(mark)).min().unwrap_or(behind.len());
    Span::of(clause.start() as usize + start, place.end() as usize + end).trimmed(text)
}
