//! The project's commands: serve, test, build, lint, bench, fuzz.

fn main() {}
