//! The frame of a dialog: made when it opens, gone when it closes; the focus goes back to where it was.

use crossread_element::{
    button,
    element::{Child, Finished, element},
};
use leptos::{
    mount::mount_to,
    prelude::{document, queue_microtask, request_animation_frame},
};
use std::{any::Any, cell::RefCell};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

const ID: &str = "take";
/// The id of its heading.
pub(crate) const HEADING: &str = "take-heading";

/// The dialog that is open.
struct Open {
    /// It goes away with this.
    _mounted: Box<dyn Any>,
    /// What had the focus before.
    before: Option<HtmlElement>,
    /// The focus is the page's business now.
    is_left: bool,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Opens a dialog, instead of the one that may be open.
pub(crate) fn open(heading: &'static str, content: impl FnOnce() -> Vec<Child> + 'static) {
    let before = match OPEN.take() {
        Some(Open { before, .. }) => before,
        None => document().active_element().and_then(|element| element.dyn_into().ok()),
    };
    let Some(body) = document().body() else { return };
    let dialog = move || {
        let heading = element("h2").set("id", HEADING).set("tabindex", "-1").child(heading);
        let head = element("div").class("head").child(heading).child(button("close", "Close", close));
        let dialog = element("dialog").set("id", ID).class("own").set("aria-labelledby", HEADING);
        // The page has keys of its own, Escape among them.
        let dialog = dialog.on("keydown", |event| event.stop_propagation());
        Finished::from(dialog.on("close", |_| closed()).child(head).child(content()))
    };
    OPEN.set(Some(Open { _mounted: Box::new(mount_to(body, dialog)), before, is_left: false }));
    if let Some(dialog) = in_page() {
        // Fails only for dialogs that are open.
        let _ = dialog.show_modal();
    }
}

/// Takes the focus to what has this id in it, or else to its heading, once all is drawn.
pub(crate) fn focus_soon(id: &'static str) {
    request_animation_frame(move || {
        let there = [id, HEADING].into_iter().find_map(|id| document().get_element_by_id(id));
        if let Some(element) = there {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Says something to those who do not see what has changed; where a dialog is open, it says it itself.
pub(crate) fn say(words: &str) {
    const SAID: &str = "take-said";
    let region = document().get_element_by_id(SAID).or_else(|| {
        let region = element("p").set("id", SAID).class("visually-hidden").set("role", "status");
        let node = region.node().clone();
        document().body()?.append_child(&node).ok()?;
        // It lasts as long as the page.
        core::mem::forget(region);
        Some(node)
    });
    if let Some(region) = region {
        region.set_text_content(Some(words));
    }
}

/// Closes it for something on the page, which takes the focus.
pub(crate) fn leave() {
    OPEN.with_borrow_mut(|open| {
        if let Some(open) = open {
            open.is_left = true;
        }
    });
    close();
}

/// Closes it.
pub(crate) fn close() {
    if let Some(dialog) = in_page() {
        dialog.close();
    }
}

fn in_page() -> Option<HtmlDialogElement> {
    document().get_element_by_id(ID).map(JsCast::unchecked_into)
}

fn closed() {
    // Not while the dialog's own event is being heard.
    queue_microtask(|| {
        // Another one may have been opened in its place.
        if in_page().is_some_and(|dialog| dialog.open()) {
            return;
        }
        let Some(Open { before, is_left, .. }) = OPEN.take() else { return };
        if is_left {
            return;
        }
        let there = before.filter(|element| element.is_connected() && element.tag_name() != "BODY");
        let main = || document().get_element_by_id("main").map(JsCast::unchecked_into::<HtmlElement>);
        if let Some(element) = there.or_else(main) {
            let _ = element.focus();
        }
    });
}
