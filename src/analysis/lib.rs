//! Text in, findings out: reads files, finds their structure, and links articles.
//!
//! The order is `read → structure → find → link`; arrows never point back. Only the reading of dates in words
//! ([`find::date`]) is shared by `structure` and `link`.

pub mod editor;
pub mod find;
mod identity;
pub mod invariant;
pub mod link;
pub mod read;
pub mod reading;
pub mod rejection;
pub mod structure;

use crossread_corpus::{
    annotation::Annotations,
    article::{Article, ArticleKey, Warning},
    collection::Collection,
    ground::Traced,
};
use link::entity::Naming;
use reading::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// Analyses articles as read: the one pipeline, called by the page's build, the worker and the command line.
///
/// # Invariants
/// 1. Total: any text gives an article; what could not be understood is a warning or left out of the header.
/// 2. The text of every article is the reading's, unchanged.
/// 3. Every span slices its article's text, is not blank and is trimmed of white space; lists are sorted by start.
/// 4. Blocks cover the text but for white space; sentences tile their blocks but for white space.
/// 5. Articles are sorted by id; ids and keys are unique. Of readings with one key the first by file is kept, with
///    a warning that names the others.
/// 6. The same readings, in any order, give the same collection.
pub fn analyse(readings: Vec<Reading>, title: Option<Traced<String>>) -> Collection {
    analyse_edited(readings, title, &Naming { aliases: &BTreeMap::new(), parted: &[] })
}

/// The same, where an editor says which names mean the same and which do not.
pub fn analyse_edited(readings: Vec<Reading>, title: Option<Traced<String>>, naming: &Naming<'_>) -> Collection {
    let mut articles = outlined(unique(readings));
    for article in &mut articles {
        article.annotations = find::annotations(article);
    }
    let links = link::links(&articles, naming);
    Collection { title, articles, links }
}

/// The articles of these readings, sorted by id, with all but their annotations, which [`find::annotations`] gives.
///
/// For whoever analyses thousands of articles and keeps none: an article's findings need more room than its text.
/// Readings with the same content are all kept.
pub fn outlined(mut readings: Vec<Reading>) -> Vec<Article> {
    identity::name_apart(&mut readings);
    let mut articles: Vec<Article> = readings.into_iter().map(article).collect();
    articles.sort_by(|one, other| one.id.cmp(&other.id));
    link::date::infer(&mut articles);
    articles
}

/// What one article's own header and layout give; what its text says is found once its date is known.
fn article(reading: Reading) -> Article {
    let Reading { key, id, origin, text, fields, editor, marked, mut warnings } = reading;
    let blocks = structure::blocks(&text, &marked, &fields);
    let source = structure::HeaderSource { text: &text, key, blocks: &blocks, fields: &fields, editor: &editor };
    let (header, more) = structure::header(source);
    warnings.extend(more);
    let sentences = blocks.iter().flat_map(|block| find::sentence::sentences(&text, block.span)).collect();
    let annotations = Annotations::default();
    Article { key, id, origin, header, text: text.into(), blocks, sentences, annotations, warnings }
}

/// The readings by file and record, without those whose key stood before.
fn unique(mut readings: Vec<Reading>) -> Vec<Reading> {
    readings.sort_by(|one, other| place(one).cmp(&place(other)));
    let repeats = identity::repeats(&readings);
    for (repeat, first) in &repeats {
        let message = format!("{} has the same content and was left out.", readings[*repeat].origin.file);
        readings[*first].warnings.push(Warning { span: None, message });
    }
    let repeats: BTreeSet<usize> = repeats.into_iter().map(|(repeat, _)| repeat).collect();
    let kept = readings.into_iter().enumerate().filter(|(number, _)| !repeats.contains(number));
    kept.map(|(_, reading)| reading).collect()
}

/// What readings are sorted by: the same whatever order they come in.
fn place(reading: &Reading) -> (&str, Option<u32>, &str, ArticleKey) {
    (&reading.origin.file, reading.origin.record, &reading.id, reading.key)
}

#[cfg(test)]
mod tests;
