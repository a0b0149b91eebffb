//! Which spellings were found though others were typed.

use crate::{
    lens::focus_list,
    part::{
        button,
        element::element,
        follow::{Piece, memo, piece},
    },
    state::{Answer, Page},
};
use crossread_corpus::query::place;

/// At most this many spellings are named for one clause.
const NAMED: usize = 6;

/// A line for every clause that was forgiven something.
pub(crate) fn spellings(page: Page) -> Piece {
    let lines = memo(move || lines(page, &page.answer()));
    let exact = move || {
        page.amend(|view| view.exact = true);
        focus_list();
    };
    piece(move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let words = format!("Also found: {}. ", lines.join("; "));
            element("p").class("spellings").child(words).child(button("plain", "Only as typed", exact))
        })
    })
}

/// "Tsikhanouskaya (2), … for tikhanovskaya", as the texts spell it.
fn lines(page: Page, answer: &Answer) -> Vec<String> {
    let library = page.library();
    let mut lines = Vec::new();
    for (clause, finding) in answer.query.clauses.iter().zip(&answer.rank.findings) {
        let Some(finding) = finding.as_ref().filter(|_| !clause.negated) else { continue };
        let spellings = finding.spellings();
        let named: Vec<String> = spellings
            .iter()
            .take(NAMED)
            .filter_map(|spelling| {
                let occurrence = finding.occurrences.iter().find(|found| found.form == spelling.form)?;
                let number = occurrence.article as usize;
                let article = page.article(number);
                let written = match place(&library.index, article, number, occurrence) {
                    Some(span) => article.slice(span),
                    None => library.index.forms().get(spelling.form as usize),
                };
                Some(format!("{written} ({})", spelling.count))
            })
            .collect();
        if !named.is_empty() {
            let more = spellings.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            lines.push(format!("{}{more} for “{clause}”", named.join(", ")));
        }
    }
    lines
}
