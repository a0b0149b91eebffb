//! The articles as plain HTML: what is read before the program has loaded, with scripts off, and by search engines.
//!
//! Elements and classes are those of the page's lenses, so that the same styles hold and nothing jumps when the program
//! takes over. Every word of an article goes through the template's escaping; none becomes markup.

mod alone;
mod article;
mod list;
mod sheet;

pub(crate) use alone::alone;

use crate::file_name::{file_names, link};
use crossread_corpus::{
    article::{Article, Title},
    collection::Collection,
    index::Index,
    results::Library,
    view::View,
    wording::{self, counted},
};
use maud::{Markup, html};

/// Up to so many bytes of article text stand in the page as a whole; of more only the list does, and each article has
/// a page of its own: the first paint stays quick.
pub(crate) const WHOLE: usize = 400_000;

/// The articles in the order they are shown.
pub(crate) struct Plain {
    library: Library,
    /// Numbers of the articles, in the order of time.
    order: Vec<usize>,
    /// For each article the number of its outlet's colour.
    colors: Vec<usize>,
    /// For each article the name of its page, if articles have pages.
    files: Option<Vec<String>>,
}

/// Where the text of an article is.
#[derive(Clone, Copy)]
enum Whereabouts {
    /// Further down in the same page.
    Below,
    /// In a page of its own.
    Alone,
}

impl Plain {
    /// Of a collection.
    pub(crate) fn new(collection: Collection) -> Self {
        let index = Index::build(&collection.articles);
        let library = Library::new(collection, index);
        let order = library.answer(&View::default()).articles;
        let articles = library.articles();
        let colors = library.collection.outlet_colors();
        let size: usize = articles.iter().map(|article| article.text.len()).sum();
        let files = (size > WHOLE).then(|| file_names(articles));
        Self { library, order, colors, files }
    }

    /// The articles with all that was found in them.
    pub(crate) const fn library(&self) -> &Library {
        &self.library
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// What the collection is called: as the editor has it, or the page's own name.
    pub(crate) fn title(&self) -> &str {
        self.library.collection.title.as_ref().map_or("Crossread", |title| &title.value)
    }

    /// One sentence or two about the collection, for search engines.
    pub(crate) fn description(&self) -> String {
        let count = counted(self.len(), "account", "accounts");
        let days = self.library.articles().iter().filter_map(|article| article.header.published.as_ref());
        let days: Vec<_> = days.map(|published| published.value.date).collect();
        let when = match (days.iter().min(), days.iter().max()) {
            (Some(first), Some(last)) if first == last => format!(", {}", wording::day(*first)),
            (Some(first), Some(last)) => format!(", {} to {}", wording::day(*first), wording::day(*last)),
            _ => String::new(),
        };
        let name = self.library.collection.title.as_ref().map_or(String::new(), |title| format!("{}: ", title.value));
        format!("{name}{count}{when}, side by side: search, filter and read.")
    }

    /// What stands in the page: the list, and the articles themselves where they have no pages.
    pub(crate) fn page(&self) -> Markup {
        if self.files.is_some() {
            self.around(&html! { (self.overview(Whereabouts::Alone)) (self.list(Whereabouts::Alone)) })
        } else {
            self.whole()
        }
    }

    /// The list and all the articles, however many.
    pub(crate) fn whole(&self) -> Markup {
        self.around(&html! {
            (self.overview(Whereabouts::Below))
            (self.list(Whereabouts::Below))
            @for number in &self.order { (self.article(*number)) }
        })
    }

    /// Each article's page, in the order of time: number of the article and name of the file; none where the articles
    /// stand in the page.
    pub(crate) fn files(&self) -> Vec<(usize, &str)> {
        self.files.iter().flat_map(|files| self.order.iter().map(|number| (*number, files[*number].as_str()))).collect()
    }

    fn around(&self, content: &Markup) -> Markup {
        html! {
            div id="plain" class="plain" {
                header class="masthead" {
                    div class="bar" {
                        h1 { bdi { (self.title()) } " " span class="quiet" { (counted(self.len(), "account", "accounts")) } }
                    }
                }
                main { (content) }
            }
        }
    }

    fn articles(&self) -> &[Article] {
        self.library.articles()
    }

    /// The link to an article, from the page.
    fn link(&self, number: usize, whereabouts: Whereabouts) -> String {
        match (whereabouts, &self.files) {
            (Whereabouts::Alone, Some(files)) => format!("articles/{}", link(&files[number])),
            _ => format!("#{}", anchor(&self.articles()[number])),
        }
    }
}

/// The id of the element that holds an article.
fn anchor(article: &Article) -> String {
    format!("article-{}", article.key)
}

/// A small word beside a value.
fn tag(word: &str) -> Markup {
    html! { @if !word.is_empty() { " " span class="tag" { (word) } } }
}

/// Says so when an article's title is only its first sentence.
fn untitled(article: &Article) -> bool {
    matches!(article.title(), Title::FirstSentence(_))
}

#[cfg(test)]
pub(crate) mod tests;
