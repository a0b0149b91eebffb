//! Whom and what the articles of a collection mean by their names, over all of them.

use super::Anchor;
use crate::{
    collection::Collection,
    ground::Rule,
    mention::{EntityId, EntityKind},
};
use serde::{Deserialize, Serialize};

/// One person, organisation, place or other thing, with everything that the articles call it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LinkedEntity {
    /// What it is.
    pub kind: EntityKind,
    /// True for a capital that stands for its government: "Vienna accused".
    pub government: bool,
    /// The spelling it is shown by: of the full ones the most frequent, where it stands first.
    pub name: Anchor,
    /// What an editor calls it, where that is in no text.
    pub called: Option<String>,
    /// Its entities in the articles, sorted by article and number. Their ties make a tree.
    pub members: Vec<Member>,
    /// All its spellings, the most frequent first.
    pub spellings: Vec<Spelling>,
}

/// An article's entity within a linked one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Member {
    /// The article's number.
    pub article: u32,
    /// The entity's number there.
    pub entity: EntityId,
    /// What ties it to the others: cut, it and those tied to it are something else. `None` for one that the others are
    /// tied to.
    pub tie: Option<Tie>,
}

/// One join.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tie {
    /// The member it leads to: an index into [`LinkedEntity::members`].
    pub to: u32,
    /// What joined them.
    pub by: Join,
}

/// One way the name is written, letter by letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Spelling {
    /// Where it stands first.
    pub anchor: Anchor,
    /// In how many places.
    pub count: u32,
}

/// The rules that join names of different articles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    /// The same name, but for case, accents and marks.
    SameName,
    /// A country by another of its names.
    Country,
    /// An article uses both names for one.
    BothInOneArticle,
    /// "J. Roe", "Jane A. Roe": a first name shortened, a middle one left out.
    FirstName,
    /// A family name, and the only full name that ends with it.
    LastName,
    /// Initials, and the only long form that has them.
    Acronym,
    /// "Acme", "Acme Corp."
    ShortForm,
    /// The same words in another order.
    OtherOrder,
    /// Another way to write a name from another script.
    Transliteration,
    /// One letter differs, in a long name.
    OneLetter,
    /// An editor says so.
    Editor,
    /// The reader says so.
    You,
}

impl Join {
    /// Its name in files and on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::Country => "country-by-another-name",
            Self::BothInOneArticle => "both-names-in-one-article",
            Self::FirstName => "first-name-shortened",
            Self::LastName => "last-name-of-full-name",
            Self::Acronym => "acronym-of-long-form",
            Self::ShortForm => "short-form-of-long-form",
            Self::OtherOrder => "same-words-in-other-order",
            Self::Transliteration => "transliteration",
            Self::OneLetter => "one-letter-apart",
            Self::Editor => "set-by-the-editor",
            Self::You => "joined-by-you",
        }
    }

    /// As a rule.
    pub const fn rule(self) -> Rule {
        Rule::new(self.name())
    }
}

impl LinkedEntity {
    /// The rules that joined its members, each once.
    pub fn joined_by(&self) -> Vec<Join> {
        let mut joins: Vec<Join> = Vec::new();
        for tie in self.members.iter().filter_map(|member| member.tie.as_ref()) {
            if !joins.contains(&tie.by) {
                joins.push(tie.by);
            }
        }
        joins
    }

    /// What it is called on the page: as an editor says, or by its name; a capital that stands for its government is told
    /// apart.
    pub fn shown(&self, collection: &Collection) -> String {
        let article = collection.articles.get(self.name.article as usize);
        let written = article.map_or("", |article| article.slice(self.name.span));
        let name = self.called.as_deref().unwrap_or(written);
        if self.government { format!("{name} (government)") } else { name.to_owned() }
    }

    /// In how many places the texts name it.
    pub fn count(&self) -> u32 {
        self.spellings.iter().map(|spelling| spelling.count).sum()
    }

    /// True when numbers point into their lists: `knows` tells which articles have which entities.
    pub fn is_sound(&self, knows: impl Fn(u32, EntityId) -> bool) -> bool {
        let within = |tie: &Tie| (tie.to as usize) < self.members.len();
        !self.members.is_empty()
            && self.members.iter().all(|m| knows(m.article, m.entity) && m.tie.as_ref().is_none_or(within))
    }
}
