//! What an editor or a reader sets right, and a collection with it: names parted or joined, findings hidden, sentences
//! pinned together.
//!
//! The analysis applies an editor's corrections before it compares ([`hide`], [`naming::split`]); the page applies a
//! reader's to what is linked already ([`Collection::corrected`]). Both name a place by its words in a file
//! ([`quote`]), which is what a `corpus.toml` holds ([`write`]).

mod follow;
pub mod hide;
pub mod kept;
pub mod naming;
pub mod quote;
pub mod statement;
pub mod write;

use crate::{collection::Collection, links, span::Anchor};
use serde::{Deserialize, Serialize};

/// What may be hidden.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Finding {
    /// A name, or words that mean it.
    Name,
    /// A number.
    Figure,
    /// A time expression.
    Date,
    /// Who says something.
    Attribution,
    /// That articles state the same: the claims that hold all the places.
    Claim,
    /// That the first place states what the others state.
    Member,
    /// That accounts part: the differences that have all the places.
    Difference,
}

impl Finding {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Figure, Self::Date, Self::Attribution, Self::Claim, Self::Member, Self::Difference];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Attribution => "attribution",
            Self::Claim => "claim",
            Self::Member => "member",
            Self::Difference => "difference",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.name() == name)
    }

    /// The fewest places that tell which one is meant.
    pub const fn places(self) -> usize {
        match self {
            Self::Name | Self::Figure | Self::Date | Self::Attribution | Self::Claim => 1,
            Self::Member | Self::Difference => 2,
        }
    }
}

/// One thing set right.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Correction {
    /// The second spelling names another than the first.
    Part(String, String),
    /// Both spellings name one.
    Join(String, String),
    /// A finding is wrong.
    Hide(Finding, Vec<Anchor>),
    /// Sentences of different articles state the same; an editor's only.
    Pin {
        /// What the editor calls what they state.
        topic: Option<String>,
        /// The sentences.
        at: Vec<Anchor>,
    },
}

/// What the editor of a collection set right.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Editor {
    /// The editor's file as it is, so that a reader's corrections can be added to it.
    pub text: String,
    /// What it sets right, in the order of its lines.
    pub corrections: Vec<Correction>,
}

impl Collection {
    /// Applies a reader's corrections, in their order, to what is linked already. What does not fit is left out.
    ///
    /// What the comparison concluded stays but for what is hidden; a build with the same corrections compares anew.
    #[must_use]
    pub fn corrected(mut self, corrections: &[Correction]) -> Self {
        for correction in corrections {
            match correction {
                Correction::Part(name, spelling) => naming::part(&mut self, name, spelling),
                Correction::Join(one, other) => naming::join(&mut self, one, other),
                Correction::Hide(finding, at) => self.hide(*finding, at),
                Correction::Pin { .. } => {}
            }
        }
        self
    }

    fn hide(&mut self, finding: Finding, at: &[Anchor]) {
        let places: Option<Vec<links::Anchor>> = at.iter().map(|place| self.place(*place)).collect();
        let Some(places) = places.filter(|places| places.len() >= finding.places()) else { return };
        match finding {
            Finding::Claim | Finding::Member => statement::hide(&mut self.links.comparison, finding, &places),
            Finding::Difference => statement::hide_difference(&mut self.links.comparison.differences, &places),
            _ => {
                for place in places {
                    let number = place.article as usize;
                    let article = &mut self.articles[number];
                    if let Some(moved) = hide::hide(&mut article.annotations, finding, place.span) {
                        follow::follow(self, number, &moved);
                    }
                }
            }
        }
    }

    /// A place by its article's number; `None` where the article is not of this collection, or too short.
    pub fn place(&self, place: Anchor) -> Option<links::Anchor> {
        let number = self.position(place.article)?;
        place.span.slice(&self.articles[number].text).filter(|words| !words.is_empty())?;
        Some(links::Anchor { article: u32::try_from(number).ok()?, span: place.span })
    }
}

#[cfg(test)]
mod tests;
