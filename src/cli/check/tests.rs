//! What is told of small articles, and whether the editor's lines are ones that Crossread reads.

use super::told;
use crossread_analysis::{editor, export::outline, find, read};

/// What is told of the first of these files.
fn check(files: &[(&str, &str)]) -> String {
    let readings = files.iter().flat_map(|(name, text)| read::file(name, text.as_bytes()).unwrap());
    let mut article = outline(readings.collect()).remove(0);
    article.annotations = find::annotations(&article);
    told(&article)
}

#[test]
fn what_is_stated_is_shown_with_its_place() {
    let text = check(&[(
        "ferry.txt",
        "Ferry runs again\n\nPublished 21:47, 3 March 2031\n\nMayor Ann Poe said on Monday that 7,000 people would \
         cross. Officials said it was safe.\n",
    )]);
    for part in [
        "ferry\n  understood\n    outlet       not stated\n    headline     Ferry runs again, ",
        "published    3 Mar 2031, 21:47, stated: \"21:47, 3 March 2031\" (line 3)\n",
        "blocks       1 headline, 1 dateline, 1 paragraph; 4 sentences\n",
        "who says     2 attributions, 1 of a known speaker\n",
        "names        1 mention of 1 person\n",
        "  not understood\n    1 speaker without a name in the text: \"Officials\" (line 5)\n",
        "  an editor might correct, in corpus.toml\n    [articles.\"ferry.txt\"]\n    outlet = \"\"  # ",
    ] {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
    assert!(!text.contains("    date ="), "{text}");
}

#[test]
fn the_editors_lines_are_understood_once_filled_in() {
    let text = check(&[("a \"b\".txt", "It rained in the valley, and the river rose.\n")]);
    let (_, lines) = text.split_once("in corpus.toml\n").expect("something to correct");
    assert!(editor::corpus("corpus.toml", lines).is_err(), "nothing is filled in yet:\n{lines}");
    let filled = lines.replace("outlet = \"\"", "outlet = \"O\"").replace("date = \"\"", "date = \"2031-02-03\"");
    let filled = filled.replace("headline = \"\"", "headline = \"H\"");
    let read = editor::corpus("corpus.toml", &filled).unwrap();
    assert_eq!(read.articles[0].name, "a \"b\".txt");
    assert!(read.articles[0].fields.date.is_some() && read.articles[0].fields.outlet.is_some());
}

#[test]
fn nothing_of_an_article_can_move_the_cursor() {
    let text = check(&[("a.txt", "Bo\u{1b}[2J Day\n\nThe\u{1b}[31m mayor said “red\u{7}” things on Monday.\n")]);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
}
