//! Cutting a stretch of text where marks begin and end: marks may overlap, HTML elements may not.

use crate::{order::sort_by, span::Span};

/// A set of layers, one bit each.
pub type Layers = u32;

/// A stretch under the same layers from end to end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The stretch; never empty.
    pub span: Span,
    /// The layers over it.
    pub layers: Layers,
}

/// Cuts `whole` into runs by `marks` (any order, each with its layers; parts outside `whole` are left out). The runs
/// tile `whole`.
pub fn runs(whole: Span, marks: impl IntoIterator<Item = (Span, Layers)>) -> Vec<Run> {
    let marks: Vec<(Span, Layers)> = marks.into_iter().filter(|(span, _)| span.overlaps(whole)).collect();
    let mut cuts = vec![whole.start(), whole.end()];
    for (span, _) in &marks {
        cuts.push(span.start().max(whole.start()));
        cuts.push(span.end().min(whole.end()));
    }
    sort_by(&mut cuts, Ord::cmp);
    cuts.dedup();
    cuts.windows(2)
        .map(|cut| {
            let span = Span::new(cut[0], cut[1]);
            let over = marks.iter().filter(|(mark, _)| mark.contains(span));
            Run { span, layers: over.fold(0, |layers, (_, layer)| layers | layer) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn overlapping_marks_share_a_run() {
        let found = runs(Span::new(10, 20), [(Span::new(12, 16), 1), (Span::new(14, 30), 2), (Span::new(0, 5), 4)]);
        let shown: Vec<_> = found.iter().map(|run| (run.span.start(), run.span.end(), run.layers)).collect();
        assert_eq!(shown, [(10, 12, 0), (12, 14, 1), (14, 16, 3), (16, 20, 2)]);
        assert!(runs(Span::new(3, 3), []).is_empty());
    }

    proptest! {
        #[test]
        fn runs_tile_the_whole(
            (from, length) in (0_u32..20, 1_u32..20),
            marks in proptest::collection::vec((0_u32..40, 0_u32..10, 0_u32..8), 0..6),
        ) {
            let whole = Span::new(from, from + length);
            let marks: Vec<_> = marks.into_iter().map(|(a, l, bits)| (Span::new(a, a + l), bits)).collect();
            let found = runs(whole, marks.clone());
            prop_assert_eq!(found.first().map(|run| run.span.start()), Some(whole.start()));
            prop_assert_eq!(found.last().map(|run| run.span.end()), Some(whole.end()));
            prop_assert!(found.windows(2).all(|pair| pair[0].span.end() == pair[1].span.start()));
            for byte in whole.start()..whole.end() {
                let over = marks.iter().filter(|(span, _)| span.start() <= byte && byte < span.end());
                let layers = over.fold(0, |layers, (_, layer)| layers | layer);
                let run = found.iter().find(|run| run.span.start() <= byte && byte < run.span.end());
                prop_assert_eq!(run.map(|run| run.layers), Some(layers));
            }
        }
    }
}
