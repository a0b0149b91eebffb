//! The Articles lens: the list, narrowed by search and facets.

use crate::{
    lens::{LIST_HEADING, row::Row},
    part::{
        chips::Chips,
        erased::{change, click, effect, memo, piece, text},
        facets::Facets,
        nothing::Nothing,
        spellings::Spellings,
        status::left_of_all,
    },
    state::Page,
};
use crossread_corpus::view::Sort;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// So many rows are in the page at first, and are added by the button.
const WINDOW: usize = 25;

/// The list of articles.
#[component]
pub(crate) fn Articles() -> impl IntoView {
    let page = Page::here();
    let shown = RwSignal::new(WINDOW);
    let total = memo(move || page.answer().articles.len());
    // A new question starts at the top again.
    effect(move || {
        page.question.track();
        shown.set(WINDOW);
    });
    let heading = NodeRef::<html::H2>::new();
    crate::lens::focus_when_chosen(heading);
    let rows = move || {
        let answer = page.answer();
        answer.articles.iter().take(shown.get()).copied().collect::<Vec<_>>()
    };
    view! {
        <div class="columns">
            <Facets />
            <section
                id="results"
                aria-labelledby=LIST_HEADING
                aria-busy="false"
                data-query=text(move || {
                    page.answer.track();
                    page.question.with_untracked(|view| view.query.clone())
                })
            >
                <div class="head">
                    <h2 id=LIST_HEADING tabindex="-1" node_ref=heading>{text(move || left_of_all(page))}</h2>
                    <SortChoice />
                </div>
                <Chips />
                <Spellings />
                <ol class="rows">
                    <For each=rows key=|number| *number let:number>
                        <Row number />
                    </For>
                </ol>
                {piece(move || match total.get().checked_sub(shown.get()) {
                    _ if total.get() == 0 => view! { <Nothing /> }.into_any(),
                    None | Some(0) => ().into_any(),
                    Some(more) => view! {
                        <button
                            type="button"
                            class="more"
                            on:click=click(move || {
                                let first = shown.get_untracked();
                                shown.set(first + WINDOW);
                                focus_row_soon(first);
                            })
                        >
                            {format!("Show {} more", more.min(WINDOW))}
                        </button>
                    }
                    .into_any(),
                })}
            </section>
        </div>
    }
}

/// Takes the focus to the first of the rows that were added, once they are there.
fn focus_row_soon(place: usize) {
    request_animation_frame(move || {
        let row = format!(".rows > li:nth-child({}) h3 a", place + 1);
        if let Ok(Some(link)) = document().query_selector(&row)
            && let Ok(link) = link.dyn_into::<web_sys::HtmlElement>()
        {
            let _ = link.focus();
        }
    });
}

/// The order of the list.
#[component]
fn SortChoice() -> impl IntoView {
    let page = Page::here();
    let word = |sort| match sort {
        Sort::Time => "time",
        Sort::Relevance => "relevance",
        Sort::Length => "length",
    };
    let choose = change(move |event| {
        let name = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.name() == name);
        let mut view = page.view_now();
        view.sort = sort;
        page.go(view);
    });
    view! {
        <label class="sort">
            "Order: "
            <select on:change=choose prop:value=text(move || page.with_view(|view| view.order().name().to_owned()))>
                {Sort::ALL
                    .into_iter()
                    .map(|sort| view! { <option value=sort.name()>{word(sort)}</option> })
                    .collect_view()}
            </select>
        </label>
    }
}
