//! Evidence for what a name names, weighed and with the rule that gave it.

use crossread_corpus::mention::EntityKind;

/// Weights for the four kinds, in the order of [`KINDS`], and for each the rule that weighed most.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Evidence {
    sums: [f32; 4],
    best: [(f32, &'static str); 4],
}

/// The kinds in the order of the weights.
pub(super) const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

const fn index(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
        EntityKind::Other => 3,
    }
}

impl Evidence {
    /// `rule` speaks for `kind` with `weight` (against it when negative).
    pub(super) fn add(&mut self, kind: EntityKind, weight: f32, rule: &'static str) {
        let at = index(kind);
        self.sums[at] += weight;
        if weight > self.best[at].0 {
            self.best[at] = (weight, rule);
        }
    }

    /// Both taken together, the other at `share` of its weight.
    pub(super) fn join(&mut self, other: &Self, share: f32) {
        for at in 0..KINDS.len() {
            self.sums[at] += other.sums[at] * share;
            if other.best[at].0 * share > self.best[at].0 {
                self.best[at] = (other.best[at].0 * share, other.best[at].1);
            }
        }
    }

    /// The likeliest kind, its weight and the rule that weighed most; the first in the order of [`KINDS`] among equals.
    pub(super) fn verdict(&self) -> (EntityKind, f32, &'static str) {
        let mut winner = 0;
        for at in 1..KINDS.len() {
            if self.sums[at] > self.sums[winner] {
                winner = at;
            }
        }
        (KINDS[winner], self.sums[winner], self.best[winner].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_kind_wins_and_names_its_rule() {
        let mut evidence = Evidence::default();
        evidence.add(EntityKind::Place, 2.0, "in-before");
        evidence.add(EntityKind::Place, 1.0, "near-before");
        evidence.add(EntityKind::Person, 2.5, "given-name");
        assert_eq!(evidence.verdict(), (EntityKind::Place, 3.0, "in-before"));
        evidence.add(EntityKind::Person, 1.0, "said-after");
        assert_eq!(evidence.verdict(), (EntityKind::Person, 3.5, "given-name"));
    }
}
