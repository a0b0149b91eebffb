//! What the page and the program that works out the lenses tell each other; in bytes as [`crate::message`] writes them.
//!
//! Every question has a number, which its reply repeats: a reader who types asks faster than a large collection answers,
//! and only the last reply counts.

use super::{Looking, card::card, correct::told, coverage::name, sheet};
use crate::{
    article::ArticleKey,
    correction::{Correction, write::corpus_toml},
    layer::{Layer, LayerSet, marks},
    links::claim::Standing,
    results::{Found, Library},
    sheet::{Line, Part},
    span::Span,
    view::{Lens, View},
};
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Question {
    /// To apply these corrections of the reader's, and no others, to all that is asked from now on.
    Correct(Vec<Correction>),
    /// What the lens of this view shows, or the card that is open in it.
    Sheet(View),
    /// What is marked in this article's text.
    Marks(ArticleKey),
}

/// What is answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Reply {
    /// The library as corrected.
    Corrected(Corrected),
    /// What is shown; nothing where there is no such card.
    Sheet(Vec<Part>),
    /// What is marked.
    Marks(Marks),
}

/// What follows from a reader's corrections.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Corrected {
    /// What is found now.
    pub found: Found,
    /// Each correction in words, and how it is called where it cannot be seen what stands beside.
    pub told: Vec<(Line, String)>,
    /// The `corpus.toml` that holds them behind those of the editor.
    pub corpus_toml: String,
}

/// What can be marked in an article's text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Marks {
    /// What was found, sorted by start, the longer first.
    pub found: Vec<(Span, Layer)>,
    /// How its sentences stand to the other accounts: the sentence's number, how, and the claim it is part of, as the
    /// Coverage lens calls it.
    pub standing: Vec<(u32, Standing, Option<String>)>,
}

/// Answers a question about a library, which corrections change: `given` is the library as it came.
pub fn reply(given: &Library, library: &mut Library, question: &Question) -> Reply {
    match question {
        Question::Correct(corrections) => {
            *library = if corrections.is_empty() { given.clone() } else { given.corrected(corrections) };
            Reply::Corrected(Corrected {
                found: library.found().clone(),
                told: corrections.iter().map(|correction| told(library, correction)).collect(),
                corpus_toml: corpus_toml(&given.collection, corrections),
            })
        }
        Question::Sheet(view) => {
            let results = library.answer(view);
            let looking = Looking { library, results: &results, view };
            Reply::Sheet(if view.lens == Lens::Read { open_card(looking) } else { sheet(looking) })
        }
        Question::Marks(article) => Reply::Marks(marked(library, *article)),
    }
}

/// The card that is open in the Read lens.
fn open_card(looking: Looking<'_>) -> Vec<Part> {
    let view = looking.view;
    let shown = || {
        let number = looking.library.collection.position(view.article?)?;
        card(looking, number, view.card?, view.at?)
    };
    shown().unwrap_or_default()
}

fn marked(library: &Library, key: ArticleKey) -> Marks {
    let collection = &library.collection;
    let Some(number) = collection.position(key) else { return Marks::default() };
    let all = Layer::ALL.into_iter().fold(LayerSet::NONE, LayerSet::with);
    let found = marks(&collection.articles[number], all).into_iter().map(|mark| (mark.span, mark.layer));
    let claims = &collection.links.comparison.claims;
    let mut named: Vec<Option<String>> = vec![None; collection.articles[number].sentences.len()];
    for claim in &claims.claims {
        for member in claim.members.iter().filter(|member| member.anchor.article as usize == number) {
            let of = named.get_mut(member.sentence as usize).filter(|of| of.is_none());
            if let Some(of) = of {
                *of = Some(name(collection, claim));
            }
        }
    }
    let standing = claims.standing.get(number).into_iter().flatten().zip(named).enumerate();
    let standing = standing.filter_map(|(sentence, (standing, claim))| Some((sentence as u32, (*standing)?, claim)));
    Marks { found: found.collect(), standing: standing.collect() }
}
