//! The quotations of the seed articles against the hand-made list, where that list is present.

use super::attributions;
use crate::find::sentence::sentences;
use crossread_corpus::{
    article::{Block, BlockKind},
    attribution::{Attribution, Kind},
    ground::Rule,
    span::Span,
};
use std::{collections::BTreeMap, fs, path::PathBuf};

fn shared(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).join(path)
}

fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let text = fs::read_to_string(shared(file)).ok()?;
    Some(text.lines().skip(1).map(|line| line.split('\t').map(String::from).collect()).collect())
}

fn kind(name: &str) -> BlockKind {
    match name {
        "headline" => BlockKind::Headline,
        "crosshead" => BlockKind::Crosshead,
        "caption" => BlockKind::Caption,
        "standfirst" => BlockKind::Standfirst,
        _ if name.contains("duplicate") => BlockKind::Repeat(0),
        "credit" => BlockKind::Credit,
        _ => BlockKind::Boilerplate,
    }
}

fn blocks(text: &str, article: &str, structure: &[Vec<String>]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut at = 0;
    for (number, line) in text.split('\n').enumerate() {
        let span = Span::of(at, at + line.len()).trimmed(text);
        at += line.len() + 1;
        let row = structure.iter().find(|row| row[0] == article && row[1] == (number + 1).to_string());
        if !span.is_empty() {
            found.push(Block {
                span,
                kind: row.map_or(BlockKind::Paragraph, |row| kind(&row[2])),
                rule: Rule::new("gold"),
            });
        }
    }
    found
}

#[test]
fn seed_quotations_have_their_kind_and_speaker() {
    let (Some(quotes), Some(structure)) = (rows("gold/quotes.tsv"), rows("gold/structure.tsv")) else {
        println!("skipped: no ../shared/gold");
        return;
    };
    let mut read: BTreeMap<String, (String, Vec<Attribution>)> = BTreeMap::new();
    for entry in fs::read_dir(shared("seeds")).expect("the seeds are beside the gold").flatten() {
        let text = fs::read_to_string(entry.path()).expect("UTF-8");
        let article = entry.file_name().to_string_lossy()[..3].to_string();
        let blocks = blocks(&text, &article, &structure);
        let sentences: Vec<Span> = blocks.iter().flat_map(|block| sentences(&text, block.span)).collect();
        let found = attributions(&text, &blocks, &sentences);
        read.insert(article, (text, found));
    }
    let mut wrong = Vec::new();
    let (mut kinds, mut sources, mut speakers) = (0, 0, 0);
    for row in &quotes {
        let [id, article, line, kind, speaker, written, _, _, exact] = row.each_ref_array();
        let (text, found) = &read[article];
        let folded = text.replace('\u{a0}', " ");
        let skipped: usize =
            folded.split('\n').take(line.parse::<usize>().expect("a number") - 1).map(|l| l.len() + 1).sum();
        let place = folded[skipped..].find(exact.as_str()).expect("the quote is in its line");
        // a no-break space is one byte longer than a space
        let before = text
            .chars()
            .scan(0, |at, c| Some((core::mem::replace(at, *at + if c == '\u{a0}' { 1 } else { c.len_utf8() }), c)));
        let shift = before.take_while(|(at, _)| *at < skipped + place).filter(|(_, c)| *c == '\u{a0}').count();
        let start = skipped + place + shift;
        let quote = Span::of(start + 1, start + 2);
        let holding = found.iter().filter(|a| a.quoted.iter().any(|q| q.overlaps(quote)));
        let best = holding.min_by_key(|a| a.content.iter().map(|s| s.len()).sum::<u32>());
        let best = best.unwrap_or_else(|| panic!("{id} is in no attribution"));
        let got = match best.kind {
            Kind::Speech => "direct",
            Kind::Partial => "partial",
            Kind::Chant => "chant",
            Kind::Scare => "scare",
            Kind::Headline => "headline-quote",
        };
        let slice = |span: Option<Span>| span.map_or("", |span| &text[span.range()]);
        kinds += usize::from(got == kind);
        let source = slice(best.source);
        let same = source.contains(written.as_str())
            || written.contains(source) && !source.is_empty()
            || written.starts_with('(');
        sources += usize::from(same);
        let named = slice(best.speaker);
        let surname = named.rsplit(' ').next().unwrap_or(named);
        speakers += usize::from(!surname.is_empty() && speaker.contains(surname));
        if !surname.is_empty() && !speaker.contains(surname) && !source.contains(named) {
            wrong.push(format!("{id}: {named} for {speaker}"));
        }
        if !same || got != kind || !speaker.contains(surname) {
            println!("{id}: {got} for {kind}, {source:?} for {written:?}, {named:?} for {speaker:?}");
        }
    }
    println!("{} quotations: {kinds} kinds, {sources} sources, {speakers} speakers by name", quotes.len());
    assert_eq!(sources, quotes.len(), "sources as written");
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(speakers >= 36, "{speakers} speakers");
    assert!(kinds >= 38, "{kinds} kinds");
}

/// The columns of a row.
trait Columns {
    fn each_ref_array(&self) -> [&String; 9];
}

impl Columns for Vec<String> {
    fn each_ref_array(&self) -> [&String; 9] {
        core::array::from_fn(|at| &self[at])
    }
}
