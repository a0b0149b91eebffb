//! Nothing found: what is to blame, and a button that drops it.

use crate::{
    lens::focus_list,
    part::{chips::demand_name, erased::click},
    state::Page,
};
use crossread_corpus::{results::Library, view::View, wording::counted};
use leptos::prelude::*;

/// Shown in place of an empty list.
#[component]
pub(crate) fn Nothing() -> impl IntoView {
    let page = Page::here();
    let view = page.view_now();
    let answer = page.answer();
    let culprits = page.library().culprits(&view, &answer.query);
    let clear = move || {
        page.go(View { query: String::new(), choices: Default::default(), exact: false, ..page.view_now() });
        focus_list();
    };
    let blame = if culprits.is_empty() {
        "No article answers all of this, and dropping any one part of it would not help."
    } else {
        "No article answers all of this. Without one part of it there are some:"
    };
    let buttons = culprits
        .into_iter()
        .map(|(demand, left)| {
            let name = demand_name(&answer.query, &demand);
            let to = Library::without(&view, &answer.query, &demand);
            view! {
                <li>
                    <button type="button" on:click=click(move || {
                        page.go(to.clone());
                        focus_list();
                    })>
                        "Drop " <bdi>{name}</bdi> {format!(": {}", counted(left, "article", "articles"))}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="nothing">
            <p>{blame}</p>
            <ul>
                {buttons} <li><button type="button" class="plain" on:click=click(clear)>"Start anew"</button></li>
            </ul>
        </div>
    }
}
