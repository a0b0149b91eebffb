//! The same claim in the outlet's own words in one article, in somebody's mouth in another.

use super::{Compared, difference};
use crossread_corpus::{
    attribution::Stance,
    links::{
        Anchor,
        claim::{Speaking, Statement},
        difference::{Difference, DifferenceKind, Side},
        passage::Part,
    },
    span::Span,
};
use std::collections::BTreeSet;

/// One difference a claim, where outlets part in whose words they tell it or in how far they hold it from themselves.
pub(super) fn voices(compared: &Compared) -> Vec<Difference> {
    let mut found = Vec::new();
    for claim in &compared.claims.claims {
        let told: Vec<&Statement> = claim.members.iter().filter(|member| member.part == Part::Story).collect();
        let owning: BTreeSet<u32> =
            told.iter().filter(|member| is_own(compared, member)).map(|member| member.anchor.article).collect();
        let held: Vec<&&Statement> = told.iter().filter(|member| !owning.contains(&member.anchor.article)).collect();
        if owning.is_empty() || held.is_empty() {
            continue;
        }
        let sides = told
            .iter()
            .filter(|member| owning.contains(&member.anchor.article) == is_own(compared, member))
            .map(|member| Side { anchor: member.anchor, words: words(compared, member) });
        let about = claim.exemplar().anchor;
        found.extend(difference(
            compared.content,
            DifferenceKind::Voice,
            about,
            sides.collect(),
            50,
            "whose-words-a-claim-is-in",
        ));
    }
    found
}

/// True for what the outlet asserts itself: no source, no hedge, no quoted words, and no word in it that says somebody says so.
fn is_own(compared: &Compared, member: &Statement) -> bool {
    let attributions = &compared.content.articles[member.anchor.article as usize].annotations.attributions;
    let reports = |stance| !matches!(stance, Stance::Denying | Stance::Demanding | Stance::Promising | Stance::Wanting);
    let quotes = attributions.iter().flat_map(|said| &said.quoted).any(|quoted| member.anchor.span.contains(*quoted));
    let mut cues = attributions.iter().filter(|said| reports(said.stance)).filter_map(|said| said.cue);
    member.voice == Speaking::Outlet
        && member.hedge.is_none()
        && !quotes
        && !cues.any(|cue| member.anchor.span.contains(cue))
}

/// What shows whose words they are: the hedge, the source with its cue, or the statement itself.
fn words(compared: &Compared, member: &Statement) -> Anchor {
    let article = member.anchor.article;
    let attributions = &compared.content.articles[article as usize].annotations.attributions;
    let span = match (member.hedge, member.voice) {
        (Some(hedge), _) => hedge,
        (None, Speaking::Outlet) => member.anchor.span,
        (None, Speaking::Attributed(number) | Speaking::Quoted(number)) => {
            let said = &attributions[number as usize];
            match (said.source, said.cue) {
                (Some(source), Some(cue)) if source.end() <= cue.start() && cue.start() - source.end() < 40 => {
                    Span::new(source.start(), cue.end())
                }
                (source, cue) => source.or(cue).unwrap_or(member.anchor.span),
            }
        }
    };
    Anchor { article, span }
}
