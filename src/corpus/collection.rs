//! The articles of one page, in the order of their ids.

use crate::{
    article::{Article, ArticleKey},
    ground::Traced,
    links::Links,
    order::sort_by,
};
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

    /// For each article, which of the five outlet colours it has: by the order of the outlets' names; 0 where the outlet
    /// is not stated.
    pub fn outlet_colors(&self) -> Vec<usize> {
        let outlet = |article: &'_ Article| article.header.outlet.as_ref().map(|outlet| outlet.value.clone());
        let mut outlets: Vec<String> = self.articles.iter().filter_map(outlet).collect();
        sort_by(&mut outlets, Ord::cmp);
        outlets.dedup();
        let color = |name: String| outlets.binary_search(&name).map_or(0, |place| place % 5 + 1);
        self.articles.iter().map(|article| outlet(article).map_or(0, color)).collect()
    }

    /// The article with this key.
    pub fn get(&self, key: ArticleKey) -> Option<&Article> {
        self.articles.iter().find(|article| article.key == key)
    }
}
