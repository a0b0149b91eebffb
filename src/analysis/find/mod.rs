//! What stands in one article's text: one file a phenomenon.

pub mod date;
pub mod entity;
pub mod figure;
pub mod mention;
pub mod sentence;
pub mod time;
pub mod token;
