//! What a lens shows, as plain HTML: elements and classes as the page draws them, without what only the program can do.

use super::{Plain, Whereabouts};
use crossread_corpus::{
    lens::{self, Looking},
    sheet::{Bar, Part, Piece},
    view::{Lens, View},
};
use maud::{Markup, html};

impl Plain {
    /// The collection in one screen.
    pub(super) fn overview(&self, whereabouts: Whereabouts) -> Markup {
        let view = View::default();
        let results = self.library.answer(&view);
        let parts = lens::sheet(Looking { library: &self.library, results: &results, view: &view });
        let name = lens::name(Lens::Overview);
        html! {
            section class="overview" aria-label=(name) {
                h2 { (name) }
                div class="worked-out" { (self.parts(&parts, whereabouts)) }
            }
        }
    }

    fn parts(&self, parts: &[Part], whereabouts: Whereabouts) -> Markup {
        html! { @for part in parts { (self.part(part, whereabouts)) } }
    }

    fn part(&self, part: &Part, whereabouts: Whereabouts) -> Markup {
        let line = |pieces: &[Piece]| self.line(pieces, whereabouts);
        let parts = |parts: &[Part]| self.parts(parts, whereabouts);
        match part {
            Part::Heading(3, words) => html! { h3 { (line(words)) } },
            Part::Heading(_, words) => html! { h4 { (line(words)) } },
            Part::Paragraph(words) => html! { p { (line(words)) } },
            Part::Note(words) if leads_on(words) => html! {},
            Part::Note(words) => html! { p class="note" { (line(words)) } },
            Part::List(lines) => html! { ul class="lines" { @for words in lines { li { (line(words)) } } } },
            Part::Pairs(pairs) => html! {
                dl class="pairs" { @for (name, words) in pairs { div { dt { (name) } dd { (line(words)) } } } }
            },
            Part::Table { caption, head, rows } => html! {
                div class="scrolls" {
                    table {
                        caption { (caption) }
                        thead { tr { @for cell in head { th scope="col" { (line(cell)) } } } }
                        tbody { @for row in rows { tr { @for cell in row { td { (line(cell)) } } } } }
                    }
                }
            },
            Part::Fold(summary, inner) => html! { details class="fold" { summary { (summary) } (parts(inner)) } },
            // the numbers stand in the lines; how long a bar is, the page's policy lets only the program say
            Part::Bars(bars) => {
                html! { ul class="bars" { @for Bar { line: words, .. } in bars { li { (line(words)) } } } }
            }
            // choices and corrections are the program's, and charts have a table beside them
            Part::Lanes { .. } | Part::Choices(..) | Part::Join(..) => html! {},
            Part::Card(inner) => html! { section class="card" { (parts(inner)) } },
            Part::Columns(columns) | Part::Tied(columns) => html! {
                div class="beside" { @for column in columns { div { (parts(column)) } } }
            },
        }
    }

    fn line(&self, pieces: &[Piece], whereabouts: Whereabouts) -> Markup {
        html! { @for piece in pieces { (self.piece(piece, whereabouts)) } }
    }

    fn piece(&self, piece: &Piece, whereabouts: Whereabouts) -> Markup {
        match piece {
            Piece::Words(words) => html! { (words) },
            Piece::Go { view, words, .. } => match view.article.and_then(|key| self.library.collection.position(key)) {
                Some(number) => html! { a href=(self.link(number, whereabouts)) { bdi { (words) } } },
                None => html! { (words) },
            },
            Piece::Source(words) => html! { bdi { (words) } },
            Piece::Around(words) => html! { bdi class="around" { (words) } },
            Piece::Place { anchor, words, .. } => match self.library.collection.position(anchor.article) {
                Some(number) => html! { a class="place" dir="auto" href=(self.link(number, whereabouts)) { (words) } },
                None => html! { bdi { (words) } },
            },
            Piece::Outlet(number) => html! {
                a class={ "outlet o" (self.colors[*number]) } dir="auto" href=(self.link(*number, whereabouts)) {
                    (self.library.names[*number])
                }
            },
            Piece::Tag(words) => html! { span class="tag" { (words) } },
            Piece::Only(words, true) => html! { ins { bdi { (words) } } },
            Piece::Only(words, false) => html! { del { bdi { (words) } } },
            Piece::Moved(words) => html! { span class="moved" { bdi { (words) } } },
            Piece::Correct { .. } => html! {},
            Piece::Break => html! { br; },
        }
    }
}

/// True for a line that does nothing but lead to another lens: "More in Voices".
fn leads_on(words: &[Piece]) -> bool {
    matches!(words, [Piece::Go { view, .. }] if view.article.is_none())
}
