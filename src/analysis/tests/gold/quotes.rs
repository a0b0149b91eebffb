//! The quotations: their kind, their source as written, and whom that means.

use super::{Row, marked};
use crate::link::tests::gold;
use crossread_corpus::{
    article::Article,
    attribution::{Attribution, Kind},
    span::Span,
};

/// The attribution a quotation stands in: the smallest that holds its beginning.
fn holding<'a>(article: &'a Article, row: &Row) -> Option<&'a Attribution> {
    let inside = Span::new(row.place.start(), row.place.start() + 1);
    let holds = |a: &&Attribution| a.quoted.iter().any(|quoted| quoted.overlaps(inside));
    let size = |a: &&Attribution| a.content.iter().map(|span| span.len()).sum::<u32>();
    article.annotations.attributions.iter().filter(holds).min_by_key(size)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Speech => "direct",
        Kind::Partial => "partial",
        Kind::Chant => "chant",
        Kind::Scare => "scare",
        Kind::Headline => "headline-quote",
    }
}

/// What became of a speaker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    Right,
    AsWritten,
    Unknown,
    Wrong,
}

/// Whether the entity is the one a reader marked; of crowds and other nameless speakers, whether no entity is named
/// and the place that is given describes them. `names` are rows of a name and its spelling.
fn verdict(article: &Article, attribution: &Attribution, speaker: &str, names: &[(String, String)]) -> Verdict {
    let last = |name: &str| name.rsplit([' ', '-']).next().unwrap_or(name).to_owned();
    let nameless = ["crowd:", "joint:", "leaders of"].iter().any(|start| speaker.starts_with(start));
    let Some(entity) = attribution.entity.and_then(|id| article.annotations.entity(id)) else {
        let described = attribution.speaker.map(|span| article.slice(span)).unwrap_or_default();
        let words = described.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3);
        let same = nameless && { words }.any(|word| speaker.contains(word.to_lowercase().trim_end_matches('s')));
        return if same || described == "The crowd" || described == "the crowd" {
            Verdict::Right
        } else {
            Verdict::Unknown
        };
    };
    let mut spellings = entity.mentions.iter().map(|at| article.slice(article.annotations.mentions[*at as usize].span));
    let is_speaker = |spelling: &str| {
        // "NATO (Ann Poe)": the body and the person who speaks for it
        speaker.split([' ', '(', ')']).any(|word| word == last(spelling))
            || names.iter().any(|(name, written)| speaker.starts_with(name) && last(written) == last(spelling))
    };
    let as_written = |span: Span| attribution.source.is_some_and(|source| source.contains(span));
    match () {
        () if !nameless && spellings.any(is_speaker) => Verdict::Right,
        // the text itself names that source, whoever is behind it
        () if !nameless && attribution.speaker.is_some_and(as_written) => Verdict::AsWritten,
        () => Verdict::Wrong,
    }
}

#[test]
fn quotations_have_their_kind_and_speaker() {
    let Some((articles, rows)) = marked("quotes.tsv", [1, 2, 8]) else { return };
    let Some((_, names)) = gold("entities.tsv") else { return };
    let names: Vec<(String, String)> = names.into_iter().map(|row| (row[0].clone(), row[4].clone())).collect();
    let (mut kinds, mut sources, mut right, mut wrong) = (0, 0, 0, Vec::new());
    for row in &rows {
        let (id, gold_kind, speaker, written) = (&row.cells[0], &row.cells[3], &row.cells[4], &row.cells[5]);
        let article = &articles[row.article];
        let Some(found) = holding(article, row) else {
            println!("{id} is in no attribution");
            continue;
        };
        let slice = |span: Option<Span>| span.map_or("", |span| article.slice(span));
        let source = slice(found.source);
        let same = !source.is_empty() && (source.contains(written.as_str()) || written.contains(source))
            || written.starts_with('(');
        kinds += usize::from(kind(found.kind) == gold_kind);
        sources += usize::from(same);
        let verdict = verdict(article, found, speaker, &names);
        right += usize::from(verdict == Verdict::Right);
        let named = found.entity.and_then(|id| article.annotations.entity(id)).map_or("", |e| article.slice(e.name));
        let line = format!(
            "{id}: {verdict:?}, {named:?} ({:?}) for {speaker:?}, {source:?} for {written:?}, {} for {gold_kind}",
            slice(found.speaker),
            kind(found.kind)
        );
        if verdict == Verdict::Wrong {
            wrong.push(line.clone());
        }
        if verdict != Verdict::Right || !same || kind(found.kind) != gold_kind {
            println!("{line}");
        }
    }
    let all = rows.len();
    println!("gold: speakers: {right} of {all}, {} wrong", wrong.len());
    println!("gold: sources as written: {sources} of {all}");
    println!("gold: kinds of quotation: {kinds} of {all}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right >= 38, "{right} speakers");
    assert_eq!(sources, all, "sources as written");
    assert!(kinds >= 38, "{kinds} kinds");
}
