//! Makes the table that folds accented letters.

fn main() {}
