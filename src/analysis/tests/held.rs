//! What the page holds of the seeds, and what it asks the program that works out the lenses: both answer as the whole
//! library does.

use super::walk::{lines, sheet_of};
use crate::{collection, read::folder};
use crossread_corpus::{
    correction::Correction,
    index::Index,
    layer::{Layer, LayerSet, marks},
    lens::asked::{Corrected, Question, Reply, reply},
    message,
    results::Library,
    shard::page,
    sheet::Piece,
    view::{Lens, View},
};

fn seeds() -> Library {
    let collection = folder(&super::golden::root().join("seeds")).and_then(collection).expect("the seeds can be read");
    let index = Index::build(&collection.articles);
    Library::new(collection, index)
}

/// A question answered, by way of the bytes that page and program exchange.
fn asked(given: &Library, library: &mut Library, question: Question) -> Reply {
    let sent = message::read(&message::write(&(7_u32, question))).expect("a question arrives");
    let (number, question): (u32, Question) = sent;
    let answer = message::write(&(number, reply(given, library, &question)));
    let (number, reply): (u32, Reply) = message::read(&answer).expect("a reply arrives");
    assert_eq!(number, 7_u32);
    reply
}

/// Lines that ask for words, names, speakers, quotations and headers.
fn questions(library: &Library) -> Vec<View> {
    let names = library.collection.links.entities.iter().take(12).map(|entity| entity.shown(&library.collection));
    let names: Vec<String> = names.map(|name| name.replace('"', " ")).collect();
    let asks = |line: String| View { query: line, ..View::default() };
    let about = names.iter().flat_map(|name| [format!("person:\"{name}\""), format!("speaker:\"{name}\" in:quote")]);
    let mut views: Vec<View> = about.map(asks).collect();
    views.extend(
        ["", "the", "in:quote people", "-in:quote people", "date:2020", "in:caption the"].map(|l| asks(l.into())),
    );
    for (facet, counts) in library.answer(&View::default()).counts {
        views.extend(
            counts
                .into_iter()
                .take(4)
                .map(|count| View::default().choosing(facet, |choice| choice.wanted.push(count.value.clone()))),
        );
    }
    views
}

#[test]
fn the_page_answers_as_the_whole_library_does() {
    let whole = seeds();
    let (held, overview) = page::read(&page::write(&whole)).expect("what was written can be read");
    assert_eq!(overview.as_deref(), Some(sheet_of(&whole, &View::default()).as_slice()));
    let views = questions(&whole);
    assert!(views.iter().any(|view| whole.answer(view).articles.len() == 1), "some question parts the articles");
    for view in views {
        assert_eq!(held.answer(&view), whole.answer(&view), "{}", view.to_url());
    }
    let plain = |library: &Library| library.articles().iter().all(|article| article.annotations.entities.is_empty());
    assert!(plain(&held) && !plain(&whole), "the page holds no annotations");
    let (quick, overview) = page::read(&page::write_quickly(&whole)).expect("what was written can be read");
    assert_eq!((quick, overview), (held, None));
}

#[test]
fn damaged_bytes_are_refused() {
    let bytes = page::write(&seeds());
    for end in (0..bytes.len()).step_by(211) {
        assert!(page::read(&bytes[..end]).is_err(), "cut off at {end}");
    }
    let mut other = bytes;
    other[3] += 1;
    assert!(page::read(&other).unwrap_err().to_string().contains("version"));
}

#[test]
fn sheets_arrive_as_they_were_worked_out() {
    let given = seeds();
    let mut library = given.clone();
    for lens in Lens::ALL.into_iter().filter(|lens| *lens != Lens::Read) {
        let view = View { lens, ..View::default() };
        let sheet = sheet_of(&given, &view);
        assert_eq!(sheet.is_empty(), lens == Lens::Articles, "{}", lens.name());
        assert_eq!(asked(&given, &mut library, Question::Sheet(view)), Reply::Sheet(sheet));
    }
}

#[test]
fn marks_are_those_of_every_layer_and_their_cards_can_be_asked_for() {
    let given = seeds();
    let mut library = given.clone();
    let all = Layer::ALL.into_iter().fold(LayerSet::NONE, LayerSet::with);
    let mut standing = 0;
    for article in given.articles() {
        let Reply::Marks(found) = asked(&given, &mut library, Question::Marks(article.key)) else {
            panic!("marks are answered with marks");
        };
        let expected: Vec<_> = marks(article, all).into_iter().map(|mark| (mark.span, mark.layer)).collect();
        assert_eq!(found.found, expected);
        assert!(found.standing.is_sorted_by_key(|(sentence, ..)| *sentence));
        standing += found.standing.len();
        let (span, layer) = found.found[0];
        let view = View { card: Some(layer), ..View::default().reading(article.key, Some(span)) };
        let Reply::Sheet(card) = asked(&given, &mut library, Question::Sheet(view)) else {
            panic!("a card is a sheet")
        };
        assert!(!card.is_empty(), "{} has a card at {span:?}", article.id);
    }
    assert!(standing > 20, "sentences stand to others in some way: {standing}");
}

#[test]
fn corrections_are_told_and_taken_back() {
    let given = seeds();
    let mut library = given.clone();
    let view = View { lens: Lens::Coverage, ..View::default() };
    let before = sheet_of(&given, &view);
    let hides = lines(&before).into_iter().flatten().find_map(|piece| match piece {
        Piece::Correct { correction, .. } if matches!(**correction, Correction::Hide(..)) => {
            Some((**correction).clone())
        }
        _ => None,
    });
    let corrections = vec![hides.expect("the lens offers to hide something")];
    let Reply::Corrected(Corrected { found, told, corpus_toml }) =
        asked(&given, &mut library, Question::Correct(corrections.clone()))
    else {
        panic!("corrections are answered with what follows")
    };
    assert!(found.fits(given.articles()));
    assert_eq!(told.len(), 1);
    assert!(corpus_toml.contains("[[hidden]]"), "{corpus_toml}");
    assert_eq!(asked(&given, &mut library, Question::Sheet(view.clone())), {
        Reply::Sheet(sheet_of(&given.corrected(&corrections), &view))
    });
    assert_ne!(sheet_of(&library, &view), before);
    asked(&given, &mut library, Question::Correct(Vec::new()));
    assert_eq!(asked(&given, &mut library, Question::Sheet(view)), Reply::Sheet(before));
}
