//! What the commands need beyond Rust itself. Each step says what it does in one line, and nothing when it is done.

mod apt;
mod chromium;
mod node;
mod rust;
mod tools;

pub(crate) use rust::{WASM, wasm_target};
pub(crate) use tools::Tools;

use crate::{arguments::Arguments, workspace};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// `cargo xtask setup`.
pub(crate) fn run(_: &Arguments) -> Result<()> {
    let root = workspace::root();
    for_page(&root)?;
    for_browser(&root)?;
    println!("Everything that the commands need is there.");
    Ok(())
}

/// What building the page needs.
pub(crate) fn for_page(root: &Path) -> Result<Tools> {
    wasm_target(root)?;
    let tools = Tools::ensure(root)?;
    rust::fetch(root)?;
    Ok(tools)
}

/// What looking at the page in a browser needs.
pub(crate) fn for_browser(root: &Path) -> Result<Browser> {
    let node = node::ensure(root)?;
    let chromium = chromium::ensure(root)?;
    node::packages(root, &browser_tests(root))?;
    Ok(Browser { node, chromium })
}

/// The folder of the browser tests.
pub(crate) fn browser_tests(root: &Path) -> PathBuf {
    root.join("tests").join("browser")
}

/// The programs that show the page and look at it.
pub(crate) struct Browser {
    /// Node, which runs the browser tests.
    pub(crate) node: PathBuf,
    /// Chromium or a browser built on it.
    pub(crate) chromium: PathBuf,
}
