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

/// What the one dated clause of a text tells.
fn dated(text: &str) -> String {
    let other = "Published March 10, 2021\n\nRain fell on Bonn and Graz. Tom Hill of Bonn bought bread.";
    let collection = collection(&[&format!("Published March 9, 2021\n\n{text} Tom Hill of Bonn said so."), other]);
    let found = compare(&collection.articles, &collection.links).events;
    show(&collection.articles, found[0].members[0].anchor).to_owned()
}

#[test]
fn a_date_dates_the_clause_that_holds_it() {
    assert_eq!(
        dated("Crowds laid flowers where a baker was killed on March 4, as Jane Roe wept."),
        "where a baker was killed on March 4,"
    );
    assert_eq!(
        dated("Jane Roe sold the bakery on March 4 after the mill of Graz burned down."),
        "Jane Roe sold the bakery on March 4"
    );
    let text = "The baker of a street where the mill burned, Jane Roe, walked free on March 4.";
    assert_eq!(dated(text), text);
    let text = "Jane Roe sold the bread of Graz at the fair of March 4.";
    assert_eq!(dated(text), text);
}
