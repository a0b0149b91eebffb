//! Closures with their types erased before they reach a view.
//!
//! Leptos compiles its renderer anew for every type it meets, and every closure is a type of its own; behind these few
//! functions they all share one copy. The page is a third smaller for it.

use leptos::{
    ev::{Event, MouseEvent},
    prelude::*,
};

/// Words that follow the state.
pub(crate) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// A condition that follows the state.
pub(crate) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// "true" or "false", as ARIA states want it.
pub(crate) fn truth(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || read().to_string())
}

/// A piece of the page that is made anew when the state changes.
pub(crate) fn piece(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: Box<dyn Fn() -> AnyView + Send> = Box::new(make);
    (move || make()).into_any()
}

/// A value worked out once a change.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let work_out: Box<dyn Fn() -> T + Send + Sync> = Box::new(work_out);
    Memo::new(move |_| work_out())
}

/// Something done to the page whenever the state changes.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// What a click does.
pub(crate) fn click(act: impl FnMut() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    let mut act = act;
    Box::new(move |_| act())
}

/// What a change of a field does.
pub(crate) fn change(act: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}
