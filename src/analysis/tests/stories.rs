//! Invented stories and the seeds compared: what a careful reader finds in a story must be found, what is not so must not,
//! and what is said of the seeds is compared with `tests/golden/comparison.txt` (rewritten with `UPDATE=1`).

use super::golden::{root, seeds};
use crate::{analyse, link::tests::show, reading::testing::reading};
use core::fmt::Write as _;
use crossread_corpus::{
    article::Article,
    collection::Collection,
    links::{
        Anchor,
        claim::{Cell, OnlyKind, Speaking},
        difference::DifferenceKind,
    },
    span::Span,
};
use std::fs;

/// A story's accounts, and what is expected of them.
struct Story {
    name: String,
    collection: Collection,
    accounts: Vec<String>,
    expected: Vec<(String, Vec<Anchor>)>,
}

impl Story {
    fn read(name: &str) -> Self {
        let path = root().join("tests/golden/stories").join(name).with_extension("txt");
        let text = fs::read_to_string(path).expect("the story is there");
        let (told, expected) = text.split_once("\n# EXPECTED\n").expect("what is expected stands below");
        let told: Vec<(&str, &str)> =
            told.split("### ").skip(1).map(|one| one.split_once('\n').expect("its name has a line")).collect();
        let readings = told.iter().map(|(name, text)| reading(name, text)).collect();
        let collection = analyse(readings, None);
        let accounts: Vec<String> = collection.articles.iter().map(|article| article.id.clone()).collect();
        let mut story = Self { name: name.to_owned(), collection, accounts, expected: Vec::new() };
        for line in expected.lines() {
            let mut pieces = line.split(" | ");
            let kind = pieces.next().expect("a line has a kind").to_owned();
            let anchors = pieces.map(|piece| story.anchor(piece)).collect();
            story.expected.push((kind, anchors));
        }
        story
    }

    fn anchor(&self, piece: &str) -> Anchor {
        let (name, words) = piece.split_once(": ").expect("a piece names its account");
        let number = self.accounts.iter().position(|id| id == name).unwrap_or_else(|| panic!("no account {name}"));
        let text = &self.collection.articles[number].text;
        let at = text.find(words).unwrap_or_else(|| panic!("{name} has no {words:?}"));
        Anchor { article: u32::try_from(number).expect("few"), span: Span::of(at, at + words.len()) }
    }

    /// For each expectation whether it is met.
    fn met(&self) -> Vec<bool> {
        self.expected.iter().map(|(kind, anchors)| self.is_met(kind, anchors)).collect()
    }

    fn is_met(&self, kind: &str, pieces: &[Anchor]) -> bool {
        let found = &self.collection.links.comparison;
        let meets = |one: Anchor, other: Anchor| one.article == other.article && one.span.overlaps(other.span);
        let holding = |piece: &Anchor| -> Vec<usize> {
            let has = |claim: &crossread_corpus::links::claim::Claim| {
                claim.members.iter().any(|member| meets(member.anchor, *piece))
            };
            (0..found.claims.claims.len()).filter(|at| has(&found.claims.claims[*at])).collect()
        };
        let only = || {
            let told = found.claims.only_here.iter().filter(|only| meets(only.anchor, pieces[0]));
            told.map(|only| only.kind).next().is_some()
        };
        let parted = |kind: &str| {
            let sides = |difference: &&crossread_corpus::links::difference::Difference| {
                let has = |piece: &Anchor| difference.sides.iter().any(|side| meets(side.words, *piece));
                difference.kind.name() == kind && pieces.iter().all(has)
            };
            found.differences.iter().find(sides).is_some()
        };
        match kind.split_once(' ').unwrap_or((kind, "")) {
            ("claim", _) => {
                let all: Vec<Vec<usize>> = pieces.iter().map(holding).collect();
                all[0].iter().any(|claim| all.iter().all(|others| others.contains(claim)))
            }
            ("apart", _) => {
                let all: Vec<Vec<usize>> = pieces.iter().map(holding).collect();
                !all.iter()
                    .enumerate()
                    .any(|(at, one)| all[at + 1..].iter().any(|other| one.iter().any(|claim| other.contains(claim))))
            }
            ("only", _) => only(),
            ("shared", _) => !only(),
            ("same", kind) => !parted(kind),
            (kind, _) => parted(kind),
        }
    }
}

/// What must never be: a false statement of the page.
fn is_ban(kind: &str) -> bool {
    kind == "apart" || kind == "shared" || kind.starts_with("same ")
}

