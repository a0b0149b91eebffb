//! The time expressions of the five seeds against those a reader marked.

use super::times;
use crate::find::{
    sentence::sentences,
    token::{Token, tokens},
};
use crossread_corpus::{span::Span, time::TimeExpression};
use jiff::civil::Date;
use std::{collections::BTreeMap, fs, path::Path};

/// An article's text, where its lines begin, and its times.
type Read = (String, Vec<usize>, Vec<TimeExpression>);

fn read(text: String, anchor: Date) -> Read {
    let mut lines = Vec::new();
    let mut all: Vec<Vec<Token>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push(at);
        let found = sentences(&text, Span::of(at, at + line.len()));
        all.extend(found.into_iter().map(|sentence| tokens(&text, sentence)));
        at += line.len();
    }
    let found = times(&text, &all, Some(anchor));
    (text, lines, found)
}

/// True when `time` means the gold's date: the same days, or for "~1994" the same first year.
fn agrees(time: &TimeExpression, date: &str) -> bool {
    let plain = date.split(' ').next().unwrap_or_default().trim_start_matches('~');
    let Some((first, last)) = time.days else { return false };
    if date.starts_with('~') {
        return first.year().to_string() == plain;
    }
    let day = |value: &str, end: bool| -> Option<Date> {
        match value.len() {
            4 => Date::new(value.parse().ok()?, if end { 12 } else { 1 }, if end { 31 } else { 1 }).ok(),
            7 => {
                let month = Date::new(value[..4].parse().ok()?, value[5..].parse().ok()?, 1).ok()?;
                Some(if end { month.last_of_month() } else { month })
            }
            _ => value.get(..10)?.parse().ok(),
        }
    };
    if time.value == plain {
        return true;
    }
    let (from, to) = plain.split_once('/').unwrap_or((plain, plain));
    let clock = plain.split_once('T').map(|(_, clock)| clock);
    day(from, false) == Some(first)
        && day(to, true) == Some(last)
        && clock.is_none_or(|clock| time.value.ends_with(clock))
}

#[test]
fn the_marked_times_are_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let gold = root.join("../shared/gold");
    let (Ok(rows), Ok(articles)) =
        (fs::read_to_string(gold.join("timeline.tsv")), fs::read_to_string(gold.join("articles.tsv")))
    else {
        println!("skipped: ../shared/gold is absent");
        return;
    };
    let anchors: BTreeMap<&str, Date> = articles
        .lines()
        .skip(1)
        .filter_map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            let day = cells.iter().find_map(|cell| cell.get(..10)?.parse::<Date>().ok());
            Some((cells[0].get(..3)?, day?))
        })
        .collect();
    let mut texts: BTreeMap<String, Read> = BTreeMap::new();
    for entry in fs::read_dir(root.join("seeds")).expect("the seeds are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(anchor) = name.get(..3).and_then(|id| anchors.get(id)).filter(|_| name.ends_with(".txt")) {
            let text = fs::read_to_string(entry.path()).expect("a seed is readable");
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\u{a0}', " ");
            texts.insert(name[..3].to_owned(), read(text, *anchor));
        }
    }
    let (mut right, mut missed) = (0, Vec::new());
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [_, date, article, line, phrase] = cells[..5] else { panic!("a broken row: {row}") };
        let (text, lines, found) = &texts[article];
        let number: usize = line.parse().expect("a line number");
        let start = lines[number - 1];
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let at = text[start..end].find(phrase).unwrap_or_else(|| panic!("{phrase:?} is not in its line"));
        let place = Span::of(start + at, start + at + phrase.len());
        // a clock time stands elsewhere in the line than the weekday it goes with
        let line = Span::of(start, end);
        let wide = if date.contains('T') { line } else { place };
        let inside = || found.iter().filter(|time| time.span.overlaps(wide));
        if inside().any(|time| agrees(time, date)) {
            right += 1;
        } else {
            let shown: Vec<String> = inside().map(|t| format!("{} {:?}", t.value, t.days)).collect();
            missed.push(format!("{article}:{number} {phrase:?} wanted {date}, found {shown:?}"));
        }
    }
    println!("{right} right of {}; missed:\n{}", right + missed.len(), missed.join("\n"));
    assert!(right >= 38, "{right} right");
}
