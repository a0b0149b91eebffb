//! The page: a filterable explorer of the embedded articles, in Leptos.

fn main() {}
