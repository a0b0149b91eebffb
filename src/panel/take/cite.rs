//! The dialog that quotes: the words that are meant with their citation, and the article for other programs.

use super::{
    file::{SAVED, UNSAVED, copy, save},
    frame,
};
use crate::{held, page, place};
use crossread_corpus::article::Article;
use crossread_element::{
    button,
    element::{Child, Element, element},
};
use crossread_take::cite::{bibtex, csl_json, markdown, plain, ris};
use js_sys::Uint8Array;
use leptos::prelude::{Get, RwSignal, Set};

/// One way to write it.
struct Form {
    name: &'static str,
    text: String,
    /// How a file with it ends, where it is one for other programs.
    ending: Option<&'static str>,
}

/// Opens it for what a wish names.
pub(crate) fn open(wish: &str) {
    let meant = place::meant(wish);
    frame::open("Cite", move || {
        let forms = meant.and_then(|meant| {
            held::with(|library| {
                let article = library.collection.get(meant.article)?;
                let page = page::address();
                let mut forms = Vec::new();
                if let Some(span) = meant.span {
                    let text = |name, text: Option<String>| text.map(|text| Form { name, text, ending: None });
                    forms.extend(text("Quotation", plain(article, span, Some(&page))));
                    forms.extend(text("Quotation as Markdown", markdown(article, span, Some(&page))));
                }
                forms.extend(files(article));
                Some((forms, meant.span.is_some(), article.key.to_string()))
            })?
        });
        match forms {
            Some((forms, has_words, key)) => shown(forms, has_words, &key),
            None => vec![element("p").child("Open an article to quote from it.").into()],
        }
    });
}

fn files(article: &Article) -> [Form; 3] {
    [("BibTeX", "bib", bibtex([article])), ("RIS", "ris", ris([article])), ("CSL-JSON", "json", csl_json([article]))]
        .map(|(name, ending, text)| Form { name, text, ending: Some(ending) })
}

fn shown(forms: Vec<Form>, has_words: bool, key: &str) -> Vec<Child> {
    let said = RwSignal::new("");
    let note = if has_words {
        "Only what the article states of itself is cited; what is not stated stays out."
    } else {
        "To quote words, select them in the text first, or point at a sentence: by its # or with the keys j and k. Only \
         what the article states of itself is cited."
    };
    let status = element("p").class("said").set("role", "status").text(move || said.get().to_owned());
    let forms = forms.into_iter().map(|form| one(form, key, said).into());
    [element("p").class("note").child(note).into(), status.into()].into_iter().chain(forms).collect()
}

fn one(form: Form, key: &str, said: RwSignal<&'static str>) -> Element {
    let Form { name, text, ending } = form;
    let copied = text.clone();
    let copying = move || {
        copy(&copied, move |well| {
            said.set(if well {
                "Copied."
            } else {
                "This browser does not let the page copy: select the text instead."
            });
        });
    };
    let copy = button("", "Copy", copying).set("aria-label", &format!("Copy: {name}"));
    let saving = ending.map(|ending| {
        let (text, file) = (text.clone(), format!("crossread-{key}.{ending}"));
        let act = move || {
            let saved = save(&file, &Uint8Array::from(text.as_bytes()));
            said.set(if saved.is_ok() { SAVED } else { UNSAVED });
        };
        button("", "Save", act).set("aria-label", &format!("Save: {name}"))
    });
    let sheet = element("pre").class("taken").set("tabindex", "0").set("aria-label", name).child(text);
    element("section")
        .child(element("h3").child(name))
        .child(sheet)
        .child(element("p").class("choices").child(copy).child(saving))
}
