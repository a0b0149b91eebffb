//! What several articles assert alike, who asserts it how, and what only one of them has.

use super::{Anchor, passage::Part};
use crate::{
    article::{Article, Published},
    ground::{Rule, Traced},
    span::Span,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// All that the articles of a collection assert, as far as it could be told.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Claims {
    /// What at least two articles assert, by the place of the exemplar.
    pub claims: Vec<Claim>,
    /// What only one article has, by place. Places may lie within one another: a name within its sentence.
    pub only_here: Vec<OnlyHere>,
    /// For each article, for each of its sentences, how it stands to the other articles.
    pub standing: Vec<Vec<Option<Standing>>>,
    /// True where few of the statements have their like in another account: then only what is surely the same was taken to
    /// be so, but between accounts that have much in common.
    pub loose: bool,
}

/// Stretches of at least two articles that assert the same.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// The member most like all others: an index into `members`.
    pub exemplar: u32,
    /// Where it is asserted, by article and place.
    pub members: Vec<Statement>,
    /// The exemplar's words that say what it is about, those that most members share first.
    pub words: Vec<Span>,
    /// The first and last day of what is told, as the members date it, where those are not days apart; of an undated reply
    /// to a charge, that of the charge.
    #[serde(with = "crate::day::range")]
    pub days: Option<(Date, Date)>,
    /// True where what is told lay ahead of the articles that tell it, so that earlier ones could have told it too.
    pub ahead: bool,
    /// In articles that are no members, the place that comes nearest, by article.
    pub nearest: Vec<Nearest>,
    /// The rule that joined them.
    pub rule: Rule,
    /// What an editor calls what is claimed.
    pub topic: Option<Traced<String>>,
}

/// The rule of what an editor pinned together.
pub const PINNED: Rule = Rule::new("set-by-the-editor");

/// One place where a claim is made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Statement {
    /// Where: a sentence, or the clause of it that makes the claim.
    pub anchor: Anchor,
    /// The number of its sentence.
    pub sentence: u32,
    /// In which part of the article; a caption is no second witness.
    pub part: Part,
    /// In whose words.
    pub voice: Speaking,
    /// The word that holds the claim at a distance: "allegedly", "might".
    pub hedge: Option<Span>,
}

/// In whose words a claim is made; numbers are indices into the article's attributions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speaking {
    /// The outlet's own.
    Outlet,
    /// The outlet reports what somebody says.
    Attributed(u32),
    /// Somebody's own words.
    Quoted(u32),
}

/// The place of an article that comes nearest to a claim it does not make.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Nearest {
    /// Where.
    pub anchor: Anchor,
    /// How it stands to the claim.
    pub nearness: Nearness,
}

/// How the nearest place stands to a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nearness {
    /// It is the nearest, and not near.
    Far,
    /// It says something close.
    Close,
    /// It speaks of the same, and one of the two denies or refuses what the other does not.
    Against,
}

/// What an article has of a claim.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// It makes it, here: indices into [`Claim::members`].
    Reports(Vec<u32>),
    /// It was published before the day of which the claim tells.
    PublishedBefore,
    /// Here it says something close; whether it is the same is for the reader to judge.
    Close(Anchor),
    /// Here it says something against it: a denial, a refusal, or what the claim denies.
    Against(Anchor),
    /// Nothing was found; the words searched for are [`Claim::words`].
    NotMentioned {
        /// The place with most of the words, where there is one.
        nearest: Option<Anchor>,
    },
}

impl Claim {
    /// What article `article`, whose number in the collection is `number`, has of this claim.
    pub fn cell(&self, number: u32, article: &Article) -> Cell {
        let members = (0..).zip(&self.members).filter(|(_, member)| member.anchor.article == number);
        let members: Vec<u32> = members.map(|(at, _)| at).collect();
        if !members.is_empty() {
            return Cell::Reports(members);
        }
        let published: Option<&Published> = article.header.published.as_ref().map(|published| &published.value);
        let before = |(first, _): (Date, Date)| published.is_some_and(|published| published.date < first);
        if !self.ahead && self.days.is_some_and(before) {
            return Cell::PublishedBefore;
        }
        let nearest = self.nearest.iter().find(|nearest| nearest.anchor.article == number);
        match nearest {
            Some(Nearest { anchor, nearness: Nearness::Close }) => Cell::Close(*anchor),
            Some(Nearest { anchor, nearness: Nearness::Against }) => Cell::Against(*anchor),
            _ => Cell::NotMentioned { nearest: nearest.map(|place| place.anchor) },
        }
    }

    /// The numbers of the articles that make it, captions left out, ascending.
    pub fn articles(&self) -> Vec<u32> {
        let told = self.members.iter().filter(|member| member.part != Part::Caption);
        let mut articles: Vec<u32> = told.map(|member| member.anchor.article).collect();
        articles.dedup();
        articles
    }

    /// The member most like all others.
    pub fn exemplar(&self) -> &Statement {
        &self.members[self.exemplar as usize]
    }
}

/// How a sentence stands to the other articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Another article says it in much the same words.
    Shared,
    /// Another article says it, or part of it, in other words.
    Varied,
    /// No other article has anything like it.
    OnlyHere,
}

/// Something that only one article has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OnlyHere {
    /// Where.
    pub anchor: Anchor,
    /// The number of its sentence.
    pub sentence: u32,
    /// What it is.
    pub kind: OnlyKind,
    /// The rule that found nothing like it elsewhere.
    pub rule: Rule,
}

/// What only one article has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnlyKind {
    /// A whole sentence.
    Sentence,
    /// One or more clauses that follow on each other, of a sentence whose rest others have.
    Clause,
    /// Somebody or something that no other article names.
    Name,
    /// A figure that no other article gives.
    Figure,
}
