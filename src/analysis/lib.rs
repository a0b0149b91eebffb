//! Text in, findings out: reads files, finds their structure, and links articles.
//!
//! The order is `read → structure → find → link`; arrows never point back.

pub mod find;
pub mod reading;
pub mod rejection;
