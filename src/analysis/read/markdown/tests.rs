//! What Markdown becomes, and which front matter is refused.

use crate::read;

/// Compares the text, with the kinds the markup gave in front of their blocks, or the refusal.
fn check(markdown: &str, expected: &str) {
    let found = match read::file("a.md", markdown.as_bytes()) {
        Ok(all) => {
            let mut text = all[0].text.clone();
            for (span, kind) in all[0].marked.iter().rev() {
                text.insert_str(span.range().start, &format!("<{kind:?}> "));
            }
            text
        }
        Err(rejection) => rejection.to_string(),
    };
    assert_eq!(found, expected, "{markdown}");
}

#[test]
fn blocks_and_lines() {
    check("One\ntwo  \nthree\\\nfour.\n\n\nFive.", "One two\nthree\nfour.\n\nFive.");
    check("Before\n- one\n- two\n  more\n\nAfter", "Before\n\none\ntwo more\n\nAfter");
    check("1. one\n\n   still one\n\n2. two\n   - inner\n", "one\nstill one\ntwo\ninner");
    check("> Quoted *words*.\n>\n> More.\n\n---\n\nEnd.", "Quoted words.\n\nMore.\n\nEnd.");
    check("```\nlet x = 1;\n  y\n```\n\n`a  b` ~~c~~", "let x = 1;\n  y\n\na  b c");
    check("| A | B |\n|---|---|\n| 1 | 2 |\n\nEnd", "A\tB\n1\t2\n\nEnd");
    check("A [link](http://a.example \"t\") &amp; <http://b.example>", "A link & http://b.example");
}

#[test]
fn headings_and_pictures() {
    check(
        "# Title\n\nText.\n\n# Other\n\n## Third",
        "<Headline> Title\n\nText.\n\n<Crosshead> Other\n\n<Crosshead> Third",
    );
    check("Text.\n\nTitle\n=====\n", "Text.\n\n<Crosshead> Title");
    check("## Small\n\nText.", "<Crosshead> Small\n\nText.");
    check("![A *bridge*](b.jpg)\n\nText.", "<Caption> A bridge\n\nText.");
    check("Text ![A bridge](b.jpg) goes on. ![](c.jpg)", "Text  goes on.\n\n<Caption> A bridge");
}

#[test]
fn html_is_left_out_with_a_warning() {
    let warnings = |markdown: &str| read::file("a.md", markdown.as_bytes()).map(|all| all[0].warnings.len());
    check("One<br>two <b>bold</b>\n\n<div>\nlost\n</div>\n\nEnd", "One\ntwo bold\n\nEnd");
    assert_eq!(warnings("One <b>bold</b>"), Ok(1));
    assert_eq!(warnings("One<br>two\n\n<!-- more -->\n\nEnd"), Ok(0));
    check("<div>only</div>", "a.md: the file has no text of its own; put the article below the front matter");
}

/// The fields of a front matter, one `key=value` each, below which stands one word.
fn fields(front: &str) -> String {
    match read::file("a.md", format!("{front}\nText").as_bytes()) {
        Ok(all) => {
            let f = &all[0].fields;
            let single = [&f.headline, &f.outlet, &f.date, &f.url, &f.language];
            let all = single.into_iter().flatten().chain(&f.authors);
            all.map(|named| format!("{}={}", named.from, named.value)).collect::<Vec<_>>().join(" | ")
        }
        Err(rejection) => rejection.to_string(),
    }
}

#[test]
fn front_matter_gives_the_header() {
    assert_eq!(
        fields(
            "---\ntitle: \"Dam: holds\"\nsite: The Post\ndate: 2031-02-03\nby: [Ann Lee, Bo Day]\nlang: en\nlink: https://a.example/1\n---"
        ),
        "title=Dam: holds | site=The Post | date=2031-02-03 | link=https://a.example/1 | lang=en | by=Ann Lee | by=Bo Day"
    );
    assert_eq!(
        fields("+++\nheadline = 'Dam holds'\npubdate = 2031-02-03T04:05:06Z\nauthor = 'Ann Lee'\ndraft = false\n+++"),
        "headline=Dam holds | pubdate=2031-02-03T04:05:06Z | author=Ann Lee"
    );
    assert_eq!(fields("---\n---"), "");
    assert_eq!(fields("---\n# only a remark\n..."), "");
    assert_eq!(fields("---\r\nauthor:\r\n  name: Ann Lee\r\ntags: [a, b]\r\n---\r\n"), "author=Ann Lee");
    assert_eq!(fields("---\n\nText above a rule\n"), "");
}

#[test]
fn malformed_front_matter_is_refused_with_its_line() {
    let check = |front: &str, expected: &str| {
        let found = fields(front);
        assert!(found.starts_with(expected), "{front}\nfound:    {found}\nexpected: {expected}");
    };
    check("---\ntitle: One\ndate: Two: three\n---", "a.md, line 3: the front matter is not valid YAML (mapping values");
    check("---\n- a\n- b\n---", "a.md, line 2: the front matter holds no keys; ");
    check("---\ntitle: One\n", "a.md, line 1: the front matter is never closed; put a line --- below it");
    check("+++\ntitle = \"One\"\n", "a.md, line 1: the front matter is never closed; put a line +++ below it");
    check("+++\ntitle = \"One\"\ndate = \n+++", "a.md, line 3: the front matter is not valid TOML (");
}

#[test]
fn the_source_is_the_decoded_file() {
    let source = read::file("a.md", b"\xef\xbb\xbf# T\r\n\r\nText").map(|all| all[0].origin.source.clone());
    assert_eq!(source, Ok(Some("# T\n\nText".into())));
}

#[test]
fn deep_and_long_markdown_ends_soon() {
    for pattern in ["> ", "- ", "[", "*a **b ", "![", "<", "`", "\\", "|-"] {
        let long = format!("x\n{}", pattern.repeat(50_000));
        assert!(read::file("a.md", long.as_bytes()).is_ok(), "{pattern}");
    }
}
