//! The live region: how many articles are left, told politely to those who can't see the list.

use crate::{part::erased::memo, state::Page};
use crossread_corpus::wording::counted;
use leptos::prelude::*;

/// "3 of 5 articles".
pub(crate) fn left_of_all(page: Page) -> String {
    let left = page.answer().articles.len();
    let all = page.library().articles().len();
    if left == all {
        counted(all, "article", "articles")
    } else {
        format!("{left} of {}", counted(all, "article", "articles"))
    }
}

/// The live region.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let page = Page::here();
    let words = memo(move || left_of_all(page));
    view! {
        <p class="visually-hidden" role="status" aria-live="polite">
            {words}
        </p>
    }
}
