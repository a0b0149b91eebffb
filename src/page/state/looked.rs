//! What is seen through the lens that is chosen, and what is marked in the article that is open: worked out by another
//! program, so that it comes some time after it is asked for.

use super::{
    Page,
    lenses::{self, Message},
};
use crate::part::follow::{effect, memo};
use crossread_corpus::{
    article::ArticleKey,
    lens::asked::{Marks, Question, Reply},
    sheet::Part,
    view::{Lens, View},
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, With, untrack};
use std::sync::Arc;

/// A sheet, with what it answers.
#[derive(PartialEq)]
pub(crate) struct Sheet {
    /// What it shows: through which lens, of which articles.
    pub(crate) view: View,
    /// Of the library as it was then corrected; see [`Page::edition`].
    edition: usize,
    /// The sheet.
    pub(crate) parts: Arc<Vec<Part>>,
    /// The message it came as; empty for the overview that came with the page.
    pub(crate) message: Message,
}

/// An article, what is marked in it, and the message that came as.
pub(crate) type Marked = (ArticleKey, Marks, Message);

/// What came last.
pub(crate) struct Looked {
    /// The overview while nothing is asked, where it came with the page.
    overview: Option<Arc<Vec<Part>>>,
    sheet: RwSignal<Option<Arc<Sheet>>>,
    marks: RwSignal<Option<Arc<Marked>>>,
    /// Why nothing comes, as a clause.
    fault: RwSignal<Option<String>>,
    /// Counts how often a reader tried again.
    tries: RwSignal<usize>,
}

impl Looked {
    /// What is seen at first: nothing, or the overview where it came with the page and the reader begins with it.
    pub(super) fn new(overview: Option<Vec<Part>>, view: &View, edition: usize) -> Self {
        let overview = overview.map(Arc::new);
        let first = overview.clone().filter(|_| *view == View::default());
        let first =
            first.map(|parts| Arc::new(Sheet { view: View::default(), edition, parts, message: Message::new() }));
        Self {
            overview,
            sheet: RwSignal::new(first),
            marks: RwSignal::new(None),
            fault: RwSignal::new(None),
            tries: RwSignal::new(0),
        }
    }

    /// Whether the last sheet is that of this view.
    fn shows(&self, view: &View, edition: usize) -> bool {
        self.sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.view == *view && sheet.edition == edition))
    }

    /// The last sheet of this lens, or in the Read lens the card; `None` before there is one.
    pub(crate) fn sheet(&self, lens: Lens) -> Option<Arc<Sheet>> {
        self.sheet.get().filter(|sheet| sheet.view.lens == lens)
    }

    /// What is marked in an article; `None` before that is known.
    pub(crate) fn marks(&self, article: ArticleKey) -> Option<Arc<Marked>> {
        self.marks.get().filter(|marks| marks.0 == article)
    }

    /// Whether what is marked in an article is not known yet.
    pub(crate) fn awaits_marks(&self, article: ArticleKey) -> bool {
        self.marks(article).is_none() && self.fault().is_none()
    }

    /// Why nothing comes, as a clause.
    pub(crate) fn fault(&self) -> Option<String> {
        self.fault.get()
    }

    /// Asks again.
    pub(crate) fn try_again(&self) {
        self.fault.set(None);
        self.tries.set(self.tries.get_untracked() + 1);
    }
}

/// The view whose sheet is wanted; none where a lens is the page's own.
fn wanted(view: &View) -> Option<View> {
    match (view.lens, view.card) {
        (Lens::Articles, _) | (Lens::Read, None) => None,
        _ => Some(view.clone()),
    }
}

/// Whether the sheet on screen is that of an older view.
pub(crate) fn is_behind(page: Page) -> bool {
    let looked = page.looked();
    let Some(view) = wanted(&page.view()) else { return false };
    !looked.shows(&view, page.edition()) && looked.fault.get().is_none() && !page.answer().articles.is_empty()
}

/// Asks for what the view wants, whenever it wants something else.
pub(super) fn follow(page: Page) {
    let looked = page.looked();
    let untouched = page.edition_now();
    let sheet = memo(move || (wanted(&page.view()), page.edition(), looked.tries.get()));
    effect(move || {
        let (Some(view), edition, _) = &*sheet.get() else { return };
        let (asked, edition) = (view.clone(), *edition);
        if untrack(|| looked.shows(view, edition)) {
            return;
        }
        let show = move |parts, message| {
            looked.fault.set(None);
            looked.sheet.set(Some(Arc::new(Sheet { view: asked.clone(), edition, parts, message })));
        };
        match &looked.overview {
            Some(parts) if *view == View::default() && edition == untouched => {
                show(parts.clone(), Message::new());
            }
            _ => lenses::ask(Question::Sheet(view.clone()), move |reply| match reply {
                Ok((Reply::Sheet(parts), message)) => show(Arc::new(parts), message),
                Ok(_) => {}
                Err(why) => looked.fault.set(Some(why)),
            }),
        }
    });
    let open = memo(move || {
        let number = page.open_article();
        (number.map(|number| page.article(number).key), page.edition(), looked.tries.get())
    });
    effect(move || {
        let (Some(article), ..) = *open.get() else { return };
        lenses::ask(Question::Marks(article), move |reply| match reply {
            Ok((Reply::Marks(marks), message)) => {
                looked.fault.set(None);
                looked.marks.set(Some(Arc::new((article, marks, message))));
            }
            Ok(_) => {}
            Err(why) => looked.fault.set(Some(why)),
        });
    });
}
