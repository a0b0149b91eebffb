//! What a lens shows, as plain data: words, and words that lead to a place in an article or to another view.
//!
//! Lenses are worked out here, without a browser, so that they can be tested; the page and the prerendered file only
//! draw them, each with one small function a variant.

use crate::{
    correction::{Correction, Finding},
    span::{Anchor, Span},
    view::View,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, sync::Arc};

/// Words of our own that are always the same.
pub type Fixed = Cow<'static, str>;

/// A piece of a line.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Piece {
    /// Our words.
    Words(String),
    /// Words out of an article or its file, not leading anywhere.
    Source(String),
    /// Words out of an article that stand around a place, so that it can be understood; not leading anywhere.
    Around(String),
    /// Words out of an article, leading to where they stand.
    Place {
        /// Where they lead: to the sentence around this place.
        anchor: Anchor,
        /// The words as they stand in the article.
        words: String,
        /// Places to mark within the words, in bytes of `words`.
        marks: Vec<Span>,
    },
    /// Our words or a count, leading to a view.
    Go {
        /// The view.
        view: Box<View>,
        /// The words.
        words: String,
        /// Whether that is where the reader is.
        current: bool,
    },
    /// The outlet of an article (by its number in the collection) with its colour, leading to the article.
    Outlet(usize),
    /// A word set apart: "inferred", "only here".
    Tag(String),
    /// Words that only one of two compared places has; `true` for the right one.
    Only(String, bool),
    /// Words that both places have, but elsewhere.
    Moved(String),
    /// Something a reader may set right for themselves.
    Correct {
        /// What.
        correction: Box<Correction>,
        /// The word for it.
        words: Fixed,
        /// The whole of it, for those who do not see what stands beside.
        label: String,
    },
    /// What follows begins a line of its own.
    Break,
}

/// A line of text.
pub type Line = Vec<Piece>;

/// A block of a sheet.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Part {
    /// A heading below the lens's own: level 3 or 4.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A paragraph in small, quiet type.
    Note(Line),
    /// A list.
    List(Vec<Line>),
    /// Names and what they are.
    Pairs(Vec<(Fixed, Line)>),
    /// A table. Every row has as many cells as `head`; the first cell heads its row.
    Table {
        /// What it shows.
        caption: String,
        /// The columns' headings.
        head: Vec<Line>,
        /// The rows.
        rows: Vec<Vec<Line>>,
    },
    /// What is shown when asked for.
    Fold(String, Arc<Vec<Part>>),
    /// Horizontal bars, each with a line of words and its value; the numbers are part of the line.
    Bars(Vec<Bar>),
    /// A lane a row over columns of days: a chart; the same stands in a table beside it.
    Lanes {
        /// What it shows.
        caption: String,
        /// The columns, in order.
        days: Vec<String>,
        /// What a view that looks at a column calls it; two with `..` between them are all columns from one to the other.
        keys: Vec<String>,
        /// The lanes: what each is of, and its marks.
        lanes: Vec<(Line, Vec<LaneMark>)>,
    },
    /// Blocks that belong together, with a border.
    Card(Vec<Part>),
    /// Columns side by side, stacked where there is no room.
    Columns(Vec<Vec<Part>>),
    /// Columns side by side that say the same in some respect.
    Tied(Vec<Vec<Part>>),
    /// A name, and those it may be joined with, to choose from.
    Join(String, Vec<String>),
    /// Choices, of which one or more are current: shown as a row of links.
    Choices(Fixed, Line),
}

/// A mark in a lane, over the columns `from` to `to`, both included.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LaneMark {
    /// The first column.
    pub from: usize,
    /// The last column.
    pub to: usize,
    /// Where it leads.
    pub view: Box<View>,
    /// What it says to those who cannot see where it stands.
    pub words: String,
    /// What kind of mark: "event" or "published".
    pub class: Fixed,
}

/// One bar.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Bar {
    /// What it stands for.
    pub line: Line,
    /// Its parts, from the start: a value and the class that tells it from the others ("direct").
    pub parts: Vec<(u32, Fixed)>,
    /// The value that would fill the whole width.
    pub most: u32,
}

/// Names and what they are.
pub fn pairs(pairs: Vec<(&'static str, Line)>) -> Part {
    Part::Pairs(pairs.into_iter().map(|(name, line)| (name.into(), line)).collect())
}

/// Our words.
pub fn words(words: impl Into<String>) -> Piece {
    Piece::Words(words.into())
}

/// A link to a view.
pub fn go(view: View, words: impl Into<String>) -> Piece {
    Piece::Go { view: Box::new(view), words: words.into(), current: false }
}

/// A way to hide a finding.
pub fn hide(finding: Finding, at: Vec<Anchor>, label: impl Into<String>) -> Piece {
    Piece::Correct { correction: Box::new(Correction::Hide(finding, at)), words: "Hide".into(), label: label.into() }
}

/// The text of a line, as one would read it out.
pub fn text(line: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words)
        | Piece::Source(words)
        | Piece::Around(words)
        | Piece::Tag(words)
        | Piece::Only(words, _)
        | Piece::Moved(words) => words.clone(),
        Piece::Place { words, .. } | Piece::Go { words, .. } => words.clone(),
        Piece::Outlet(_) | Piece::Correct { .. } => String::new(),
        Piece::Break => " ".to_owned(),
    };
    line.iter().map(piece).collect()
}
