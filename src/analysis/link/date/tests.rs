//! Small collections of invented stories, and the days they are given.

use crate::{analyse, reading::testing::reading};
use crossread_corpus::{article::Article, collection::Collection, ground::Ground};

const DATED: &str = "Bridge over the lake opens at last\nPublished 9:15 am, March 3, 2021\nThe new bridge over the lake opened to walkers and riders on Wednesday after years of works.\nThe mayor thanked everyone who had waited for it.";

fn collection(texts: &[&str]) -> Collection {
    let readings = texts.iter().enumerate().map(|(at, text)| reading(&format!("{at}"), text)).collect();
    analyse(readings, None)
}

fn date(article: &Article) -> Option<String> {
    article.header.published.as_ref().map(|published| published.value.date.to_string())
}

#[test]
fn a_weekday_is_counted_from_the_other_articles() {
    let own = "The council of Lakeside voted on Thursday to keep the old bridge for people on foot.\nIt will be painted green next year, said the mayor.";
    let found = collection(&[own, DATED]);
    assert_eq!(date(&found.articles[0]).as_deref(), Some("2021-03-04"));
    let Some(Ground::Inferred { rule, spans }) = found.articles[0].header.published.as_ref().map(|p| &p.ground) else {
        panic!("the date is inferred")
    };
    assert_eq!(rule.0, "report-weekday-near-stated-dates");
    assert_eq!(found.articles[0].slice(spans[0].span), "Thursday");
    assert_eq!(spans[1].article, found.articles[1].key);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let own =
        "The council of Lakeside voted on Thursday to keep the old bridge for people on foot.\nIt will be painted.";
    let (one, other) = (collection(&[own, DATED]), collection(&[DATED, own]));
    assert_eq!(date(&one.articles[0]), date(&other.articles[1]));
}

#[test]
fn a_dateline_takes_its_year_from_the_others() {
    let own = "Town keeps the old bridge\n5 March, 21:47\nThe council of Lakeside voted to keep the old bridge for people on foot.\nIt will be painted.";
    let found = collection(&[own, DATED]);
    let published = found.articles[0].header.published.as_ref().expect("the year is known");
    assert_eq!(published.value.date.to_string(), "2021-03-05");
    assert!(matches!(&published.ground, Ground::Inferred { rule, .. } if rule.0 == "year-from-collection"));
}

#[test]
fn a_lead_in_gives_the_day() {
    let own = "LAKESIDE, March 4 (Reuters) - The council voted to keep the old bridge for people on foot.\nIt will be painted on Friday.";
    let found = collection(&[own, DATED]);
    assert_eq!(date(&found.articles[0]).as_deref(), Some("2021-03-04"));
    let stated = collection(&[&own.replace("March 4", "March 4, 2021")]);
    let ground = stated.articles[0].header.published.as_ref().map(|published| published.ground.clone());
    assert!(matches!(ground, Some(Ground::Stated(span)) if stated.articles[0].slice(span) == "March 4, 2021"));
}

#[test]
fn no_date_is_better_than_a_guess() {
    let far = DATED.replace("March 3, 2021", "June 3, 2021");
    for (own, others) in [
        (
            "The council of Lakeside voted on Thursday to keep the old bridge for people.\nIt will be painted.",
            vec![DATED, far.as_str()],
        ),
        (
            "The council of Lakeside will vote on Thursday on what to do with the old bridge.\nIt may be painted.",
            vec![DATED],
        ),
        (
            "The council of Lakeside voted last Thursday to keep the old bridge for people.\nIt will be painted.",
            vec![DATED],
        ),
        (
            "The council of Lakeside sits from Thursday to Friday to talk of the old bridge.\nIt may be painted.",
            vec![DATED],
        ),
        ("The council of Lakeside voted on Thursday to keep the old bridge for people.\nIt will be painted.", vec![]),
    ] {
        let texts: Vec<&str> = core::iter::once(own).chain(others).collect();
        assert_eq!(date(&collection(&texts).articles[0]), None, "{own}");
    }
}
