//! Quoted words that stand almost alike in two articles, though they hold no telling word: "I am not here for the money".

use crate::{
    find::hashed::WordMap,
    link::segment::{Content, Segment},
};
use crossread_corpus::{
    annotation::Voice,
    links::{Anchor, word::for_each_word},
};

/// How many words a quotation has at least, and what part of them both must have.
const LEAST: usize = 5;
const SHARED: f32 = 0.7;
/// The same where it is not known that one person speaks.
const SHARED_UNKNOWN: f32 = 0.8;
/// A word in more quotations than this does not bring them together.
const COMMON: usize = 60;

/// Places of two articles that hold the same words of one speaker.
pub(super) fn repeated(content: &Content) -> Vec<(Anchor, Anchor)> {
    let mut numbers: WordMap<String, usize> = WordMap::default();
    // by the number of a form the quotations that have it
    let mut having: Vec<Vec<usize>> = Vec::new();
    let mut said: Vec<(&Segment, Vec<usize>)> = Vec::new();
    for segment in content.segments.iter().filter(|segment| segment.is_witness()) {
        let Voice::Quoted(number) = segment.voice else { continue };
        let article = &content.articles[segment.article as usize];
        let quoted = &article.annotations.attributions[number as usize].quoted;
        let inside = quoted.iter().filter(|quoted| quoted.overlaps(segment.span));
        let mut forms: Vec<usize> = Vec::new();
        for quoted in inside {
            for_each_word(&article.text, *quoted, |span, form| {
                if segment.span.contains(span) {
                    forms.push(numbers.get(form).copied().unwrap_or_else(|| {
                        numbers.insert(form.to_owned(), having.len());
                        having.push(Vec::new());
                        having.len() - 1
                    }));
                }
            });
        }
        forms.sort_unstable();
        forms.dedup();
        if forms.len() >= LEAST {
            for form in &forms {
                having[*form].push(said.len());
            }
            said.push((segment, forms));
        }
    }
    let mut found = Vec::new();
    for (one, (segment, forms)) in said.iter().enumerate() {
        // the rare words bring them together, all words count
        let lists = forms.iter().map(|form| &having[*form]).filter(|list| list.len() <= COMMON);
        let mut others: Vec<usize> = lists.flatten().copied().filter(|other| *other > one).collect();
        others.sort_unstable();
        others.dedup();
        for other in others {
            let (theirs, others) = &said[other];
            let least = match (segment.speaker, theirs.speaker) {
                (Some(a), Some(b)) if a == b => SHARED,
                (Some(_), Some(_)) => continue,
                _ => SHARED_UNKNOWN,
            };
            let (fewer, more) = (forms.len().min(others.len()) as f32, forms.len().max(others.len()) as f32);
            if segment.article == theirs.article || fewer < least * more {
                continue;
            }
            let shared = forms.iter().filter(|form| others.binary_search(form).is_ok()).count();
            if shared as f32 >= least * more && content.are_related(segment.article, theirs.article) {
                found.push((segment.anchor(), theirs.anchor()));
            }
        }
    }
    found
}
