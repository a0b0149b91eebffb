//! Names joined into one, each join with its rule, as trees whose branches can be cut.

use super::name::{Name, fold};
use crossread_corpus::{links::entity::Join, mention::EntityKind};
use std::collections::BTreeSet;

/// Names as trees.
pub(super) struct Forest<'a> {
    names: &'a [Name],
    parent: Vec<usize>,
    /// By root: the articles, and what its names are called.
    articles: Vec<BTreeSet<u32>>,
    forms: Vec<BTreeSet<&'a str>>,
    /// The joins that hold.
    pub(super) joins: Vec<(usize, usize, Join)>,
    /// Folded spellings that may not be one.
    parted: Vec<(String, String)>,
}

impl<'a> Forest<'a> {
    /// Every name for itself.
    pub(super) fn new(names: &'a [Name], parted: &[(String, String)]) -> Self {
        Self {
            names,
            parent: (0..names.len()).collect(),
            articles: names.iter().map(|name| name.articles.clone()).collect(),
            forms: names.iter().map(|name| name.forms.iter().map(String::as_str).collect()).collect(),
            joins: Vec::new(),
            parted: parted.iter().map(|(one, other)| (fold(one), fold(other))).collect(),
        }
    }

    /// The name that stands for all that are joined with `name`.
    pub(super) fn root(&self, mut name: usize) -> usize {
        while self.parent[name] != name {
            name = self.parent[name];
        }
        name
    }

    /// Joins two names, unless an article or an editor keeps apart what would become one.
    pub(super) fn join(&mut self, one: usize, other: usize, by: Join) {
        let (left, right) = (self.root(one), self.root(other));
        if left == right || (by != Join::Editor && self.differ(left, right)) || self.are_parted(left, right) {
            return;
        }
        let (to, from) =
            if self.articles[left].len() >= self.articles[right].len() { (left, right) } else { (right, left) };
        self.parent[from] = to;
        let articles = core::mem::take(&mut self.articles[from]);
        self.articles[to].extend(articles);
        let forms = core::mem::take(&mut self.forms[from]);
        self.forms[to].extend(forms);
        self.joins.push((one, other, by));
    }

    /// True when articles have both, and so think them two; for other names than people's a slip is forgiven.
    fn differ(&self, one: usize, other: usize) -> bool {
        let both = self.articles[one].intersection(&self.articles[other]).count();
        let fewer = self.articles[one].len().min(self.articles[other].len());
        let strict = self.names[one].kind == EntityKind::Person;
        both > 0 && (strict || both * 10 >= fewer)
    }

    fn are_parted(&self, left: usize, right: usize) -> bool {
        let has = |root: usize, form: &str| self.forms[root].contains(form);
        self.parted
            .iter()
            .any(|(one, other)| (has(left, one) && has(right, other)) || (has(left, other) && has(right, one)))
    }
}
