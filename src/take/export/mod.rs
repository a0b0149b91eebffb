//! What a lens shows, to take away: as a table, as JSON, as Markdown, and its charts as pictures. Words out of articles
//! keep their place: the article's key, the bytes where they begin and end, and the link that opens them.
//!
//! What only does something on the page (hiding a finding, joining names) is left out.

mod chart;
mod csv;
mod json;
mod listing;
mod markdown;

pub use self::chart::{Chart, charts};
pub use self::csv::csv;
pub use self::json::json;
pub use self::listing::{listing, open_article};
pub use self::markdown::markdown;

use crate::link;
use crossread_corpus::{
    article::ArticleKey,
    sheet::{Line, Part, Piece},
    span::Span,
    view::{Lens, View},
};

/// A lens as it is on screen.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its view.
    pub view: &'a View,
    /// What it shows.
    pub parts: &'a [Part],
    /// For each article of the collection, by its number: its key, and what it is called in few words.
    pub articles: &'a [(ArticleKey, String)],
    /// The page's address without a question mark; `None` where no link leads to the articles.
    pub page: Option<&'a str>,
}

/// Words out of an article.
struct Evidence<'a> {
    article: ArticleKey,
    /// `None` for the article as a whole.
    span: Option<Span>,
    words: &'a str,
}

impl<'a> Shown<'a> {
    /// What an article is called; its key where it is not of this collection.
    fn name(&self, key: ArticleKey) -> String {
        let known = self.articles.iter().find(|(known, _)| *known == key);
        known.map_or_else(|| key.to_string(), |(_, name)| name.clone())
    }

    /// The link of a view, where links lead to the articles.
    fn link(&self, view: &View) -> Option<String> {
        self.page.map(|page| link::to_view(page, view))
    }

    /// The link of a place, or of an article.
    fn link_to(&self, article: ArticleKey, span: Option<Span>) -> Option<String> {
        let view = View { lens: Lens::Read, article: Some(article), at: span, ..View::default() };
        self.link(&view)
    }

    /// An article by its number in the collection.
    fn outlet(&self, number: usize) -> Option<&'a (ArticleKey, String)> {
        self.articles.get(number)
    }

    /// The words of a line as one reads them, on one line.
    fn text(&self, line: &[Piece]) -> String {
        let mut text = String::new();
        let mut apart = false;
        for piece in line {
            let tag;
            let words = match piece {
                Piece::Words(words)
                | Piece::Source(words)
                | Piece::Around(words)
                | Piece::Only(words, _)
                | Piece::Moved(words) => words,
                Piece::Place { words, .. } | Piece::Go { words, .. } => words,
                Piece::Outlet(number) => self.outlet(*number).map_or("", |(_, name)| name),
                Piece::Tag(words) => {
                    tag = format!("({words})");
                    &tag
                }
                Piece::Break => " ",
                Piece::Correct { .. } => "",
            };
            let is_label = matches!(piece, Piece::Tag(_) | Piece::Outlet(_));
            // On the page, names of outlets and tags have space around them.
            let touch = !text.ends_with([' ', '(', '“'])
                && words.starts_with(|letter: char| letter.is_alphanumeric() || letter == '(');
            if (is_label || apart) && touch && !text.is_empty() {
                text.push(' ');
            }
            text += words;
            apart = if words.is_empty() { apart } else { is_label };
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The places that a line leads to; the articles it names, where it leads to no place.
    fn evidence(&self, line: &'a [Piece]) -> Vec<Evidence<'a>> {
        let place = |piece: &'a Piece| match piece {
            Piece::Place { anchor, words, .. } => {
                Some(Evidence { article: anchor.article, span: Some(anchor.span), words })
            }
            _ => None,
        };
        let article = |piece: &'a Piece| match piece {
            Piece::Outlet(number) => {
                self.outlet(*number).map(|(article, _)| Evidence { article: *article, span: None, words: "" })
            }
            _ => None,
        };
        let places: Vec<Evidence<'a>> = line.iter().filter_map(place).collect();
        if places.is_empty() { line.iter().filter_map(article).collect() } else { places }
    }
}

