//! The line under a title: outlet, day, reading time, credits; and on what each of them rests.

use crate::{
    part::ground::{badge, ground_view},
    state::Page,
};
use crossread_corpus::{
    article::Header,
    ground::Ground,
    wording::{self, counted, minutes, word_count},
};
use leptos::prelude::*;

/// The line under a title.
#[component]
pub(crate) fn MetaLine(
    /// Number of the article.
    number: usize,
) -> impl IntoView {
    let page = Page::here();
    let color = page.outlet_color(number);
    page.with_article(number, |article| {
        let header = &article.header;
        let outlet = header.outlet.as_ref();
        let name = outlet.map_or_else(|| "Outlet not stated".to_owned(), |outlet| outlet.value.clone());
        let when = header.published.as_ref();
        let day = when.map_or_else(|| "date not stated".to_owned(), |when| wording::published(&when.value));
        let reading = counted(minutes(word_count(article)), "minute", "minutes");
        view! {
            <p class="meta">
                <span class="outlet" class:unknown=outlet.is_none()>
                    <span class=format!("dot o{color}") aria-hidden="true"></span>
                    <bdi>{name}</bdi>
                    {tag(badge(outlet))}
                </span>
                <span class="day">{day} {tag(badge(when))}</span>
                <span>{reading} " to read"</span>
                {credits(header).map(|credits| view! { <span>"credits " <bdi>{credits}</bdi></span> })}
            </p>
        }
    })
}

fn tag(word: &'static str) -> Option<impl IntoView> {
    (!word.is_empty()).then(|| view! { " " <span class="tag">{word}</span> })
}

/// The agencies an article credits, in one line.
fn credits(header: &Header) -> Option<String> {
    let names: Vec<&str> = header.agencies.iter().map(|agency| agency.value.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A fold that says on what the header rests.
#[component]
pub(crate) fn Grounds(
    /// Number of the article.
    number: usize,
) -> impl IntoView {
    let page = Page::here();
    let library = page.library();
    let article = &library.articles()[number];
    let header = &article.header;
    let ground = |ground: Option<&Ground>| match ground {
        Some(ground) => ground_view(page, number, ground),
        None => "not stated in the file".into_any(),
    };
    let mut rows: Vec<(&'static str, String, AnyView)> = Vec::new();
    let headline = header.headline.as_ref();
    let or_dash = |value: Option<String>| value.unwrap_or_else(|| "—".to_owned());
    rows.push((
        "Headline",
        or_dash(headline.map(|headline| headline.value.clone())),
        headline.map_or_else(|| "no headline in the file".into_any(), |h| ground(Some(&h.ground))),
    ));
    let outlet = header.outlet.as_ref();
    rows.push(("Outlet", or_dash(outlet.map(|o| o.value.clone())), ground(outlet.map(|o| &o.ground))));
    let when = header.published.as_ref();
    rows.push(("Published", or_dash(when.map(|w| wording::published(&w.value))), ground(when.map(|w| &w.ground))));
    for author in &header.authors {
        rows.push(("Author", author.value.clone(), ground(Some(&author.ground))));
    }
    for agency in &header.agencies {
        rows.push(("Credit", agency.value.clone(), ground(Some(&agency.ground))));
    }
    if let Some(language) = &header.language {
        rows.push(("Language", wording::language(&language.value), ground(Some(&language.ground))));
    }
    if let Some(url) = &header.url {
        rows.push(("Address", url.value.clone(), ground(Some(&url.ground))));
    }
    let file = match article.origin.record {
        Some(record) => format!("{}, record {record}", article.origin.file),
        None => article.origin.file.clone(),
    };
    let encoding = format!("read as {}", article.origin.encoding);
    let warnings = article.warnings.iter().map(|warning| view! { <li>{warning.message.clone()}</li> }).collect_view();
    view! {
        <details class="grounds">
            <summary>"How we know"</summary>
            <table>
                <caption class="visually-hidden">"On what the header rests"</caption>
                <tbody>
                    {rows
                        .into_iter()
                        .map(|(name, value, ground)| {
                            view! {
                                <tr>
                                    <th scope="row">{name}</th>
                                    <td><bdi>{value}</bdi></td>
                                    <td class="ground">{ground}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                    <tr><th scope="row">"File"</th><td><bdi>{file}</bdi></td><td class="ground">{encoding}</td></tr>
                </tbody>
            </table>
            <ul class="warnings">{warnings}</ul>
        </details>
    }
}
