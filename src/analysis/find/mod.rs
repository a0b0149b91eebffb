//! What one article's text says, one file a phenomenon; each finder is total and gives spans into the text.

pub mod attribution;
pub mod date;
pub mod quotation;
pub mod sentence;
pub mod token;
pub mod voice;
