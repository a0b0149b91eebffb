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

/// All checks; those that take no time come first.
pub(crate) fn all(root: &Path) -> Result<()> {
    files::check(root)?;
    let mut format = cargo(root, &["fmt", "--all", "--check"]);
    // Left to itself rustfmt colours what goes into a file, too.
    if !std::io::stdout().is_terminal() {
        format.args(["--", "--color", "never"]);
    }
    run_program(&mut format).context("to format: cargo fmt --all")?;
    dependencies::check(root)?;
    let deny = ["--", "-D", "warnings"];
    run_program(cargo(root, &["clippy", "--locked", "--workspace", "--all-targets"]).args(deny))?;
    let page = ["clippy", "--locked", "-p", "crossread-page", "--target", setup::WASM];
    run_program(cargo(root, &page).args(deny))
}
