//! What holds for every reader: any bytes give readings or a refusal, and readings keep their invariants.

use super::file;
use crate::reading::Reading;
use proptest::prelude::*;

const NAMES: [&str; 16] = [
    "a.eml",
    "a.docx",
    "a.epub",
    "a.txt",
    "a.md",
    "a.html",
    "a.json",
    "a.jsonl",
    "a.csv",
    "a.tsv",
    "a.HTM",
    "x/a.markdown",
    "a.ndjson",
    "a.xhtml",
    "a",
    "a.pdf",
];

/// Pieces that mean something to one reader or another.
const PIECES: [&str; 45] = [
    "---\n",
    "+++\n",
    "%PDF-1.7\n1 0 obj<</Pages 1 0 R/Kids[1 0 R]/Contents 1 0 R>>stream\n(a)Tj\nendstream endobj trailer<</Root 1 0 R>>\n",
    "title: ",
    "title = \"",
    "\"",
    "\n",
    "\r\n",
    "text",
    ",",
    ";",
    "\t",
    "{\"text\": \"",
    "\"}",
    "[",
    "]",
    "{",
    "}",
    "\\ud800",
    "\\u0000",
    "null",
    "1e999",
    "<p>",
    "</p>",
    "<div class=\"",
    "<table><tr><td>",
    "<br>",
    "<h1>",
    "<title>",
    "<!--",
    "<script type=\"application/ld+json\">",
    "</script>",
    "&amp;",
    "&#0;",
    "# ",
    "- ",
    "> ",
    "![",
    "](",
    "|",
    "word ",
    "\u{feff}",
    "\u{2028}",
    "é",
    "A sentence of some length, with a comma in it, stands here for a paragraph of the story. ",
];

/// Reads, and checks what must hold of whatever comes out.
fn check(name: &str, bytes: &[u8]) {
    match file(name, bytes) {
        Ok(readings) => {
            assert!(!readings.is_empty());
            readings.iter().for_each(|reading| holds(name, reading));
        }
        Err(rejection) => {
            assert_eq!(rejection.file, name);
            assert!(!rejection.problem.is_empty() && !rejection.remedy.is_empty());
        }
    }
    assert_eq!(file(name, bytes), file(name, bytes), "the same in, the same out");
}

fn holds(name: &str, reading: &Reading) {
    let Reading { text, marked, fields, origin, .. } = reading;
    assert_eq!(origin.file, name);
    assert!(!text.trim().is_empty() && !text.contains(['\r', '\0']), "{text:?}");
    for pair in marked.windows(2) {
        assert!(pair[0].0.end() <= pair[1].0.start(), "{marked:?}");
    }
    for (span, _) in marked {
        assert!(span.slice(text).is_some_and(|slice| !slice.trim().is_empty()), "{span:?} of {text:?}");
    }
    let single = [&fields.headline, &fields.outlet, &fields.date, &fields.url, &fields.language];
    for named in single.into_iter().flatten().chain(&fields.authors) {
        assert!(!named.value.trim().is_empty() && named.value == named.value.trim(), "{named:?}");
        assert!(!named.from.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(name in prop::sample::select(&NAMES[..]), bytes: Vec<u8>) {
        check(name, &bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(name in prop::sample::select(&NAMES[..]), text: String) {
        check(name, text.as_bytes());
    }

    #[test]
    fn any_mixture_is_read_or_refused(
        name in prop::sample::select(&NAMES[..]),
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
    ) {
        check(name, pieces.concat().as_bytes());
    }

    #[test]
    fn plain_text_is_kept_as_it_is(text in "[a-zé\u{a0}\u{2028}\n\t .]{1,200}") {
        if let Ok(readings) = file("a.txt", text.as_bytes()) {
            prop_assert_eq!(&readings[0].text, &text);
        } else {
            prop_assert!(text.trim().is_empty());
        }
    }
}
