//! Events of invented accounts, joined by day and by what happened.

use crate::link::{
    comparison::compare,
    tests::{collection, show},
};

/// The events of `texts`: the day, and the phrases that date it.
fn events(texts: &[&str]) -> Vec<(String, Vec<String>)> {
    let collection = collection(texts);
    let articles = &collection.articles;
    let found = compare(articles, &collection.links).events;
    let phrase = |member: &crossread_corpus::links::event::Dated| {
        let article = &articles[member.anchor.article as usize];
        assert!(
            show(articles, member.anchor).contains(article.slice(article.annotations.times[member.time as usize].span))
        );
        article.slice(article.annotations.times[member.time as usize].span).to_owned()
    };
    found.iter().map(|event| (event.days.0.to_string(), event.members.iter().map(phrase).collect())).collect()
}

#[test]
fn one_happening_of_one_day_is_one_event() {
    let found = events(&[
        "Published March 9, 2021\n\nThe mill fire in Graz on March 4 ruined Jane Roe. Jane Roe sold the bakery on March 8.",
        "Published March 10, 2021\n\nJane Roe of Graz wept when the mill fire broke out on March 4, 2021.",
    ]);
    assert_eq!(
        found,
        [
            ("2021-03-04".to_owned(), vec!["March 4".to_owned(), "March 4, 2021".to_owned()]),
            ("2021-03-08".to_owned(), vec!["March 8".to_owned()]),
        ]
    );
}

#[test]
fn two_happenings_of_one_day_are_two_and_the_day_of_publication_is_none() {
    let found = events(&[
        "Published March 9, 2021\n\nThe mill of Graz burned down on March 4, said Jane Roe.",
        "Published March 10, 2021\n\nJane Roe bought a bicycle in Graz on March 4.",
    ]);
    assert_eq!(found.len(), 2, "{found:?}");
}
