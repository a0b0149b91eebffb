//! Small collections in, passages out.

use super::*;
use crate::link::tests::collection;
use proptest::prelude::*;

/// `expected`: each passage as `KIND words`, where the words are those of its first place.
fn check(texts: &[&str], expected: &[&str]) {
    let collection = collection(texts);
    let shown: Vec<String> = passages(&collection.articles)
        .iter()
        .map(|passage| {
            let first = passage.members[0].anchor;
            let words = collection.articles[first.article as usize].slice(first.span);
            format!("{:?}*{} {words}", passage.kind, passage.members.len())
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn the_longest_runs_are_found() {
    check(
        &[
            "Old mill burns\n\nFiremen fought the blaze through the night while villagers carried water from the pond.",
            "Fire at mill\n\nIt is said that villagers carried water from the pond. Later it rained.",
            "Rain ends fire\n\nAs villagers carried water & sang, clouds came from the pond.",
        ],
        &["Shared*2 villagers carried water from the pond"],
    );
}

#[test]
fn agency_copy_is_one_text() {
    let copy = "The ferry Swan ran aground off the northern shore late on Tuesday with forty passengers, harbour \
        officials reported. All of them were brought safely to land by fishing boats before dawn.";
    check(
        &[&format!("Ferry aground\n\n{copy}\n\nOur reporter saw the wreck."), &format!("Ferry hits rock\n\n{copy}")],
        &[&format!("SameText*2 {}", copy.trim_end_matches('.'))],
    );
}

#[test]
fn a_caption_is_no_second_witness() {
    let line = "Villagers carry water past the burning mill beside the northern pond on Tuesday";
    let caption = format!("Mill burns\n\n{line}, August 4, 2020. /Reuters\n\nThe mill burned down.");
    let articles = collection(&[&caption, &format!("Fire at mill\n\n{line}, officials said.")]).articles;
    let found = passages(&articles);
    assert_eq!(found.iter().map(|passage| (passage.members.len(), passage.witnesses())).collect::<Vec<_>>(), [(2, 1)]);
}

#[test]
fn function_words_are_no_passage() {
    check(
        &[
            "A\n\nIt is one of the most that they could have done.",
            "B\n\nIt is one of the most that we could have seen.",
        ],
        &[],
    );
}

#[test]
fn a_quotation_and_a_title_are_no_agency_copy() {
    check(
        &[
            "“We will rebuild every single house that the flood has taken from our people,” Mayor Jane Brook said.",
            "Later Mayor Jane Brook said: “We will rebuild every single house that the flood has taken from our people.”",
            "Northern Grain Council spokeswoman Jane Brook spoke.",
            "Then Northern Grain Council spokeswoman Jane Brook wept.",
        ],
        &["Quotation*2 We will rebuild every single house that the flood has taken from our people"],
    );
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "river", "bridge", "mayor", "flooded", "the", "of", "Monday.", "“water", "rose”", "and", "&", "\n\n", "don't",
        "do not", "village", "rescued",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn members_have_the_same_words_and_order_does_not_matter(one in text(), other in text(), third in text()) {
        let there = collection(&[&one, &other, &third]);
        let found = passages(&there.articles);
        for passage in &found {
            let words = |member: &Member| {
                let article = &there.articles[member.anchor.article as usize];
                crossread_corpus::links::word::words(&article.text, member.anchor.span).iter().map(|w| w.key).collect::<Vec<_>>()
            };
            prop_assert!(passage.members.is_sorted());
            prop_assert!(passage.members.iter().all(|member| words(member) == words(&passage.members[0])));
            prop_assert_eq!(words(&passage.members[0]).len(), passage.words as usize);
            prop_assert!(passage.members.iter().any(|member| member.anchor.article != passage.members[0].anchor.article));
        }
        let mut turned = there.articles.clone();
        turned.reverse();
        let mut back = passages(&turned);
        for passage in &mut back {
            passage.members.iter_mut().for_each(|member| member.anchor.article = 2 - member.anchor.article);
            passage.members.sort();
        }
        back.sort_by(|one, other| one.members.cmp(&other.members));
        prop_assert_eq!(found, back);
    }
}
