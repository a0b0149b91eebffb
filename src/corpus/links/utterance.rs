//! One utterance as several articles give it.

use crate::ground::Rule;
use serde::{Deserialize, Serialize};

/// What somebody said once, found in two articles or more: translated anew, cut, reordered, quoted or only reported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Utterance {
    /// Who said it: a number of the linked entities; `None` where no variant names its speaker.
    pub speaker: Option<u32>,
    /// How the articles give it, sorted by article and attribution.
    pub variants: Vec<Variant>,
}

/// An utterance as one article gives it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Variant {
    /// The article's number.
    pub article: u32,
    /// The number of the attribution there.
    pub attribution: u32,
    /// What ties it to the others; `None` for one that others are tied to.
    pub tie: Option<Echo>,
}

/// Why two variants are thought to be of one utterance.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Echo {
    /// The variant it is like: an index into [`Utterance::variants`].
    pub to: u32,
    /// How much of the shorter one's words, weighed, the longer one has: per cent.
    pub shared: u8,
    /// In which way they are alike.
    pub by: Likeness,
    /// True when both name the same speaker; otherwise their descriptions fit.
    pub same_speaker: bool,
}

/// How two variants of an utterance are alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The same words.
    Verbatim,
    /// The words of one are all in the other, in a row.
    Cut,
    /// Many of the same words, or words for the same.
    Reworded,
}

impl Likeness {
    /// Its name in files and on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "same-words",
            Self::Cut => "words-within-words",
            Self::Reworded => "words-for-the-same",
        }
    }

    /// As a rule.
    pub const fn rule(self) -> Rule {
        Rule::new(self.name())
    }
}

impl Utterance {
    /// True when every number points into its list: `knows` tells which articles have which attributions.
    pub fn is_sound(&self, entities: usize, knows: impl Fn(u32, u32) -> bool) -> bool {
        self.speaker.is_none_or(|speaker| (speaker as usize) < entities)
            && self.variants.len() > 1
            && self.variants.iter().all(|variant| {
                let within = |echo: &Echo| (echo.to as usize) < self.variants.len();
                knows(variant.article, variant.attribution) && variant.tie.as_ref().is_none_or(within)
            })
    }
}
