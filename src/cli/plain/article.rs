//! One article: its header line and its blocks, each set as what it is.

use super::{Plain, anchor, tag, untitled};
use crossread_corpus::{
    article::{Article, Block, BlockKind},
    ground::{Ground, Traced},
    wording::{self, counted, minutes, word_count},
};
use maud::{Markup, html};

impl Plain {
    /// An article, whole.
    pub(super) fn article(&self, number: usize) -> Markup {
        let article = &self.articles()[number];
        let untitled = untitled(article);
        let in_text = article.blocks.iter().any(|block| block.kind == BlockKind::Headline);
        html! {
            article class="reader" id=(anchor(article)) data-article-id=(article.id) {
                div class="about" {
                    h2 class=[untitled.then_some("untitled visually-hidden")] { bdi { (article.title().text()) } }
                    @if untitled { p class="tagline" { span class="tag" { "no headline in the file" } } }
                    (meta(article, self.color(article)))
                }
                div class=(if in_text { "text headline-in-text" } else { "text" }) {
                    @for part in &article.blocks { (block(article, part)) }
                }
            }
        }
    }

    /// Which of the outlet colours an article has: outlets in the order of their names; 0 where it is not stated.
    pub(super) fn color(&self, article: &Article) -> usize {
        let outlet = article.header.outlet.as_ref();
        let place = outlet.and_then(|outlet| self.outlets.binary_search(&outlet.value).ok());
        place.map_or(0, |place| place % 5 + 1)
    }
}

/// The line under a title: outlet, day, reading time, credits.
pub(super) fn meta(article: &Article, color: usize) -> Markup {
    let header = &article.header;
    let outlet = header.outlet.as_ref();
    let when = header.published.as_ref();
    let agencies: Vec<&str> = header.agencies.iter().map(|agency| agency.value.as_str()).collect();
    html! {
        p class="meta" {
            span class=(if outlet.is_some() { "outlet" } else { "outlet unknown" }) {
                span class={ "dot o" (color) } aria-hidden="true" {}
                bdi { (outlet.map_or("Outlet not stated", |outlet| &outlet.value)) }
                (tag(badge(outlet)))
            }
            span class="day" {
                (when.map_or_else(|| "date not stated".to_owned(), |when| wording::published(&when.value)))
                (tag(badge(when)))
            }
            span { (counted(minutes(word_count(article)), "minute", "minutes")) " to read" }
            @if !agencies.is_empty() { span { "credits " bdi { (agencies.join(", ")) } } }
        }
    }
}

/// One word for where a value comes from; empty where the file itself states it.
fn badge<T>(value: Option<&Traced<T>>) -> &'static str {
    match value.map(|value| &value.ground) {
        Some(Ground::Inferred { .. }) => "inferred",
        Some(Ground::Editor(_)) => "set by the editor",
        Some(Ground::Stated(_) | Ground::Field(_)) | None => "",
    }
}

fn block(article: &Article, block: &Block) -> Markup {
    let text = article.slice(block.span);
    match block.kind {
        BlockKind::Headline => html! { p class="headline" dir="auto" { (text) } },
        BlockKind::Standfirst => html! { p class="standfirst" dir="auto" { (text) } },
        BlockKind::Crosshead => html! { h3 class="crosshead" dir="auto" { (text) } },
        BlockKind::Paragraph => html! { p dir="auto" { (text) } },
        BlockKind::Caption => role("caption", "Caption", text),
        BlockKind::Dateline => role("dateline", "Time", text),
        BlockKind::Outlet => role("outlet-line", "Outlet", text),
        BlockKind::Byline => role("byline", "Byline", text),
        BlockKind::Credit => role("credit", "Credit", text),
        BlockKind::Boilerplate => role("furniture", "Page furniture", text),
        BlockKind::Repeat(of) => {
            let what = article.blocks.get(of as usize).map_or("text", |first| kind_name(first.kind));
            html! {
                details class="role repeat" {
                    summary { "The same " (what) " again" }
                    p dir="auto" { (text) }
                }
            }
        }
    }
}

/// A block that is not the story, with its name beside it.
fn role(class: &str, name: &str, text: &str) -> Markup {
    html! { p class={ "role " (class) } dir="auto" { span class="name" { (name) ": " } (text) } }
}

/// A kind in words, inside a sentence.
const fn kind_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Dateline => "time line",
        BlockKind::Outlet => "outlet line",
        BlockKind::Byline => "byline",
        BlockKind::Crosshead => "crosshead",
        BlockKind::Paragraph | BlockKind::Repeat(_) => "paragraph",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "page furniture",
    }
}
