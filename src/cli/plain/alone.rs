//! The page of one article, in collections too large for one page.

use super::Plain;
use crate::{file_name::link, policy};
use crossread_corpus::view::View;
use maud::{DOCTYPE, Markup, html};

/// The page of article `number`, in the folder `articles/`. `sheets` are the page's style sheets and their media,
/// beside that folder.
pub(crate) fn alone(plain: &Plain, number: usize, sheets: &[(&str, Option<&str>)]) -> Markup {
    let article = &plain.articles()[number];
    let explorer = format!("../index.html?{}", View::default().reading(article.key, None).to_url());
    let place = plain.order.iter().position(|other| *other == number);
    let before = place.and_then(|place| place.checked_sub(1)).and_then(|place| plain.order.get(place));
    let next = place.and_then(|place| plain.order.get(place + 1));
    let title = article.title().text();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::without_scripts());
                title { (title) " · " (plain.title()) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                @for (file, media) in sheets { link rel="stylesheet" href={ "../" (file) } media=[*media]; }
            }
            body {
                div class="plain" {
                    header class="masthead" {
                        div class="bar" { h1 { a href="../index.html" { bdi { (plain.title()) } } } }
                        nav aria-label="Collection" {
                            a href="../index.html" { "← All articles" } " "
                            a href=(explorer) { "Open with search and filters" }
                        }
                    }
                    main {
                        (plain.article(number))
                        nav class="neighbours" aria-label="Articles before and after in the list" {
                            (neighbour(plain, before, "Before: "))
                            (neighbour(plain, next, "Next: "))
                        }
                    }
                }
            }
        }
    }
}

fn neighbour(plain: &Plain, number: Option<&usize>, word: &str) -> Markup {
    let file = number.and_then(|number| Some((*number, plain.files.as_ref()?.get(*number)?)));
    html! {
        @if let Some((number, file)) = file {
            span {
                span class="quiet" { (word) }
                a href=(link(file)) { bdi { (plain.articles()[number].title().text()) } }
            }
        }
    }
}
