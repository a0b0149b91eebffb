//! What narrows the list, each with a button that drops it.

use crate::{
    lens::focus_list,
    part::{
        button,
        element::{Element, element},
        facets::value_name,
        follow::{Piece, memo, piece},
    },
    state::Page,
};
use crossread_corpus::{
    facet::Facet,
    query::Query,
    results::{Demand, Library},
};

/// A demand in words.
pub(crate) fn demand_name(query: &Query, demand: &Demand) -> String {
    match demand {
        Demand::Clause(number) => query.clauses.get(*number).map(|clause| format!("“{clause}”")).unwrap_or_default(),
        Demand::Wanted(facet, value) => format!("{}: {}", facet_name(*facet), value_name(*facet, value)),
        Demand::Unwanted(facet, value) => format!("{}: not {}", facet_name(*facet), value_name(*facet, value)),
    }
}

/// A facet's heading.
pub(crate) const fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Outlet => "Outlet",
        Facet::Day => "Published",
        Facet::Credit => "Credits",
        Facet::Language => "Language",
        Facet::Speaker => "Speaker",
        Facet::Person => "People",
        Facet::Organisation => "Organisations",
        Facet::Place => "Places",
    }
}

/// The chips.
pub(crate) fn chips(page: Page) -> Piece {
    let demands = memo(move || {
        let query = &page.answer().query;
        let demands = Library::demands(&page.question(), query).into_iter();
        demands.map(|demand| (demand_name(query, &demand), demand)).collect::<Vec<_>>()
    });
    piece(move || {
        let demands = demands.get();
        let clear = || element("li").child(button("plain", "Clear all", move || page.ask_nothing()));
        (!demands.is_empty()).then(|| {
            let chips = demands.iter().map(|(name, demand)| chip(page, name, demand.clone()));
            element("ul").class("chips").set("aria-label", "Filters in force").children(chips).child(clear())
        })
    })
}

fn chip(page: Page, name: &str, demand: Demand) -> Element {
    let drop = move || {
        let query = &page.answer_now().query;
        page.go(Library::without(&page.view_now(), query, &demand));
        focus_list();
    };
    let words = element("bdi").child(name.to_owned());
    let cross = element("span").set("aria-hidden", "true").child(" ✕");
    let button = button("chip", "", drop).set("aria-label", &format!("Remove filter {name}"));
    element("li").child(button.child(words).child(cross))
}
