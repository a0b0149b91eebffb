//! The page: a filterable explorer of the articles that were embedded when it was built.

mod app;
mod failure;
mod lens;
mod part;
mod state;

use crossread_corpus::shard;
use leptos::prelude::mount_to_body;

/// The articles and their index, as `build.rs` wrote them.
static SHARD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shard"));

fn main() {
    failure::report_panics();
    match shard::read(SHARD) {
        Ok(library) => {
            let library = Box::leak(Box::new(library));
            mount_to_body(|| app::app(library));
            failure::remove_plain_articles();
        }
        Err(error) => failure::report(&error.to_string()),
    }
}
