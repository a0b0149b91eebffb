//! The articles of one page, in the order of their ids.

use crate::{article::Article, article::ArticleKey, ground::Traced, links::Links};
use serde::{Deserialize, Serialize};

/// All the articles of one page.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Collection {
    /// What an editor calls it.
    pub title: Option<Traced<String>>,
    /// Sorted by [`Article::id`]; ids and keys are unique.
    pub articles: Vec<Article>,
    /// What ties them to one another.
    pub links: Links,
}

impl Collection {
    /// The number of the article with this key.
    pub fn position(&self, key: ArticleKey) -> Option<usize> {
        self.articles.iter().position(|article| article.key == key)
    }

    /// The article with this key.
    pub fn get(&self, key: ArticleKey) -> Option<&Article> {
        self.articles.iter().find(|article| article.key == key)
    }
}
