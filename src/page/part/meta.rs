//! The line under a title: outlet, day, reading time, credits; and on what each of them rests.

use crate::{
    part::{
        element::{Child, Element, element},
        follow::piece,
        ground::ground,
        tag,
    },
    state::Page,
};
use crossread_corpus::{
    correction::Correction,
    ground::{Ground, Traced},
    wording::{self, badge, counted, minutes, word_count},
};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

/// The line under the title of article `number`.
pub(crate) fn meta_line(page: Page, number: usize) -> Element {
    let article = page.article(number);
    let header = &article.header;
    let outlet = header.outlet.as_ref();
    let name = outlet.map_or("Outlet not stated", |outlet| &outlet.value);
    let when = header.published.as_ref();
    let day = when.map_or_else(|| "date not stated".to_owned(), |when| wording::published(&when.value));
    let reading = format!("{} to read", counted(minutes(word_count(article)), "minute", "minutes"));
    let dot = format!("dot o{}", page.outlet_color(number));
    let outlet_name = element("span")
        .class(if outlet.is_none() { "outlet unknown" } else { "outlet" })
        .child(element("span").class(&dot).set("aria-hidden", "true"))
        .child(element("bdi").child(name))
        .child(tag(badge_for(page, number, outlet)))
        .child(tag(if page.is_own(number) { "yours" } else { "" }));
    let names: Vec<&str> = header.agencies.iter().map(|agency| agency.value.as_str()).collect();
    let credits =
        (!names.is_empty()).then(|| element("span").child("credits ").child(element("bdi").child(names.join(", "))));
    element("p")
        .class("meta")
        .child(outlet_name)
        .child(element("span").class("day").child(day).child(" ").child(tag(badge_for(page, number, when))))
        .child(element("span").child(reading))
        .child(credits)
}

/// One word for where a value comes from: of a reader's own article nobody but the reader sets any.
fn badge_for<T>(page: Page, number: usize, value: Option<&Traced<T>>) -> &'static str {
    match value.map(|value| &value.ground) {
        Some(Ground::Editor(_)) if page.is_own(number) => "set by you",
        _ => badge(value),
    }
}

/// A fold that says on what the header of article `number` rests; worked out when it is first opened.
pub(crate) fn grounds(page: Page, number: usize) -> Element {
    let opened = RwSignal::new(false);
    let table = piece(move || opened.get().then(|| table(page, number)));
    element("details")
        .class("grounds")
        .on("toggle", move |_| {
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .child(element("summary").child("How we know"))
        .child(table)
}

fn table(page: Page, number: usize) -> Element {
    let article = page.article(number);
    let header = &article.header;
    let mut table = element("tbody");
    let mut add = |name: &'static str, value: Option<String>, rests_on: Option<&Ground>, without: &'static str| {
        let places = rests_on.map_or_else(|| vec![without.into()], |rests_on| ground(page, article.key, rests_on));
        let body = core::mem::replace(&mut table, element("tbody"));
        table = body.child(row(name, value.unwrap_or_else(|| "—".to_owned()), places));
    };
    let stated = |ground: &Option<Traced<String>>| ground.as_ref().map(|v| v.value.clone());
    let none = "not stated in the file";
    add("Headline", stated(&header.headline), header.headline.as_ref().map(|h| &h.ground), "no headline in the file");
    add("Outlet", stated(&header.outlet), header.outlet.as_ref().map(|outlet| &outlet.ground), none);
    let when = header.published.as_ref();
    add("Published", when.map(|when| wording::published(&when.value)), when.map(|when| &when.ground), none);
    let authors = header.authors.iter().map(|author| ("Author", author));
    let agencies = header.agencies.iter().map(|agency| ("Credit", agency));
    for (name, value) in authors.chain(agencies) {
        add(name, Some(value.value.clone()), Some(&value.ground), none);
    }
    if let Some(language) = &header.language {
        add("Language", Some(wording::language(&language.value)), Some(&language.ground), none);
    }
    if let Some(url) = &header.url {
        add("Address", Some(url.value.clone()), Some(&url.ground), none);
    }
    for correction in &page.library().collection.editor.corrections {
        let Correction::Hide(finding, at) = correction else { continue };
        for at in at.iter().filter(|at| at.article == article.key) {
            let words = format!("{} “{}”", finding.name(), article.slice(at.span));
            add("Hidden", Some(words), Some(&Ground::Editor("corpus.toml".to_owned())), none);
        }
    }
    let file = match article.origin.record {
        Some(record) => format!("{}, record {record}", article.origin.file),
        None => article.origin.file.clone(),
    };
    let encoding = format!("read as {}", article.origin.encoding);
    let table = table.child(row("File", file, vec![encoding.into()]));
    let caption = element("caption").class("visually-hidden").child("On what the header rests");
    let warnings = article.warnings.iter().map(|warning| element("li").child(warning.message.clone()));
    element("div")
        .child(element("table").child(caption).child(table))
        .child(element("ul").class("warnings").children(warnings))
}

/// A value and what it rests on.
fn row(name: &'static str, value: String, ground: Vec<Child>) -> Element {
    element("tr")
        .child(element("th").set("scope", "row").child(name))
        .child(element("td").child(element("bdi").child(value)))
        .child(element("td").class("ground").child(ground))
}
