//! What was understood: the header with what it rests on, and how much was found of each kind.

use super::{printable, quoted, shortened};
use crossread_analysis::export::kind;
use crossread_corpus::{
    article::Article,
    ground::{Ground, Traced},
    mention::EntityKind,
    wording::{self, counted},
};
use std::collections::BTreeMap;

/// One line for each entry of the header, one for the blocks, one for each kind of finding.
pub(super) fn lines(article: &Article) -> Vec<String> {
    let header = &article.header;
    let entry = |name: &str, value: Option<String>| format!("{name:<13}{}", value.unwrap_or("not stated".to_owned()));
    let text = |traced: &Traced<String>| format!("{}, {}", shortened(&traced.value), ground(article, &traced.ground));
    let several = |names: &[Traced<String>]| {
        let all: Vec<String> = names.iter().map(text).collect();
        (!all.is_empty()).then(|| all.join("; "))
    };
    let published = header.published.as_ref();
    let when = published.map(|when| format!("{}, {}", wording::published(&when.value), ground(article, &when.ground)));
    let mut lines = vec![
        entry("outlet", header.outlet.as_ref().map(text)),
        entry("headline", header.headline.as_ref().map(text)),
        entry("published", when.map(|when| printable(&when))),
        entry("authors", several(&header.authors)),
        entry("agencies", several(&header.agencies)),
        entry("language", header.language.as_ref().map(text)),
    ];
    lines.push(entry("blocks", Some(blocks(article))));
    lines.extend(findings(article).into_iter().map(|(name, value)| entry(name, Some(value))));
    lines
}

fn ground(article: &Article, ground: &Ground) -> String {
    match ground {
        Ground::Stated(span) => format!("stated: {}", quoted(article, *span)),
        Ground::Inferred { rule, spans } => {
            let own = spans.iter().find(|anchor| anchor.article == article.key);
            let from = own.map_or(String::new(), |anchor| format!(" from {}", quoted(article, anchor.span)));
            let others = spans.iter().filter(|anchor| anchor.article != article.key).count();
            let others = if others == 0 {
                String::new()
            } else {
                format!(" and {}", counted(others, "place in other articles", "places in other articles"))
            };
            format!("inferred{from}{others} by {}", rule.0)
        }
        Ground::Field(name) => format!("from the file's field {}", printable(name)),
        Ground::Editor(file) => format!("set by the editor in {}", printable(file)),
    }
}

/// "12 paragraphs, 2 captions", in the order of their first.
fn blocks(article: &Article) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for block in &article.blocks {
        let kind = kind(block.kind);
        match counts.iter_mut().find(|(name, _)| *name == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    let counts: Vec<String> = counts.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    format!("{}; {}", counts.join(", "), counted(article.sentences.len(), "sentence", "sentences"))
}

fn findings(article: &Article) -> [(&'static str, String); 4] {
    let found = &article.annotations;
    let known = found.attributions.iter().filter(|saying| saying.entity.is_some()).count();
    let mut kinds: BTreeMap<EntityKind, usize> = BTreeMap::new();
    found.entities.iter().for_each(|entity| *kinds.entry(entity.kind).or_default() += 1);
    let named = |kind| match kind {
        EntityKind::Person => ("person", "persons"),
        EntityKind::Organisation => ("organisation", "organisations"),
        EntityKind::Place => ("place", "places"),
        EntityKind::Other => ("other name", "other names"),
    };
    let names = kinds.into_iter().map(|(kind, count)| counted(count, named(kind).0, named(kind).1));
    let names: Vec<String> = names.collect();
    let names = if names.is_empty() { String::new() } else { format!(" of {}", names.join(", ")) };
    let dated = found.times.iter().filter(|time| time.days.is_some()).count();
    [
        (
            "who says",
            format!("{}, {known} of a known speaker", counted(found.attributions.len(), "attribution", "attributions")),
        ),
        ("names", format!("{}{names}", counted(found.mentions.len(), "mention", "mentions"))),
        ("times", format!("{}, {dated} with their days", counted(found.times.len(), "expression", "expressions"))),
        ("figures", counted(found.figures.len(), "figure", "figures")),
    ]
}
