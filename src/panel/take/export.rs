//! The dialog that lets a reader save what a lens shows.

use super::{
    file::{SAVED, UNSAVED, save},
    frame, picture,
};
use crate::{held, page};
use crossread_corpus::{
    article::ArticleKey,
    lens,
    sheet::Part,
    view::{Lens, View},
};
use crossread_element::{
    button,
    element::{Child, Element, element},
};
use crossread_take::export::{Shown, charts, csv, json, listing, markdown, open_article};
use js_sys::Uint8Array;
use leptos::prelude::{Get, RwSignal, Set};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const NOTE: &str = "All that is shown, with its evidence: the article, the bytes of its text where the words stand, and the \
                    link that opens them. In the table an apostrophe stands before a cell that a spreadsheet would take \
                    for a formula; take one away where a cell begins with one.";

/// What is on screen, to be written in one way or another.
struct Taken {
    view: View,
    parts: Vec<Part>,
    /// For each article its key, and what it is called.
    articles: Vec<(ArticleKey, String)>,
    page: String,
}

impl Taken {
    fn shown(&self) -> Shown<'_> {
        Shown { view: &self.view, parts: &self.parts, articles: &self.articles, page: Some(&self.page) }
    }
}

/// Opens it for the lens on screen.
pub(crate) fn open() {
    let taken = taken();
    frame::open("Export", move || match taken {
        Some(taken) => content(Rc::new(taken)),
        None => {
            let words = "Nothing is worked out here yet: try again when the lens shows something.";
            vec![element("p").child(words).into()]
        }
    });
}

fn taken() -> Option<Taken> {
    let page::OnScreen { view, listed, parts, marks } = page::on_screen()?;
    held::with_overview(|library, overview| {
        let parts = match (view.lens, parts) {
            (Lens::Articles, _) => listing(library, &library.answer(&view), &listed),
            (Lens::Read, _) => {
                let number = library.collection.position(view.article?)?;
                let shown = marks.into_iter().filter(|(_, layer)| view.layers.has(*layer));
                open_article(number, &library.articles()[number], &shown.collect::<Vec<_>>())
            }
            (Lens::Overview, None) => overview?.clone(),
            (_, parts) => parts?,
        };
        let keys = library.articles().iter().map(|article| article.key);
        let articles = keys.zip(library.names.iter().cloned()).collect();
        Some(Taken { view, parts, articles, page: page::address() })
    })?
}

/// How what is shown is written as a file.
type Write = fn(&Shown<'_>) -> String;

fn content(taken: Rc<Taken>) -> Vec<Child> {
    let said = RwSignal::new("");
    let status = element("p").class("said").set("role", "status").text(move || said.get().to_owned());
    let name = taken.view.lens.name();
    let files: [(&str, &str, Write); 3] =
        [("Table (CSV)", "csv", csv), ("JSON", "json", json), ("Markdown", "md", markdown)];
    let files = files.map(|(words, ending, write)| {
        let (file, taken) = (format!("crossread-{name}.{ending}"), taken.clone());
        let act = move || keep(&file, &write(&taken.shown()), said);
        line(words.to_owned(), vec![saving("Save", words, act)])
    });
    let charts = charts(&taken.shown());
    let all = charts.len();
    let drawings = (1..).zip(charts).map(|(number, chart)| {
        let heading = if chart.name.is_empty() { lens::name(taken.view.lens) } else { &chart.name };
        let words = if all > 1 { format!("Chart {number} of {all}: {heading}") } else { format!("Chart: {heading}") };
        let file = format!("crossread-{name}-{number}");
        let (vector, pixels) = (format!("{file}.svg"), format!("{file}.png"));
        let svg = Rc::new(chart.svg);
        let drawing = svg.clone();
        let as_pixels = move || {
            let (svg, pixels) = (svg.clone(), pixels.clone());
            said.set("");
            spawn_local(async move {
                let saved = match picture::png(&svg).await {
                    Ok(blob) => save(&pixels, &blob),
                    Err(why) => Err(why),
                };
                said.set(if saved.is_ok() { SAVED } else { "This browser does not draw it as PNG: save it as SVG." });
            });
        };
        let as_vector = saving("Save as SVG", &words, move || keep(&vector, &drawing, said));
        let as_pixels = saving("Save as PNG", &words, as_pixels);
        line(words, vec![as_vector, as_pixels])
    });
    let list = element("ul").class("files").set("aria-label", "Files").children(files).children(drawings);
    vec![element("p").class("note").child(NOTE).into(), status.into(), list.into()]
}

fn line(words: String, buttons: Vec<Element>) -> Element {
    let choices = element("span").class("choices").children(buttons);
    element("li").class("offer").child(element("span").child(words)).child(choices)
}

fn saving(verb: &'static str, words: &str, act: impl FnMut() + 'static) -> Element {
    button("", verb, act).set("aria-label", &format!("{verb}: {words}"))
}

fn keep(file: &str, text: &str, said: RwSignal<&'static str>) {
    // The same words twice would not be told again.
    said.set("");
    let saved = save(file, &Uint8Array::from(text.as_bytes()));
    said.set(if saved.is_ok() { SAVED } else { UNSAVED });
}
