//! One block of an article, set as what it is.

use crate::{
    lens::finding::{self, Mark, words},
    part::{
        element::{Child, Element, element},
        follow::{Memo, Piece, memo, piece},
        link::link,
    },
    state::Page,
};
use crossread_corpus::{
    article::{Article, Block, BlockKind},
    links::claim::Standing,
    span::Span,
    view::{Lens, View},
    wording,
};

/// A block of an article, with `marks`, what was asked, and `found`, what was found in the whole article, in it.
pub(crate) fn block(
    page: Page,
    article: &'static Article,
    block: &Block,
    (marks, found): (Memo<Vec<Span>>, Memo<Vec<Mark>>),
) -> Element {
    let sentences = article.sentences_of(block).map(|number| sentence(page, article, number, (marks, found)));
    let sentences: Vec<Child> = sentences.flat_map(|sentence| [sentence.into(), " ".into()]).collect();
    let paragraph = element(if block.kind == BlockKind::Crosshead { "h3" } else { "p" }).set("dir", "auto");
    if let BlockKind::Repeat(of) = block.kind {
        let what = article.blocks.get(of as usize).map_or("text", |first| wording::kind(first.kind));
        let summary = element("summary").child(format!("The same {what} again"));
        return element("details").class("role repeat").child(summary).child(paragraph.child(sentences));
    }
    let class = wording::class(block.kind);
    match wording::role(block.kind) {
        Some(name) => {
            let name = element("span").class("name").child(format!("{name}: "));
            paragraph.class(&format!("role {class}")).child(name).child(sentences)
        }
        None => paragraph.class(class).child(sentences),
    }
}

/// The id of the element that holds a sentence.
pub(crate) fn sentence_id(sentence: usize) -> String {
    format!("s{sentence}")
}

/// A sentence: an anchor that can be linked to, with what was asked marked in it.
fn sentence(
    page: Page,
    article: &'static Article,
    number: usize,
    (all, found): (Memo<Vec<Span>>, Memo<Vec<Mark>>),
) -> Element {
    let span = article.sentences[number];
    let at = memo(move || page.view().at.filter(|at| touches(*at, span)));
    let marks = memo(move || all.get().iter().filter(|mark| mark.overlaps(span)).copied().collect::<Vec<_>>());
    let layers = memo(move || found.get().iter().filter(|(mark, _)| mark.overlaps(span)).copied().collect::<Vec<_>>());
    let noted = memo(move || {
        let noted = page.noted();
        let here = noted.iter().filter(|(key, noted)| *key == article.key && noted.overlaps(span));
        here.map(|(_, noted)| *noted).collect::<Vec<_>>()
    });
    let words = piece(move || {
        let places = finding::Places { asked: &marks.get(), noted: &noted.get(), at: *at.get(), layers: &layers.get() };
        Some(element("span").child(words(article, span, places)))
    });
    let anchor = link(page, move |view| view.reading(article.key, Some(span)))
        .class("anchor")
        .set("tabindex", "-1")
        .set("aria-hidden", "true")
        .set("title", "Link to this sentence")
        .child("#");
    element("span")
        .class("sentence")
        .set("id", &sentence_id(number))
        .set("tabindex", "-1")
        .class_when("pointed", move || at.get().is_some())
        .child(gutter(page, article, number))
        .child(words)
        .child(anchor)
}

/// How a sentence stands to the other accounts: a mark in the margin that leads to theirs; none before that is known.
fn gutter(page: Page, article: &'static Article, sentence: usize) -> Piece {
    let standing = memo(move || {
        let marks = page.looked().marks(article.key)?;
        let standing = &marks.1.standing;
        let place = standing.binary_search_by_key(&(sentence as u32), |(number, ..)| *number).ok()?;
        let (_, standing, claim) = &standing[place];
        Some((*standing, claim.clone()))
    });
    piece(move || {
        let (standing, claim) = standing.get().as_ref().clone()?;
        let (sign, words) = match standing {
            Standing::Shared => ("=", "Others say it in much the same words"),
            Standing::Varied => ("≈", "Others say it in other words"),
            Standing::OnlyHere => ("1", "Only here"),
        };
        let mark = match claim {
            Some(claim) => {
                let to = move |view: &View| view.through(Lens::Coverage).looking_at(claim.as_str());
                link(page, to).set("aria-label", words)
            }
            None => element("span").set("role", "img").set("aria-label", words),
        };
        // The sign is drawn by the style: it is no part of the text, and not copied with it.
        Some(mark.class("gutter").set("title", words).set("data-sign", sign))
    })
}

/// True when `at` points into `span`; an empty place points at the byte after it.
fn touches(at: Span, span: Span) -> bool {
    at.overlaps(span) || (at.is_empty() && span.start() <= at.start() && at.start() < span.end())
}
