//! Lets what ties the articles follow when findings of one of them were hidden.

use super::{
    hide::{Moved, retain},
    naming::{renew, respeak},
};
use crate::{
    annotation::Voice,
    collection::Collection,
    correction::Finding,
    figure::FigureKind,
    links::{
        claim::{OnlyKind, Speaking},
        difference::DifferenceKind,
        entity::Tie,
        figure::agreement,
        utterance::Echo,
    },
    mention::EntityId,
    span::Span,
};

/// Findings of article `number` have `moved`: what points to them points to where they are now, or is gone, too.
pub(super) fn follow(collection: &mut Collection, number: usize, moved: &Moved) {
    let Collection { articles, links, .. } = collection;
    let own = |article: u32| article as usize == number;
    for utterance in &mut links.utterances {
        for variant in utterance.variants.iter_mut().filter(|variant| own(variant.article)) {
            // u32::MAX: gone
            variant.attribution = moved.attributions[variant.attribution as usize].unwrap_or(u32::MAX);
        }
        let kept = retain(&mut utterance.variants, |variant| variant.attribution == u32::MAX);
        for variant in &mut utterance.variants {
            let to = variant.tie.as_ref().and_then(|tie| kept[tie.to as usize]);
            variant.tie = variant.tie.take().zip(to).map(|(tie, to)| Echo { to, ..tie });
        }
    }
    links.utterances.retain(|utterance| utterance.variants.len() > 1);
    for entity in &mut links.entities {
        if entity.members.iter().any(|member| own(member.article)) {
            for member in entity.members.iter_mut().filter(|member| own(member.article)) {
                member.entity.0 = moved.entities[member.entity.0 as usize].unwrap_or(u32::MAX);
            }
            let kept = retain(&mut entity.members, |member| member.entity == EntityId(u32::MAX));
            for member in &mut entity.members {
                let to = member.tie.as_ref().and_then(|tie| kept[tie.to as usize]);
                member.tie = member.tie.take().zip(to).map(|(tie, to)| Tie { to, ..tie });
            }
            renew(articles, entity);
        }
    }
    let kept = retain(&mut links.entities, |entity| entity.members.is_empty());
    respeak(articles, links, &kept);
    let comparison = &mut links.comparison;
    for group in &mut comparison.figures {
        let before = group.members.len();
        group.members.retain_mut(|member| {
            let now =
                if own(member.anchor.article) { moved.figures[member.figure as usize] } else { Some(member.figure) };
            member.figure = now.unwrap_or_default();
            now.is_some()
        });
        if group.members.len() < before {
            let amounts: Vec<_> = group.members.iter().map(|member| member.amount).collect();
            group.agreement = agreement(&amounts, matches!(group.kind, FigureKind::Age | FigureKind::Rank));
        }
    }
    comparison.figures.retain(|group| group.articles().len() > 1);
    for event in &mut comparison.events {
        event.members.retain_mut(|member| {
            let now = if own(member.anchor.article) { moved.times[member.time as usize] } else { Some(member.time) };
            member.time = now.unwrap_or_default();
            now.is_some()
        });
        let label = event.members.iter().any(|member| member.anchor == event.label);
        if let Some(first) = event.members.first().filter(|_| !label) {
            event.label = first.anchor;
        }
    }
    comparison.events.retain(|event| !event.members.is_empty());
    let annotations = &articles[number].annotations;
    let members = comparison.claims.claims.iter_mut().flat_map(|claim| &mut claim.members);
    for member in members.filter(|member| own(member.anchor.article)) {
        let now = |at: u32| moved.attributions[at as usize];
        member.voice = match member.voice {
            Speaking::Outlet => Some(Speaking::Outlet),
            Speaking::Attributed(at) => now(at).map(Speaking::Attributed),
            Speaking::Quoted(at) => now(at).map(Speaking::Quoted),
        }
        .unwrap_or_else(|| match annotations.voice(member.anchor.span) {
            Voice::Outlet => Speaking::Outlet,
            Voice::Attributed(at) => Speaking::Attributed(at),
            Voice::Quoted(at) => Speaking::Quoted(at),
        });
    }
    let gone = |span: Span| moved.gone.iter().any(|gone| gone.overlaps(span));
    comparison.claims.only_here.retain(|only| {
        let of = match only.kind {
            OnlyKind::Name => Some(Finding::Name),
            OnlyKind::Figure => Some(Finding::Figure),
            OnlyKind::Sentence | OnlyKind::Clause => None,
        };
        !(of == Some(moved.finding) && own(only.anchor.article) && gone(only.anchor.span))
    });
    for difference in &mut comparison.differences {
        let of = match difference.kind {
            DifferenceKind::Size | DifferenceKind::Precision => Finding::Figure,
            DifferenceKind::Date => Finding::Date,
            DifferenceKind::Naming => Finding::Name,
            DifferenceKind::Voice => Finding::Attribution,
            DifferenceKind::ClaimAndReply | DifferenceKind::Wording => continue,
        };
        difference.sides.retain(|side| !(of == moved.finding && own(side.words.article) && gone(side.words.span)));
    }
    comparison.differences.retain(|difference| {
        let first = difference.sides.first().map(|side| side.anchor.article);
        difference.sides.iter().any(|side| Some(side.anchor.article) != first)
    });
}
