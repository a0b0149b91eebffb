//! What one article's text says, one file a phenomenon; each finder is total and gives spans into the text.

pub mod attribution;
pub mod date;
pub mod entity;
pub mod figure;
pub mod mention;
pub mod quotation;
pub mod sentence;
pub mod time;
pub mod token;
pub mod voice;
