//! Each seed's structure as text, compared with `tests/golden/structure/` (rewritten with `UPDATE=1`), and the gold
//! tables that lie beside the repository.

use crate::{analyse, read, reading::Reading};
use core::fmt::Write as _;
use crossread_corpus::{
    article::{Article, BlockKind},
    collection::Collection,
    ground::{Ground, Traced},
};
use std::{fs, path::PathBuf};

pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The articles of `seeds/`, as they are read.
pub(crate) fn seeds() -> Vec<Reading> {
    read::folder(&root().join("seeds")).expect("the seeds can be read").readings
}

/// An article's header and blocks, one a line: what a person checks when a rule changes.
pub(crate) fn dump(article: &Article, all: &Collection) -> String {
    let mut out = String::new();
    let header = &article.header;
    let mut field = |name: &str, value: Option<(String, &Ground)>| {
        let line =
            value.map_or("not stated".to_owned(), |(value, ground)| format!("{value}  [{}]", grounded(ground, all)));
        writeln!(out, "{name}: {line}").expect("a String takes all");
    };
    let text = |value: &Traced<String>| -> String { value.value.clone() };
    field("outlet", header.outlet.as_ref().map(|value| (text(value), &value.ground)));
    field("headline", header.headline.as_ref().map(|value| (text(value), &value.ground)));
    field("published", header.published.as_ref().map(|value| (published(article), &value.ground)));
    for author in &header.authors {
        field("author", Some((text(author), &author.ground)));
    }
    for agency in &header.agencies {
        field("agency", Some((text(agency), &agency.ground)));
    }
    field("language", header.language.as_ref().map(|value| (text(value), &value.ground)));
    out.push('\n');
    for block in &article.blocks {
        let start: String = article.slice(block.span).chars().take(70).collect();
        let kind = kind_name(block.kind);
        writeln!(out, "{:>4} {kind} ({}) | {}", block.span.start(), block.rule.0, start.replace('\n', "⏎"))
            .expect("a String takes all");
    }
    out
}

/// The publication time as `2020-08-16T21:47 IST updated`.
pub(crate) fn published(article: &Article) -> String {
    article.header.published.as_ref().map_or("not stated".to_owned(), |traced| {
        let value = &traced.value;
        let mut text = value.date.to_string();
        if let Some(time) = value.time {
            write!(text, "T{:02}:{:02}", time.hour(), time.minute()).expect("a String takes all");
        }
        for part in value.zone.iter().map(String::as_str).chain(value.updated.then_some("updated")) {
            write!(text, " {part}").expect("a String takes all");
        }
        text
    })
}

pub(crate) fn kind_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Repeat(of) => format!("repeat of {of}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn grounded(ground: &Ground, all: &Collection) -> String {
    match ground {
        Ground::Stated(span) => format!("stated {}..{}", span.start(), span.end()),
        Ground::Inferred { rule, spans } => {
            let places = spans.iter().map(|anchor| {
                let words = all.get(anchor.article).map_or("", |article| article.slice(anchor.span));
                words.chars().take(30).collect::<String>()
            });
            format!("{}: {}", rule.0, places.collect::<Vec<_>>().join(" + "))
        }
        Ground::Field(name) => format!("field {name}"),
        Ground::Editor(file) => format!("editor {file}"),
    }
}

#[test]
fn seeds_have_their_golden_structure() {
    let found = analyse(seeds(), None);
    let folder = root().join("tests/golden/structure");
    for article in &found.articles {
        let path = folder.join(format!("{}.txt", article.id));
        let dump = dump(article, &found);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).expect("the golden folder can be made");
            fs::write(&path, &dump).expect("the golden file can be written");
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(dump, golden, "{} differs; look at the change, then run with UPDATE=1", path.display());
    }
}

/// The rows of a gold table, or `None` with a line that says so where it isn't there.
fn gold(name: &str) -> Option<Vec<Vec<String>>> {
    let path = root().join("../shared/gold").join(name);
    let Ok(table) = fs::read_to_string(&path) else {
        println!("skipped: no {}", path.display());
        return None;
    };
    Some(table.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect()).collect())
}

#[test]
fn structure_is_as_the_gold_says() {
    let Some(rows) = gold("structure.tsv") else { return };
    let found = analyse(seeds(), None);
    let (mut named, mut wrong) = (0, Vec::new());
    for article in &found.articles {
        for block in &article.blocks {
            let line = article.text[..block.span.start() as usize].matches('\n').count() + 1;
            let row = rows.iter().find(|row| article.id.starts_with(&row[0]) && row[1] == line.to_string());
            let expected = row.map_or("paragraph", |row| row[2].as_str());
            named += usize::from(row.is_some());
            let right = match block.kind {
                BlockKind::Repeat(of) => {
                    let of = &article.blocks[of as usize];
                    let first = article.text[..of.span.start() as usize].matches('\n').count() + 1;
                    expected.ends_with(&format!("duplicate-of-{first}"))
                }
                BlockKind::Dateline => expected.starts_with("dateline-") && !expected.contains("duplicate"),
                BlockKind::Boilerplate => ["advertisement", "site-title", "category-tags"].contains(&expected),
                other => kind_name(other) == expected,
            };
            if !right {
                wrong.push(format!("{}:{line} is {:?} by {}, not {expected}", article.id, block.kind, block.rule.0));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(named, rows.len());
}

#[test]
fn headers_are_as_the_gold_says() {
    let Some(rows) = gold("articles.tsv") else { return };
    let found = analyse(seeds(), None);
    for row in &rows {
        let article =
            found.articles.iter().find(|article| article.id.starts_with(&row[0])).expect("a seed for each row");
        let outlet = article.header.outlet.as_ref().map_or("(not stated)", |outlet| outlet.value.as_str());
        assert_eq!(outlet, row[1].trim_end_matches(" (origin)"), "{}", article.id);
        let headline = article.header.headline.as_ref().map_or("(none in file)", |headline| headline.value.as_str());
        assert_eq!(headline, row[4], "{}", article.id);
        assert_eq!(published(article).trim_end_matches(" updated"), row[5], "{}", article.id);
        let stated = matches!(article.header.published.as_ref().map(|p| &p.ground), Some(Ground::Stated(_)));
        assert_eq!(stated, row[7].contains("stated"), "{}", article.id);
    }
}

#[test]
fn seeds_stand_in_order_of_time() {
    let Some(rows) = gold("articles.tsv") else { return };
    let found = analyse(seeds(), None);
    let mut times: Vec<_> = found.articles.iter().map(|article| (published(article), &article.id[..3])).collect();
    times.sort();
    let mut expected: Vec<_> = rows.iter().map(|row| (row[5].clone(), row[0].as_str())).collect();
    expected.sort();
    let ids = |list: &[(String, &str)]| list.iter().map(|(_, id)| (*id).to_owned()).collect::<Vec<_>>();
    // A day without a time sorts before one with it: by day alone, then by what is known.
    assert_eq!(ids(&times), ids(&expected));
}
