//! Reading any line as a query, and answering it.

use crossread_corpus::{query::Query, results::Library, view::View};
use std::sync::LazyLock;

/// A library of two small articles, made by the readers from plain text.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let texts: [(&str, &[u8]); 2] = [
        ("one.txt", "Bridge closes\n\nThe 10,000-ton bridge at K\u{f6}ln, Mayor Ann O\u{2019}Dea said, \u{201c}will close\u{201d}.\n".as_bytes()),
        ("two.txt", b"A U.S. build-up & more\n\nNobody from Kiev or Kyiv voted on 3 May 2031, they say.\n"),
    ];
    let readings = texts
        .into_iter()
        .flat_map(|(name, bytes)| crossread_analysis::read::file(name, bytes).expect("plain text can be read"))
        .collect();
    let collection = crossread_analysis::analyse(readings, None);
    let index = crossread_corpus::index::Index::build(&collection.articles);
    Library::new(collection, index)
});

/// Reads a line, answers it, and marks what it found.
///
/// # Panics
/// When the answer breaks what search promises.
pub(crate) fn query(bytes: &[u8]) {
    let line = String::from_utf8_lossy(bytes).into_owned();
    let query = Query::parse(&line);
    for number in 0..query.clauses.len() {
        assert!(query.without(&line, number).len() <= line.len() + 1);
    }
    let view = View { query: line, exact: bytes.len().is_multiple_of(2), ..View::default() };
    let results = LIBRARY.answer(&view);
    for number in &results.articles {
        let article = &LIBRARY.articles()[*number];
        for mark in results.rank.marks(&results.query, &LIBRARY.index, LIBRARY.articles(), *number) {
            assert!(mark.slice(&article.text).is_some_and(|word| !word.is_empty()));
        }
        drop(results.rank.snippets(&results.query, &LIBRARY.index, LIBRARY.articles(), *number, 3));
    }
    if results.articles.is_empty() {
        drop(LIBRARY.culprits(&view, &results.query));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn query() {
        let seeds: [&[u8]; 8] = [
            b"bridge close",
            b"\"will close\" -kiev",
            "vote OR kyev “build up".as_bytes(),
            b"brid* in:headline in:body",
            b"outlet:none date:2031-05..",
            b"build-up U.S. 10,000 o'dea",
            b"-in:caption OR OR -\"a\"",
            b"koln \xff\xfe",
        ];
        assert!(crate::run("query", &seeds, super::query) > 0);
    }
}
