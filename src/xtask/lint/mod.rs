//! `cargo xtask lint`: what can be said about the sources without running them.

mod dependencies;
mod files;

use crate::arguments::Arguments;
use crate::program::{cargo, run as run_program};
use crate::{setup, workspace};
use anyhow::{Context, Result};
use std::io::IsTerminal;
use std::path::Path;

/// `cargo xtask lint`.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let root = workspace::root();
    setup::wasm_target(&root)?;
    all(&root)
}

/// The packages that run in a browser only: linted for WebAssembly, tested in `tests/browser`.
const IN_BROWSER: [&str; 5] = ["element", "lenses", "page", "panel", "worker"];

/// All checks; those that take no time come first.
pub(crate) fn all(root: &Path) -> Result<()> {
    files::check(root, &IN_BROWSER)?;
    let mut format = cargo(root, &["fmt", "--all", "--check"]);
    // Left to itself rustfmt colours what goes into a file, too.
    if !std::io::stdout().is_terminal() {
        format.args(["--", "--color", "never"]);
    }
    run_program(&mut format).context("to format: cargo fmt --all")?;
    dependencies::check(root)?;
    clippy(root, true)?;
    clippy(root, false)
}

/// Clippy for one of the two kinds of packages, on what each runs on: nothing is compiled for both.
fn clippy(root: &Path, in_browser: bool) -> Result<()> {
    let mut clippy = cargo(root, &["clippy", "--locked"]);
    for package in IN_BROWSER {
        clippy.args([if in_browser { "--package" } else { "--exclude" }, &format!("crossread-{package}")]);
    }
    clippy.args(if in_browser { ["--target", setup::WASM] } else { ["--workspace", "--all-targets"] });
    run_program(clippy.args(["--", "-D", "warnings"]))
}
