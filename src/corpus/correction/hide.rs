//! Takes wrong findings out of an article's annotations, and tells where the others went.

use super::Finding;
use crate::{
    annotation::Annotations,
    mention::{Entity, EntityId},
    span::Span,
};

/// What became of an article's findings: for each one the number it has now, `None` for those that are gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// What was hidden.
    pub finding: Finding,
    /// Where it stood.
    pub gone: Vec<Span>,
    /// Of the attributions.
    pub attributions: Vec<Option<u32>>,
    /// Of the entities.
    pub entities: Vec<Option<u32>>,
    /// Of the times.
    pub times: Vec<Option<u32>>,
    /// Of the figures.
    pub figures: Vec<Option<u32>>,
}

/// Hides what was found at `words`: exactly there, or else all that lies within them or around them. `None` when there
/// is nothing of that kind.
pub fn hide(found: &mut Annotations, finding: Finding, words: Span) -> Option<Moved> {
    let Annotations { attributions, mentions, entities, times, figures } = found;
    let of_entities = |entity: &Entity| entity.references.iter().map(|reference| reference.span).collect::<Vec<_>>();
    let standing: Vec<Span> = match finding {
        Finding::Name => {
            let named = mentions.iter().map(|mention| mention.span);
            named.chain(entities.iter().flat_map(of_entities)).collect()
        }
        Finding::Figure => figures.iter().map(|figure| figure.span).collect(),
        Finding::Date => times.iter().map(|time| time.span).collect(),
        Finding::Attribution => attributions.iter().flat_map(|a| a.content.iter().chain(&a.quoted)).copied().collect(),
        Finding::Claim | Finding::Member | Finding::Difference => return None,
    };
    let exact = standing.contains(&words);
    let is_meant = |span: &Span| {
        if exact { *span == words } else { span.contains(words) || words.contains(*span) }
    };
    let gone: Vec<Span> = standing.into_iter().filter(is_meant).collect();
    if gone.is_empty() {
        return None;
    }
    let hidden = |of: Finding, span: &Span| of == finding && gone.contains(span);
    let mut moved = Moved {
        finding,
        attributions: retain(attributions, |a| {
            a.content.iter().chain(&a.quoted).any(|span| hidden(Finding::Attribution, span))
        }),
        times: retain(times, |time| hidden(Finding::Date, &time.span)),
        figures: retain(figures, |figure| hidden(Finding::Figure, &figure.span)),
        entities: Vec::new(),
        gone: Vec::new(),
    };
    let spans: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    let kept = retain(mentions, |mention| hidden(Finding::Name, &mention.span));
    for entity in entities.iter_mut() {
        entity.references.retain(|reference| !hidden(Finding::Name, &reference.span));
        entity.mentions.retain(|at| kept[*at as usize].is_some());
        if !entity.mentions.iter().any(|at| spans[*at as usize] == entity.name) {
            let fullest = entity.mentions.iter().map(|at| spans[*at as usize]);
            // the longest, and of those the first
            entity.name = fullest.fold(entity.name, |best, span| {
                if hidden(Finding::Name, &best) || span.len() > best.len() { span } else { best }
            });
        }
        entity.mentions.iter_mut().for_each(|at| *at = kept[*at as usize].unwrap_or_default());
    }
    moved.entities = retain(entities, |entity| entity.mentions.is_empty());
    for attribution in attributions {
        let by_hidden = attribution.speaker.is_some_and(|speaker| hidden(Finding::Name, &speaker));
        attribution.entity = attribution
            .entity
            .filter(|_| !by_hidden)
            .and_then(|EntityId(id)| moved.entities.get(id as usize).copied().flatten())
            .map(EntityId);
    }
    moved.gone = gone;
    Some(moved)
}

/// Takes out what is `gone`, and tells for each the number it has now.
pub(super) fn retain<T>(list: &mut Vec<T>, gone: impl Fn(&T) -> bool) -> Vec<Option<u32>> {
    let mut left = 0;
    let mut numbers = Vec::with_capacity(list.len());
    list.retain(|one| {
        let gone = gone(one);
        numbers.push((!gone).then_some(left));
        left += u32::from(!gone);
        !gone
    });
    numbers
}
