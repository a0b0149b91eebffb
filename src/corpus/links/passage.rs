//! Stretches of the same words in several articles.

use super::Anchor;
use crate::ground::Rule;
use serde::{Deserialize, Serialize};

/// A stretch of words that several articles have alike, but for case, accents, marks and contractions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Passage {
    /// Everywhere it stands, by article and place; in two articles at least.
    pub members: Vec<Member>,
    /// How many words.
    pub words: u32,
    /// How much it says, in hundredths of a rare word. Words of names and words that most articles have count less.
    pub weight: u32,
    /// What it shows.
    pub kind: PassageKind,
    /// The rule that said so.
    pub rule: Rule,
}

/// One place of a passage.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Member {
    /// Where.
    pub anchor: Anchor,
    /// In which part of the article.
    pub part: Part,
}

/// A part of an article, as far as telling a story goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The headline or the standfirst.
    Head,
    /// The story.
    Story,
    /// The text under a picture: often the agency's, and no witness.
    Caption,
}

/// What a passage shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassageKind {
    /// A turn of phrase; it shows nothing.
    Formula,
    /// Words that all of them quote.
    Quotation,
    /// The same words for something: one may have it from the other, or both from a third.
    Shared,
    /// So long that it is one text: the articles are not witnesses of each other.
    SameText,
}

impl Passage {
    /// How many articles have it, captions left out.
    pub fn articles(&self) -> usize {
        let mut articles: Vec<u32> = Vec::with_capacity(self.members.len());
        for member in self.members.iter().filter(|member| member.part != Part::Caption) {
            if articles.last() != Some(&member.anchor.article) {
                articles.push(member.anchor.article);
            }
        }
        articles.len()
    }

    /// How many witnesses it has for what it says: one when it is one text, else the articles that have it.
    pub fn witnesses(&self) -> usize {
        if self.kind == PassageKind::SameText { self.articles().min(1) } else { self.articles() }
    }
}
