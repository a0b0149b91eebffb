//! Links to views: real addresses, so that they can be opened in another tab, and followed without loading the page.

use crate::{
    part::element::{Element, element},
    state::{Page, address},
};
use crossread_corpus::view::View;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

/// A link to the view that `to` makes of the one on screen.
pub(crate) fn link(page: Page, to: impl Fn(&View) -> View + 'static) -> Element {
    boxed(page, Rc::new(to))
}

fn boxed(page: Page, to: Rc<dyn Fn(&View) -> View>) -> Element {
    let clicked = follow(page, to.clone());
    element("a").follow("href", move || Some(address::link(&to(&page.settled_view()).to_url()))).on("click", clicked)
}

/// What a click on a link does: it goes there, unless the reader wants it elsewhere.
fn follow(page: Page, to: Rc<dyn Fn(&View) -> View>) -> impl FnMut(web_sys::Event) {
    move |event: web_sys::Event| {
        let mouse: &MouseEvent = event.unchecked_ref();
        let elsewhere = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.button() != 0;
        if !elsewhere {
            event.prevent_default();
            page.go(to(&page.view_now()));
        }
    }
}

/// A link to a view that does not follow what is on screen.
pub(crate) fn fixed_link(page: Page, to: View) -> Element {
    let href = address::link(&to.to_url());
    element("a").set("href", &href).on("click", follow(page, Rc::new(move |_: &View| to.clone())))
}
