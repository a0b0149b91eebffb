//! What only several articles together can say.

pub mod date;
mod measure;
pub mod passage;

#[cfg(test)]
pub(crate) mod tests;
