//! Small collections in, utterances out.

use super::*;
use crate::link::{
    entity::{Naming, entities},
    tests::collection,
};
use proptest::prelude::*;

fn found(texts: &[&str]) -> (Vec<Article>, Vec<Utterance>) {
    let articles = collection(texts).articles;
    let entities = entities(&articles, &Naming { aliases: &BTreeMap::new(), parted: &[] });
    let found = utterances(&articles, &entities);
    for utterance in &found {
        assert!(utterance.is_sound(entities.len(), |article, at| {
            articles[article as usize].annotations.attributions.len() > at as usize
        }));
    }
    (articles, found)
}

/// `expected`: for each utterance the ways its variants are tied, sorted.
fn check(texts: &[&str], expected: &[&str]) {
    let (_, found) = found(texts);
    let shown: Vec<String> = found
        .iter()
        .map(|utterance| {
            let mut ties: Vec<&str> =
                utterance.variants.iter().filter_map(|variant| Some(variant.tie.as_ref()?.by.name())).collect();
            ties.sort_unstable();
            ties.join(" ")
        })
        .collect();
    assert_eq!(shown, expected, "{texts:?}");
}

#[test]
fn a_quotation_is_cut() {
    check(
        &[
            "“We shall rebuild the harbour, and we shall not rest before winter,” Mayor Jane Brook said.",
            "Mayor Jane Brook said that they would work hard and “not rest before winter”.",
        ],
        &["words-within-words"],
    );
}

#[test]
fn a_call_to_one_is_no_call_to_another() {
    let told = |whom: &str, day: &str| {
        format!(
            "Mayor Jane Brook had a long telephone conversation with {whom} on {day} about the harbour, Harbour House said."
        )
    };
    let tom = told("Tom Hill", "Sunday");
    check(&[&tom, &told("Tom Hill", "Tuesday")], &["words-within-words"]);
    check(&[&tom, &told("Ann Poe", "Tuesday")], &[]);
    let anew = |whom: &str| {
        format!("By telephone Jane Brook spoke long with {whom} of the harbour in a conversation, Harbour House said.")
    };
    check(&[&tom, &anew("Tom Hill")], &["words-for-the-same"]);
    check(&[&tom, &anew("Ann Poe")], &[]);
}

#[test]
fn a_quotation_is_translated_anew() {
    check(
        &[
            "“We will never sell the old harbour to strangers,” Jane Brook said.",
            "“We shall never sell the ancient harbour to any stranger,” said Jane Brook.",
        ],
        &["words-for-the-same"],
    );
}

#[test]
fn a_quotation_is_reported() {
    check(
        &[
            "“We don’t need any foreign engineers or any advisers,” Mayor Jane Brook said.",
            "Brook, Jane Brook, smiled. Jane Brook said she did not need foreign engineers to mend the dam.",
        ],
        &["words-for-the-same"],
    );
}

#[test]
fn a_spokeswoman_is_named_in_one_and_described_in_the_other() {
    check(
        &[
            "“There are no plans to close the northern mines this year,” an EU spokeswoman said.",
            "EU spokesperson Jane Brook said there were no plans to close the northern mines.",
        ],
        &["words-within-words"],
    );
}

#[test]
fn other_speakers_stay_apart() {
    check(&["The crowd shouted: “Long live the old harbour!”", "The crowd chanted “Long live the old harbour!”"], &[]);
    check(
        &[
            "“We will never sell the old harbour to strangers,” Jane Brook said.",
            "“We will never sell the old harbour to strangers,” Tom Hill said.",
        ],
        &[],
    );
}

#[test]
fn a_not_keeps_apart() {
    check(
        &[
            "Jane Brook said the vote had been fair and honest everywhere.",
            "Jane Brook said the vote had not been fair or honest.",
        ],
        &[],
    );
}

#[test]
fn a_topic_is_no_utterance() {
    check(
        &[
            "“The crisis in the harbour can only be resolved by dialogue,” Jane Brook said.",
            "“Violence against workers in the harbour is unacceptable,” Jane Brook said.",
        ],
        &[],
    );
}

fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "“We will rebuild the old harbour before winter,” Jane Brook said. ",
        "Jane Brook said they would rebuild the harbour by winter. ",
        "Tom Hill said “we will rebuild the old harbour”. ",
        "The crowd shouted “No harbour!” ",
        "Brook promised help. ",
        "The mayor said: “Help is near.” ",
        "EU spokesman Tom Hill denied it. ",
        "An EU spokesman said “there is no plan to rebuild”. ",
    ]);
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn order_does_not_matter_and_people_stay_apart(texts in prop::collection::vec(text(), 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (articles, there) = found(&texts);
        for utterance in &there {
            let people: BTreeSet<&str> = utterance.variants.iter().filter_map(|variant| {
                let article = &articles[variant.article as usize];
                let attribution = &article.annotations.attributions[variant.attribution as usize];
                let name = article.slice(article.annotations.entity(attribution.entity?)?.name);
                ["Tom Hill", "Jane Brook"].into_iter().find(|person| name.contains(person))
            }).collect();
            prop_assert!(people.len() < 2, "{:?}", people);
        }
        let mut turned = articles.clone();
        turned.reverse();
        let linked = entities(&turned, &Naming { aliases: &BTreeMap::new(), parted: &[] });
        let back = utterances(&turned, &linked);
        let groups = |articles: &[Article], found: &[Utterance]| -> BTreeSet<BTreeSet<(u64, u32)>> {
            let key = |variant: &Variant| (articles[variant.article as usize].key.0, variant.attribution);
            found.iter().map(|utterance| utterance.variants.iter().map(key).collect()).collect()
        };
        prop_assert_eq!(groups(&articles, &there), groups(&turned, &back));
    }
}
