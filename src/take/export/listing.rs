//! The list of articles and an open article as sheets: the two lenses that the page draws by itself.

use crossread_corpus::{
    article::{Article, Title},
    ground::Ground,
    layer::Layer,
    query::Snippet,
    results::{Library, Results},
    sheet::{Line, Part, Piece, words},
    span::{Anchor, Span},
    wording,
};

/// So many sentences are shown of an article, as in the page's list.
const SENTENCES: usize = 3;

/// The articles of these numbers, in this order, with the sentences that answer best where something is asked.
pub fn listing(library: &Library, results: &Results, listed: &[usize]) -> Vec<Part> {
    let is_asked = results.rank.findings.iter().any(Option::is_some);
    let mut head = vec![vec![words("Outlet")], vec![words("Headline")], vec![words("Published")], vec![words("By")]];
    if is_asked {
        head.push(vec![words("Sentences that answer")]);
    }
    let articles = listed.iter().filter_map(|number| Some((*number, library.articles().get(*number)?)));
    let rows = articles.map(|(number, article)| {
        let mut row = vec![vec![Piece::Outlet(number)], title(article), published(article), authors(article)];
        if is_asked {
            let (query, rank) = (&results.query, &results.rank);
            let found = rank.snippets(query, &library.index, library.articles(), number, SENTENCES);
            row.push(found.iter().flat_map(|snippet| [answering(article, snippet), words(" ")]).collect());
        }
        row
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    let caption = wording::counted(rows.len(), "article", "articles");
    vec![Part::Table { caption, head, rows }]
}

/// An open article, sentence by sentence, and then what is marked in it, a layer at a time.
pub fn open_article(number: usize, article: &Article, marks: &[(Span, Layer)]) -> Vec<Part> {
    let mut parts = vec![
        Part::Heading(3, title(article)),
        Part::Paragraph([vec![Piece::Outlet(number), words(" · ")], published(article)].concat()),
    ];
    let sentences = article.blocks.iter().flat_map(|block| {
        let kind = wording::kind(block.kind);
        article.sentences_of(block).map(move |number| (kind.into(), vec![place(article, article.sentences[number])]))
    });
    parts.push(Part::Pairs(sentences.collect()));
    for layer in Layer::ALL {
        let found = marks.iter().filter(|(_, of)| *of == layer).map(|(span, _)| vec![place(article, *span)]);
        let found: Vec<Line> = found.collect();
        if !found.is_empty() {
            parts.push(Part::Heading(3, vec![words(wording::layer(layer))]));
            parts.push(Part::List(found));
        }
    }
    parts
}

fn place(article: &Article, span: Span) -> Piece {
    let anchor = Anchor { article: article.key, span };
    Piece::Place { anchor, words: article.slice(span).to_owned(), marks: Vec::new() }
}

fn answering(article: &Article, snippet: &Snippet) -> Piece {
    place(article, article.sentences[snippet.sentence])
}

/// The title, with its place where it stands in the text.
fn title(article: &Article) -> Line {
    let headline = article.header.headline.as_ref().map(|headline| &headline.ground);
    match (article.title(), headline) {
        (Title::Headline(_), Some(Ground::Stated(span))) => vec![place(article, *span)],
        (Title::Headline(title), _) => vec![Piece::Source(title.to_owned())],
        (Title::FirstSentence(first), _) => {
            let span = article.sentences.iter().find(|span| article.slice(**span) == first);
            let first = span.map_or_else(|| Piece::Source(first.to_owned()), |span| place(article, *span));
            vec![first, Piece::Tag("no headline in the file".to_owned())]
        }
    }
}

fn published(article: &Article) -> Line {
    let published = article.header.published.as_ref();
    vec![words(published.map_or_else(|| "date not stated".to_owned(), |when| wording::published(&when.value)))]
}

fn authors(article: &Article) -> Line {
    let authors: Vec<&str> = article.header.authors.iter().map(|author| author.value.as_str()).collect();
    vec![Piece::Source(authors.join(", "))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use crossread_corpus::{
        collection::Collection,
        index::Index,
        sheet::text,
        view::{Lens, View},
    };

    fn library() -> Library {
        let articles = vec![testing::stated(), testing::article(2, "The bridge\nThe bridge is closed.\nRain.\n")];
        let index = Index::build(&articles);
        Library::new(Collection { articles, ..Collection::default() }, index)
    }

    fn rows(query: &str, listed: &[usize]) -> Vec<Vec<Line>> {
        let library = library();
        let view = View { lens: Lens::Articles, query: query.to_owned(), ..View::default() };
        match listing(&library, &library.answer(&view), listed).pop() {
            Some(Part::Table { rows, head, .. }) => {
                assert!(rows.iter().all(|row| row.len() == head.len()));
                rows
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_list_is_as_it_is_shown() {
        let told: Vec<Vec<String>> =
            rows("", &[1, 0]).iter().map(|row| row.iter().map(|line| text(line)).collect()).collect();
        assert_eq!(told[1][1..], ["Ferry & bridge", "3 Mar 2031, 21:47 GMT", "Ann Poe, Ben Roe and Sons"]);
        assert_eq!(told[0][2..], ["date not stated", ""]);
        assert!(told[0][1].starts_with("The bridge"), "{told:?}");
    }

    #[test]
    fn what_was_asked_comes_with_the_sentences_that_answer() {
        let rows = rows("closed", &[1]);
        let Some(Piece::Place { anchor, words, .. }) = rows[0][4].first() else { panic!("{rows:?}") };
        assert_eq!((anchor.article.0, anchor.span, words.as_str()), (2, Span::new(11, 32), "The bridge is closed."));
    }

    #[test]
    fn an_open_article_is_its_sentences_and_what_is_marked() {
        let article = testing::stated();
        let mark = (Span::new(19, 24), Layer::ALL[0]);
        let parts = open_article(0, &article, &[mark]);
        let Some(Part::Pairs(sentences)) = parts.get(2) else { panic!("{parts:?}") };
        let told: Vec<String> = sentences.iter().map(|(kind, line)| format!("{kind}: {}", text(line))).collect();
        assert_eq!(told.len(), article.sentences.len());
        assert_eq!(told[1], "paragraph: The ferry runs.");
        assert_eq!(parts.last(), Some(&Part::List(vec![vec![place(&article, mark.0)]])));
        assert_eq!(open_article(0, &article, &[]).len(), 3);
    }
}
