//! Where invented accounts part, by kind.

use crate::link::{comparison::compare, tests::collection};
use crossread_corpus::links::difference::DifferenceKind;

/// The kinds and lines of the differences between `texts`.
fn differences(texts: &[&str]) -> Vec<(DifferenceKind, String)> {
    let collection = collection(texts);
    let found = compare(&collection.articles, &collection.links).differences;
    found.into_iter().map(|difference| (difference.kind, difference.line)).collect()
}

fn lines(texts: &[&str], kind: DifferenceKind) -> Vec<String> {
    differences(texts).into_iter().filter(|(found, _)| *found == kind).map(|(_, line)| line).collect()
}

#[test]
fn sizes_part_where_no_number_fits_both_and_precision_where_one_is_vague() {
    let texts = |first, second| {
        [
            format!("{first} bakers were arrested in Graz, Jane Roe said."),
            format!("Jane Roe of Graz said {second} bakers were arrested."),
        ]
    };
    let of = |first, second, kind| {
        let texts = texts(first, second);
        lines(&[&texts[0], &texts[1]], kind)
    };
    assert_eq!(of("Some 40", "90", DifferenceKind::Size), ["bakers – “Some 40” · “90”"]);
    assert_eq!(of("Dozens of", "almost 70", DifferenceKind::Precision), ["bakers – “Dozens” · “almost 70”"]);
    assert_eq!(of("Some 40", "some 40", DifferenceKind::Size), Vec::<String>::new());
}

#[test]
fn a_charge_and_its_denial_stand_together() {
    let found = lines(
        &[
            "Mayor Jane Roe accused the European Union of poisoning the river near Graz.",
            "“The European Union never poisoned the river,” a European Union spokesman in Graz told Jane Roe.",
        ],
        DifferenceKind::ClaimAndReply,
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("poisoning") && found[0].contains("never poisoned"), "{found:?}");
}

#[test]
fn other_words_for_one_thing_are_a_difference_in_wording() {
    let texts = [
        "Mayor Jane Roe rejected calls for a repeat election in Graz.",
        "Jane Roe, mayor of Graz, has rejected calls for a revote.",
    ];
    let found = lines(&texts, DifferenceKind::Wording);
    assert!(found.iter().any(|line| line.contains("“repeat election” · “revote”")), "{found:?}");
}

#[test]
fn whose_words_a_claim_is_in_is_a_difference_in_voice() {
    let texts = [
        "The harvest in Graz failed because of the drought, Jane Roe said.",
        "The harvest in Graz, home of Jane Roe, failed because of the drought.",
    ];
    let found = lines(&texts, DifferenceKind::Voice);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("“Jane Roe said”"), "{found:?}");
}
