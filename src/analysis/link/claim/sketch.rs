//! What decides of most pairs of segments that they are not close, packed so that many are looked through quickly.

use super::likeness::{
    BOTH_DENY, ENOUGH_TO_BE_CLOSE, LEAST_COMMON, LEAST_SAID, NAME, RARE, ROUNDING, Rarity, SAME_DEED, SPEAKS,
    same_figures,
};
use crate::link::segment::{Content, Segment, Use};

/// All segments, and which of them the others are set beside.
pub(super) struct Sketches<'c, 'a> {
    content: &'c Content<'a>,
    /// Of all segments, one after the other.
    entries: Vec<Entry>,
    heads: Vec<Head>,
    one: usize,
    /// By term: its place among the entries of `one`, counted from 1, or 0.
    places: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Head {
    from: u32,
    to: u32,
    article: u32,
    has_figures: bool,
    has_speaker: bool,
}

/// A [`Use`].
#[derive(Clone, Copy)]
struct Entry {
    term: u32,
    count: u32,
    worth: f32,
    is_name: bool,
    tells: bool,
    source: bool,
    denied: bool,
}

impl<'c, 'a> Sketches<'c, 'a> {
    pub(super) fn of(content: &'c Content<'a>) -> Self {
        let (mut entries, mut heads) = (Vec::new(), Vec::new());
        for segment in &content.segments {
            let from = number(entries.len());
            entries.extend(segment.uses.iter().map(|each| entry(content, each)));
            heads.push(head(segment, from, number(entries.len())));
        }
        Self { content, entries, heads, one: 0, places: vec![0; content.in_all.len()] }
    }

    /// The article of a segment.
    pub(super) fn article(&self, segment: usize) -> u32 {
        self.heads[segment].article
    }

    /// True for a segment with figures.
    pub(super) fn has_figures(&self, segment: usize) -> bool {
        self.heads[segment].has_figures
    }

    /// From now on others are set beside this segment.
    pub(super) fn set_beside(&mut self, one: usize) {
        for each in entries_of(&self.entries, self.heads[self.one]) {
            self.places[each.term as usize] = 0;
        }
        self.one = one;
        for (place, each) in (1..).zip(entries_of(&self.entries, self.heads[one])) {
            self.places[each.term as usize] = place;
        }
    }

    /// False for most: those that could not be close if every word they share with the one segment were a reason of its
    /// own and all else that adds to it were so.
    pub(super) fn may_be_close(&self, other: usize) -> bool {
        let (one, head) = (self.heads[self.one], self.heads[other]);
        let ours = entries_of(&self.entries, one);
        let rarity = Rarity::between(self.content, one.article, head.article);
        let (mut common, mut names, mut said) = (0.0, 0.0_f32, 0.0);
        let (mut named, mut rare, mut both_deny) = (0, false, false);
        for theirs in entries_of(&self.entries, head) {
            let place = self.places[theirs.term as usize];
            if place == 0 {
                continue;
            }
            let each = ours[place as usize - 1];
            let weight = each.worth * rarity.of_both(each.count, theirs.count);
            common += weight;
            let is_source = each.source || theirs.source;
            if each.is_name {
                names += weight / NAME;
                named += usize::from(!is_source);
            } else if each.tells && !is_source {
                said += if weight < RARE { 0.5 } else { 1.0 };
                rare |= weight >= RARE;
                both_deny |= each.denied && theirs.denied;
            }
        }
        let figures = if one.has_figures && head.has_figures {
            let segments = &self.content.segments;
            same_figures(self.content, &segments[self.one], &segments[other])
        } else {
            0.0
        };
        let denial = if both_deny { BOTH_DENY } else { 0.0 };
        // who does it, and to whom
        let deed = if rare && named > 1 { SAME_DEED } else { 0.0 };
        let speaks = if one.has_speaker || head.has_speaker { SPEAKS } else { 0.0 };
        let said = said + figures + deed + denial;
        let points = said + names.min(1.0) + speaks;
        points + ROUNDING >= ENOUGH_TO_BE_CLOSE + self.content.caution
            && said + ROUNDING >= LEAST_SAID
            && common + figures + denial + ROUNDING >= LEAST_COMMON
    }
}

fn entries_of(entries: &[Entry], head: Head) -> &[Entry] {
    &entries[head.from as usize..head.to as usize]
}

fn head(segment: &Segment, from: u32, to: u32) -> Head {
    let (has_figures, has_speaker) = (!segment.figures.is_empty(), segment.speaker.is_some());
    Head { from, to, article: segment.article, has_figures, has_speaker }
}

fn entry(content: &Content, each: &Use) -> Entry {
    Entry {
        term: each.term.0,
        count: each.count,
        worth: content.worths[each.term.0 as usize],
        is_name: content.is_name(each.term),
        tells: content.tells(each.term),
        source: each.source,
        denied: each.denied,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer words than bytes")
}

#[cfg(test)]
mod tests {
    use super::{
        super::likeness::{Alike, likeness},
        *,
    };
    use crate::{analyse, link::entity::by_article, tests::golden::seeds};

    #[test]
    fn what_is_not_measured_is_not_close() {
        let collection = analyse(seeds(), None);
        let names = by_article(&collection.articles, &collection.links.entities);
        let content = Content::new(&collection.articles, &names);
        let mut sketches = Sketches::of(&content);
        let (mut skipped, mut measured) = (0, 0);
        for (at, one) in content.segments.iter().enumerate() {
            sketches.set_beside(at);
            for (number, other) in content.segments.iter().enumerate().filter(|(number, _)| *number != at) {
                if sketches.may_be_close(number) {
                    measured += 1;
                } else {
                    skipped += 1;
                    assert_eq!(likeness(&content, one, other), Alike::default());
                }
            }
        }
        assert!(skipped > 4 * measured && measured > 100, "{skipped} {measured}");
    }
}
