//! Pages made in the manner of real ones, and what is read from them; rewritten with `UPDATE=1`.

use super::Markup;
use crate::{read, reading::Reading};
use std::{fmt::Write, fs, path::PathBuf};

/// The header, then the text with the kinds that the markup gives in front of their blocks.
fn told(reading: &Reading) -> String {
    let fields = &reading.fields;
    let mut told = String::new();
    let authors = fields.authors.iter().map(|author| ("author", author));
    for (key, named) in fields.single().chain(authors) {
        writeln!(told, "{key}: {} ({})", named.value, named.from).expect("a string takes all");
    }
    let mut text = reading.text.clone();
    for (span, kind) in reading.marked.iter().rev() {
        text.insert_str(span.range().start, &format!("[{kind:?}] "));
    }
    told + "\n" + &text + "\n"
}

#[test]
fn pages_give_their_articles() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/html"));
    let mut pages: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the golden pages")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 6, "{}", pages.len());
    for page in pages {
        let bytes = fs::read(&page).expect("a golden page");
        let readings =
            read::file("page.html", &bytes).unwrap_or_else(|refusal| panic!("{}: {refusal}", page.display()));
        let expected = page.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, told(&readings[0])).expect("a golden text");
        }
        let expected = fs::read_to_string(&expected).expect("a golden text");
        assert_eq!(told(&readings[0]), expected, "{}", page.display());
    }
}

/// Compares what a fragment of markup comes to.
fn check(html: &str, expected: &str) {
    let text = Markup::of("f", html).map_or_else(|refusal| refusal.to_string(), |markup| markup.text);
    assert_eq!(text, expected, "{html}");
}

#[test]
fn white_space_is_what_a_browser_shows() {
    check("<p>One  \n two<b>three</b> <i> four</i></p>five", "One twothree four\n\nfive");
    check("<p>a<br>b<br/> <br>c</p>", "a\nb\n\nc");
    check("<pre>a\n  b</pre><p>x&nbsp;&nbsp;y</p>", "a\n  b\n\nx\u{a0}\u{a0}y");
    check("<ul><li>one<li><p>two</p><ul><li>three</ul></ul><p>end", "one\ntwo\nthree\n\nend");
    check("<table><tr><th>a<td>b<tr><td>1<td>2</table>", "a\tb\n1\t2");
    check("<table><tr><td><p>a</p><p>b</p><td>c</table>", "a\n\nb\n\nc");
    check("<p>a<script>b</script><style>c</style><!-- d -->e</p><svg><text>f</text></svg>", "ae");
    check("<h1>T</h1><p>x</p><h2>S</h2>", "T\n\nx\n\nS");
    check("<p> </p>", "f: no article was found on this page; save the article as plain text instead");
}

#[test]
fn pages_made_to_exhaust_are_refused_soon() {
    let refused =
        |html: &str| read::file("a.html", html.as_bytes()).map_or_else(|refusal| refusal.problem, |_| String::new());
    let deep = "its elements are nested more than 500 levels deep";
    for tag in
        ["<div>", "<b>", "<table><td>", "<div></x>", "<ul><li>", "<svg><g>", "<div><table><td></div>", "<font a><i b>"]
    {
        let html = format!("<p>text</p>{}", tag.repeat(100_000));
        assert_eq!(refused(&html), deep, "{tag}");
    }
    assert_eq!(refused(&format!("text{}", "<b><p>".repeat(100_000))), "the page has more than 200000 elements");
    let many = "<p>x".repeat(1_000_000);
    assert_eq!(refused(&many), "the page has more than 200000 elements");
    let wide = format!("<p>text<div {}>", (0..1_000_000).map(|n| format!("a{n} ")).collect::<String>());
    assert_eq!(refused(&wide), "a tag has more than 2000 attributes");
}

#[test]
fn a_long_line_is_read_soon() {
    let sentence = "The boats lay still at the quay, and nobody on the island knew for how long they would. ";
    let html =
        format!("<html><body><article><p>{}</p></article></body></html>", sentence.repeat(10_000_000 / sentence.len()));
    let text = read::file("a.html", html.as_bytes()).map(|all| all[0].text.len());
    assert_eq!(text, Ok(sentence.len() * (10_000_000 / sentence.len()) - 1));
}
