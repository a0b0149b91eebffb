//! The form in which a reader sets right what was understood of an article's header.

use crate::{SHOWN, is_busy, report::change, turn};
use crossread_corpus::message::{Order, OwnArticle, Set};
use crossread_element::{
    button,
    element::{Element, element},
    unseen,
};
use leptos::prelude::{document, queue_microtask};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The article whose header is being set right: its file, and its number in a file of several.
pub(crate) type Place = (String, Option<u32>);

/// An article's line in the list of files: what was understood, and the button or the form to set it right.
pub(crate) fn article(file: &str, article: &OwnArticle, is_open: bool) -> Element {
    let place: Place = (file.to_owned(), article.record);
    let line = element("div").child(element("p").class("note").child(article.understood.clone()));
    if is_open {
        return line.child(form(place, article));
    }
    let id = id(&place);
    let named = element("bdi").class("visually-hidden").child(name(&place));
    let correct = button("", "Correct the header", move || open(Some(place.clone())));
    line.child(correct.set("id", &id).child(unseen(" of ")).child(named))
}

/// Shows the form of this article, or none, and puts the focus where the reader goes on.
fn open(place: Option<Place>) {
    let before = SHOWN.with_borrow_mut(|shown| core::mem::replace(&mut shown.open, place.clone()));
    turn(1);
    let id = place.map_or_else(|| before.as_ref().map(id), |_| Some("own-headline".to_owned()));
    queue_microtask(move || focus(id.as_deref()));
}

fn focus(id: Option<&str>) {
    if let Some(element) = id.and_then(|id| document().get_element_by_id(id)) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

fn id((file, record): &Place) -> String {
    format!("own-correct-{}-{file}", record.unwrap_or_default())
}

fn name((file, record): &Place) -> String {
    record.map_or_else(|| file.clone(), |record| format!("{file}, article {record}"))
}

fn form(place: Place, article: &OwnArticle) -> Element {
    let fields = [
        ("own-headline", "Headline", &article.header.headline, "text"),
        ("own-outlet", "Outlet", &article.header.outlet, "text"),
        ("own-date", "Date, such as 2031-02-03 or 2031-02-03T21:47", &article.header.date, "text"),
    ];
    let fields = fields.map(|(id, label, value, kind)| {
        let field = element("input").set("id", id).set("type", kind).set("autocomplete", "off");
        let field = field.set("value", value.as_deref().unwrap_or_default());
        (element("label").set("for", id).child(label), field)
    });
    let inputs: [HtmlInputElement; 3] = [0, 1, 2].map(|at| fields[at].1.node().clone().unchecked_into());
    let fault = element("p").class("fault").set("id", "own-fault").set("role", "alert");
    let told = fault.node().clone();
    let (shown, was_set) = (article.header.clone(), article.set.clone());
    let sent = place.clone();
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let typed = |at: usize| inputs[at].value().trim().to_owned();
        let set = Set {
            headline: set_by(typed(0), &shown.headline, &was_set.headline),
            outlet: set_by(typed(1), &shown.outlet, &was_set.outlet),
            date: set_by(typed(2), &shown.date, &was_set.date),
        };
        if let Some(fault) = set.fault() {
            told.set_text_content(Some(&fault));
            let _ = inputs[2].set_attribute("aria-invalid", "true");
            let _ = inputs[2].set_attribute("aria-describedby", "own-fault");
            return focus(Some("own-date"));
        }
        if set == was_set {
            return open(None);
        }
        if is_busy() {
            return told.set_text_content(Some("Your articles are being analysed: save this in a moment."));
        }
        SHOWN.with_borrow_mut(|shown| shown.open = None);
        let (name, record) = sent.clone();
        change(&Order::Correct { name, record, set });
    };
    let actions = element("p")
        .class("choices")
        .child(element("button").set("type", "submit").child("Save"))
        .child(button("", "Cancel", || open(None)));
    element("form")
        .class("header")
        .set("aria-label", &format!("The header of {}", name(&place)))
        .on("submit", save)
        .children(fields.into_iter().flat_map(|(label, field)| [label, field]))
        .child(fault)
        .child(element("p").class("note").child("An empty field leaves it to what the article says."))
        .child(actions)
}

/// What the reader sets by leaving `typed` in a field that held `shown`, of which they had set `before`.
fn set_by(typed: String, shown: &Option<String>, before: &Option<String>) -> Option<String> {
    if typed == shown.as_deref().unwrap_or_default().trim() {
        return before.clone();
    }
    Some(typed).filter(|typed| !typed.is_empty())
}
