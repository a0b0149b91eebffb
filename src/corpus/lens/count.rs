//! Counts by outlet, each leading to what it counts.
//!
//! What a lens can count has tags: "as Poe", "in The Daily". A count leads to the view that asks for one tag or two, and
//! that view lists what has them.

use super::{Looking, long};
use crate::{
    article::Article,
    facet::Facet,
    sheet::{Line, Part, Piece, go, words},
    view::Lens,
    wording,
};
use std::sync::Arc;

/// With more outlets than this, a table has no column for each.
const COLUMNS: usize = 8;

/// Tables have so many rows before the rest is folded, and so many in all.
const ROWS: (usize, usize) = (14, 300);

/// An outlet and its articles, of those that a view leaves.
pub(crate) struct Outlet {
    /// What it is called; an article without an outlet stands alone, by what its file is called.
    pub name: String,
    /// The articles' numbers, in the order of time.
    pub articles: Vec<usize>,
}

impl Outlet {
    /// The tag of what stands in it.
    pub(crate) fn tag(&self) -> String {
        format!("in {}", self.name)
    }
}

/// The outlet of an article, or its id where none is stated: unlike what is shown, never the same for two such articles.
pub(crate) fn outlet(article: &Article) -> &str {
    article.header.outlet.as_ref().map_or(&article.id, |outlet| &outlet.value)
}

/// The articles left by outlet, in the order of time.
pub(crate) fn outlets(looking: Looking<'_>) -> Vec<Outlet> {
    let mut found: Vec<Outlet> = Vec::new();
    for number in looking.in_time() {
        let name = outlet(looking.article(number));
        match found.iter_mut().find(|outlet| outlet.name == name) {
            Some(outlet) => outlet.articles.push(number),
            None => found.push(Outlet { name: name.to_owned(), articles: vec![number] }),
        }
    }
    found
}

/// An outlet, leading to its article or articles.
pub(crate) fn named(looking: Looking<'_>, outlet: &Outlet) -> Piece {
    if let [number] = outlet.articles[..] {
        return Piece::Outlet(number);
    }
    let listing = looking.view.through(Lens::Articles);
    let wanted = |choice: &mut crate::facet::Choice| choice.wanted = vec![outlet.name.clone()];
    go(listing.choosing(Facet::Outlet, wanted), outlet.name.as_str())
}

/// Two tags as one.
pub(crate) fn both(one: &str, other: &str) -> String {
    format!("{one} · {other}")
}

/// Whether what has these tags is asked for `by` a view: by nothing, one of them, or two in their order.
pub(crate) fn answers(by: &str, tags: &[String]) -> bool {
    let pair = |at: usize, one: &String| {
        let rest = by.strip_prefix(one.as_str()).and_then(|rest| rest.strip_prefix(" · "));
        rest.is_some_and(|rest| tags[at + 1..].iter().any(|other| other == rest))
    };
    by.is_empty() || tags.iter().enumerate().any(|(at, one)| one == by || pair(at, one))
}

/// A row of counts.
pub(crate) struct Row {
    /// What is counted.
    pub head: Line,
    /// What the lens looks at, to show it.
    pub of: String,
    /// The tag of what is counted; none for all that there is of it.
    pub by: String,
    /// By outlet.
    pub counts: Vec<u32>,
}

impl Row {
    /// All outlets' counts together.
    pub(crate) fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

/// A table of counts, a long one's end folded.
pub(crate) fn table(looking: Looking<'_>, caption: &str, of: &str, rows: Vec<Row>, outlets: &[Outlet]) -> Vec<Part> {
    let by_outlet = outlets.len() <= COLUMNS;
    let mut head = vec![vec![words(of)]];
    if by_outlet {
        head.extend(outlets.iter().map(|outlet| vec![named(looking, outlet)]));
    } else {
        head.push(vec![words("Outlets")]);
    }
    if outlets.len() > 1 {
        head.push(vec![words("All")]);
    }
    let cell = |count: u32, of: &str, by: &str| -> Line {
        match count {
            0 => vec![words("–")],
            _ => vec![go(looking.view.looking_at(of).ordered(by), wording::number(count.into()))],
        }
    };
    let left = rows.len().saturating_sub(ROWS.1);
    let mut lines: Vec<Vec<Line>> = Vec::new();
    for row in rows.into_iter().take(ROWS.1) {
        let total = row.total();
        let mut line = vec![row.head];
        if by_outlet {
            for (outlet, count) in outlets.iter().zip(&row.counts) {
                let by = if row.by.is_empty() { outlet.tag() } else { both(&row.by, &outlet.tag()) };
                line.push(cell(*count, &row.of, &by));
            }
        } else {
            let having = row.counts.iter().filter(|count| **count > 0).count();
            line.push(cell(u32::try_from(having).unwrap_or(u32::MAX), &row.of, &row.by));
        }
        if outlets.len() > 1 {
            line.push(cell(total, &row.of, &row.by));
        }
        lines.push(line);
    }
    let mut parts = long::table(caption.to_owned(), head, lines, ROWS.0);
    if let (1.., Some(Part::Fold(_, more))) = (left, parts.last_mut()) {
        Arc::make_mut(more)
            .push(Part::Note(vec![words(format!("{left} more are left out: narrow the articles to see them."))]));
    }
    parts
}

/// An article by its outlet and day.
pub(crate) fn dated(looking: Looking<'_>, number: usize) -> Line {
    let published = looking.article(number).header.published.as_ref();
    let day = published.map(|published| format!(", {}", wording::day(published.value.date)));
    vec![Piece::Outlet(number), words(day.unwrap_or_default())]
}
