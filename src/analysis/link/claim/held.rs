//! In whose voice a member of a claim tells what the members share, and what holds that at a distance.

use super::{label, speaking};
use crate::link::segment::{Content, Segment, Term, Use, voice_of};
use crossread_corpus::{
    annotation::Voices,
    attribution::Stance,
    links::claim::{Claim, Speaking},
    span::Span,
};

/// Gives each member the voice of the words that the members share, where it has such words: what else its clause holds
/// may be somebody's, and they the outlet's. What hedges something else in its clause is taken away; what somebody is said
/// to allege is held at a distance by that word. `voices` are the articles'.
pub(super) fn hold(content: &Content, claim: &mut Claim, group: &[usize], voices: &[Voices]) {
    let core = label::core(content, claim, group);
    for (member, at) in claim.members.iter_mut().zip(group) {
        let segment = &content.segments[*at];
        let attributions = &content.articles[segment.article as usize].annotations.attributions;
        let is_cue = |span: Span| attributions.iter().filter_map(|said| said.cue).any(|cue| cue.contains(span));
        let tells =
            |each: &&Use| content.tells(each.term) && !each.source && core.contains(&each.term) && !is_cue(each.span);
        let shared: Vec<Span> = segment.uses.iter().filter(tells).map(|each| each.span).collect();
        if !shared.is_empty() {
            member.voice = speaking(voice_of(&voices[segment.article as usize], shared));
        }
        member.hedge = member.hedge.filter(|hedge| !hedges_else(content, segment, *hedge, &core));
        if let (None, Speaking::Attributed(number)) = (member.hedge, member.voice) {
            let said = &attributions[number as usize];
            member.hedge = said.cue.filter(|_| said.stance == Stance::Accusing);
        }
    }
}

/// True for a charge of something else than what the members share: "accused of rigging" does not hold at a distance that
/// there was an election.
fn hedges_else(content: &Content, segment: &Segment, hedge: Span, core: &[Term]) -> bool {
    let text = &content.articles[segment.article as usize].text;
    let behind = segment.uses.iter().filter(|each| each.span.start() >= hedge.end() && content.tells(each.term));
    let charge = behind.min_by_key(|each| each.span).map(|each| each.term);
    let charges = hedge.slice(text).is_some_and(|word| word.ends_with("ed"));
    charges && !core.is_empty() && charge.is_some_and(|term| !core.contains(&term))
}
