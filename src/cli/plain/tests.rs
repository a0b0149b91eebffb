//! Tests of the plain articles: what is shown, in which order, and that text stays text.

use super::*;
use crossread_corpus::{
    annotation::Annotations,
    article::{ArticleKey, Block, BlockKind, Format, Header, Origin, Published},
    ground::{Ground, Rule, Traced},
    span::Span,
};
use dom_query::Document;

/// An article of which every line is a paragraph.
pub(crate) fn article(key: u64, id: &str, text: &str) -> Article {
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::of(at, at + line.len()).trimmed(text);
        at += line.len();
        blocks.push(Block { span, kind: BlockKind::Paragraph, rule: Rule::new("test") });
    }
    Article {
        key: ArticleKey(key),
        id: id.to_owned(),
        origin: Origin {
            file: format!("{id}.txt"),
            record: None,
            format: Format::PlainText,
            encoding: "utf-8".to_owned(),
            source: None,
        },
        header: Header::default(),
        text: text.into(),
        sentences: blocks.iter().map(|block| block.span).collect(),
        blocks,
        annotations: Annotations::default(),
        warnings: Vec::new(),
    }
}

fn on_day(article: Article, day: i8, ground: Ground) -> Article {
    let date = jiff_date(day);
    let value = Published { date, time: None, zone: None, updated: false };
    Article { header: Header { published: Some(Traced { value, ground }), ..article.header }, ..article }
}

fn jiff_date(day: i8) -> jiff::civil::Date {
    jiff::civil::date(2031, 3, day)
}

fn plain(articles: Vec<Article>) -> Plain {
    Plain::new(Collection { title: None, articles, ..Collection::default() })
}

/// Text that tries to be markup, to end elements and to turn the direction of what follows.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script> \"' onmouseover=x &amp; &lt;b&gt;\n<img src=x onerror=alert(2)>\n\
    --> ]]> </p></div></article></script></style></title></textarea><!-- \u{202e}desrever\u{202c} \u{2066}x\n\u{2069}end";

#[test]
fn hostile_text_stays_text() {
    let mut hostile = article(1, "\"><script>alert(3)</script>", HOSTILE);
    let text = HOSTILE.lines().next().unwrap().to_owned();
    hostile.header.headline = Some(Traced { value: text.clone(), ground: Ground::Field("title".into()) });
    hostile.header.outlet = Some(Traced { value: text.clone(), ground: Ground::Editor("x".into()) });
    hostile.header.agencies = vec![Traced { value: text.clone(), ground: Ground::Field("x".into()) }];
    let kinds = [BlockKind::Caption, BlockKind::Crosshead, BlockKind::Repeat(0), BlockKind::Standfirst];
    for (block, kind) in hostile.blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
    let title = Traced { value: text.clone(), ground: Ground::Editor("x".into()) };
    let plain = Plain::new(Collection { title: Some(title), articles: vec![hostile], ..Collection::default() });
    for markup in [plain.page(), alone(&plain, 0, &[("a.css", None)])] {
        let page = Document::from(markup.into_string());
        assert!(page.select("script, img, [onerror], [onmouseover], textarea, style").is_empty(), "{}", page.html());
        let shown = page.select("article").text();
        for line in HOSTILE.lines() {
            assert!(shown.contains(line), "{line} is missing in {shown}");
        }
        assert_eq!(page.select("article").attr("data-article-id").unwrap().as_ref(), "\"><script>alert(3)</script>");
        assert_eq!(page.select("article bdi").first().text().as_ref(), text);
        assert_eq!(page.select(".text > [dir='auto'], .text > details > [dir='auto']").length(), 4);
    }
}

