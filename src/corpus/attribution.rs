//! Who says what: one attribution, with all its parts in the text.

use crate::{ground::Rule, mention::EntityId, span::Span};
use serde::{Deserialize, Serialize};

/// Somebody is said to have said, thought or wanted something (source, cue and content as in PARC and PolNeAR).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attribution {
    /// What is said, sorted, never empty; several spans where words of the outlet stand between them. Quotation marks
    /// around a whole span are left out.
    pub content: Vec<Span>,
    /// The parts of the content that stand between quotation marks, marks left out, sorted.
    pub quoted: Vec<Span>,
    /// The word that says so: "said", "according to".
    pub cue: Option<Span>,
    /// Who says so, as written: "she", "a spokeswoman". Where an earlier sentence names the source of a quotation
    /// that has none of its own, that place.
    pub source: Option<Span>,
    /// The place in the article that names best whom the source means; the source itself when it is a name.
    /// `None` when the text does not decide.
    pub speaker: Option<Span>,
    /// Whom that is, where it is one of the article's entities.
    pub entity: Option<EntityId>,
    /// Who passes it on, as written: the agency in "…, he said, the agency reported".
    pub via: Option<Span>,
    /// How the words are given.
    pub form: Form,
    /// What kind of words they are.
    pub kind: Kind,
    /// How the cue presents them.
    pub stance: Stance,
    /// The rule that found it.
    pub rule: Rule,
}

/// How somebody's words are given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Between quotation marks.
    Direct,
    /// In the outlet's words.
    Indirect,
    /// In the outlet's words with quoted pieces.
    Mixed,
}

/// What kind of words are attributed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An utterance, quoted whole or reported.
    Speech,
    /// A piece of an utterance, quoted within a sentence of the outlet.
    Partial,
    /// What a crowd calls out.
    Chant,
    /// Quoted words nobody is said to have said: a title, a term held at arm's length.
    Scare,
    /// Quoted in the headline.
    Headline,
}

/// How a cue presents what is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// "said", "told"
    Neutral,
    /// "insisted", "argued"
    Asserting,
    /// "admitted"
    Conceding,
    /// "denied", "dismissed"
    Denying,
    /// "doubts", "questioned"
    Doubting,
    /// "accused", "alleged"
    Accusing,
    /// "condemned", "mocked"
    Criticising,
    /// "praised", "endorsed"
    Praising,
    /// "vowed", "threatened"
    Promising,
    /// "warned", "fears"
    Warning,
    /// "asked"
    Asking,
    /// "urged", "called for"
    Demanding,
    /// "believes", "expects"
    Believing,
    /// "wants", "hopes to"
    Wanting,
    /// "shows": of polls, studies, documents
    Showing,
    /// "seems", "reportedly": nobody is named who says so
    Seeming,
}
