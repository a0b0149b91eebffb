//! Questions about people and their words, put to articles as they are analysed.

use crate::{analyse, reading::testing::reading};
use crossread_corpus::{
    facet::Facet,
    index::Index,
    layer,
    lens::{Looking, card::card},
    results::Library,
    sheet,
    view::{Lens, View},
};

fn library() -> Library {
    let one = "The bridge at Ostheim will be closed, Mayor Ann Poe said on Monday. “We have no choice,” she said.\n\n\
               Builder Rolf Hartmann called the closure a scandal.";
    let two = "A scandal, say neighbours of the bridge. Rolf Hartman, a builder, said it could have been mended.\n\n\
               The office of Ann Poe did not reply.";
    let collection = analyse(vec![reading("one", one), reading("two", two)], None);
    let index = Index::build(&collection.articles);
    Library::new(collection, index)
}

/// The ids that answer a line.
fn ids(library: &Library, line: &str) -> Vec<String> {
    let answer = library.answer(&View { query: line.to_owned(), ..View::default() });
    let mut ids: Vec<String> = answer.articles.iter().map(|number| library.articles()[*number].id.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn people_and_their_words_can_be_asked_for() {
    let library = library();
    let answers = [
        ("person:Poe", vec!["one", "two"]),
        ("person:hartmann", vec!["one", "two"]),
        ("person:\"Ann Poe\" scandal", vec!["one", "two"]),
        ("-person:poe", vec![]),
        ("speaker:poe", vec!["one"]),
        ("speaker:poe choice", vec!["one"]),
        ("speaker:poe scandal", vec![]),
        ("in:quote choice", vec!["one"]),
        ("in:quote bridge", vec![]),
        ("-in:quote choice", vec![]),
        ("speaker:neighbours OR speaker:hartmann mended", vec!["two"]),
    ];
    for (line, expected) in answers {
        assert_eq!(ids(&library, line), expected, "{line}");
    }
}

#[test]
fn a_name_marks_where_it_stands() {
    let library = library();
    let answer = library.answer(&View { query: "person:hartmann".to_owned(), ..View::default() });
    let marks = |number: usize| answer.rank.marks(&answer.query, &library.index, library.articles(), number);
    let words = |number: usize| -> Vec<&str> {
        marks(number).iter().map(|span| library.articles()[number].slice(*span)).collect()
    };
    assert_eq!([words(0), words(1)], [["Rolf Hartmann"], ["Rolf Hartman"]]);
}

#[test]
fn every_mark_of_the_seeds_has_its_card() {
    let collection = analyse(super::golden::seeds(), None);
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    let view = View::default();
    let looking = Looking { library: &library, results: &library.answer(&view), view: &view };
    let mut cards = 0;
    for (number, article) in library.articles().iter().enumerate() {
        for layer in layer::Layer::ALL {
            for mark in layer::marks(article, layer::LayerSet::NONE.with(layer)) {
                let parts = card(looking, number, layer, mark.span).expect("a mark has a card");
                let sheet::Part::Heading(3, heading) = &parts[0] else { panic!("a card begins with its heading") };
                assert!(!sheet::text(heading).trim().is_empty());
                for part in &parts {
                    check_places(part, article);
                }
                cards += 1;
            }
        }
    }
    assert!(cards > 100, "{cards} cards");
}

/// Every place a part leads to holds the words it shows.
fn check_places(part: &sheet::Part, article: &crossread_corpus::article::Article) {
    let check = |line: &sheet::Line| {
        for piece in line {
            if let sheet::Piece::Place { anchor, words, marks } = piece {
                assert_eq!(anchor.article, article.key);
                let own = article.slice(anchor.span);
                assert!(!own.is_empty() && (own == words || words.contains(own)), "{words}: {own}");
                assert!(marks.iter().all(|mark| mark.slice(words).is_some()));
            }
        }
    };
    match part {
        sheet::Part::List(lines) => lines.iter().for_each(check),
        sheet::Part::Pairs(pairs) => pairs.iter().for_each(|(_, line)| check(line)),
        sheet::Part::Fold(_, parts) => parts.iter().for_each(|part| check_places(part, article)),
        _ => {}
    }
}

#[test]
fn facets_list_who_speaks_and_who_is_named() {
    let library = library();
    let counted = |facet: Facet, view: &View| -> Vec<String> {
        let answer = library.answer(view);
        let (_, counts) = answer.counts.into_iter().find(|(of, _)| *of == facet).expect("every facet is counted");
        counts.into_iter().map(|count| format!("{} {}", count.value, count.articles)).collect()
    };
    let all = View::default();
    assert_eq!(counted(Facet::Person, &all), ["Ann Poe 2", "Rolf Hartman 1", "Rolf Hartmann 1"]);
    assert_eq!(counted(Facet::Speaker, &all), ["Ann Poe 1", "Rolf Hartman 1"]);
    let chosen = all.choosing(Facet::Person, |choice| choice.wanted.push("Rolf Hartmann".to_owned()));
    assert_eq!(library.answer(&chosen).articles, [0]);
    assert_eq!(counted(Facet::Speaker, &chosen), ["Ann Poe 1", "Rolf Hartman 0"]);
    assert_eq!(
        counted(Facet::Person, &chosen),
        ["Ann Poe 2", "Rolf Hartman 1", "Rolf Hartmann 1"],
        "within a facet, or"
    );
}

#[test]
fn every_link_of_every_lens_leads_to_what_it_says() {
    let collection = analyse(super::golden::seeds(), None);
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    let lenses: Vec<Lens> = Lens::ALL.into_iter().filter(|lens| !matches!(lens, Lens::Articles | Lens::Read)).collect();
    let walked = super::walk::walk(&library, &lenses, 2000);
    assert!(walked.views > 300 && walked.places > 1000, "{} views, {} places", walked.views, walked.places);
}
