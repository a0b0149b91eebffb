//! Names the text mentions, and whom or what they mean within one article.

use crate::{ground::Rule, span::Span};
use serde::{Deserialize, Serialize};

/// What a name is the name of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A human being, or a character.
    Person,
    /// A body of people: company, ministry, party, team, newspaper.
    Organisation,
    /// A country, town, river, street, building.
    Place,
    /// Anything else with a name: peoples and creeds, events, works, laws, products.
    Other,
}

impl EntityKind {
    /// Its name in files and on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// Counts the entities of one article: an index into its list of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One place where a name stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mention {
    /// The name alone, without title, article or possessive ending: "Jane Doe".
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// The whole phrase the name ends or begins, where it says more: "former Mayor Jane Doe", "Jane Doe, a baker".
    pub description: Option<Span>,
    /// The rule whose evidence weighed most for the kind.
    pub rule: Rule,
}

/// Words that mean an entity without naming it: "the bloc", "the 65-year-old", "the Alpine president".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reference {
    /// The phrase, its article included.
    pub span: Span,
    /// The rule that told whom it means.
    pub rule: Rule,
}

/// Whom or what mentions of one article mean.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name, where it stands first.
    pub name: Span,
    /// Its mentions: ascending indices into the article's list of mentions; never empty.
    pub mentions: Vec<u32>,
    /// Phrases that mean it without naming it, sorted by start.
    pub references: Vec<Reference>,
    /// The rules that joined its mentions, each once, in the order of their names; empty when all are written alike.
    pub joined_by: Vec<Rule>,
}
