//! The invariants of [`crate::analyse`], each by its name, on every seed and on generated text.

use crate::{analyse, invariant::check, reading::testing::reading};
use crossread_corpus::{article::BlockKind, span::Span};
use proptest::prelude::*;

#[test]
fn seeds_keep_the_invariants() {
    let seeds = super::golden::seeds();
    assert!(!seeds.is_empty());
    check(&analyse(seeds, None));
}

/// Lines such as front matter, stories and furniture are made of.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\u{a0}é“”‘’…—]{0,60}",
        "(By |Published |Updated |told |Photo: |© |\\(|\\[|Source: |Inputs: )?(Jane Doe|LNN|Reuters|AP|16 Aug 2020|21:47|Lake News)?[ ,./|)\\]-]{0,3}(Reuters|AP|2020|News)?",
        "(The mayor of the town said on Monday that the bridge would open, and left\\. ?){1,3}",
        "\\PC{0,30}",
        Just(String::new()),
    ]
}

proptest! {
    #[test]
    fn generated_texts_keep_the_invariants(texts in proptest::collection::vec(proptest::collection::vec(line(), 0..14), 1..4)) {
        let readings = texts.iter().enumerate().map(|(at, lines)| reading(&format!("{}", at % 2), &lines.join("\n"))).collect();
        check(&analyse(readings, None));
    }

    #[test]
    fn any_text_is_analysed(text in "(?s).{0,200}") {
        check(&analyse(vec![reading("any", &text)], None));
    }

    #[test]
    fn the_order_of_readings_changes_nothing(texts in proptest::collection::vec(proptest::collection::vec(line(), 0..8), 2..4)) {
        let lines = texts.iter().enumerate();
        let readings: Vec<_> = lines.map(|(at, lines)| reading(&format!("{at}"), &lines.join("\n"))).collect();
        let turned = readings.iter().rev().cloned().collect();
        prop_assert_eq!(analyse(readings, None), analyse(turned, None));
    }

    #[test]
    fn marked_blocks_never_break_the_tiling(text in "[a-zé \n.]{0,80}", marks in proptest::collection::vec((0u32..90, 0u32..20), 0..4)) {
        let mut given = reading("marked", &text);
        given.marked = marks.iter().map(|(start, len)| (Span::new(*start, start + len), BlockKind::Crosshead)).collect();
        check(&analyse(vec![given], None));
    }
}
