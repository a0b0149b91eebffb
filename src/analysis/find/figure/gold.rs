//! The figures of the five seeds against those a reader marked.

use crate::find::{
    figure::figures,
    sentence::sentences,
    token::{Token, tokens},
};
use crossread_corpus::{
    figure::{Figure, Qualifier},
    span::Span,
};
use std::{collections::BTreeMap, fs, path::Path};

/// One line of a text as its sentences' tokens.
fn tokenised(text: &str) -> Vec<Vec<Token>> {
    let sentences = sentences(text, Span::of(0, text.len()));
    sentences.into_iter().map(|sentence| tokens(text, sentence)).collect()
}

/// True when `figure` has the row's value ("80 %", "65 years", "10,000s", "6th") and qualifier.
fn agrees(figure: &Figure, value: &str, qualifier: &str) -> bool {
    let magnitude = value.strip_suffix("0s").is_some();
    let number: String = value.chars().filter(|c| c.is_ascii_digit()).collect();
    let number: f64 = number.parse().unwrap_or(f64::NAN);
    let fits = if magnitude {
        figure.amount.low == number && figure.amount.high > number
    } else {
        figure.amount.low == number && figure.amount.high == number
    };
    let unit = value
        .split_once(' ')
        .is_none_or(|(_, unit)| figure.measured_in.as_deref().is_some_and(|name| unit.trim_end_matches('s') == name));
    let qualified = match qualifier {
        "more than" | "over" => Qualifier::MoreThan,
        "up to" => Qualifier::UpTo,
        "about" => Qualifier::About,
        "at least" => Qualifier::AtLeast,
        "almost" => Qualifier::Almost,
        "vague" => Qualifier::Vague,
        "rounded" => Qualifier::Rounded,
        _ => Qualifier::Exact,
    };
    fits && unit && figure.amount.qualifier == qualified
}

#[test]
fn thirty_of_the_marked_figures_are_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let Ok(gold) = fs::read_to_string(root.join("../shared/gold/numbers.tsv")) else {
        println!("skipped: ../shared/gold/numbers.tsv is absent");
        return;
    };
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(root.join("seeds")).expect("the seeds are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            let text = fs::read_to_string(entry.path()).expect("a seed is readable");
            texts.insert(name[..3].to_owned(), text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
        }
    }
    let (mut right, mut missed) = (0, Vec::new());
    for row in gold.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [_, article, line, exact, value, qualifier] = cells[..6] else { panic!("a broken row: {row}") };
        let number: usize = line.parse().expect("a line number");
        let line = texts[article].lines().nth(number - 1).expect("the line is there").replace('\u{a0}', " ");
        let from = line.find(exact).unwrap_or_else(|| panic!("{exact:?} is not in its line"));
        let place = Span::of(from, from + exact.len());
        let found = figures(&line, &tokenised(&line));
        let inside = || found.iter().filter(|figure| figure.span.overlaps(place));
        if inside().any(|figure| agrees(figure, value, qualifier)) {
            right += 1;
        } else {
            missed.push(format!(
                "{article}:{number} {exact:?} wanted {value} {qualifier}, found {:?}",
                inside().collect::<Vec<_>>()
            ));
        }
    }
    println!("{right} right; missed:\n{}", missed.join("\n"));
    assert!(right >= 30, "{right} of 34 right");
}
