//! Where every word of every article stands.
//!
//! Words are filed by their folded form, one posting list a form; stems and name skeletons are groups of forms, so that
//! a query widens over the dictionary and never over the texts. Positions count tokens through an article, with one
//! left free between blocks so that no phrase runs across them. Text that repeats an earlier block is not counted again.

mod build;
mod expand;
pub mod fold;
mod layout;
mod postings;
pub mod skeleton;
mod table;
pub mod token;

pub use expand::{Match, Widening, matches, stem};
pub use layout::{Field, Layout, Passage};
pub use postings::Posting;
pub use table::Table;

use crate::article::Article;
use postings::Postings;
use serde::{Deserialize, Serialize};

/// The index of a collection. Articles are known by their number in it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Index {
    forms: Table,
    stems: Groups,
    skeletons: Groups,
    postings: Postings,
    layouts: Vec<Layout>,
}

/// Forms that belong together under a name.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
struct Groups {
    names: Table,
    /// Where the members of group `n` end in `members`.
    ends: Vec<u32>,
    /// Numbers of forms.
    members: Vec<u32>,
}

impl Groups {
    fn of(&self, name: &str) -> &[u32] {
        let Some(group) = self.names.find(name) else { return &[] };
        let from = group.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let range = from.zip(self.ends.get(group).copied());
        range.and_then(|(from, to)| self.members.get(from as usize..to as usize)).unwrap_or_default()
    }
}

impl Index {
    /// The distinct folded forms.
    pub const fn forms(&self) -> &Table {
        &self.forms
    }

    /// How article `article` is laid out.
    pub fn layout(&self, article: usize) -> &Layout {
        &self.layouts[article]
    }

    /// How many articles.
    pub fn articles(&self) -> usize {
        self.layouts.len()
    }

    /// Where form `form` stands: article after article, position after position.
    pub fn occurrences(&self, form: usize) -> impl Iterator<Item = Posting> {
        let articles = self.layouts.len();
        self.postings.of(form).take_while(move |place| (place.article as usize) < articles)
    }

    /// Whether this can be an index of `articles`; false for one that was damaged on its way.
    pub fn fits(&self, articles: &[Article]) -> bool {
        self.layouts.len() == articles.len()
            && self.layouts.iter().zip(articles).all(|(layout, article)| layout.fits(article.sentences.len()))
    }

    /// The mean number of tokens an article has in `field`; never zero.
    pub fn mean_length(&self, field: Field) -> f32 {
        let total: u64 = self.layouts.iter().map(|layout| u64::from(layout.length(field))).sum();
        (total as f32 / self.layouts.len().max(1) as f32).max(1.0)
    }
}
