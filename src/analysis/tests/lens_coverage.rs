//! The lens "Coverage" of more accounts than fit beside each other: how many there are of each kind.

use super::walk::sheet_of;
use crate::{analyse, reading::testing::reading};
use crossread_corpus::{
    index::Index,
    results::Library,
    sheet::{Part, text},
    view::{Lens, View},
};

const ACCOUNTS: usize = 14;

#[test]
fn of_many_accounts_each_is_counted_once() {
    let places = ["Ostheim", "Westheim", "Nordheim", "Sudheim", "Altheim", "Neuheim", "Bergheim"];
    let account = |number: usize| {
        let told = if number.is_multiple_of(2) { "" } else { ", Mayor Ann Poe said" };
        let own = format!("A choir of {} sang {} songs at the fair.", places[number % places.len()], 20 + number);
        format!("The old bridge was closed on Monday after a long crack was found in it{told}.\n\n{own}\n")
    };
    let texts: Vec<(String, String)> = (0..ACCOUNTS).map(|number| (format!("a{number:02}"), account(number))).collect();
    let collection = analyse(texts.iter().map(|(stem, text)| reading(stem, text)).collect(), None);
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    let parts = sheet_of(&library, &View { lens: Lens::Coverage, ..View::default() });
    let table = parts.iter().find_map(|part| match part {
        Part::Table { head, rows, .. } => Some((head, rows)),
        _ => None,
    });
    let (head, rows) = table.expect("a table of statements");
    assert_eq!(head.iter().map(|line| text(line)).nth(2).as_deref(), Some("Outlet’s own"));
    assert!(!rows.is_empty());
    for row in rows {
        let count = |at: usize| text(&row[at]).parse::<usize>().unwrap_or_default();
        assert_eq!((2..row.len()).map(count).sum::<usize>(), ACCOUNTS, "{}", text(&row[0]));
        assert_eq!((2..5).map(count).sum::<usize>(), count(1), "{}", text(&row[0]));
    }
    let told = |at: usize| rows.iter().any(|row| text(&row[at]).parse::<usize>().is_ok_and(|count| count > 1));
    assert!(told(2) && told(3), "some tell it themselves, some report it");
}
