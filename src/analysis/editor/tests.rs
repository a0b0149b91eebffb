//! What an editor may write, and the words with which the rest is refused.

use super::{corpus, sidecar};
use crate::rejection::Rejection;

fn lines(rejections: &[Rejection]) -> String {
    rejections.iter().map(Rejection::to_string).collect::<Vec<_>>().join("\n")
}

/// Compares the keys of a sidecar, or its faults.
fn check(toml: &str, expected: &str) {
    let found = match sidecar("a.toml", toml) {
        Ok(f) => {
            let single = [&f.headline, &f.outlet, &f.date, &f.url, &f.language];
            let all = single.into_iter().flatten().chain(&f.authors);
            all.map(|named| format!("{} ({})", named.value, named.from)).collect::<Vec<_>>().join("\n")
        }
        Err(rejections) => lines(&rejections),
    };
    assert_eq!(found, expected, "{toml}");
}

#[test]
fn all_keys_of_an_article() {
    check(
        "headline = ' T '\noutlet = 'O'\ndate = 2031-02-03\nurl = 'https://a.example'\nlanguage = 'en_US'\nauthors = 'A'",
        "T (a.toml)\nO (a.toml)\n2031-02-03 (a.toml)\nhttps://a.example (a.toml)\nen-US (a.toml)\nA (a.toml)",
    );
    check("authors = ['A', 'B']\n", "A (a.toml)\nB (a.toml)");
    for date in ["2031-02-03", "2031-02-03T21:47", "2031-02-03 21:47:05", "2031-02-03T21:47+05:30", "2031-02-03T21:47Z"]
    {
        check(&format!("date = \"{date}\""), &format!("{date} (a.toml)"));
    }
    check("", "");
}

#[test]
fn faults_are_told_together_with_their_lines() {
    check(
        "headline = 1\nauthor = 'A'\noutlet = ' '\ndate = 'last week'\nlanguage = 'English'",
        "a.toml, line 1: \"headline\" is not a text; write it in double quotes, or take the line out\n\
         a.toml, line 2: \"author\" is no key of an article; the keys are headline, outlet, date, authors, url, language\n\
         a.toml, line 3: \"outlet\" is blank; write it in double quotes, or take the line out\n\
         a.toml, line 4: \"date\" is not an ISO 8601 date; write it as \"2031-02-03\" or \"2031-02-03T21:47\", with \
         \"+05:30\" behind it if the zone is known\n\
         a.toml, line 5: \"language\" is not a language tag; write a tag such as \"en\" or \"pt-BR\"",
    );
    check(
        "authors = ['A', 2]",
        "a.toml, line 1: \"authors\" is not a text; write it in double quotes, or take the line out",
    );
    for wrong in ["date = 21:47:05", "date = '2031-02-30'", "date = '3 February 2031'"] {
        assert!(sidecar("a.toml", wrong).is_err(), "{wrong}");
    }
    assert!(
        lines(&sidecar("a.toml", "x = 'a'\ny = ").expect_err("wrong TOML"))
            .starts_with("a.toml, line 2: not valid TOML (")
    );
}

#[test]
fn a_corpus_has_title_articles_and_aliases() {
    let editor = corpus(
        "corpus.toml",
        "title = 'The flood'\n[articles.'b.txt']\noutlet = 'B'\n[articles.a]\noutlet = 'A'\n\
         [aliases]\nLeigh = 'Ann Lee'\n'Bo Day' = ['B. Day', 'Daye']\n",
    )
    .expect("it has no fault");
    assert_eq!(editor.title.map(|title| title.value), Some("The flood".to_owned()));
    let entries: Vec<_> = editor.articles.iter().map(|entry| (entry.name.as_str(), entry.line)).collect();
    assert_eq!(entries, [("b.txt", 2), ("a", 4)]);
    let aliases: Vec<_> = editor.aliases.iter().map(|(from, to)| format!("{from}={to}")).collect();
    assert_eq!(aliases, ["B. Day=Bo Day", "Daye=Bo Day", "Leigh=Ann Lee"]);
}

#[test]
fn faults_of_a_corpus() {
    let told = |toml: &str| corpus("c", toml).map_err(|all| lines(&all)).expect_err("it has a fault");
    assert_eq!(
        told("titel = 'x'"),
        "c, line 1: \"titel\" is no key of corpus.toml; the keys are title, articles, aliases, and [[parted]], [[joined]], [[hidden]], \
         [[pinned]]"
    );
    assert_eq!(told("aliases = 1"), "c, line 1: \"aliases\" is not a table; write [aliases] on a line of its own");
    assert_eq!(
        told("[articles.a.txt]\noutlet = 'A'"),
        "c, line 1: \"txt\" is no key of an article; a name with a dot in it needs quotes: [articles.\"FILE.txt\"]"
    );
    assert_eq!(
        told("[aliases]\nA = 'B'\nC = ['A']"),
        "c, line 3: \"C\" gives a spelling to C that stands for B already; keep one of the two"
    );
}
