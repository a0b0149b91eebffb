//! Which articles may tell of one thing at all.

use super::term::{Term, Terms};
use crate::find::hashed::NumberMap;
use crossread_corpus::article::Article;
use jiff::civil::Date;

/// How many days apart articles may be and still tell of one thing.
const MONTH: i32 = 31;

/// How many names two articles must share to tell of one thing; in a small collection, which was put together for one
/// story, less.
const RELATED: usize = 2;
const RELATED_AMONG_FEW: usize = 1;
/// A collection up to this size is small.
const FEW: usize = 50;

/// For each two articles, whether they share [`RELATED`] names, or all that the one with fewer has, and appeared within a
/// [`MONTH`], as far as is known.
pub(super) fn related(articles: &[Article], in_article: &[NumberMap<Term, u32>], terms: &Terms) -> Vec<Vec<bool>> {
    let day = |article: &Article| article.header.published.as_ref().map(|published| published.value.date);
    let days: Vec<Option<Date>> = articles.iter().map(day).collect();
    let apart = |one: Option<Date>, other: Option<Date>| {
        one.zip(other).is_some_and(|(one, other)| one.until(other).is_ok_and(|span| span.get_days().abs() > MONTH))
    };
    let names_in = |counts: &NumberMap<Term, u32>| -> Vec<Term> {
        counts.keys().copied().filter(|term| terms.is_name(*term)).collect()
    };
    let names: Vec<Vec<Term>> = in_article.iter().map(names_in).collect();
    let mut having: Vec<Vec<usize>> = vec![Vec::new(); terms.len()];
    for (number, names) in names.iter().enumerate() {
        names.iter().for_each(|name| having[name.0 as usize].push(number));
    }
    let row = |(ours, day): (&Vec<Term>, &Option<Date>)| -> Vec<bool> {
        let mut shared = vec![0; names.len()];
        ours.iter().flat_map(|name| &having[name.0 as usize]).for_each(|other| shared[*other] += 1);
        let wanted = if articles.len() > FEW { RELATED } else { RELATED_AMONG_FEW };
        let least = |theirs: &Vec<Term>| wanted.min(ours.len()).min(theirs.len());
        let all = names.iter().zip(shared).zip(&days);
        all.map(|((theirs, shared), other)| shared >= least(theirs) && !apart(*day, *other)).collect()
    };
    names.iter().zip(&days).map(row).collect()
}
