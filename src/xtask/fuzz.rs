//! `cargo xtask fuzz`: every fuzz target for some seconds, on stable Rust.

use crate::arguments::Arguments;
use crate::program::{cargo, output, run as run_program};
use crate::workspace;
use anyhow::{Result, bail};
use std::path::Path;

/// Seconds a target when nothing else is said.
pub(crate) const SECONDS: u32 = 10;

/// `cargo xtask fuzz`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    all(&workspace::root(), arguments.operand.unwrap_or(SECONDS))
}

/// Runs all targets, each for this many seconds.
pub(crate) fn all(root: &Path, seconds: u32) -> Result<()> {
    // The profile of tests: arithmetic that overflows and assertions that fail are found.
    // Of the whole workspace, as the other tests: alone its crates would have other features, and be compiled anew.
    let test = ["test", "--locked", "--workspace", "--test", "fuzz"];
    run_program(cargo(root, &test).arg("--no-run"))?;
    let listed = output(cargo(root, &test).args(["--quiet", "--", "--list"]))?;
    let targets = count(&listed);
    if targets == 0 {
        bail!("crossread-fuzz has no targets, so nothing was tried");
    }
    println!("{targets} fuzz targets, {seconds} s each");
    let fuzz = ["--", "--nocapture"];
    run_program(cargo(root, &test).args(fuzz).env("CROSSREAD_FUZZ_SECONDS", seconds.to_string()))
}

/// How many tests the output of `--list` names.
fn count(listed: &str) -> usize {
    listed.lines().filter(|line| line.ends_with(": test")).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_counted() {
        assert_eq!(count("bake: test\nknead::rye: test\n\n2 tests, 0 benchmarks\n"), 2);
        assert_eq!(count("0 tests, 0 benchmarks\n"), 0);
    }
}
