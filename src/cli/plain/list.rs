//! The list of the articles, in order of time.

use super::{Plain, Whereabouts, article::meta, untitled};
use crossread_corpus::{
    article::{Article, BlockKind},
    wording::counted,
};
use maud::{Markup, html};

impl Plain {
    /// The list; with the beginning of each story where the story itself is on another page.
    pub(super) fn list(&self, whereabouts: Whereabouts) -> Markup {
        html! {
            nav aria-labelledby="plain-heading" {
                h2 id="plain-heading" { (counted(self.len(), "article", "articles")) }
                ol class="rows" { @for number in &self.order { (self.row(*number, whereabouts)) } }
            }
        }
    }

    fn row(&self, number: usize, whereabouts: Whereabouts) -> Markup {
        let article = &self.articles()[number];
        let untitled = untitled(article);
        let alone = matches!(whereabouts, Whereabouts::Alone);
        html! {
            li class="row" data-article-id=[alone.then_some(&article.id)] {
                h3 class=[untitled.then_some("untitled")] {
                    a href=(self.link(number, whereabouts)) { bdi { (article.title().text()) } }
                }
                @if untitled { p class="tagline" { span class="tag" { "no headline in the file" } } }
                (meta(article, self.colors[number]))
                @if alone && let Some(sentence) = first_sentence(article) {
                    ul class="snippets" { li { bdi { (sentence) } } }
                }
            }
        }
    }
}

/// The beginning of the story, where the title does not say it already.
fn first_sentence(article: &Article) -> Option<&str> {
    let title = article.title().text();
    let story =
        article.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst));
    let mut sentences = story.flat_map(|block| article.sentences_of(block));
    sentences.find_map(|sentence| Some(article.slice(article.sentences[sentence])).filter(|text| *text != title))
}
