//! Which sentence, and which part of an article, a token position belongs to.

use crate::article::BlockKind;
use serde::{Deserialize, Serialize};

/// The parts of an article that search weighs and tells apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Field {
    /// The headline.
    Headline,
    /// Standfirst and crossheads.
    Lead,
    /// The story.
    Body,
    /// Picture captions.
    Caption,
    /// Everything else: time lines, credits, page furniture.
    Furniture,
}

impl Field {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Headline, Self::Lead, Self::Body, Self::Caption, Self::Furniture];

    /// The field a block's words count in; `None` for text that repeats an earlier block.
    pub const fn of(kind: BlockKind) -> Option<Self> {
        Some(match kind {
            BlockKind::Headline => Self::Headline,
            BlockKind::Standfirst | BlockKind::Crosshead => Self::Lead,
            BlockKind::Paragraph => Self::Body,
            BlockKind::Caption => Self::Caption,
            BlockKind::Dateline
            | BlockKind::Outlet
            | BlockKind::Byline
            | BlockKind::Credit
            | BlockKind::Boilerplate => Self::Furniture,
            BlockKind::Repeat(_) => return None,
        })
    }
}

/// Where a token stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Passage {
    /// In sentence `n` of the article.
    Sentence(usize),
    /// In a headline that is not part of the text (a field of the file, or the editor's).
    Title,
}

/// One article's positions.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Layout {
    /// How many sentences the article has.
    pub(super) sentences: u32,
    /// Position of the first token of each sentence, then of the title if it is not in the text.
    pub(super) firsts: Vec<u32>,
    /// The field of each of these.
    pub(super) fields: Vec<Field>,
    /// Tokens a field.
    pub(super) lengths: [u32; 5],
}

impl Layout {
    /// The passage that holds token `position`, and its field.
    pub fn passage(&self, position: u32) -> (Passage, Field) {
        let place = self.firsts.partition_point(|first| *first <= position).saturating_sub(1);
        let field = self.fields.get(place).copied().unwrap_or(Field::Furniture);
        let passage = if place < self.sentences as usize { Passage::Sentence(place) } else { Passage::Title };
        (passage, field)
    }

    /// Whether this can be the layout of an article of so many sentences.
    pub(super) fn fits(&self, sentences: usize) -> bool {
        self.sentences as usize == sentences
            && self.firsts.len() == self.fields.len()
            && (sentences..=sentences + 1).contains(&self.firsts.len())
            && self.firsts.is_sorted()
    }

    /// The position of the first token of `passage`.
    pub fn first(&self, passage: Passage) -> u32 {
        let place = match passage {
            Passage::Sentence(number) => number,
            Passage::Title => self.sentences as usize,
        };
        self.firsts.get(place).copied().unwrap_or(u32::MAX)
    }

    /// How many tokens the article has in `field`.
    pub const fn length(&self, field: Field) -> u32 {
        self.lengths[field as usize]
    }
}
