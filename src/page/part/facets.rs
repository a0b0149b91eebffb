//! The facets beside the list: every value with how many articles it would leave, to choose or to exclude.

use crate::{
    lens::focus_list,
    part::{
        chips::facet_name,
        erased::{change, click, flag, memo, piece, text, truth},
    },
    state::Page,
};
use crossread_corpus::{
    day,
    facet::{Count, Facet, NOT_STATED},
    order::sort_by_key,
    view::View,
    wording,
};
use leptos::prelude::*;

/// A facet shows this many values before a reader asks for the rest.
const SHOWN: usize = 12;

/// A value in words.
pub(crate) fn value_name(facet: Facet, value: &str) -> String {
    match facet {
        _ if value == NOT_STATED && facet == Facet::Credit => "none".to_owned(),
        _ if value == NOT_STATED => "not stated".to_owned(),
        Facet::Day => day::parse(value).map_or_else(|| value.to_owned(), wording::day),
        Facet::Language => wording::language(value),
        Facet::Outlet | Facet::Credit => value.to_owned(),
    }
}

/// All facets; on a narrow screen behind a button.
#[component]
pub(crate) fn Facets() -> impl IntoView {
    let page = Page::here();
    let open = RwSignal::new(false);
    let chosen = move || {
        page.with_view(|view| view.choices.values().map(|choice| choice.wanted.len() + choice.unwanted.len()).sum())
    };
    let label = text(move || match chosen() {
        0_usize => "Filters".to_owned(),
        some => format!("Filters ({some})"),
    });
    view! {
        <section class="facets" class:open=flag(move || open.get()) aria-label="Filters">
            <button
                type="button"
                class="toggle"
                aria-expanded=truth(move || open.get())
                aria-controls="facet-list"
                on:click=click(move || open.update(|open| *open = !*open))
            >
                {label}
            </button>
            <div id="facet-list">
                {Facet::ALL.into_iter().map(|facet| view! { <FacetValues facet /> }).collect_view()}
            </div>
        </section>
    }
}

/// One facet.
#[component]
fn FacetValues(facet: Facet) -> impl IntoView {
    let page = Page::here();
    let all = RwSignal::new(false);
    let counts = memo(move || {
        let answer = page.answer();
        answer.counts.iter().find(|(of, _)| *of == facet).map(|(_, counts)| counts.clone()).unwrap_or_default()
    });
    let most = move || counts.with(|counts| counts.iter().map(|count| count.articles).max().unwrap_or(0));
    let rows = move || {
        let mut counts = counts.get();
        let chosen = |count: &Count| page.with_view(|view| is_chosen(view, facet, &count.value));
        if !all.get() && counts.len() > SHOWN {
            // The days stay in order; of other values the frequent ones come first.
            if facet != Facet::Day {
                sort_by_key(&mut counts, |count| core::cmp::Reverse(count.articles));
            }
            let mut place = 0;
            counts.retain(|count| {
                place += 1;
                place <= SHOWN || chosen(count)
            });
        }
        counts
    };
    let hidden = Signal::derive(move || if all.get() { 0 } else { counts.with(Vec::len).saturating_sub(SHOWN) });
    view! {
            <fieldset class="facet">
                <legend>{facet_name(facet)}</legend>
                <ul>
                    <For each=rows key=|count| count.value.clone() let:count>
                        <FacetValue facet value=count.value counts most=Signal::derive(most) />
                    </For>
                </ul>
                {piece(move || match hidden.get() {
                    0 => ().into_any(),
                    hidden => view! {
                        <button type="button" class="plain" on:click=click(move || {
                            all.set(true);
                            focus_list();
                        })>
                            {format!("Show {hidden} more")}
                        </button>
                    }
                    .into_any(),
                })}
            </fieldset>
    }
}

fn is_chosen(view: &View, facet: Facet, value: &str) -> bool {
    let holds = |values: &[String]| values.iter().any(|chosen| chosen == value);
    view.choices.get(&facet).is_some_and(|choice| holds(&choice.wanted) || holds(&choice.unwanted))
}

/// One value: choose it, exclude it.
#[component]
fn FacetValue(facet: Facet, value: String, counts: Memo<Vec<Count>>, most: Signal<usize>) -> impl IntoView {
    let page = Page::here();
    let value = StoredValue::new(value);
    let name = value.with_value(|value| value_name(facet, value));
    let count = memo(move || {
        value.with_value(|value| {
            counts.with(|counts| counts.iter().find(|count| count.value == *value).map_or(0, |count| count.articles))
        })
    });
    let chosen = move |wanted: bool| {
        page.with_view(|view| {
            value.with_value(|value| {
                let choice = view.choices.get(&facet);
                choice.is_some_and(|c| if wanted { &c.wanted } else { &c.unwanted }.contains(value))
            })
        })
    };
    let choose = move |wanted: bool| {
        let value = value.get_value();
        page.go(page.view_now().choosing(facet, |choice| {
            let (into, out_of) = if wanted {
                (&mut choice.wanted, &mut choice.unwanted)
            } else {
                (&mut choice.unwanted, &mut choice.wanted)
            };
            out_of.retain(|other| *other != value);
            if into.contains(&value) {
                into.retain(|other| *other != value);
            } else {
                into.push(value);
            }
        }));
    };
    let share = text(move || format!("{}%", 100 * count.get() / most.get().max(1)));
    view! {
        <li class:zero=flag(move || count.get() == 0) class:unwanted=flag(move || chosen(false))>
            <label>
                <input type="checkbox" prop:checked=flag(move || chosen(true)) on:change=change(move |_| choose(true)) />
                <span class="value"><bdi>{name.clone()}</bdi></span>
                <span class="count">
                    {count}
                    <span class="visually-hidden">{text(move || if count.get() == 1 { " article" } else { " articles" }.to_owned())}</span>
                </span>
                <span class="share" style:inline-size=share aria-hidden="true"></span>
            </label>
            <button
                type="button"
                class="exclude"
                aria-pressed=truth(move || chosen(false))
                aria-label=format!("Exclude {}: {name}", facet_name(facet))
                title="Exclude"
                on:click=click(move || choose(false))
            >
                <span aria-hidden="true">"−"</span>
            </button>
        </li>
    }
}
