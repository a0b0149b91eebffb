//! The lenses "Voices" and "Names": what they say of invented articles and of the seeds, and that counts are the lines
//! they lead to.

use super::walk::{lines, sheet_of, walk};
use crate::{analyse, reading::testing::reading};
use crossread_corpus::{
    index::Index,
    results::Library,
    sheet::{Line, Part, Piece, text},
    view::{Lens, View},
};
use std::{collections::BTreeMap, fs};

fn library() -> Library {
    let one = "The bridge at Ostheim will be closed, Mayor Ann Poe said on Monday. “We have no choice, the bridge is \
               rotten to the core,” she said.\n\n\
               Rolf Hartmann, a builder, called the closure “a scandal” and “madness”.";
    let two = "“We have no choice: the bridge is rotten,” a spokeswoman of Ostheim said.\n\n\
               Mayor Ann Poe warned that the bridge could fall. Residents said they were worried. Calls for a \
               new bridge were heard.";
    let three = "Ann Poe, the mayor, is on leave. Poe told Hartmann: “We have no choice, the bridge is rotten.”";
    of(&[("one", one), ("two", two), ("three", three)])
}

fn of(texts: &[(&str, &str)]) -> Library {
    let readings = texts.iter().map(|(stem, text)| reading(stem, text)).collect();
    with_index(analyse(readings, None))
}

fn with_index(collection: crossread_corpus::collection::Collection) -> Library {
    let index = Index::build(&collection.articles);
    Library::new(collection, index)
}

fn looking(lens: Lens, of: &str, by: &str) -> View {
    View { lens, of: of.to_owned(), by: by.to_owned(), ..View::default() }
}

fn said(library: &Library, view: &View) -> String {
    lines(&sheet_of(library, view)).into_iter().map(|line| text(line) + "\n").collect()
}

#[test]
fn speakers_have_their_words_counted_once() {
    let library = library();
    let index = said(&library, &looking(Lens::Voices, "", ""));
    assert!(index.contains("Ann Poe 19 direct"), "11 words in one article and 8 in another: {index}");
    assert!(index.contains("Rolf Hartmann 3 partial"), "{index}");
    assert!(index.contains("“a spokeswoman of Ostheim”"), "{index}");
    assert!(index.contains("Described, or several together (2)"), "{index}");
}

#[test]
fn the_crowd_of_one_account_is_not_that_of_another() {
    let library = of(&[
        (
            "one",
            "Ann Poe left Ostheim.\n\nIt rained all day, and nobody saw the bridge.\n\nThe crowd chanted “Thank you!”",
        ),
        ("two", "Ann Poe came to Ostheim.\n\n“No!” the crowd shouted.\n\nResidents said they were worried."),
    ]);
    let index = said(&library, &looking(Lens::Voices, "", ""));
    assert!(index.contains("“The crowd” (file one) 2 direct"), "{index}");
    assert!(index.contains("“the crowd” (file two) 1 direct"), "{index}");
    assert!(index.contains("“Residents” "), "{index}");
    let first = said(&library, &looking(Lens::Voices, "“The crowd” (file one)", ""));
    assert!(first.contains("Thank you!") && !first.contains("“No!”"), "{first}");
}

#[test]
fn a_name_is_found_by_any_of_its_spellings() {
    let library = library();
    let page = |of: &str| said(&library, &looking(Lens::Names, of, ""));
    assert!(page("Poe").contains("Ann Poe"), "{}", page("Poe"));
    assert!(page("Nemo").contains("Nobody and nothing is called “Nemo”"), "{}", page("Nemo"));
}

/// Every count of a table or a bar, and every line that leads to more, is what the sheet it leads to lists.
#[test]
fn numbers_are_the_lines_they_lead_to() {
    let mut counted = 0;
    for library in [library(), with_index(analyse(super::golden::seeds(), None))] {
        for by in ["person", "organisation", "place", "other"] {
            counted += check_counts(&library, &looking(Lens::Names, "", by));
        }
        counted += check_counts(&library, &looking(Lens::Voices, "", ""));
        counted += check_counts(&library, &looking(Lens::Voices, "", "outlets"));
        let names = sheet_of(&library, &looking(Lens::Names, "", "person"));
        for piece in lines(&names).into_iter().flatten() {
            if let Piece::Go { view, .. } = piece
                && !view.of.is_empty()
                && view.by.is_empty()
            {
                counted += check_counts(&library, view);
                counted += check_counts(&library, &view.through(Lens::Voices).looking_at(view.of.as_str()));
            }
        }
    }
    assert!(counted > 500, "{counted} counts");
}

const CLASSES: [&str; 3] = ["direct", "partial", "indirect"];

