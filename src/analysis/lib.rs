//! Text in, findings out: reads files, finds their structure, and links articles.
//!
//! The order is `read → structure → find → link`; arrows never point back. Only the reading of dates in words
//! ([`find::date`]) and the tables of words are shared by `structure` and `link`.

pub mod editor;
pub mod export;
pub mod find;
mod identity;
pub mod invariant;
pub mod link;
pub mod own;
pub mod read;
pub mod reading;
pub mod rejection;
pub mod structure;

use crossread_corpus::{
    annotation::Annotations,
    article::{Article, ArticleKey, Warning},
    collection::Collection,
    ground::{Ground, Traced},
};
use link::entity::Naming;
use read::{Corrections, Folder};
use reading::Reading;
use rejection::Rejection;
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
    Collection { title, articles, links, aliases: naming.aliases.clone(), ..Collection::default() }
}

/// Analyses a folder as its editor has it: title, names and corrections.
///
/// # Errors
/// A refusal for each correction that has nothing to correct, with its line.
pub fn collection(folder: Folder) -> Result<Collection, Vec<Rejection>> {
    let Folder { readings, title, aliases, corrections, .. } = folder;
    let mut articles = outlined(unique(readings));
    let mut idle = Vec::new();
    for article in &mut articles {
        idle.extend(annotate(article, &corrections));
    }
    let Corrections { editor, lines } = corrections;
    let names = link::corrected::names(&aliases, &editor.corrections);
    names.split(&mut articles);
    let links = link::links_corrected(&articles, &names.naming(), &editor.corrections);
    let title = title.map(|title| Traced { value: title.value, ground: Ground::Editor(title.from) });
    let found = Collection { title, articles, links, editor, aliases };
    idle.extend(link::corrected::unpinned(&found, &lines));
    if idle.is_empty() { Ok(found) } else { Err(idle) }
}

/// Finds what an article says, but for what an editor hides. A refusal for each correction that has nothing to hide.
pub fn annotate(article: &mut Article, corrections: &Corrections) -> Vec<Rejection> {
    article.annotations = find::annotations(article);
    let idle = link::corrected::hide_findings(article, &corrections.editor.corrections);
    let refused = |number: usize| {
        let problem = format!("nothing of this kind is found at these words of {}", article.origin.file);
        let remedy = "give the words as they are marked on the page, or take the correction out";
        Rejection::new(link::corrected::FILE, problem, remedy).at(format!("line {}", corrections.lines[number]))
    };
    idle.into_iter().map(refused).collect()
}

/// The articles of these readings, sorted by id, with all but their annotations, which [`find::annotations`] gives.
///
/// For whoever analyses thousands of articles and keeps none: an article's findings need more room than its text.
/// Readings with the same content are all kept.
pub fn outlined(readings: Vec<Reading>) -> Vec<Article> {
    outlined_by(readings, article)
}

/// The same, where `article` gives what one reading's own header and layout give.
fn outlined_by(mut readings: Vec<Reading>, article: impl FnMut(Reading) -> Article) -> Vec<Article> {
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