#[test]
fn every_kind_is_set_as_in_the_read_lens() {
    let kinds = [
        (BlockKind::Headline, "p.headline", "b0"),
        (BlockKind::Standfirst, "p.standfirst", "b1"),
        (BlockKind::Dateline, "p.role.dateline", "Time: b2"),
        (BlockKind::Outlet, "p.role.outlet-line", "Outlet: b3"),
        (BlockKind::Byline, "p.role.byline", "Byline: b4"),
        (BlockKind::Crosshead, "h3.crosshead", "b5"),
        (BlockKind::Paragraph, "p:not([class])", "b6"),
        (BlockKind::Caption, "p.role.caption", "Caption: b7"),
        (BlockKind::Credit, "p.role.credit", "Credit: b8"),
        (BlockKind::Boilerplate, "p.role.furniture", "Page furniture: b9"),
        (BlockKind::Repeat(7), "details.role.repeat", "The same caption againb10"),
    ];
    let text: Vec<String> = (0..kinds.len()).map(|number| format!("b{number}")).collect();
    let mut article = article(1, "a", &text.join("\n"));
    for (block, (kind, _, _)) in article.blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
    let page = Document::from(plain(vec![article]).page().into_string());
    for (kind, selector, shown) in kinds {
        let found = page.select(&format!("article > .text.headline-in-text > {selector}"));
        assert_eq!(found.text().as_ref(), shown, "{kind:?}");
    }
}

#[test]
fn the_list_is_in_order_of_time_and_says_what_is_not_stated() {
    let first = on_day(article(1, "a", "Rye."), 9, Ground::Editor("corpus.toml".into()));
    let second = on_day(article(2, "b", "Oats."), 7, Ground::Inferred { rule: Rule::new("r"), spans: Vec::new() });
    let plain = plain(vec![first, second, article(3, "c", "Barley.")]);
    let page = Document::from(plain.page().into_string());
    let rows = page.select("nav .row");
    let rows: Vec<String> = rows.iter().map(|row| row.text().to_string()).collect();
    assert_eq!(rows.len(), 3);
    for (row, parts) in rows.iter().zip([
        ["Oats.", "7 Mar 2031 inferred"],
        ["Rye.", "9 Mar 2031 set by the editor"],
        ["Barley.", "date not stated"],
    ]) {
        assert!(parts.iter().all(|part| row.contains(part)), "{parts:?} in {row}");
        assert!(row.contains("Outlet not stated") && row.contains("no headline in the file"), "{row}");
    }
    for link in page.select("nav a").iter() {
        let target = link.attr("href").unwrap();
        assert_eq!(page.select(&format!("article[id='{}']", target.trim_start_matches('#'))).length(), 1);
    }
    assert_eq!(plain.description(), "3 accounts, 7 Mar 2031 to 9 Mar 2031, side by side: search, filter and read.");
}

#[test]
fn large_collections_are_split() {
    let text = format!("{}\nSecond line.", "Knead the dough well. ".repeat(WHOLE / 40));
    let two = || vec![article(1, "one", &text), article(2, "two/2", &text)];
    let small = plain(two()[..1].to_vec());
    assert!(small.files().is_empty() && small.page().into_string() == small.whole().into_string());
    let large = plain(two());
    assert_eq!(large.files(), [(0, "one.html"), (1, "two%2F2.html")]);
    let page = Document::from(large.page().into_string());
    assert!(page.select("article").is_empty());
    let links: Vec<String> = page.select(".rows a").iter().map(|link| link.attr("href").unwrap().to_string()).collect();
    assert_eq!(links, ["articles/one.html", "articles/two%252F2.html"]);
    assert_eq!(page.select("li[data-article-id='two/2'] .snippets").text().trim(), "Second line.");
    let own = Document::from(alone(&large, 1, &[("a-1.css", None)]).into_string());
    assert!(own.select("article").text().contains("Second line."));
    assert_eq!(own.select("link").attr("href").unwrap().as_ref(), "../a-1.css");
    assert_eq!(own.select("main .neighbours a").attr("href").unwrap().as_ref(), "one.html");
    let whole = Document::from(large.whole().into_string());
    assert_eq!(whole.select("article").length(), 2);
    assert_eq!(whole.select("nav a").attr("href").unwrap().as_ref(), "#article-0000000000000001");
}

#[test]
fn the_overview_leads_to_the_articles() {
    let early = on_day(article(1, "early", "First line."), 3, Ground::Editor("corpus.toml".to_owned()));
    let plain = plain(vec![early, article(2, "late", "Second line.")]);
    let page = Document::from(plain.page().into_string());
    let overview = page.select("main > section.overview");
    assert_eq!(overview.length(), 1);
    assert!(overview.text().contains("2 articles, 3 Mar 2031"), "{}", overview.text());
    let links = overview.select("a");
    assert!(links.length() >= 4);
    for link in links.iter() {
        let href = link.attr("href").expect("a link leads somewhere");
        assert_eq!(page.select(&href).length(), 1, "{href}");
    }
}
