//! What follows the state. Leptos's memos, effects and lists, with closures and values in boxes, so that all of them share
//! one compiled copy.

use super::element::{Element, Finished};
use leptos::prelude::*;
use std::{any::Any, marker::PhantomData, sync::Arc};

/// An element that is made anew when the state changes, or none.
pub type Piece = Box<dyn Fn() -> Option<Finished> + Send>;

/// An element that is made anew when what `make` reads changes; `None` for nothing.
pub fn piece(make: impl Fn() -> Option<Element> + Send + 'static) -> Piece {
    Box::new(move || make().map(Finished::from))
}

/// One element for every number in a list. Those that stay in the list keep their nodes.
pub struct Rows {
    list: Box<dyn Fn() -> Vec<usize> + Send>,
    make: Arc<dyn Fn(usize) -> Element + Send + Sync>,
}

/// An element for every number that `list` gives, in its order; each number once.
pub fn rows(
    list: impl Fn() -> Vec<usize> + Send + 'static,
    make: impl Fn(usize) -> Element + Send + Sync + 'static,
) -> Rows {
    Rows { list: Box::new(list), make: Arc::new(make) }
}

impl Rows {
    /// The list as Leptos has it.
    pub(crate) fn into_any(self) -> AnyView {
        let Self { list, make } = self;
        // A row is made once: what it reads while it is made must not make the whole list anew.
        let children = move |number| Finished::from(untrack(|| make(number)));
        For(ForProps { each: list, key: |number: &usize| *number, children }).into_any()
    }
}

/// A value that is worked out anew when what it is made of changes, and tells only when it is another one.
pub struct Memo<T>(leptos::prelude::Memo<Kept>, PhantomData<fn() -> T>);

/// A value of any type that can be compared.
#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

/// A value worked out once a change.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let same = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
    Memo(kept(Box::new(move || Kept { value: Arc::new(work_out()), same })), PhantomData)
}

fn kept(work_out: Box<dyn Fn() -> Kept + Send + Sync>) -> leptos::prelude::Memo<Kept> {
    leptos::prelude::Memo::new(move |_| work_out())
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Send + Sync + 'static> Memo<T> {
    /// The value; whoever calls this follows it.
    pub fn get(self) -> Arc<T> {
        self.0.get().value.downcast().expect("a memo holds its own type")
    }

    /// The value as it is now, without following it.
    pub fn get_untracked(self) -> Arc<T> {
        self.0.get_untracked().value.downcast().expect("a memo holds its own type")
    }
}

/// Something done to the page whenever the state changes.
pub fn effect(act: impl FnMut() + 'static) {
    boxed_effect(Box::new(act));
}

fn boxed_effect(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| act());
}
