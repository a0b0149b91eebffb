//! The command line: prepares the page, and (later) analyses and checks articles.

fn main() {}