/// Those of several choices that are in force.
fn in_force(choices: &Line) -> Line {
    choices.iter().filter(|piece| matches!(piece, Piece::Go { current: true, .. })).cloned().collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crossread_corpus::{
        sheet::{Bar, LaneMark, go, words},
        span::Anchor,
    };

    pub(crate) fn place(article: u64, start: u32, words: &str) -> Piece {
        let span = Span::new(start, start + words.len() as u32);
        Piece::Place {
            anchor: Anchor { article: ArticleKey(article), span },
            words: words.to_owned(),
            marks: Vec::new(),
        }
    }

    /// Words of the page's own, in whichever type a sheet holds them.
    pub(crate) fn fixed<T: From<&'static str>>(words: &'static str) -> T {
        words.into()
    }

    pub(crate) fn view() -> View {
        View { lens: Lens::Voices, query: "ferry".to_owned(), ..View::default() }
    }

    pub(crate) fn articles() -> Vec<(ArticleKey, String)> {
        vec![(ArticleKey(0xab), "Harbour Times".to_owned()), (ArticleKey(0xcd), "file 2".to_owned())]
    }

    /// A sheet with every kind of part.
    pub(crate) fn parts() -> Vec<Part> {
        let bar = Bar {
            line: vec![go(view().looking_at("Poe"), "Poe"), words(" 2 direct")],
            parts: vec![(2, fixed("direct")), (1, fixed("indirect"))],
            most: 4,
        };
        let mark = LaneMark {
            from: 0,
            to: 1,
            view: Box::new(view()),
            words: "A strike".to_owned(),
            class: fixed("event range"),
        };
        let choice = |words: &str, current| Piece::Go { view: Box::new(view()), words: words.to_owned(), current };
        vec![
            Part::Choices(fixed("Order"), vec![choice("by time", false), choice("by name", true)]),
            Part::Heading(3, vec![words("Who speaks")]),
            Part::Paragraph(vec![words("Says "), place(0xab, 30, "“We | are, glad”"), Piece::Tag("direct".to_owned())]),
            Part::Heading(4, vec![Piece::Outlet(0)]),
            Part::List(vec![
                vec![
                    Piece::Outlet(0),
                    words("3 Mar: "),
                    place(0xab, 3, "ferry"),
                    words(" and "),
                    place(0xcd, 9, "boat"),
                ],
                vec![Piece::Only("new".to_owned(), true), Piece::Break, Piece::Moved("moved".to_owned())],
            ]),
            Part::Pairs(vec![(fixed("Age"), vec![Piece::Source("=40+2".to_owned())])]),
            Part::Table {
                caption: "By outlet".to_owned(),
                head: vec![vec![words("Name")], vec![Piece::Outlet(1)]],
                rows: vec![vec![vec![words("Poe")], vec![place(0xcd, 5, "a \"bun\"")]]],
            },
            Part::Fold("More".to_owned(), vec![Part::Card(vec![Part::Note(vec![words("Small")])])].into()),
            Part::Bars(vec![bar]),
            Part::Lanes {
                caption: "Days".to_owned(),
                days: vec!["3 Mar".to_owned(), "4 Mar".to_owned()],
                keys: Vec::new(),
                lanes: vec![(vec![Piece::Outlet(0)], vec![mark])],
            },
            Part::Tied(vec![vec![Part::Paragraph(vec![words("Left")])], vec![Part::Paragraph(vec![words("Right")])]]),
            Part::Join("Poe".to_owned(), vec!["Roe".to_owned()]),
        ]
    }

    #[test]
    fn a_line_reads_as_on_the_page() {
        let (parts, articles, view) = (parts(), articles(), view());
        let shown = Shown { view: &view, parts: &parts, articles: &articles, page: None };
        let text = |at: usize| match &parts[at] {
            Part::Paragraph(line) => shown.text(line),
            Part::List(lines) => shown.text(&lines[0]),
            _ => String::new(),
        };
        assert_eq!(text(2), "Says “We | are, glad” (direct)");
        assert_eq!(text(4), "Harbour Times 3 Mar: ferry and boat");
        assert_eq!(shown.text(&[Piece::Outlet(0), words(": x")]), "Harbour Times: x");
        assert_eq!(shown.text(&[Piece::Outlet(9), words("x")]), "x", "no such article");
    }
}