fn check(name: &str, least: usize) {
    let story = Story::read(name);
    let (mut met, mut all, mut wrong) = (0, 0, Vec::new());
    for ((kind, pieces), is_met) in story.expected.iter().zip(story.met()) {
        let told = || pieces.iter().map(|piece| show(&story.collection.articles, *piece)).collect::<Vec<_>>();
        if is_ban(kind) {
            if !is_met {
                wrong.push(format!("{kind} {:?}", told()));
            }
        } else {
            all += 1;
            met += usize::from(is_met);
            if !is_met {
                println!("{}: not found: {kind} {:?}", story.name, told());
            }
        }
    }
    println!("{}: {met} of {all} found, {} wrong: {wrong:#?}", story.name, wrong.len());
    if std::env::var_os("DUMP").is_some() {
        println!("{}", dump(&story.collection));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(met >= least, "{name}: {met} of {all}");
}

#[test]
fn a_flood_is_compared_as_a_reader_would() {
    check("flood", 15);
}

#[test]
fn a_strike_is_compared_as_a_reader_would() {
    check("strike", 13);
}

#[test]
fn a_sale_is_compared_as_a_reader_would() {
    check("club", 10);
}

#[test]
fn a_theft_is_compared_as_a_reader_would() {
    check("museum", 16);
}

/// All claims, differences and what only one has, one a line.
fn dump(collection: &Collection) -> String {
    let articles = &collection.articles;
    let found = &collection.links.comparison;
    let name = |article: &Article| article.id.chars().take(3).collect::<String>();
    let plain = |anchor: Anchor| show(articles, anchor).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::from("Claims\n");
    for claim in &found.claims.claims {
        writeln!(out, "\n{} | {}", claim.articles().len(), plain(claim.exemplar().anchor)).expect("a String takes all");
        for (number, article) in articles.iter().enumerate() {
            match claim.cell(u32::try_from(number).expect("few"), article) {
                Cell::Reports(members) => {
                    for member in members.iter().map(|at| &claim.members[*at as usize]) {
                        let voice = match member.voice {
                            Speaking::Outlet => "own",
                            Speaking::Attributed(_) => "reported",
                            Speaking::Quoted(_) => "quoted",
                        };
                        let hedge = if member.hedge.is_some() { " hedged" } else { "" };
                        writeln!(out, "  {} {voice}{hedge} | {}", name(article), plain(member.anchor))
                            .expect("a String takes all");
                    }
                }
                Cell::PublishedBefore => writeln!(out, "  {} before", name(article)).expect("a String takes all"),
                Cell::Close(anchor) => {
                    writeln!(out, "  {} close | {}", name(article), plain(anchor)).expect("a String takes all");
                }
                Cell::Against(anchor) => {
                    writeln!(out, "  {} against | {}", name(article), plain(anchor)).expect("a String takes all");
                }
                Cell::NotMentioned { nearest } => {
                    let nearest = nearest.map_or(String::new(), plain);
                    writeln!(out, "  {} not mentioned | {nearest}", name(article)).expect("a String takes all");
                }
            }
        }
    }
    out.push_str("\nDifferences\n\n");
    for difference in &found.differences {
        let sides = difference
            .sides
            .iter()
            .map(|side| format!("{} “{}”", name(&articles[side.words.article as usize]), plain(side.words)));
        let sides = sides.collect::<Vec<_>>().join(" · ");
        writeln!(out, "{} ({}) {sides}", difference.kind.name(), difference.rule.0).expect("a String takes all");
    }
    out.push_str("\nOnly here\n");
    for only in &found.claims.only_here {
        let kind = match only.kind {
            OnlyKind::Sentence => "sentence",
            OnlyKind::Clause => "clause",
            OnlyKind::Name => "name",
            OnlyKind::Figure => "figure",
        };
        let article = &articles[only.anchor.article as usize];
        write!(out, "\n{} {kind} | {}", name(article), plain(only.anchor)).expect("a String takes all");
    }
    out.push('\n');
    out
}

#[test]
fn the_seeds_are_compared_as_before() {
    let path = root().join("tests/golden/comparison.txt");
    let dump = dump(&analyse(seeds(), None));
    assert!(DifferenceKind::Size.name() == "size" && dump.contains("Claims"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &dump).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(dump, golden, "{} differs; look at the change, then run with UPDATE=1", path.display());
}
