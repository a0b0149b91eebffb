//! A walk over what the lenses say: from each lens along every link to a sheet, once, and at every place a look whether
//! the words shown are the article's.

use crossread_corpus::{
    collection::Collection,
    lens::{Looking, sheet},
    results::Library,
    sheet::{Line, Part, Piece, text},
    view::{Lens, View},
};
use std::collections::{BTreeSet, VecDeque};

/// The sheet of a view.
pub(crate) fn sheet_of(library: &Library, view: &View) -> Vec<Part> {
    sheet(Looking { library, results: &library.answer(view), view })
}

/// Every line of some parts, folded ones too.
pub(crate) fn lines(parts: &[Part]) -> Vec<&Line> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Heading(_, line) | Part::Paragraph(line) | Part::Note(line) | Part::Choices(_, line) => {
                found.push(line)
            }
            Part::List(lines) => found.extend(lines),
            Part::Pairs(pairs) => found.extend(pairs.iter().map(|(_, line)| line)),
            Part::Table { head, rows, .. } => {
                assert!(rows.iter().all(|row| row.len() == head.len()), "a row has as many cells as the head");
                found.extend(head);
                found.extend(rows.iter().flatten());
            }
            Part::Fold(_, parts) => found.extend(lines(parts)),
            Part::Card(parts) => found.extend(lines(parts)),
            Part::Bars(bars) => found.extend(bars.iter().map(|bar| &bar.line)),
            Part::Lanes { lanes, .. } => found.extend(lanes.iter().map(|(line, _)| line)),
            Part::Columns(columns) | Part::Tied(columns) => found.extend(columns.iter().flat_map(|parts| lines(parts))),
            Part::Join(..) => {}
        }
    }
    found
}

/// Where the marks of charts lead.
fn marks(parts: &[Part]) -> Vec<&View> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Lanes { lanes, days, .. } => {
                for mark in lanes.iter().flat_map(|(_, marks)| marks) {
                    assert!(mark.from <= mark.to && mark.to < days.len(), "a mark stands within its days");
                    found.push(&*mark.view);
                }
            }
            Part::Fold(_, parts) => found.extend(marks(parts)),
            Part::Card(parts) => found.extend(marks(parts)),
            Part::Columns(columns) | Part::Tied(columns) => found.extend(columns.iter().flat_map(|parts| marks(parts))),
            _ => {}
        }
    }
    found
}

/// How a walk went.
pub(crate) struct Walked {
    /// Views whose sheets were looked at.
    pub(crate) views: usize,
    /// Places whose words were compared with the article's.
    pub(crate) places: usize,
}

/// Follows the links from each of `lenses`, at most `most` views; panics at what is wrong, with the view it is on.
pub(crate) fn walk(library: &Library, lenses: &[Lens], most: usize) -> Walked {
    let mut walked = Walked { views: 0, places: 0 };
    let mut queue: VecDeque<View> = lenses.iter().map(|lens| View { lens: *lens, ..View::default() }).collect();
    let mut seen: BTreeSet<String> = queue.iter().map(View::to_url).collect();
    while let Some(view) = queue.pop_front().filter(|_| walked.views < most) {
        let url = view.to_url();
        assert_eq!(View::from_url(&url), view, "{url}");
        walked.views += 1;
        let results = library.answer(&view);
        assert!(!results.articles.is_empty(), "{url} leaves no article");
        match view.lens {
            Lens::Read => {
                let Some(key) = view.article else { continue };
                let article = library.collection.get(key).expect("it is one of the collection");
                let fits = |at| !article.slice(at).trim().is_empty();
                assert!(view.at.is_none_or(fits), "{url} points at nothing");
                continue;
            }
            Lens::Articles => continue,
            _ => {}
        }
        let parts = sheet(Looking { library, results: &results, view: &view });
        for to in marks(&parts) {
            if seen.insert(to.to_url()) {
                queue.push_back(to.clone());
            }
        }
        for piece in lines(&parts).into_iter().flatten() {
            check(&library.collection, piece, &url);
            walked.places += usize::from(matches!(piece, Piece::Place { .. }));
            if let Piece::Go { view, words, .. } = piece {
                assert!(!words.trim().is_empty(), "{url} has a link without words");
                if seen.insert(view.to_url()) {
                    queue.push_back((**view).clone());
                }
            }
        }
        let says = lines(&parts).into_iter().any(|line| !text(line).trim().is_empty());
        assert!(parts.is_empty() || says, "{url} shows nothing");
        let linked = !view.of.is_empty() || !view.by.is_empty();
        assert!(!linked || !parts.is_empty(), "{url} is linked and shows nothing");
    }
    walked
}

/// A place's words are those around its anchor; an outlet is an article's.
fn check(collection: &Collection, piece: &Piece, url: &str) {
    match piece {
        Piece::Place { anchor, words, marks } => {
            let article = collection.get(anchor.article).expect("a place is in an article");
            let own = article.slice(anchor.span);
            assert!(!own.trim().is_empty(), "{url}: {words} leads to nothing");
            let sentence = article.sentence_at(anchor.span.start()).map(|number| article.sentences[number]);
            let around = |sentence| article.slice(sentence).contains(words.as_str()) && words.contains(own);
            let told = own == words || sentence.is_some_and(around);
            assert!(told, "{url}: “{words}” leads to “{own}”");
            assert!(
                marks.iter().all(|mark| mark.slice(words).is_some_and(|marked| !marked.is_empty())),
                "{url}: {words}"
            );
        }
        Piece::Outlet(number) => assert!(*number < collection.articles.len(), "{url}"),
        _ => {}
    }
}
