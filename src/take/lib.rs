//! What a reader takes away or brings along: citations, exports, notes, and a collection in one file. Pure: no browser, no
//! clock, no randomness; whoever calls says what time it is and what a new note is called.
//!
//! Offsets are UTF-8 bytes, as everywhere; only the annotations of [`note`] count characters, as their standard asks, and
//! convert.

pub mod alone;
pub mod along;
pub mod cite;
pub mod export;
mod fault;
mod link;
mod markdown;
pub mod note;
mod radix64;

pub use fault::Fault;
use radix64::base64;

#[cfg(test)]
mod testing;
