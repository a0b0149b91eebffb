//! Text in, findings out: reads files, finds their structure, and links articles.
//!
//! The order is `read → structure → find → link`; arrows never point back. Only the reading of dates in words
//! ([`find::date`]) is shared by `structure` and `link`.

pub mod editor;
pub mod find;
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
    let mut articles: Vec<Article> = with_ids(unique(readings)).into_iter().map(article).collect();
    articles.sort_by(|one, other| one.id.cmp(&other.id));
    link::date::infer(&mut articles);
    for article in &mut articles {
        article.annotations = find::annotations(article);
    }
    let links = link::links(&articles);
    Collection { title, articles, links }
}

/// What one article's own header and layout give; what its text says is found once its date is known.
fn article((id, reading): (String, Reading)) -> Article {
    let Reading { key, id: _, origin, text, fields, editor, marked, mut warnings } = reading;
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
    readings.sort_by(|one, other| {
        let place =
            |reading: &Reading| (reading.origin.file.clone(), reading.origin.record, reading.id.clone(), reading.key);
        place(one).cmp(&place(other))
    });
    let mut kept: BTreeMap<ArticleKey, usize> = BTreeMap::new();
    let mut unique: Vec<Reading> = Vec::new();
    for reading in readings {
        match kept.get(&reading.key) {
            Some(&at) => {
                let message = format!("{} has the same content and was left out.", reading.origin.file);
                unique[at].warnings.push(Warning { span: None, message });
            }
            None => {
                kept.insert(reading.key, unique.len());
                unique.push(reading);
            }
        }
    }
    unique
}

/// Each reading with an id of its own: its stem, or the stem with a number where several files share it.
fn with_ids(readings: Vec<Reading>) -> Vec<(String, Reading)> {
    let stems: BTreeSet<String> = readings.iter().map(|reading| reading.id.clone()).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut named = Vec::new();
    for reading in readings {
        let stem = if reading.id.trim().is_empty() { "article" } else { reading.id.as_str() };
        let mut id = stem.to_owned();
        let mut number = 1;
        while taken.contains(&id) || (number > 1 && stems.contains(&id)) {
            number += 1;
            id = format!("{stem}-{number}");
        }
        taken.insert(id.clone());
        named.push((id, reading));
    }
    named
}

#[cfg(test)]
mod tests;
