//! What every analysed collection keeps to; checked on the seeds, on generated text and under the fuzzer.

use crossread_corpus::{
    article::{Article, BlockKind},
    collection::Collection,
    span::Span,
};

/// Looks at everything that [`crate::analyse`] promises of a collection but the order of its readings.
///
/// # Panics
/// With the first invariant that `found` breaks: a mistake in this crate, never a matter of input.
pub fn check(found: &Collection) {
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
    assert!(found.times.iter().all(|t| t.days.is_none_or(|(first, last)| first <= last)), "days are in order");
    assert!(found.figures.is_sorted_by_key(|f| f.span), "figures are sorted");
    assert!(found.figures.iter().all(|f| f.amount.low <= f.amount.high), "bounds are in order");
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
