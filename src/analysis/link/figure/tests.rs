//! Figures of invented accounts that count the same thing, and those that do not.

use crate::link::{
    comparison::compare,
    tests::{collection, show},
};
use crossread_corpus::links::figure::Agreement;

/// The groups of `texts`, each as its agreement and the figures from low to high.
fn groups(texts: &[&str]) -> Vec<(Agreement, Vec<String>)> {
    let collection = collection(texts);
    let found = compare(&collection.articles, &collection.links).figures;
    let figures = |group: &crossread_corpus::links::figure::FigureGroup| {
        group.members.iter().map(|member| show(&collection.articles, member.anchor)).collect()
    };
    found.iter().map(|group| (group.agreement, figures(group))).collect()
}

#[test]
fn figures_for_one_thing_are_set_low_to_high() {
    let found = groups(&[
        "Dozens of bakers were arrested in Graz on Monday, Mayor Jane Roe said.",
        "Mayor Jane Roe said 40 bakers had been detained in Graz.",
        "Jane Roe, mayor of Graz, ate 40 rolls.",
    ]);
    assert_eq!(found, [(Agreement::Compatible, vec!["Dozens".to_owned(), "40".to_owned()])]);
}

#[test]
fn two_figures_of_one_sentence_keep_to_their_own_words() {
    let found = groups(&[
        "At least two bakers were killed and hundreds arrested in Graz, Jane Roe said.",
        "Jane Roe of Graz said 300 bakers had been arrested.",
    ]);
    assert_eq!(found, [(Agreement::Compatible, vec!["hundreds".to_owned(), "300".to_owned()])]);
}

#[test]
fn the_whole_country_is_not_one_town_and_one_town_not_another() {
    let nationwide = [
        "Some 200,000 bakers joined the nationwide march, said Jane Roe and John Doe.",
        "In Graz, 5,000 bakers joined the march, said Jane Roe and John Doe.",
        "In Linz, 900 bakers joined the march, said Jane Roe and John Doe.",
    ];
    assert_eq!(groups(&nationwide), []);
}

#[test]
fn ages_are_of_one_person() {
    let found = groups(&["Jane Roe, 65, met John Doe, 34, in Graz.", "The 66-year-old Jane Roe met John Doe in Graz."]);
    assert_eq!(found, [(Agreement::Contradictory, vec!["65".to_owned(), "66-year-old".to_owned()])]);
}

#[test]
fn numbers_that_differ_are_of_one_thing_where_what_stands_beside_them_is_the_same() {
    let needed = [
        "Jane Roe of Graz needs 2,383 delegates to win the nomination of the guild.",
        "Jane Roe of Graz is 439 delegates short of the nomination of the guild.",
    ];
    assert_eq!(groups(&needed), []);
    let killed =
        ["Three bakers were killed in Graz, Jane Roe said.", "Jane Roe said the fire in Graz had killed four bakers."];
    assert_eq!(groups(&killed), [(Agreement::Different, vec!["Three".to_owned(), "four".to_owned()])]);
}

#[test]
fn a_number_within_a_word_does_not_count_what_follows() {
    let found = groups(&[
        "Jane Roe of Graz faces a three-way contest for the nomination of the guild.",
        "Jane Roe of Graz lost two contests for the nomination of the guild.",
    ]);
    assert_eq!(found, []);
}

#[test]
fn of_what_one_account_gives_two_numbers_none_is_set_against_another_account() {
    let found = groups(&[
        "With 107 delegates at stake Jane Roe won Graz. With 214 delegates at stake Jane Roe won Linz.",
        "With 71 delegates at stake, Jane Roe won the guild.",
    ]);
    assert_eq!(found, []);
}

#[test]
fn the_shares_of_two_people_are_not_set_against_each_other() {
    let found = groups(&[
        "Jane Roe must win 91 per cent of the remaining delegates to lead the guild of Graz.",
        "John Doe must win 55 per cent of the remaining delegates to lead the guild of Graz.",
    ]);
    assert_eq!(found, []);
}

#[test]
fn the_name_of_what_is_counted_is_nothing_beside_it() {
    let towns = |other: &str| {
        let one = "Jane Roe won most of the state’s 20 pledged delegates on Monday.";
        groups(&[one, &format!("There, 60 {other} delegates were at stake for Jane Roe in the vote.")]).len()
    };
    assert_eq!(towns("pledged"), 0, "both are pledged: that says nothing of which they are");
    let won = ["Jane Roe won 20 pledged delegates on Monday.", "On Monday Jane Roe won 60 pledged delegates."];
    assert_eq!(groups(&won).len(), 1, "but what is done with them does");
}

#[test]
fn what_was_years_ago_is_not_compared() {
    let told = |when: &str| {
        groups(&[
            "Published March 9, 2021\n\nJane Roe lost 10 contests of bakers in Graz on Monday.",
            &format!("Published March 9, 2021\n\nJane Roe lost 10 contests of bakers in Graz {when}."),
        ])
        .len()
    };
    assert_eq!((told("on Monday"), told("in 1992")), (1, 0));
    assert_eq!(told("on Monday, who had been mayor since 1992"), 1, "but what has lasted since then may be");
}
