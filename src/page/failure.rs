//! When something goes wrong the reader is told in one sentence and keeps the text.

use leptos::prelude::document;

/// The element that the page had for loading; later it says what failed.
const NOTICE: &str = "loading";

/// Shows one message where the reader looks first.
pub(crate) fn report(message: &str) {
    notice(message);
    leptos::logging::error!("{message}");
}

/// Shows what is no failure there, or nothing any more.
pub(crate) fn notice(message: &str) {
    if let Some(notice) = document().get_element_by_id(NOTICE) {
        notice.set_text_content(Some(message));
        let _ = notice.toggle_attribute_with_force("hidden", message.is_empty());
    }
}

/// Shows a message instead of dying in silence; the text on the page stays.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        report("Something went wrong in this page; what is shown can still be read. Reloading starts it anew.");
        leptos::logging::error!("{panic}");
    }));
}

/// Takes the plain articles away, once the explorer stands in their place.
pub(crate) fn remove_plain_articles() {
    if let Some(plain) = document().get_element_by_id("plain") {
        plain.remove();
    }
}
