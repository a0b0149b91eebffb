//! What the page knows: the library, the view, and the results that follow from the two.

pub(crate) mod address;
pub(crate) mod settings;

use crate::part::erased::memo;
use crossread_corpus::{
    article::Article,
    order::sort_by,
    results::{Library, Results},
    view::{Lens, View},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Results, compared by identity: they are made anew whenever the question changes.
#[derive(Clone)]
pub(crate) struct Answer(Arc<Results>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl core::ops::Deref for Answer {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.0
    }
}

/// The state every component shares. The view is the only thing that changes; all else follows from it.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    library: StoredValue<Arc<Library>>,
    /// The outlets, by name.
    outlets: StoredValue<Vec<String>>,
    view: RwSignal<View>,
    /// Whether the reader has chosen anything since the page opened.
    chosen: StoredValue<bool>,
    pub(crate) answer: Memo<Answer>,
    /// The line that the answer answers.
    pub(crate) question: Memo<View>,
}

impl Page {
    /// Starts with the view in the address.
    pub(crate) fn new(library: Library) -> Self {
        let mut outlets: Vec<String> = library
            .articles()
            .iter()
            .filter_map(|article| article.header.outlet.as_ref())
            .map(|o| o.value.clone())
            .collect();
        sort_by(&mut outlets, Ord::cmp);
        outlets.dedup();
        let outlets = StoredValue::new(outlets);
        let library = StoredValue::new(Arc::new(library));
        let view = RwSignal::new(View::from_url(&address::read()));
        let question = memo(move || {
            view.with(|view| View {
                query: view.query.clone(),
                exact: view.exact,
                choices: view.choices.clone(),
                sort: view.sort,
                ..View::default()
            })
        });
        let answer = memo(move || Answer(Arc::new(question.with(|view| library.with_value(|l| l.answer(view))))));
        let chosen = StoredValue::new(false);
        address::on_walk(move |url| {
            chosen.set_value(true);
            view.set(View::from_url(&url));
        });
        Self { library, outlets, view, chosen, answer, question }
    }

    /// The page's state, from anywhere below the app.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// The articles and their index.
    pub(crate) fn library(self) -> Arc<Library> {
        self.library.get_value()
    }

    /// The view; whoever calls this follows every change of it.
    pub(crate) fn view(self) -> View {
        self.view.get()
    }

    /// A part of the view; whoever calls this follows every change of the view.
    pub(crate) fn with_view<T>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(read)
    }

    /// The view as it is now, without following it.
    pub(crate) fn view_now(self) -> View {
        self.view.get_untracked()
    }

    /// Whether the reader has chosen a view since the page opened.
    pub(crate) fn chosen(self) -> bool {
        self.chosen.get_value()
    }

    /// What answers the view.
    pub(crate) fn answer(self) -> Answer {
        self.answer.get()
    }

    /// The article that is open, if it is one of the collection.
    pub(crate) fn open_article(self) -> Option<usize> {
        let key = self.with_view(|view| if view.lens == Lens::Read { view.article } else { None })?;
        self.library().collection.position(key)
    }

    /// Which of the five outlet colours article `number` has, by the order of the outlets' names; 0 where the outlet is
    /// not stated.
    pub(crate) fn outlet_color(self, number: usize) -> usize {
        let outlet = self.with_article(number, |article| article.header.outlet.as_ref().map(|o| o.value.clone()));
        let place = outlet.and_then(|name| self.outlets.with_value(|outlets| outlets.binary_search(&name).ok()));
        place.map_or(0, |place| place % 5 + 1)
    }

    /// Something of one article.
    pub(crate) fn with_article<T>(self, number: usize, read: impl FnOnce(&Article) -> T) -> T {
        self.library.with_value(|library| read(&library.articles()[number]))
    }

    /// Chooses a view: a step back leads to the one before.
    pub(crate) fn go(self, view: View) {
        if self.view.with_untracked(|now| *now != view) {
            address::push(&view.to_url());
            self.chosen.set_value(true);
            self.view.set(view);
        }
    }

    /// Changes the view in place: a step back leads to where the change began.
    pub(crate) fn amend(self, change: impl FnOnce(&mut View)) {
        let mut view = self.view_now();
        change(&mut view);
        if self.view.with_untracked(|now| *now != view) {
            address::replace_soon(view.to_url());
            self.view.set(view);
        }
    }
}
