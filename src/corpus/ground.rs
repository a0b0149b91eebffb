//! On what a statement rests: a place in a text, a rule over places, a field of the file, or an editor.

use crate::span::{Anchor, Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The name of the rule that made something, in kebab-case; looked up in the code by that name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Rule(pub Cow<'static, str>);

impl Rule {
    /// A rule by its name.
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }
}

/// What a value rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Ground {
    /// The article's own text says so, here.
    Stated(Span),
    /// A rule concluded it from these places, in this article or others.
    Inferred {
        /// The rule.
        rule: Rule,
        /// What it read, the article's own places first.
        spans: Vec<Anchor>,
    },
    /// A field of the file says so: a front matter key, a column, a `<meta>` tag.
    Field(String),
    /// An editor set it, in this file.
    Editor(String),
}

/// A value and its ground.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Traced<T> {
    /// What is held.
    pub value: T,
    /// On what.
    pub ground: Ground,
}

impl<T> Traced<T> {
    /// A value the article's text states at `span`.
    pub const fn stated(value: T, span: Span) -> Self {
        Self { value, ground: Ground::Stated(span) }
    }
}
