//! The invariants of [`crate::analyse`], each by its name, on every seed and on generated text.

use crate::{analyse, reading::testing::reading};
use crossread_corpus::{
    article::{Article, BlockKind},
    collection::Collection,
    span::Span,
};
use proptest::prelude::*;

/// Fails with the first invariant that `found` breaks.
pub(crate) fn check(found: &Collection) {
    for article in &found.articles {
        spans_slice_and_are_trimmed(article);
        blocks_cover_the_text(article);
        sentences_tile_their_blocks(article);
        repeats_point_back(article);
        annotations_stand_in_the_text(article);
    }
    let ids: Vec<_> = found.articles.iter().map(|article| &article.id).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "ids are sorted and unique: {ids:?}");
}

fn spans_slice_and_are_trimmed(article: &Article) {
    let blocks: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    for list in [&blocks, &article.sentences] {
        for span in list {
            let slice = span.slice(&article.text).expect("every span slices");
            assert!(!slice.trim().is_empty() && slice == slice.trim(), "{slice:?} is trimmed and not blank");
        }
        assert!(list.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "sorted, not overlapping");
    }
}

fn blocks_cover_the_text(article: &Article) {
    let mut at = 0;
    for block in &article.blocks {
        assert!(article.slice(Span::new(at, block.span.start())).trim().is_empty(), "only white space between blocks");
        at = block.span.end();
    }
    assert!(article.text[at as usize..].trim().is_empty(), "only white space after the last block");
}

fn sentences_tile_their_blocks(article: &Article) {
    for block in &article.blocks {
        let mut at = block.span.start();
        for sentence in &article.sentences[article.sentences_of(block)] {
            assert!(block.span.contains(*sentence), "a sentence lies within one block");
            assert!(article.slice(Span::new(at, sentence.start())).trim().is_empty(), "no text between sentences");
            at = sentence.end();
        }
        assert!(article.slice(Span::new(at, block.span.end())).trim().is_empty(), "no text after the last sentence");
    }
}

fn annotations_stand_in_the_text(article: &Article) {
    let found = &article.annotations;
    let stands = |span: Span| span.slice(&article.text).is_some_and(|text| !text.trim().is_empty());
    assert!(found.is_sound(stands), "every span slices and is not blank, every number is in its list");
    assert!(found.attributions.is_sorted_by_key(|a| a.content[0]), "attributions are sorted by their content");
    assert!(found.mentions.is_sorted_by_key(|m| m.span), "mentions are sorted");
    assert!(found.times.is_sorted_by_key(|t| t.span), "times are sorted");
    assert!(found.figures.is_sorted_by_key(|f| f.span), "figures are sorted");
    for number in 0..found.mentions.len() {
        let of = found.entities.iter().filter(|entity| entity.mentions.contains(&(number as u32))).count();
        assert_eq!(of, 1, "every mention means one entity");
    }
}

fn repeats_point_back(article: &Article) {
    for (at, block) in article.blocks.iter().enumerate() {
        if let BlockKind::Repeat(of) = block.kind {
            let of = of as usize;
            assert!(
                of < at && !matches!(article.blocks[of].kind, BlockKind::Repeat(_)),
                "a repeat is of an earlier original"
            );
        }
    }
}

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
