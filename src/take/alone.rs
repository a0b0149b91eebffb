//! A page of its own: a collection put in the page that is one file, in place of the articles that stand there.
//!
//! That page is written by `crossread page`. Its program reads the library in `#library-packed` in place of the one it was
//! built with, and its lenses read the whole in `#shard-packed`, both gzipped and in base64; `#along` holds corrections and
//! notes as [`crate::along`] writes them. Its scripts stay as they are, and with them the hashes in its policy.

use crate::base64;
use crossread_corpus::{
    article::{Article, BlockKind},
    wording,
};

/// What is put in the page.
#[derive(Clone, Debug)]
pub struct Alone<'a> {
    /// What the page holds of the library, and the whole, each gzipped; `None` for the library the page has.
    pub library: Option<[Vec<u8>; 2]>,
    /// Corrections and notes, as [`crate::along::write`] writes them, where there are any.
    pub along: Option<String>,
    /// The articles, for browsers that run no scripts.
    pub articles: &'a [Article],
}

/// What begins the articles as plain text, and what stands behind them.
const PLAIN: &str = "<div id=\"plain\"";
const SCRIPT: &str = "<script";

/// The page `template` with what is put in it; `None` when it is no such page.
pub fn page(template: &str, alone: &Alone<'_>) -> Option<String> {
    let mut page = template.to_owned();
    if let Some(library) = &alone.library {
        for (id, packed) in ["library-packed", "shard-packed"].into_iter().zip(library) {
            page = holding(&page, id, "application/octet-stream", &base64(packed))?;
        }
    }
    if alone.along.is_some() || page.contains(&holder("along", "application/json")) {
        // no string of it can end the element
        let along = alone.along.as_deref().unwrap_or_default().replace('<', "\\u003c");
        page = holding(&page, "along", "application/json", &along)?;
    }
    let body = page.find("<body")?;
    let from = page[body..].find(PLAIN).or_else(|| page[body..].find(SCRIPT))? + body;
    let to = page[from..].find(SCRIPT)? + from;
    page.replace_range(from..to, &plain(alone.articles));
    Some(page)
}

/// The tag that begins an element that holds something and does not run.
fn holder(id: &str, kind: &str) -> String {
    format!("<script type=\"{kind}\" id=\"{id}\">")
}

/// The page with an element of this id that holds `text`, in place of one that it has.
fn holding(page: &str, id: &str, kind: &str, text: &str) -> Option<String> {
    let tag = holder(id, kind);
    let (before, behind) = match page.split_once(&tag) {
        Some((before, from)) => (before, from.split_once("</script>")?.1),
        None => page.split_at(page.rfind("</body>")?),
    };
    Some([before, &tag, text, "</script>", behind].concat())
}

/// The articles as plain HTML.
fn plain(articles: &[Article]) -> String {
    let all: String = articles.iter().map(article).collect();
    format!("{PLAIN}>{all}</div>")
}

fn article(article: &Article) -> String {
    let outlet = article.header.outlet.as_ref().map_or("Outlet not stated", |outlet| outlet.value.as_str());
    let published = article.header.published.as_ref();
    let day = published.map_or_else(|| "date not stated".to_owned(), |day| wording::published(&day.value));
    let mut html = format!("<article class=\"reader\" data-article-id=\"{}\">", escaped(&article.id));
    let mut add = |name: &str, class: &str, text: &str| {
        html += &format!("<{name} class=\"{class}\" dir=\"auto\">{}</{name}>", escaped(text));
    };
    add("h2", "", article.title().text());
    add("p", "meta", &format!("{outlet} · {day}"));
    for block in article.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Repeat(_))) {
        let name = if block.kind == BlockKind::Crosshead { "h3" } else { "p" };
        add(name, wording::class(block.kind), article.slice(block.span));
    }
    html + "</article>"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, stated};

    const TEMPLATE: &str = "<!doctype html><html><head><script>a()</script></head><body><p id=\"loading\"></p>\
        <div id=\"plain\"><div>Old</div></div><script type=\"application/octet-stream\" id=\"wasm\">AAAA</script>\
        <script type=\"module\">start()</script>\
        <script type=\"application/octet-stream\" id=\"shard-packed\">old</script></body></html>";

    #[test]
    fn a_collection_takes_the_place_of_the_articles() {
        let articles = [stated()];
        let alone = Alone {
            library: Some([vec![1, 2, 3], vec![4, 5, 6]]),
            along: Some("{\"notes\":\"</script>\"}".to_owned()),
            articles: &articles,
        };
        let made = page(TEMPLATE, &alone).unwrap();
        assert!(!made.contains("Old") && !made.contains(">old<"), "{made}");
        assert!(made.contains("<h2 class=\"\" dir=\"auto\">Ferry &amp; bridge</h2>"), "{made}");
        assert!(made.contains("Harbour Times · 3 Mar 2031"), "{made}");
        assert!(made.contains("id=\"library-packed\">AQID</script>"), "{made}");
        assert!(made.contains("id=\"shard-packed\">BAUG</script>"), "{made}");
        assert!(made.contains("{\"notes\":\"\\u003c/script>\"}</script></body></html>"), "{made}");
        for script in ["<script>a()</script>", "id=\"wasm\">AAAA</script><script type=\"module\">start()</script>"] {
            assert!(made.contains(script), "{made}");
        }
    }

    #[test]
    fn another_page_is_made_of_the_page() {
        let (one, two) = ([article(1, "One\nText <b>.\n")], [article(2, "Two\nMore.\n")]);
        let of = |articles, along: &str| Alone {
            library: Some([vec![0], vec![0]]),
            along: Some(along.to_owned()),
            articles,
        };
        let first = page(TEMPLATE, &of(&one, "{}")).unwrap();
        assert!(first.contains("Text &lt;b&gt;."), "{first}");
        assert_eq!(page(&first, &of(&two, "[]")).unwrap(), page(TEMPLATE, &of(&two, "[]")).unwrap());
        // the page that is open has no plain articles any more
        let open = first.replace(&plain(&one), "");
        assert_eq!(page(&open, &of(&two, "[]")).unwrap(), page(TEMPLATE, &of(&two, "[]")).unwrap());
        let without = page(&first, &Alone { library: None, along: None, articles: &two }).unwrap();
        assert!(without.contains("id=\"along\"></script>") && without.contains("More."), "{without}");
    }

    #[test]
    fn what_is_no_such_page_is_refused() {
        for other in ["", "<html><body></body></html>", "Not found", "<script id=\"shard-packed\">"] {
            assert_eq!(page(other, &Alone { library: None, along: None, articles: &[] }), None, "{other}");
        }
    }
}
