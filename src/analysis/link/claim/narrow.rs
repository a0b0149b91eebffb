//! A claim that rests on figures alone, narrowed to the words about them: the rest of a clause may tell of other things.

use super::speaking;
use crate::link::segment::Content;
use crossread_corpus::{
    figure::FigureKind,
    links::{claim::Claim, figure::FigureGroup},
    span::Span,
};

/// Fewer words than this are taken with the piece before them: "Jane Roe, 44".
const FEWEST: usize = 2;

/// The claim, its members as far as they tell of the figures of `group`.
pub(super) fn narrowed(content: &Content, mut claim: Claim, group: &FigureGroup) -> Claim {
    for member in &mut claim.members {
        let figure = group.members.iter().find(|figure| {
            figure.anchor.article == member.anchor.article && member.anchor.span.contains(figure.anchor.span)
        });
        if let Some(figure) = figure {
            let text = &content.articles[member.anchor.article as usize].text;
            member.anchor.span = around(text, member.anchor.span, figure.anchor.span, group.kind);
            // the rest of the clause may be somebody's
            let article = &content.articles[member.anchor.article as usize];
            member.voice = speaking(article.annotations.voice(figure.anchor.span));
            member.hedge = member.hedge.filter(|hedge| member.anchor.span.contains(*hedge));
        }
    }
    let exemplar = claim.exemplar().anchor;
    claim.words.retain(|words| exemplar.span.contains(*words));
    claim
}

/// The piece of `clause` that holds `figure`: between commas and "and"; of an age not more than itself.
fn around(text: &str, clause: Span, figure: Span, kind: FigureKind) -> Span {
    let before = &text[clause.start() as usize..figure.start() as usize];
    let behind = &text[figure.end() as usize..clause.end() as usize];
    let ends = [", ", "; ", " and ", " but "];
    let starts: Vec<usize> =
        ends.iter().flat_map(|mark| before.match_indices(mark).map(|(at, _)| at + mark.len())).collect();
    let mut start = starts.iter().copied().max().unwrap_or(0);
    let end = ends.iter().filter_map(|mark| behind.find(mark)).min().unwrap_or(behind.len());
    let mut end = figure.end() as usize + end;
    if kind == FigureKind::Age {
        end = figure.end() as usize;
        if let Some(at) = ["the ", "The "].iter().filter_map(|article| before.rfind(article)).max() {
            start = at.max(start);
        }
    }
    let words = |from: usize| text[clause.start() as usize + from..end].split_whitespace().count();
    if words(start) < FEWEST {
        start = starts.iter().copied().filter(|at| *at < start).max().unwrap_or(0);
    }
    Span::of(clause.start() as usize + start, end).trimmed(text)
}
