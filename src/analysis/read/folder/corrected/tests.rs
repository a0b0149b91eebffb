//! Corrections that fit their articles, and those that do not.

use super::super::{folder, tests::Made};
use crossread_corpus::correction::Correction;

const LOAF: &str = "Anna Crumb sold 40 loaves. Crumb sold 40 loaves again.\n\nBread is dear, said Bo Rye.";

/// The corrections of a folder with `corpus.toml`, or the refusals.
fn check(corpus: &str, expected: &[&str]) {
    let made = Made::of(&[("a.txt", LOAF), ("b.txt", "Bo Rye ate a bun."), ("corpus.toml", corpus)]);
    let found: Vec<String> = match folder(&made.0) {
        Ok(read) => {
            let text = |at: &crossread_corpus::span::Anchor| {
                let reading = read.readings.iter().find(|r| r.key == at.article).expect("it is there");
                format!("{}@{} {}", reading.id, at.span.start(), &reading.text[at.span.range()])
            };
            let line = |correction: &Correction| match correction {
                Correction::Part(one, other) => format!("part {one}|{other}"),
                Correction::Join(one, other) => format!("join {one}|{other}"),
                Correction::Hide(finding, at) => {
                    format!("hide {} {}", finding.name(), at.iter().map(text).collect::<Vec<_>>().join("|"))
                }
                Correction::Pin { topic, at } => {
                    format!("pin {topic:?} {}", at.iter().map(text).collect::<Vec<_>>().join("|"))
                }
            };
            read.corrections.editor.corrections.iter().map(line).collect()
        }
        Err(all) => all.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(found, expected, "{corpus}");
}

#[test]
fn corrections_are_read_in_the_order_of_their_lines() {
    check(
        "[[pinned]]\ntopic = 'Bread'\nat = [\n  { article = 'a.txt', words = 'Bread is dear' },\n  \
         { article = 'b', words = 'ate a bun' },\n]\n[[parted]]\nnames = ['Anna Crumb', 'Crumb']\n\
         [[hidden]]\nfinding = 'figure'\nat = { article = 'a.txt', words = '40', before = 'Crumb sold ', after = ' loaves.' }\n\
         [[joined]]\nnames = ['Bo Rye', 'crumb']\n[[hidden]]\nfinding = 'figure'\n\
         at = [{ article = 'a.txt', words = '40', after = ' loaves again' }]",
        &[
            "pin Some(\"Bread\") a@56 Bread is dear|b@7 ate a bun",
            "part Anna Crumb|Crumb",
            "hide figure a@16 40",
            "join Bo Rye|crumb",
            "hide figure a@38 40",
        ],
    );
}

#[test]
fn words_must_stand_once() {
    let hidden = |at: &str| format!("\n[[hidden]]\nfinding = 'figure'\nat = [{{ article = {at} }}]");
    check(&hidden("'a.txt', words = '40', after = ' loaves again'"), &["hide figure a@38 40"]);
    check(&hidden("'a.txt', words = 'loaves. Crumb   sold'"), &["hide figure a@19 loaves. Crumb sold"]);
    check(
        &hidden("'a.txt', words = '40'"),
        &[
            "corpus.toml, line 4: the words \"40\" stand 2 times in a.txt; add before = \"WORDS\" or after = \"WORDS\", as \
             they stand right before or behind them",
        ],
    );
    check(
        &hidden("'a.txt', words = '50'"),
        &[
            "corpus.toml, line 4: the words \"50\" are not in a.txt; copy them from the article as they are now, or take the \
           correction out",
        ],
    );
    check(
        &hidden("'a.txt', words = '40', before = 'Rye'"),
        &[
            "corpus.toml, line 4: the words \"40\" are not in a.txt with what is around them; copy them from the article as \
           they are now, or take the correction out",
        ],
    );
    check(
        &hidden("'c.txt', words = '40'"),
        &[
            "corpus.toml, line 4: no article is called \"c.txt\"; write the article's file name as it stands in the folder",
        ],
    );
}

#[test]
fn names_must_be_written_somewhere() {
    check("[[joined]]\nnames = ['bo rye', 'Crumb']", &["join bo rye|Crumb"]);
    check(
        "\n[[parted]]\nnames = ['Bo Rye', 'Bo Wheat']",
        &[
            "corpus.toml, line 2: no article has the name \"Bo Wheat\"; write it as an article does, or take the correction out",
        ],
    );
}

#[test]
fn what_is_written_otherwise_is_refused() {
    let refused = |corpus: &str, expected: &str| {
        let made = Made::of(&[("a.txt", LOAF), ("corpus.toml", corpus)]);
        let all = folder(&made.0).expect_err("it has a fault");
        assert_eq!(all.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), expected, "{corpus}");
    };
    refused(
        "parted = [{ names = ['Crumb', 'Rye'] }]",
        "corpus.toml, line 1: \"parted\" is not a table of its own; write [[parted]] above the keys of each",
    );
    refused(
        "[parted]\nnames = ['Crumb', 'Rye']",
        "corpus.toml, line 1: \"parted\" is not a table of its own; write [[parted]] above its keys",
    );
    refused(
        "[[parted]]\nnames = ['Crumb']",
        "corpus.toml, line 1: [[parted]] is not whole; it needs names = [\"ONE SPELLING\", \"THE OTHER\"]",
    );
    refused("[[parted]]\nname = 'Crumb'", "corpus.toml, line 2: \"name\" is no key of [[parted]]; the keys are names");
    refused(
        "[[hidden]]\nfinding = 'number'\nat = []",
        "corpus.toml, line 2: \"finding\" is none of the findings; they are name, figure, date, attribution, claim, member, \
         difference",
    );
    refused(
        "[[hidden]]\nfinding = 'member'\nat = { article = 'a.txt', words = 'Rye' }",
        "corpus.toml, line 3: \"at\" has one place, and a member is told by two; give the words of two articles",
    );
    refused(
        "[[pinned]]\nat = [{ article = 'a.txt', words = 'Rye' }]",
        "corpus.toml, line 2: \"at\" is of one article; give sentences of two articles or more",
    );
    refused(
        "[[hidden]]\nfinding = 'name'\nat = [{ article = 'a.txt', word = 'Rye' }]",
        "corpus.toml, line 3: \"word\" is no key of a place; the keys are article, words, before, after",
    );
}
