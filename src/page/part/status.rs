//! The live region: how many articles are left, told politely to those who can't see the list.

use crate::{
    part::element::{Element, element},
    state::Page,
};
use crossread_corpus::wording::counted;

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
pub(crate) fn status(page: Page) -> Element {
    let region = element("p").class("visually-hidden").set("role", "status").set("aria-live", "polite");
    region.text(move || {
        let corrected = page.corrections().len();
        let yours = format!(", {} of yours", counted(corrected, "correction", "corrections"));
        left_of_all(page) + if corrected > 0 { &yours } else { "" }
    })
}
