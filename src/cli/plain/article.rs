//! One article: its header line and its blocks, each set as what it is.

use super::{Plain, anchor, tag, untitled};
use crossread_corpus::{
    article::{Article, Block, BlockKind},
    wording::{self, badge, counted, minutes, word_count},
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
                    (meta(article, self.colors[number]))
                }
                div class=(if in_text { "text headline-in-text" } else { "text" }) {
                    @for part in &article.blocks { (block(article, part)) }
                }
            }
        }
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

/// A block, set as what it is.
fn block(article: &Article, block: &Block) -> Markup {
    let text = article.slice(block.span);
    let class = wording::class(block.kind);
    match (block.kind, wording::role(block.kind)) {
        (BlockKind::Repeat(of), _) => {
            let what = article.blocks.get(of as usize).map_or("text", |first| wording::kind(first.kind));
            html! {
                details class="role repeat" {
                    summary { "The same " (what) " again" }
                    p dir="auto" { (text) }
                }
            }
        }
        (BlockKind::Crosshead, _) => html! { h3 class=(class) dir="auto" { (text) } },
        (_, Some(name)) => {
            html! { p class={ "role " (class) } dir="auto" { span class="name" { (name) ": " } (text) } }
        }
        (_, None) => html! { p class=[(!class.is_empty()).then_some(class)] dir="auto" { (text) } },
    }
}
