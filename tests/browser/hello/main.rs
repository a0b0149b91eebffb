//! The smallest page in Leptos that answers to typing: what any page in it weighs and takes before it does anything.

use leptos::prelude::*;

fn main() {
    mount_to_body(Hello);
}

/// A field and, below it, what is typed there.
#[component]
fn Hello() -> impl IntoView {
    let (line, set_line) = signal(String::new());
    view! {
        <input id="search" type="search" aria-label="Say" on:input=move |event| set_line.set(event_target_value(&event)) />
        <p id="results" data-query=line>"Hello, world: " {line}</p>
    }
}
