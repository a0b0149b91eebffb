//! The Read lens: one article in one calm column, its roles set as such.

use crate::{
    lens::{
        block::block,
        finding::{self, Mark, layer_buttons, open_card, opening_cards},
        hits::{hits, marks, show_place},
        worked_out::awaited,
    },
    own,
    part::{
        button,
        element::{Element, element},
        follow::{Memo, memo, piece},
        link::link,
        meta::{grounds, meta_line},
        seen, unseen,
    },
    state::{Page, address},
};
use crossread_corpus::{
    article::{Article, BlockKind, Format, Title},
    span::Span,
    view::View,
};
use leptos::prelude::{Get, RwSignal, Set, set_timeout, untrack, window};

/// The open article, by its number, or what to do when there is none.
pub(crate) fn read(page: Page, open: Option<usize>) -> Element {
    open.map_or_else(|| missing(page), |number| article(page, number))
}

fn missing(page: Page) -> Element {
    let words = "The link may come from another edition of this page, or the article’s text has changed since.";
    element("section")
        .class("nothing")
        .child(element("h2").child("This article is not in the collection"))
        .child(element("p").child(words))
        .child(element("p").child(link(page, View::listing).child("All articles")))
}

/// One article.
fn article(page: Page, number: usize) -> Element {
    let article = page.article(number);
    let (name, class) = match article.title() {
        Title::Headline(words) => (words, ""),
        Title::FirstSentence(_) => ("No headline in the file", "untitled"),
    };
    let heading = element("h2").set("tabindex", "-1").class(class).child(element("bdi").child(name));
    super::focus_when_chosen(page, &heading);
    let in_text = article.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    let as_in_file = memo(move || page.view().source);
    let marks = memo(move || marks(page, number));
    let found = finding::found(page, article);
    let text = piece(move || {
        let as_in_file = *as_in_file.get();
        let text = element("div").class(if in_text { "text headline-in-text" } else { "text" });
        let text = match &article.header.language {
            Some(language) => text.set("lang", &language.value),
            None => text,
        };
        Some(untrack(|| {
            if as_in_file { text.child(source(article)) } else { blocks(page, article, (marks, found), text) }
        }))
    });
    let about =
        element("div").class("about").child(heading).child(meta_line(page, number)).child(grounds(page, number));
    let settings = page.settings();
    element("article")
        .class("reader")
        .state("aria-busy", move || page.looked().awaits_marks(article.key))
        .set("data-article-id", &article.id)
        .style("font-size", move || format!("{}%", settings.percent()))
        .child(tools(page, article))
        .child(about)
        .child(layer_buttons(page, article))
        .child(piece(move || page.looked().fault().map(|_| awaited(page))))
        .child(text)
        .child(open_card(page, article))
        .child(hits(page, article, marks))
        .child(neighbours(page, number))
}

/// The article's blocks, one after the other.
fn blocks(page: Page, article: &'static Article, marks: (Memo<Vec<Span>>, Memo<Vec<Mark>>), text: Element) -> Element {
    show_place(page, article);
    opening_cards(page, text).children(article.blocks.iter().map(|part| block(page, article, part, marks)))
}

/// The article as its file has it.
fn source(article: &Article) -> Element {
    let text = article.origin.source.as_ref().unwrap_or(&article.text);
    let sheet = element("pre").class("source").set("tabindex", "0").set("aria-label", "The text as in the file");
    sheet.child(element("bdi").child(text.to_string()))
}

/// What can be done with the page an article is on.
fn tools(page: Page, article: &Article) -> Element {
    let is_text = matches!(article.origin.format, Format::PlainText | Format::Markdown);
    let whole_page = article.origin.source.is_none() && !is_text;
    let source = move || {
        let view = View::clone(&page.view_now());
        page.go(View { source: !view.source, ..view });
    };
    let copied = RwSignal::new(false);
    let copy = move || {
        let _ = window().navigator().clipboard().write_text(&address::whole(&page.view_now().to_url()));
        copied.set(true);
        set_timeout(move || copied.set(false), core::time::Duration::from_secs(2));
    };
    let is_own = page.is_readers(article.key);
    let copy_words = move || match (copied.get(), page.view().at) {
        (true, _) if is_own => "Link copied, without your article",
        (true, _) => "Link copied",
        (false, Some(_)) => "Copy link to this sentence",
        (false, None) => "Copy link",
    };
    let print = || {
        let _ = window().print();
    };
    element("div")
        .class("tools")
        .set("role", "group")
        .set("aria-label", "Reading")
        .child(link(page, View::listing).child("← All articles"))
        .child(element("span").class("sizes").child(size(page, false)).child(size(page, true)))
        .child(
            button("", if whole_page { "Plain, as read" } else { "As in the file" }, source)
                .state("aria-pressed", move || page.view().source),
        )
        .child(button("", "", copy).text(move || copy_words().to_owned()))
        .child(button("", "Print", print))
        .children(own::taking(page))
        .child(own::exporting())
}

/// The button to the next size of text, up or down.
fn size(page: Page, up: bool) -> Element {
    let settings = page.settings();
    let (sign, words) = if up { ("A+", "Larger text") } else { ("A−", "Smaller text") };
    let button = button("", "", move || settings.step(up)).when("disabled", move || settings.at_end(up));
    button.child(seen(sign)).child(unseen(words))
}

/// The articles before and after this one in the list.
fn neighbours(page: Page, number: usize) -> Element {
    let neighbour = move |step: isize, words: &'static str| {
        piece(move || {
            let answer = page.answer();
            let place = answer.articles.iter().position(|other| *other == number)?;
            let other = page.article(*answer.articles.get(place.checked_add_signed(step)?)?);
            let title = element("bdi").child(other.title().text());
            let link = link(page, move |view| view.reading(other.key, None)).child(title);
            Some(element("span").child(element("span").class("quiet").child(words)).child(" ").child(link))
        })
    };
    element("nav")
        .class("neighbours")
        .set("aria-label", "Articles before and after in the list")
        .child(neighbour(-1, "Before: "))
        .child(" ")
        .child(neighbour(1, "Next: "))
}
