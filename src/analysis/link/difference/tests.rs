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
    assert_eq!(of("At least 40", "40", DifferenceKind::Precision), ["bakers – “At least 40” · “40”"]);
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
fn words_that_both_accounts_use_are_set_against_nothing() {
    let texts = |rest: &str| {
        [
            format!("Mayor Jane Roe rejected calls for a rerun in Graz. {rest}"),
            "Jane Roe, mayor of Graz, has rejected calls for a revote.".to_owned(),
        ]
    };
    let found = |rest: &str| {
        let texts = texts(rest);
        lines(&[&texts[0], &texts[1]], DifferenceKind::Wording)
    };
    assert!(found("Maps are cheap.").iter().any(|line| line.contains("“rerun” · “revote”")));
    assert_eq!(found("The revote would cost the bakers of Graz dearly."), Vec::<String>::new());
}

#[test]
fn a_day_after_an_account_was_published_is_no_other_date_for_what_it_tells() {
    let dates = |published: &str| {
        let first = format!("Published {published}, 2021\n\nJane Roe rejected calls for a revote in Graz on March 7.");
        let second = "Published March 9, 2021\n\nOn March 8 Jane Roe of Graz rejected calls for a revote.";
        lines(&[&first, second], DifferenceKind::Date)
    };
    assert_eq!(dates("March 9").len(), 1);
    assert_eq!(dates("March 7"), Vec::<String>::new());
}

#[test]
fn who_is_charged_with_rigging_a_victory_is_not_said_to_have_won() {
    let texts = [
        "Bakers allege that the guild forged papers and bribed judges to give Jane Roe a landslide victory in Graz.",
        "Jane Roe won by a landslide in Graz.",
    ];
    assert_eq!(lines(&texts, DifferenceKind::Voice), Vec::<String>::new());
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

#[test]
fn a_short_form_is_no_other_spelling() {
    let found = lines(
        &["Jane Roe left America for Graz.", "Jane Roe left the U.S. for Graz, a town of America’s friends."],
        DifferenceKind::Naming,
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn only_what_is_denied_is_replied_to() {
    let charge = "Mayor Jane Roe accused the European Union of poisoning the river near Graz.";
    let reply = |words: &str| {
        let text = format!("“{words},” a European Union spokesman in Graz told Jane Roe.");
        lines(&[charge, &text], DifferenceKind::ClaimAndReply).len()
    };
    assert_eq!(reply("The European Union never poisoned the river"), 1);
    assert_eq!(reply("The European Union does not know who poisoned the river"), 0);
}
