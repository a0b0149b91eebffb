//! What only several articles together can say.

pub mod date;
