//! What each lens shows, worked out as sheets: natively testable, drawn by the page and by the prerendered file.
//!
//! Every number on a sheet leads to the sentences it counts, every sentence to its place. A lens that has nothing to show
//! says why.

pub mod asked;
pub mod card;
mod compare;
pub mod correct;
mod count;
pub mod coverage;
mod differences;
mod figures;
mod linked;
mod long;
mod names;
mod overview;
mod place;
mod saying;
mod timeline;
mod voices;
mod wording;

use crate::{
    article::Article,
    links,
    results::{Library, Results},
    sheet::{Part, words},
    span::Anchor,
    view::{Lens, View},
};

/// What a lens looks at: the articles that a view leaves.
#[derive(Clone, Copy)]
pub struct Looking<'a> {
    /// All articles, and what ties them.
    pub library: &'a Library,
    /// The answer to the view's question.
    pub results: &'a Results,
    /// What is on screen.
    pub view: &'a View,
}

impl<'a> Looking<'a> {
    /// The numbers of the articles left, in the order of time.
    pub fn in_time(&self) -> Vec<usize> {
        self.library.in_time(self.results.articles.clone())
    }

    /// One article.
    pub fn article(&self, number: usize) -> &'a Article {
        &self.library.articles()[number]
    }

    /// A place of the links as one that outlives them.
    pub(crate) fn anchor(&self, at: links::Anchor) -> Anchor {
        Anchor { article: self.article(at.article as usize).key, span: at.span }
    }

    /// Whether the view leaves article `number`.
    pub fn leaves(&self, number: usize) -> bool {
        self.results.articles.contains(&number)
    }
}

/// What a lens shows below its heading. The Articles and the Read lens show more than sheets, and are the page's.
pub fn sheet(looking: Looking<'_>) -> Vec<Part> {
    if looking.results.articles.is_empty() {
        return vec![Part::Note(vec![words("No article is left by the search and the filters above.")])];
    }
    match looking.view.lens {
        Lens::Articles | Lens::Read => Vec::new(),
        Lens::Overview => overview::overview(looking),
        Lens::Coverage => coverage::coverage(looking),
        Lens::Figures => figures::figures(looking),
        Lens::Timeline => timeline::timeline(looking),
        Lens::Wording => wording::wording(looking),
        Lens::Compare => compare::compare(looking),
        Lens::Names => names::names(looking),
        Lens::Voices => voices::voices(looking),
    }
}

/// A lens's name on the page.
pub const fn name(lens: Lens) -> &'static str {
    match lens {
        Lens::Overview => "Overview",
        Lens::Articles => "Articles",
        Lens::Read => "Read",
        Lens::Compare => "Compare",
        Lens::Voices => "Voices",
        Lens::Timeline => "Timeline",
        Lens::Figures => "Figures",
        Lens::Names => "Names",
        Lens::Wording => "Wording",
        Lens::Coverage => "Coverage",
    }
}

/// The reader's question that a lens answers.
pub const fn question(lens: Lens) -> &'static str {
    match lens {
        Lens::Overview => "What is in this collection?",
        Lens::Articles => "Which articles are there?",
        Lens::Read => "What does this article say?",
        Lens::Compare => "What do these accounts share, and where do they part?",
        Lens::Voices => "Who is quoted where, how, and how much?",
        Lens::Timeline => "What happened when, and who says so?",
        Lens::Figures => "Which numbers are given for the same thing?",
        Lens::Names => "Who and what is named, and how?",
        Lens::Wording => "Which words set the accounts apart?",
        Lens::Coverage => "Who reports what, and who leaves it out?",
    }
}
