//! What narrows the list, each with a button that drops it.

use crate::{
    lens::focus_list,
    part::{
        erased::{click, memo, piece},
        facets::value_name,
    },
    state::Page,
};
use crossread_corpus::{
    facet::Facet,
    query::Query,
    results::{Demand, Library},
    view::View,
};
use leptos::prelude::*;

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
    }
}

/// The chips.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let page = Page::here();
    let demands = memo(move || {
        let view = page.question.get();
        let query = page.answer().query.clone();
        Library::demands(&view, &query)
            .into_iter()
            .map(|demand| (demand_name(&query, &demand), demand))
            .collect::<Vec<_>>()
    });
    let drop = move |demand: &Demand| {
        let query = page.answer.get_untracked().query.clone();
        page.go(Library::without(&page.view_now(), &query, demand));
        focus_list();
    };
    let clear = move || {
        page.go(View { query: String::new(), choices: Default::default(), exact: false, ..page.view_now() });
        focus_list();
    };
    piece(move || {
        let demands = demands.get();
        if demands.is_empty() {
            return ().into_any();
        }
        view! {
            <ul class="chips" aria-label="Filters in force">
                {demands
                    .into_iter()
                    .map(|(name, demand)| {
                        view! {
                            <li>
                                <button
                                    type="button"
                                    class="chip"
                                    aria-label=format!("Remove filter {name}")
                                    on:click=click(move || drop(&demand))
                                >
                                    <bdi>{name.clone()}</bdi>
                                    <span aria-hidden="true">" ✕"</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
                <li><button type="button" class="plain" on:click=click(clear)>"Clear all"</button></li>
            </ul>
        }
        .into_any()
    })
}
