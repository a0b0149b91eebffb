//! Nothing found: what is to blame, and a button that drops it.

use crate::{
    lens::focus_list,
    part::{
        button,
        chips::demand_name,
        element::{Element, element},
    },
    state::Page,
};
use crossread_corpus::{results::Library, wording::counted};

/// Shown in place of an empty list.
pub(crate) fn nothing(page: Page) -> Element {
    let question = page.question();
    let answer = page.answer();
    let culprits = page.library().culprits(&question, &answer.query);
    let blame = if culprits.is_empty() {
        "No article answers all of this, and dropping any one part of it would not help."
    } else {
        "No article answers all of this. Without one part of it there are some:"
    };
    let buttons = culprits.into_iter().map(|(demand, left)| {
        let name = demand_name(&answer.query, &demand);
        let answer = answer.clone();
        let drop = move || {
            page.go(Library::without(&page.view_now(), &answer.query, &demand));
            focus_list();
        };
        let words = format!(": {}", counted(left, "article", "articles"));
        element("li").child(button("", "Drop ", drop).child(element("bdi").child(name)).child(words))
    });
    let anew = element("li").child(button("plain", "Start anew", move || page.ask_nothing()));
    let list = element("ul").children(buttons).child(anew);
    element("div").class("nothing").child(element("p").child(blame)).child(list)
}
