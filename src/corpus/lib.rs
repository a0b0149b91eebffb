//! What a page needs to show and search articles: the data model, its byte format, the index, the query language,
//! facets and the view. It does no IO, reads no clock and knows no browser.
//!
//! # Invariants
//! 1. An article's text never changes once read; folding and stemming make keys, never text.
//! 2. Offsets are UTF-8 bytes in `u32`.
//! 3. Every span slices its text; lists are sorted by start; sentences tile their blocks but for white space.
//! 4. Same in, same out: no clock, no randomness, no hash-map order.
//!
//! # Bytes
//! Every reader loads this crate. Lists are sorted by [`mod@order`] (a standard sort is compiled anew for every type, 3 to 5
//! KB each), letters lowered by [`index::fold`] (`to_lowercase` brings 15 KB of tables), numbers worded by
//! [`wording::number`] (formatting a float brings 20 KB). `cargo xtask build` prints what the page weighs.

pub mod annotation;
pub mod article;
pub mod attribution;
pub mod collection;
pub mod correction;
pub mod day;
pub mod facet;
pub mod figure;
pub mod ground;
pub mod index;
pub mod layer;
pub mod lens;
pub mod links;
pub mod mention;
pub mod message;
pub mod order;
pub mod query;
pub mod results;
pub mod runs;
pub mod shard;
pub mod sheet;
pub mod span;
pub mod time;
pub mod view;
pub mod wording;

#[cfg(test)]
mod brute_force;
