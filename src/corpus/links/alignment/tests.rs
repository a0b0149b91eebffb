//! Pairs of sentences in, steps out.

use super::{super::word::words, *};
use proptest::prelude::*;

fn aligned(left: &str, right: &str) -> Alignment {
    align(&words(left, Span::of(0, left.len())), &words(right, Span::of(0, right.len())))
}

/// `expected`: runs with a bar between them; `=same`, `left>right` changed, `~moved`, `-left`, `+right`.
fn check(left: &str, right: &str, expected: &str) {
    let of = |text: &str, span: Option<Span>| span.map_or(String::new(), |span| text[span.range()].to_owned());
    let shown: Vec<String> = aligned(left, right)
        .runs
        .iter()
        .map(|run| match run.step {
            Step::Same => format!("={}", of(left, run.left)),
            Step::Changed => format!("{}>{}", of(left, run.left), of(right, run.right)),
            Step::Moved => format!("~{}", of(left, run.left)),
            Step::OnlyLeft => format!("-{}", of(left, run.left)),
            Step::OnlyRight => format!("+{}", of(right, run.right)),
        })
        .collect();
    assert_eq!(shown.join("|"), expected, "{left} / {right}");
}

#[test]
fn the_same_but_for_case_marks_and_contractions() {
    check("We don't want bread & salt.", "“we do not want bread, and salt!”", "=We don't want bread & salt");
    check("", "", "");
    check("...", "Wait", "+Wait");
}

#[test]
fn words_are_put_in_left_out_and_changed() {
    check("The old bridge fell", "The bridge fell today", "=The|-old|=bridge fell|+today");
    check("The bridge fell on Monday", "The bridge collapsed on Monday", "=The bridge|fell>collapsed|=on Monday");
    check("They struck a bargain late", "They made a deal late", "=They|struck a bargain>made a deal|=late");
}

#[test]
fn words_move() {
    check(
        "On Monday the bridge fell into the river",
        "The bridge fell into the river on Monday",
        "~On Monday|=the bridge fell into the river",
    );
    check(
        "bakers then brewers then millers",
        "millers then brewers then bakers",
        "~bakers|=then brewers then|~millers",
    );
}

#[test]
fn a_compound_is_its_words() {
    check("a troop build-up there", "a troop buildup there", "=a troop|=build-up|=there");
}

#[test]
fn similarity_says_how_much_is_shared() {
    assert_eq!(aligned("The bridge fell", "the bridge fell.").similarity, 1.0);
    assert_eq!(aligned("The bridge fell", "Nobody sang yesterday").similarity, 0.0);
    assert_eq!(aligned("", "").similarity, 0.0);
    let cut = aligned("The bridge fell", "The bridge fell into the river after heavy rain");
    assert_eq!(cut.left_in_right, 1.0);
    assert!(cut.right_in_left < 0.5 && cut.similarity > 0.4, "{cut:?}");
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the", "a", "of", "bridge", "fell", "Monday", "don't", "do not", "rain", "build-up", "buildup", ",", "“",
        "it's",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn every_word_is_in_one_run_of_its_side(left in sentence(), right in sentence()) {
        let alignment = aligned(&left, &right);
        for (text, side) in [(&left, 0), (&right, 1)] {
            let mut spans: Vec<Span> =
                alignment.runs.iter().filter_map(|run| if side == 0 { run.left } else { run.right }).collect();
            if side == 0 {
                prop_assert!(spans.is_sorted(), "{:?}", alignment.runs);
            }
            spans.sort();
            prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            for word in words(text, Span::of(0, text.len())) {
                prop_assert_eq!(spans.iter().filter(|span| span.contains(word.span)).count(), 1);
            }
        }
        for share in [alignment.similarity, alignment.left_in_right, alignment.right_in_left] {
            prop_assert!((0.0..=1.0).contains(&share), "{}", share);
        }
    }

    #[test]
    fn either_way_round_is_the_same(left in sentence(), right in sentence()) {
        let (there, back) = (aligned(&left, &right), aligned(&right, &left));
        prop_assert_eq!(there.similarity, back.similarity);
        prop_assert_eq!(there.left_in_right, back.right_in_left);
        let mut turned: Vec<_> = back.runs.iter().map(|run| (run.right, run.left)).collect();
        let mut runs: Vec<_> = there.runs.iter().map(|run| (run.left, run.right)).collect();
        turned.sort();
        runs.sort();
        prop_assert_eq!(runs, turned);
    }

    #[test]
    fn a_sentence_is_its_own_match(text in sentence()) {
        let alignment = aligned(&text, &text);
        prop_assert!(alignment.runs.iter().all(|run| run.step == Step::Same && run.left == run.right));
        prop_assert!(alignment.runs.len() < 2);
    }
}
