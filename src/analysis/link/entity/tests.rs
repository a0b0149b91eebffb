//! Small collections in, joined names out.

use super::*;
use crate::link::tests::collection;
use proptest::prelude::*;

fn linked(texts: &[&str], aliases: &[(&str, &str)], parted: &[(&str, &str)]) -> (Vec<Article>, Vec<LinkedEntity>) {
    let articles = collection(texts).articles;
    let aliases = aliases.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
    let parted: Vec<_> = parted.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
    let found = entities(&articles, &Naming { aliases: &aliases, parted: &parted });
    (articles, found)
}

/// `expected`: for each entity in two articles or more its spellings, joined by `=`, and its rules.
fn check_with(texts: &[&str], aliases: &[(&str, &str)], parted: &[(&str, &str)], expected: &[&str]) {
    let (articles, found) = linked(texts, aliases, parted);
    let shown: Vec<String> = found
        .iter()
        .filter(|entity| entity.members.len() > 1)
        .map(|entity| {
            let written = |anchor: Anchor| articles[anchor.article as usize].slice(anchor.span).to_owned();
            let spellings: Vec<String> = entity.spellings.iter().map(|spelling| written(spelling.anchor)).collect();
            let rules: Vec<&str> = entity.joined_by().into_iter().map(Join::name).collect();
            format!("{}: {} ({})", written(entity.name), spellings.join("="), rules.join(", "))
        })
        .collect();
    assert_eq!(shown, expected);
}

fn check(texts: &[&str], expected: &[&str]) {
    check_with(texts, &[], &[], expected);
}

#[test]
fn last_names_find_the_one_full_name() {
    check(
        &["Jane Brook left Oslo.", "Mayor Brook wept. Brook said so."],
        &["Jane Brook: Brook=Jane Brook (last-name-of-full-name)"],
    );
    check(&["Jane Brook left.", "Tom Brook left.", "Mayor Brook wept. Brook said so."], &[]);
}

#[test]
fn first_names_and_titles_join_nothing() {
    check(&["Jane Brook left.", "His daughter Jane wept. Jane said so.", "Little Jane said she slept."], &[]);
}

#[test]
fn acronyms_find_their_long_form() {
    check(
        &["The Northern Grain Council met on Monday.", "The NGC said it would meet. The NGC agreed."],
        &["Northern Grain Council: NGC=Northern Grain Council (acronym-of-long-form)"],
    );
}

#[test]
fn a_name_is_not_shortened_into_another() {
    check(&["Mr John Paul Hill spoke.", "Mr J. Christopher Hill spoke."], &[]);
    check(&["Mr Michael Peter Hill spoke.", "Mr Peter Hill spoke."], &[]);
    check(
        &["Mr Michael Hill spoke.", "Mr Michael P. Hill spoke."],
        &["Michael Hill: Michael Hill=Michael P. Hill (first-name-shortened)"],
    );
}

#[test]
fn names_from_other_scripts_are_written_in_many_ways() {
    check(
        &["Mr Vsevolod Khrustalyov spoke.", "Mr Vsevolod Hrustaliov said so.", "Mr Vsievolod Khrustaliov wept."],
        &["Vsevolod Khrustalyov: Vsevolod Khrustalyov=Vsevolod Hrustaliov=Vsievolod Khrustaliov (transliteration)"],
    );
    check(&["Mr Alexander Ivanov spoke.", "Ms Alexandra Ivanova spoke."], &[]);
    check(&["Mr Karin Mueller spoke.", "Mr Karen Miller spoke."], &[]);
    check(&["Mr Anna Hansen spoke.", "Mr Anna Hanson spoke."], &[]);
}

#[test]
fn an_editor_joins_and_parts() {
    let texts = ["Mr Jane Brook left.", "Mr Jo Lee wept.", "Mr Jane Brook sang."];
    check(&texts, &["Jane Brook: Jane Brook (same-name)"]);
    check_with(&texts, &[], &[("Jane Brook", "Jane Brook")], &[]);
    check_with(
        &texts,
        &[("Jo Lee", "Jane Brook")],
        &[],
        &["Jane Brook: Jane Brook=Jo Lee (set-by-the-editor, same-name)"],
    );
    let (_, found) = linked(&texts, &[("Jo Lee", "Ann Poe")], &[]);
    assert!(found.iter().any(|entity| entity.called.as_deref() == Some("Ann Poe")));
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Jane Brook",
        "Tom Brook",
        "Brook",
        "Jane",
        "Mr",
        "said",
        "met",
        "the",
        "European Union",
        "EU",
        "Vienna",
        "accused",
        "U.S.",
        "United States",
        "Vsevolod Khrustalyov",
        "Vsevolod Hrustaliov",
        "in",
        ".",
        "Mayor",
    ]);
    prop::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

/// The groups as sets of article keys and entities.
fn groups(articles: &[Article], found: &[LinkedEntity]) -> BTreeSet<BTreeSet<(u64, u32)>> {
    let member = |member: &Member| (articles[member.article as usize].key.0, member.entity.0);
    found.iter().map(|entity| entity.members.iter().map(member).collect()).collect()
}

proptest! {
    #[test]
    fn every_entity_is_in_one_and_order_does_not_matter(texts in prop::collection::vec(text(), 1..5)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (articles, found) = linked(&texts, &[], &[]);
        let numbers = by_article(&articles, &found);
        prop_assert!(numbers.iter().flatten().all(Option::is_some));
        let all: usize = articles.iter().map(|article| article.annotations.entities.len()).sum();
        prop_assert_eq!(found.iter().map(|entity| entity.members.len()).sum::<usize>(), all);
        for entity in &found {
            prop_assert_eq!(entity.members.iter().filter(|member| member.tie.is_none()).count(), 1);
            let knows = |article: u32, id: EntityId| articles[article as usize].annotations.entity(id).is_some();
            prop_assert!(entity.is_sound(knows));
            let mentions: usize = entity.members.iter().map(|member| {
                articles[member.article as usize].annotations.entities[member.entity.0 as usize].mentions.len()
            }).sum();
            prop_assert_eq!(entity.count() as usize, mentions);
        }
        let mut turned = articles.clone();
        turned.reverse();
        let back = entities(&turned, &Naming { aliases: &BTreeMap::new(), parted: &[] });
        prop_assert_eq!(groups(&articles, &found), groups(&turned, &back));
    }
}
