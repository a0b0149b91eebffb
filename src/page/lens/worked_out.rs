//! The lenses that are worked out as sheets: their frame, and the sheet drawn anew when the view changes.

use crate::{
    lens::{LIST_HEADING, focus_when_chosen},
    part::{
        chips::chips,
        element::{Element, element},
        facets::facets,
        follow::piece,
        nothing::nothing,
        sheet::sheet,
        status::left_of_all,
    },
    state::Page,
};
use crossread_corpus::{
    lens::{self, Looking, name, question},
    view::Lens,
};

/// A lens with its filters.
pub(crate) fn worked_out(page: Page, lens: Lens) -> Element {
    let heading = element("h2").set("id", LIST_HEADING).set("tabindex", "-1").child(name(lens));
    focus_when_chosen(page, &heading);
    let about = element("p").class("note").child(question(lens)).child(" ").text(move || left_of_all(page) + ".");
    let section = element("section")
        .set("id", "lens")
        .class(lens.name())
        .set("aria-labelledby", LIST_HEADING)
        .set("aria-busy", "false")
        .child(heading)
        .child(about)
        .child(chips(page))
        .child(drawn(page, lens))
        .follow("data-query", move || {
            page.answer();
            Some(page.question().query.clone())
        });
    element("div").class("columns").child(facets(page)).child(section)
}

/// The sheet of a lens, as long as it is the lens that is on screen.
pub(crate) fn drawn(page: Page, lens: Lens) -> impl Into<crate::part::element::Child> {
    piece(move || {
        let (view, results) = (page.view(), page.answer());
        if view.lens != lens {
            return None;
        }
        let sheet = if results.articles.is_empty() {
            vec![nothing(page).into()]
        } else {
            sheet(page, &lens::sheet(Looking { library: page.library(), results: &results, view: &view }))
        };
        Some(element("div").class("worked-out").child(sheet))
    })
}
