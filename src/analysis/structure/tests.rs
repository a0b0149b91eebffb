//! Invented articles in the shapes of many publishers: `tests/shapes/*.txt` holds each with what every line is.
//!
//! A shape file has lines `# why`, then `= field: value` for the header, then the article, each line of it with its
//! expected kind before a bar: `headline| Bridge opens`. A line without a bar goes on with the block before it.

use super::{HeaderSource, blocks, header};
use crate::{
    reading::{Fields, key},
    tests::golden,
};
use crossread_corpus::article::{Article, BlockKind};
use std::{fs, path::Path};

/// A shape file taken apart.
struct Shape {
    /// The article.
    text: String,
    /// The kind of each block, in order.
    kinds: Vec<String>,
    /// Field and value of each header line.
    header: Vec<(String, String)>,
}

fn parse(file: &str) -> Shape {
    let (mut text, mut kinds, mut header) = (String::new(), Vec::new(), Vec::new());
    for line in file.lines() {
        if line.starts_with("# ") {
            continue;
        }
        if let Some((field, value)) = line.strip_prefix("= ").and_then(|line| line.split_once(": ")) {
            header.push((field.to_owned(), value.to_owned()));
            continue;
        }
        match line.split_once("| ").filter(|(kind, _)| kind.chars().all(|char| char.is_lowercase())) {
            Some((kind, line)) => {
                kinds.push(kind.to_owned());
                text.push_str(line);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    Shape { text, kinds, header }
}

fn kind_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Repeat(_) => "repeat".to_owned(),
        other => golden::kind_name(other),
    }
}

/// The value of a header field, several joined by "; ".
fn field(article: &Article, name: &str) -> String {
    let header = &article.header;
    let one = |value: &Option<crossread_corpus::ground::Traced<String>>| {
        value.as_ref().map_or("not stated".to_owned(), |value| value.value.clone())
    };
    let many = |values: &[crossread_corpus::ground::Traced<String>]| {
        values.iter().map(|value| value.value.as_str()).collect::<Vec<_>>().join("; ")
    };
    match name {
        "outlet" => one(&header.outlet),
        "headline" => one(&header.headline),
        "published" => golden::published(article),
        "authors" => many(&header.authors),
        "agencies" => many(&header.agencies),
        "language" => one(&header.language),
        other => panic!("no header field {other}"),
    }
}

#[test]
fn every_shape_is_told() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/shapes"));
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the shapes are there").filter_map(Result::ok).map(|file| file.path()).collect();
    files.sort();
    assert!(files.len() >= 12);
    let mut wrong = Vec::new();
    for path in &files {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let shape = parse(&fs::read_to_string(path).expect("the shapes are UTF-8"));
        let found = blocks(&shape.text, &[], &Fields::default());
        for (at, block) in found.iter().enumerate() {
            let (kind, line) = (kind_name(block.kind), block.span.slice(&shape.text).unwrap_or("?"));
            let expected = shape.kinds.get(at).map_or("nothing", String::as_str);
            if kind != expected {
                wrong.push(format!("{name}: {kind} by {}, not {expected}: {line}", block.rule.0));
            }
        }
        let article =
            crate::analyse(vec![crate::reading::testing::reading(&name, &shape.text)], None).articles.remove(0);
        for (name_of, expected) in &shape.header {
            let value = field(&article, name_of);
            if value != *expected {
                wrong.push(format!("{name}: {name_of} is {value}, not {expected}"));
            }
        }
        assert_eq!(found.len(), shape.kinds.len(), "{name}: {wrong:#?}");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_title_field_beats_the_text() {
    let named = |value: &str| Some(crate::reading::Named { value: value.to_owned(), from: "title".to_owned() });
    let text = "Lakeside\nBridge opens at last\nThe bridge over the lake was opened by the mayor on Monday.\nShe was glad of it.";
    let mut fields = Fields { headline: named("Bridge opens at last | Lakeside Daily"), ..Fields::default() };
    assert_eq!(blocks(text, &[], &fields)[1].rule.0, "title-field");
    fields.headline = named("Something else entirely");
    let found = blocks(text, &[], &fields);
    let source = HeaderSource { text, key: key(b""), blocks: &found, fields: &fields, editor: &Fields::default() };
    let (header, _) = header(source);
    assert_eq!(header.headline.map(|headline| headline.value).as_deref(), Some("Something else entirely"));
}

#[test]
fn a_date_that_cannot_be_read_is_told() {
    let date = |value: &str| Some(crate::reading::Named { value: value.to_owned(), from: "date".to_owned() });
    let editor = Fields::default();
    for (given, expected) in [
        ("Sun, 16 Aug 2020 21:47:00 +0530", true),
        ("2020-08-16T21:47:00Z", true),
        ("08/09/2020", false),
        ("soon", false),
    ] {
        let fields = Fields { date: date(given), ..Fields::default() };
        let source = HeaderSource { text: "", key: key(b""), blocks: &[], fields: &fields, editor: &editor };
        let (header, warnings) = header(source);
        assert_eq!(header.published.is_some(), expected, "{given}");
        assert_eq!(warnings.is_empty(), expected, "{given}");
    }
}
