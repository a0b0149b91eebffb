//! What the page knows: the library, the view, and the results that follow from the two.

pub(crate) mod address;
mod corrected;
pub(crate) mod lenses;
pub(crate) mod looked;
pub(crate) mod settings;

use crate::{
    failure::report,
    part::follow::{Memo, memo},
};
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use crossread_corpus::{
    article::{Article, ArticleKey},
    correction::Correction,
    facet::Choices,
    lens::asked::{Corrected, Question, Reply},
    results::{Library, Results},
    sheet::Part,
    span::Span,
    view::{Lens, View},
};
use leptos::prelude::*;
use looked::Looked;
use settings::Settings;
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

/// The state every part shares. The view is the only thing that changes; all else follows from it. There is one for as
/// long as the library is the same.
#[derive(Clone, Copy)]
pub(crate) struct Page(&'static State);

/// Corrections, and what follows from them.
pub(crate) type InForce = (Arc<Vec<Correction>>, Corrected);

struct State {
    /// The library as it came.
    given: &'static Library,
    /// The same as the reader corrected it.
    library: RwSignal<&'static Library>,
    corrections: RwSignal<Arc<Vec<Correction>>>,
    /// The corrections that are in force, and what follows from them.
    corrected: RwSignal<Option<Arc<InForce>>>,
    looked: Looked,
    /// Where the reader has notes.
    noted: RwSignal<Arc<Vec<(ArticleKey, Span)>>>,
    /// The reader's own articles.
    own: Vec<ArticleKey>,
    /// For each article the number of its outlet's colour.
    colors: Vec<usize>,
    settings: Settings,
    view: RwSignal<Arc<View>>,
    /// The view, but while the reader types that from before.
    settled: RwSignal<Arc<View>>,
    settled_query: Memo<String>,
    /// Whether the reader has chosen anything since the page opened.
    chosen: AtomicBool,
    question: Memo<View>,
    /// What is chosen in the facets, set only when it changes: a memo would wake all who follow it at every letter.
    choices: RwSignal<Arc<Choices>>,
    answer: Memo<Answer>,
}

impl Page {
    /// Starts with the view in the address; `overview` is what that lens shows while nothing is asked, where that is
    /// known.
    pub(crate) fn new(library: &'static Library, overview: Option<Vec<Part>>, own: Vec<ArticleKey>) -> Self {
        let start = Arc::new(View::from_url(&address::read()));
        let choices = RwSignal::new(Arc::new(start.choices.clone()));
        let looked = Looked::new(overview, &start, core::ptr::from_ref(library).addr());
        let (view, settled) = (RwSignal::new(start.clone()), RwSignal::new(start));
        let question = memo(move || {
            let view = view.get();
            View {
                query: view.query.clone(),
                exact: view.exact,
                choices: view.choices.clone(),
                sort: view.sort,
                ..View::default()
            }
        });
        let given = library;
        let library = RwSignal::new(given);
        let answer = memo(move || Answer(Arc::new(library.get().answer(&question.get()))));
        let page = Self(Box::leak(Box::new(State {
            given,
            library,
            own,
            corrections: RwSignal::new(Arc::default()),
            corrected: RwSignal::new(None),
            looked,
            noted: RwSignal::new(Arc::default()),
            colors: given.collection.outlet_colors(),
            settings: Settings::new(),
            view,
            settled,
            settled_query: memo(move || settled.get().query.clone()),
            chosen: AtomicBool::new(false),
            question,
            choices,
            answer,
        })));
        address::on_walk(move |url| {
            page.0.chosen.store(true, Relaxed);
            page.set(View::from_url(&url));
            page.settle();
        });
        let kept = corrected::kept();
        if !kept.is_empty() {
            page.apply(kept);
        }
        looked::follow(page);
        page
    }

    /// The articles and their index, as the reader corrected them. Whoever shows what was found in them follows the
    /// answer, or [`Self::edition`].
    pub(crate) fn library(self) -> &'static Library {
        self.0.library.get_untracked()
    }

    /// One article.
    pub(crate) fn article(self, number: usize) -> &'static Article {
        &self.library().articles()[number]
    }

    /// Changes whenever the reader corrects something.
    pub(crate) fn edition(self) -> usize {
        core::ptr::from_ref(self.0.library.get()).addr()
    }

    /// The same as it is now, without following it.
    pub(crate) fn edition_now(self) -> usize {
        core::ptr::from_ref(self.library()).addr()
    }

    /// What the reader corrected, for themselves.
    pub(crate) fn corrections(self) -> Arc<Vec<Correction>> {
        self.0.corrections.get()
    }

    /// Corrects one thing more; of names, instead of what was said of the same names before.
    pub(crate) fn correct(self, correction: Correction) {
        let mut all = self.0.corrections.get_untracked().to_vec();
        let names = |correction: &Correction| match correction {
            Correction::Part(one, other) | Correction::Join(one, other) => Some((one.clone(), other.clone())),
            _ => None,
        };
        let turned = names(&correction).map(|(one, other)| (other, one));
        all.retain(|other| {
            let both = names(other);
            *other != correction && (both.is_none() || both != turned && both != names(&correction))
        });
        all.push(correction);
        self.set_corrections(all);
    }

    /// Corrects these things and no others.
    pub(crate) fn set_corrections(self, corrections: Vec<Correction>) {
        corrected::keep(&corrections);
        self.apply(corrections);
    }

    /// Has what follows from these corrections worked out, and shows it. The library before stays in memory, since
    /// anything on the page may hold a part of it: texts and index are shared, so that a correction costs little.
    fn apply(self, corrections: Vec<Correction>) {
        let all = Arc::new(corrections.clone());
        self.0.corrections.set(all.clone());
        lenses::ask(Question::Correct(corrections), move |reply| match reply {
            Ok((Reply::Corrected(corrected), _)) if corrected.found.fits(self.0.given.articles()) => {
                let library = Box::leak(Box::new(self.0.given.finding(corrected.found.clone())));
                self.0.corrected.set(Some(Arc::new((all, corrected))));
                self.0.library.set(library);
            }
            Ok(_) => {}
            Err(why) => report(&format!("Your corrections are kept, but cannot be applied now: {why}.")),
        });
    }

    /// The corrections that are in force, and what follows from them; `None` before they are.
    pub(crate) fn corrected(self) -> Option<Arc<InForce>> {
        self.0.corrected.get()
    }

    /// Whether corrections are not in force yet.
    pub(crate) fn is_correcting(self) -> bool {
        self.0.corrected.get().is_none_or(|corrected| *corrected.0 != *self.0.corrections.get())
            && !self.0.corrections.get().is_empty()
    }

    /// What is seen through the lens.
    pub(crate) fn looked(self) -> &'static Looked {
        &self.0.looked
    }

    /// Whether article `number` is one that the reader added.
    pub(crate) fn is_own(self, number: usize) -> bool {
        self.is_readers(self.article(number).key)
    }

    /// Whether the article of this key is one that the reader added.
    pub(crate) fn is_readers(self, article: ArticleKey) -> bool {
        self.0.own.contains(&article)
    }

    /// Whether the reader added any.
    pub(crate) fn has_own(self) -> bool {
        !self.0.own.is_empty()
    }

    /// Which of the five outlet colours article `number` has; 0 where the outlet is not stated.
    pub(crate) fn outlet_color(self, number: usize) -> usize {
        self.0.colors[number]
    }

    /// What the reader set for their own eyes.
    pub(crate) const fn settings(self) -> Settings {
        self.0.settings
    }

    /// The view; whoever calls this follows every change of it.
    pub(crate) fn view(self) -> Arc<View> {
        self.0.view.get()
    }

    /// The view as it is now, without following it.
    pub(crate) fn view_now(self) -> Arc<View> {
        self.0.view.get_untracked()
    }

    /// The view, for addresses: whoever calls this follows it only where the reader pauses. There are many links, and a
    /// letter typed changes them all.
    pub(crate) fn settled_view(self) -> Arc<View> {
        self.0.settled.get()
    }

    /// The line in the search field, where the reader pauses.
    pub(crate) fn settled_query(self) -> Arc<String> {
        self.0.settled_query.get()
    }

    /// What is chosen in the facets.
    pub(crate) fn choices(self) -> Arc<Choices> {
        self.0.choices.get()
    }

    /// The parts of the view that the answer follows from.
    pub(crate) fn question(self) -> Arc<View> {
        self.0.question.get()
    }

    /// What answers the view.
    pub(crate) fn answer(self) -> Answer {
        Answer::clone(&self.0.answer.get())
    }

    /// What answers the view as it is now, without following it.
    pub(crate) fn answer_now(self) -> Answer {
        Answer::clone(&self.0.answer.get_untracked())
    }

    /// Where the reader has notes.
    pub(crate) fn noted(self) -> Arc<Vec<(ArticleKey, Span)>> {
        self.0.noted.get()
    }

    /// The reader has notes here, and nowhere else.
    pub(crate) fn set_noted(self, places: Vec<(ArticleKey, Span)>) {
        self.0.noted.set(Arc::new(places));
    }

    /// Whether the reader has chosen a view since the page opened.
    pub(crate) fn chosen(self) -> bool {
        self.0.chosen.load(Relaxed)
    }

    /// The article that is open, if it is one of the collection.
    pub(crate) fn open_article(self) -> Option<usize> {
        let view = self.view();
        let key = view.article.filter(|_| view.lens == Lens::Read)?;
        self.library().collection.position(key)
    }

    /// Chooses a view: a step back leads to the one before.
    pub(crate) fn go(self, view: View) {
        if *self.view_now() != view {
            address::push(&view.to_url());
            self.0.chosen.store(true, Relaxed);
            self.set(view);
            self.settle();
        }
    }

    /// Changes the view in place: a step back leads to where the change began.
    pub(crate) fn amend(self, change: impl FnOnce(&mut View)) {
        let mut view = View::clone(&self.view_now());
        change(&mut view);
        self.replace(view);
    }

    fn replace(self, view: View) {
        if *self.view_now() != view {
            address::replace_soon(view.to_url(), Box::new(move || self.settle()));
            self.set(view);
        }
    }

    fn set(self, view: View) {
        if *self.0.choices.get_untracked() != view.choices {
            self.0.choices.set(Arc::new(view.choices.clone()));
        }
        self.0.view.set(Arc::new(view));
    }

    fn settle(self) {
        self.0.settled.set(self.view_now());
    }

    /// Drops the query and everything chosen, from a button that goes away with them.
    pub(crate) fn ask_nothing(self) {
        let view = View::clone(&self.view_now());
        self.go(View { query: String::new(), choices: Default::default(), exact: false, ..view });
        crate::lens::focus_list();
    }
}