fn check_counts(library: &Library, view: &View) -> usize {
    let mut counted = 0;
    for piece in lines(&sheet_of(library, view)).into_iter().flatten() {
        let Piece::Go { view: to, words, .. } = piece else { continue };
        let digits: String = words.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ',').collect();
        let Ok(number) = digits.replace(',', "").parse::<usize>() else { continue };
        let kind = words[digits.len()..].trim();
        if to.by == "outlets" || to.lens == Lens::Read {
            continue;
        }
        let parts = sheet_of(library, to);
        let found = match (kind, to.lens) {
            ("", Lens::Voices) if CLASSES.iter().any(|class| to.by.starts_with(class)) => {
                let class = to.by.split(' ').next().expect("a tag is not empty");
                listed(&parts).iter().map(|line| tagged(line, class)).sum()
            }
            ("", _) => listed(&parts).len(),
            (kind, Lens::Voices) => {
                let class = kind.rsplit(' ').next().expect("a kind of words");
                listed(&parts).iter().map(|line| tagged(line, class)).sum()
            }
            _ => continue,
        };
        assert_eq!(found, number, "{words} of {} leads to {}", view.to_url(), to.to_url());
        counted += 1;
    }
    counted
}

/// The lines under the headings of articles at the end of a sheet.
fn listed(parts: &[Part]) -> Vec<&Line> {
    let mut found = Vec::new();
    let after = parts.iter().rposition(|part| matches!(part, Part::Heading(3, _))).expect("a page has a heading");
    for part in &parts[after..] {
        if let Part::List(lines) = part {
            found.extend(lines);
        }
    }
    found
}

/// How many words of this class a line says that it has.
fn tagged(line: &Line, class: &str) -> usize {
    let count = |piece: &Piece| match piece {
        Piece::Tag(tag) => tag.strip_prefix(class)?.strip_prefix(", ")?.split(' ').next()?.parse::<usize>().ok(),
        _ => None,
    };
    line.iter().filter_map(count).sum()
}

#[test]
fn every_link_of_the_lenses_leads_somewhere() {
    for library in [library(), with_index(analyse(super::golden::seeds(), None))] {
        let walked = walk(&library, &[Lens::Voices, Lens::Names], 4000);
        println!("{} views, {} places", walked.views, walked.places);
        assert!(walked.views > 50 && walked.places > 100, "{} views, {} places", walked.views, walked.places);
    }
}

#[test]
fn a_page_of_someone_not_there_says_so() {
    let library = library();
    for lens in [Lens::Voices, Lens::Names] {
        assert!(!said(&library, &looking(lens, "Nemo", "")).trim().is_empty());
        assert!(!said(&library, &looking(lens, "Ann Poe", "in Nowhere")).trim().is_empty());
    }
    let silent = of(&[("silent", "It rained. The rain went on.")]);
    for lens in [Lens::Voices, Lens::Names] {
        assert!(!said(&silent, &looking(lens, "", "")).trim().is_empty());
    }
}

#[test]
fn an_entity_page_tells_spellings_company_and_voices() {
    let library = library();
    let page = said(&library, &looking(Lens::Names, "Ann Poe", ""));
    assert!(page.contains("Ann Poe = Poe last name of full name"), "{page}");
    assert!(page.contains("Mayor Ann Poe"), "{page}");
    assert!(page.contains("Rolf Hartmann – "), "named in the same sentence: {page}");
}

#[test]
fn variants_stand_against_the_fullest() {
    let library = library();
    let page = sheet_of(&library, &looking(Lens::Voices, "Ann Poe", ""));
    let cut = lines(&page)
        .into_iter()
        .any(|line| line.iter().any(|piece| matches!(piece, Piece::Only(words, false) if words.contains("core"))));
    assert!(cut, "{}", said(&library, &looking(Lens::Voices, "Ann Poe", "")));
}

/// The quoted words of each speaker in the gold, as far as the articles' own attributions decide.
#[test]
fn quoted_words_are_as_the_gold_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/gold/voices.tsv");
    let Ok(gold) = fs::read_to_string(path) else {
        println!("skipped: no {path}");
        return;
    };
    let library = with_index(analyse(super::golden::seeds(), None));
    for row in gold.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let article = library.articles().iter().find(|article| article.id.starts_with(cells[0])).expect("a seed");
        let outlet = article.header.outlet.as_ref().map_or(&article.id, |outlet| &outlet.value);
        let parts = sheet_of(&library, &looking(Lens::Voices, "", &format!("quoted · in {outlet}")));
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for line in listed(&parts) {
            *found.entry(text(&line[..1])).or_default() += tagged(line, "direct") + tagged(line, "partial");
        }
        println!("{outlet}: {found:?}\n  gold {}", cells[2]);
        let total: usize = found.values().sum();
        assert_eq!(total.to_string(), cells[1], "{outlet}");
    }
}

#[test]
fn all_lenses_can_be_walked() {
    let library = with_index(analyse(super::golden::seeds(), None));
    let walked = walk(&library, &Lens::ALL, 600);
    assert!(walked.places > 500, "{} views, {} places", walked.views, walked.places);
}
