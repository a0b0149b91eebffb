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
    let target = to.clone();
    let follow = move |event: web_sys::Event| {
        let mouse: &MouseEvent = event.unchecked_ref();
        let elsewhere = mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.button() != 0;
        if !elsewhere {
            event.prevent_default();
            page.go(target(&page.view_now()));
        }
    };
    element("a").follow("href", move || Some(address::link(&to(&page.view()).to_url()))).on("click", follow)
}
