//! The articles of one page, in the order of their ids.

use crate::{
    article::{Article, ArticleKey},
    correction::Editor,
    ground::Traced,
    links::Links,
    order::sort_by,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All the articles of one page.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Collection {
    /// What an editor calls it.
    pub title: Option<Traced<String>>,
    /// Sorted by [`Article::id`]; ids and keys are unique.
    pub articles: Vec<Article>,
    /// What ties them to one another.
    pub links: Links,
    /// What an editor set right.
    pub editor: Editor,
    /// A spelling, and the name an editor says it stands for: articles that are added are linked by the same.
    pub aliases: BTreeMap<String, String>,
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

    /// For each article, what it is called in few words: its outlet, or where that is not stated its file, by as much of
    /// the file's name as no other file's begins with.
    pub fn names(&self) -> Vec<String> {
        let mut sorted: Vec<&str> = self.articles.iter().map(|article| article.id.as_str()).collect();
        sort_by(&mut sorted, Ord::cmp);
        let name = |article: &Article| match &article.header.outlet {
            Some(outlet) => outlet.value.clone(),
            None => format!("file {}", shortened(&article.id, &sorted)),
        };
        self.articles.iter().map(name).collect()
    }

    /// The article with this key.
    pub fn get(&self, key: ArticleKey) -> Option<&Article> {
        self.articles.iter().find(|article| article.key == key)
    }
}

/// The beginning of a file's name that tells it from all of `sorted`: up to a `-`, `_`, `.` or space, or else up to some
/// letter.
fn shortened(id: &str, sorted: &[&str]) -> String {
    const LETTERS: usize = 14;
    let alone = |start: &str| {
        let first = sorted.partition_point(|other| *other < start);
        sorted[first..].iter().take_while(|other| other.starts_with(start)).count() == 1
    };
    let ends = id.match_indices(['-', '_', '.', ' ']).map(|(end, _)| end).filter(|end| *end > 0);
    if let Some(end) = ends.take_while(|end| *end <= LETTERS).find(|end| alone(&id[..*end])) {
        return id[..end].to_owned();
    }
    match id.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &id[..end]),
        None => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_file_is_called_by_what_tells_it_apart() {
        let all = ["2020-08-a", "2020-09-b", "guardian", "le_monde_with_a_long_name", "le_monde_with_a_long_tail"];
        let names = all.map(|id| shortened(id, &all));
        assert_eq!(names, ["2020-08", "2020-09", "guardian", "le_monde_with_…", "le_monde_with_…"]);
        assert_eq!(shortened("000_ab12", &["000_ab12", "001_cd34"]), "000");
        assert_eq!(shortened("_x", &["_x"]), "_x");
    }
}
